//! The whole way: tokens → item → model → checks → output, or all mistakes and a fallback.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::diag::Diagnostics;
use crate::{check, emit, messages, read};

/// One derive, from its input to its output.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let item = match syn::parse2(input) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    catch_unwind(AssertUnwindSafe(|| expand_item(&item))).unwrap_or_else(|_| report_bug(&item))
}

fn expand_item(item: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let effective = read::effective_input(item, &mut diagnostics);
    let container = read::read(item, &effective, &mut diagnostics);
    if let Some(container) = &container {
        check::check(container, &mut diagnostics);
    }
    match container {
        Some(container) if diagnostics.is_empty() => emit::emit(&container),
        _ => give_up(item, diagnostics),
    }
}

fn give_up(item: &DeriveInput, diagnostics: Diagnostics) -> TokenStream {
    let errors = diagnostics.into_tokens();
    let fallback = emit::emit_fallback(item);
    quote!(#errors #fallback)
}

fn report_bug(item: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    diagnostics.report(&item.ident, messages::panicked(&item.ident));
    give_up(item, diagnostics)
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;
    use syn::{File, Item};

    use super::*;

    /// What the output is made of: the errors, and the traits that are implemented in it.
    fn outline(input: TokenStream) -> (Vec<String>, Vec<String>) {
        let file: File = syn::parse2(expand(input)).expect("the output is Rust");
        let (mut errors, mut traits) = (Vec::new(), Vec::new());
        for item in file.items {
            match item {
                Item::Macro(item) => {
                    let text: syn::LitStr = syn::parse2(item.mac.tokens).expect("a text");
                    errors.push(text.value());
                }
                Item::Const(item) => {
                    let body: syn::Block =
                        syn::parse2(item.expr.to_token_stream()).expect("a block");
                    traits.extend(body.stmts.iter().filter_map(implemented_trait));
                }
                other => panic!("{}", other.to_token_stream()),
            }
        }
        (errors, traits)
    }

    fn implemented_trait(statement: &syn::Stmt) -> Option<String> {
        match statement {
            syn::Stmt::Item(Item::Impl(item)) => {
                let (path, _) = item.trait_.as_ref()?;
                Some(path.segments.last()?.ident.to_string())
            }
            _ => None,
        }
    }

    #[test]
    fn a_sound_type_gets_both_traits_and_no_error() {
        let (errors, traits) = outline(quote!(
            struct Point {
                x: u8,
            }
        ));
        assert_eq!(errors, [""; 0]);
        assert_eq!(traits, ["JsonSchema", "Foundry"]);
    }

    #[test]
    fn a_mistake_leaves_both_traits_in_place() {
        let (errors, traits) = outline(quote! {
            #[foundry(depht = 3)]
            struct Point { #[foundry(faker)] x: u8, #[serde(rename_all = "x")] y: u8 }
        });
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert_eq!(traits, ["JsonSchema", "Foundry"]);
    }

    #[test]
    fn a_type_with_its_own_schema_gets_no_other() {
        let (_, traits) = outline(quote!(
            #[foundry(schema = "own")]
            struct Point {
                x: u8,
            }
        ));
        assert_eq!(traits, ["Foundry"]);
        let (errors, traits) = outline(quote!(
            #[foundry(schema = "own", nope)]
            struct Point(u8);
        ));
        assert_eq!((errors.len(), traits), (1, vec!["Foundry".to_owned()]));
    }

    #[test]
    fn a_remote_definition_is_a_schema_and_no_source_of_values() {
        let (errors, traits) = outline(quote! {
            #[serde(remote = "std::time::Duration")]
            struct DurationDef { secs: u64 }
        });
        assert_eq!(errors, [""; 0]);
        assert_eq!(traits, ["JsonSchema"]);
    }

    #[test]
    fn a_panic_is_our_bug_and_says_so() {
        let item = syn::parse_quote!(
            struct Point {
                x: u8,
            }
        );
        let told = report_bug(&item).to_string();
        assert!(told.contains("panicked: a bug in foundry"), "{told}");
        assert!(told.contains("impl :: foundry :: Foundry for Point"), "{told}");
    }
}
