//! All mistakes of a type: collected while reading and checking, told in source order.

use std::fmt::Display;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::messages::Message;

/// Every mistake found so far. Nothing stops at the first one.
#[derive(Default)]
pub(crate) struct Diagnostics {
    found: Vec<Diagnostic>,
}

/// One mistake: where, what, and what would do instead.
pub(crate) struct Diagnostic {
    start: Span,
    end: Span,
    message: String,
    helps: Vec<String>,
    /// The name of the [`Message`], for the test that wants a ui case for each.
    #[cfg(test)]
    name: &'static str,
}

impl Diagnostics {
    /// Records a mistake at the tokens at fault.
    pub(crate) fn error(&mut self, at: impl ToTokens, message: impl Display) -> &mut Diagnostic {
        let mut tokens = at.into_token_stream().into_iter();
        let start = tokens.next().map_or_else(Span::call_site, |token| token.span());
        let end = tokens.last().map_or(start, |token| token.span());
        self.error_between(start, end, message)
    }

    /// Records a mistake at the tokens at fault.
    pub(crate) fn report(&mut self, at: impl ToTokens, message: Message) {
        let diagnostic = self.error(at, message.text);
        for help in message.helps {
            diagnostic.help(help);
        }
        #[cfg(test)]
        {
            diagnostic.name = message.name;
        }
    }

    /// Records a mistake at one span.
    pub(crate) fn error_at(&mut self, span: Span, message: impl Display) -> &mut Diagnostic {
        self.error_between(span, span, message)
    }

    /// Records a mistake that reaches from the first span to the last one.
    pub(crate) fn error_between(
        &mut self,
        start: Span,
        end: Span,
        message: impl Display,
    ) -> &mut Diagnostic {
        let index = self.found.len();
        self.found.push(Diagnostic {
            start,
            end,
            message: message.to_string(),
            helps: Vec::new(),
            #[cfg(test)]
            name: "",
        });
        &mut self.found[index]
    }

    /// Passes on what a parser or serde's own attribute reader found.
    pub(crate) fn pass_on(&mut self, errors: syn::Error) {
        for error in errors {
            // A `syn::Error` shows its spans only in the tokens that it becomes.
            let tokens = error.to_compile_error();
            let mut spans = tokens.into_iter().map(|token| token.span());
            let start = spans.next().unwrap_or_else(|| error.span());
            let end = spans.last().unwrap_or(start);
            self.error_between(start, end, error);
        }
    }

    /// How many mistakes were found.
    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// One `compile_error!` for each mistake, in source order.
    pub(crate) fn into_tokens(mut self) -> TokenStream {
        self.found.sort_by_key(|diagnostic| {
            let place = diagnostic.start.start();
            (place.line, place.column)
        });
        self.found.iter().map(Diagnostic::to_compile_error).collect()
    }

    /// The texts, in the order in which they were found.
    #[cfg(test)]
    pub(crate) fn texts(&self) -> Vec<String> {
        self.found.iter().map(Diagnostic::text).collect()
    }

    /// The names of the messages, in the order in which they were found; "" for what is passed on.
    #[cfg(test)]
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.found.iter().map(|diagnostic| diagnostic.name).collect()
    }
}

impl Diagnostic {
    /// Adds a line that says what would do; at most two are shown.
    pub(crate) fn help(&mut self, text: impl Display) -> &mut Self {
        if self.helps.len() < 2 {
            self.helps.push(text.to_string());
        }
        self
    }

    fn text(&self) -> String {
        let mut text = self.message.clone();
        for help in &self.helps {
            text.push_str("\nhelp: ");
            text.push_str(help);
        }
        text
    }

    /// `::core::compile_error!("…")`; rustc underlines from the first token's span to the last one's.
    fn to_compile_error(&self) -> TokenStream {
        let text = self.text();
        let path = quote_spanned!(self.start=> ::core::compile_error!);
        let body = quote_spanned!(self.end=> { #text });
        quote_spanned!(self.start=> #path #body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_told_in_source_order() {
        let file = syn::parse_str::<syn::File>("struct First;\nstruct Second;").unwrap();
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(&file.items[1], "two").help("try");
        diagnostics.error(&file.items[0], "one");
        let told = diagnostics.into_tokens().to_string();
        assert!(told.find("one") < told.find("two\\nhelp: try"), "{told}");
    }

    #[test]
    fn a_combined_error_is_passed_on_in_parts() {
        let mut error = syn::Error::new(Span::call_site(), "a");
        error.combine(syn::Error::new(Span::call_site(), "b"));
        let mut diagnostics = Diagnostics::default();
        diagnostics.pass_on(error);
        assert_eq!(diagnostics.texts(), ["a", "b"]);
    }
}
