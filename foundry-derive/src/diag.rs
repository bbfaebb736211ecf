//! All mistakes of a type: collected while reading and checking, told in source order.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::messages::{self, Message};

/// Every mistake found so far. Nothing stops at the first one.
#[derive(Default)]
pub(crate) struct Diagnostics {
    found: Vec<Diagnostic>,
}

/// One mistake, and the tokens at fault.
pub(crate) struct Diagnostic {
    start: Span,
    end: Span,
    message: Message,
}

impl Diagnostics {
    /// Records a mistake at the tokens at fault.
    pub(crate) fn report(&mut self, at: impl ToTokens, message: Message) {
        let mut tokens = at.into_token_stream().into_iter();
        let start = tokens.next().map_or_else(Span::call_site, |token| token.span());
        let end = tokens.last().map_or(start, |token| token.span());
        self.push(start, end, message);
    }

    /// Records what a parser found, each mistake in words that `message` makes of the parser's.
    pub(crate) fn report_each(
        &mut self,
        errors: syn::Error,
        message: impl Fn(&syn::Error) -> Message,
    ) {
        for error in errors {
            // A `syn::Error` shows its spans only in the tokens that it becomes.
            let mut spans = error.to_compile_error().into_iter().map(|token| token.span());
            let start = spans.next().unwrap_or_else(|| error.span());
            let end = spans.last().unwrap_or(start);
            self.push(start, end, message(&error));
        }
    }

    /// Passes on what serde's own attribute reader found, in its words.
    pub(crate) fn pass_on(&mut self, errors: syn::Error) {
        self.report_each(errors, messages::passed_on);
    }

    /// Takes back what serde said less exactly.
    pub(crate) fn retract(&mut self, text: &str) {
        self.found.retain(|diagnostic| diagnostic.message.text != text);
    }

    fn push(&mut self, start: Span, end: Span, message: Message) {
        self.found.push(Diagnostic { start, end, message });
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

    /// The names of the messages, in the order in which they were found.
    #[cfg(test)]
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.found.iter().map(|diagnostic| diagnostic.message.name).collect()
    }
}

impl Diagnostic {
    fn text(&self) -> String {
        let mut text = self.message.text.clone();
        for help in &self.message.helps {
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
        diagnostics.report(&file.items[1], messages::panicked("Second"));
        diagnostics.report(&file.items[0], messages::panicked("First"));
        let told = diagnostics.into_tokens().to_string();
        let place = |text| told.find(text).unwrap_or_else(|| panic!("{text} in {told}"));
        assert!(place("First") < place("bug in foundry\\nhelp: please"));
        assert!(place("First") < place("Second"));
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
