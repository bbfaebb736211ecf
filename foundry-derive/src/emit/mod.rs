//! Checked model → Rust: a hidden twin that schemars derives on, and two impls that lean on it.

mod fallback;
mod forward;
mod foundry_impl;
mod hints;
mod relocate;
mod self_type;
mod twin;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Generics, Ident, WherePredicate, parse_quote};

pub(crate) use fallback::emit_fallback;

use crate::model::Container;

/// What everything that is emitted needs to know.
struct Context<'a> {
    container: &'a Container<'a>,
    ident: Ident,
    generics: Generics,
    /// The path of the crate `foundry`.
    krate: TokenStream,
    self_type: self_type::SelfType,
}

/// ```text
/// const _: () = {
///     #[derive(JsonSchema)]
///     struct __FoundryTwin { … }
///     impl JsonSchema for T { … }
///     impl Foundry for T { … }
/// };
/// ```
pub(crate) fn emit(container: &Container) -> TokenStream {
    let context = Context {
        container,
        ident: relocate::relocate_ident(&container.original.ident),
        generics: relocate::relocate_generics(container.original),
        krate: krate(container.options.krate.as_ref().map(|krate| &krate.value)),
        self_type: self_type::SelfType::of(container.original),
    };
    let mut items = TokenStream::new();
    if container.options.own_schema.is_none() {
        items.extend(twin::emit_twin(&context));
        items.extend(forward::emit_json_schema(&context));
    }
    // A remote definition only describes another type: it has neither `Serialize` nor `Deserialize`.
    if container.serde.remote().is_none() {
        items.extend(foundry_impl::emit_foundry(&context));
    }
    wrap(&items)
}

impl Context<'_> {
    /// What a `check` or `finish` needs of a generic type, and only then: the value has to be read.
    ///
    /// It has to be said of the twin too, which may hold the type itself. A generic type that holds
    /// this one does not know it and has to say `#[schemars(bound = "…")]`.
    fn invariant_bound(&self) -> Option<WherePredicate> {
        let options = &self.container.options;
        let has_invariant = options.check.is_some() || options.finish.is_some();
        (has_invariant && !self.generics.params.is_empty()).then(|| {
            let (krate, self_type) = (&self.krate, self.self_type.path());
            parse_quote!(#self_type: #krate::__private::Invariant)
        })
    }
}

fn krate(path: Option<&syn::Path>) -> TokenStream {
    path.map_or_else(|| quote!(::foundry), ToTokens::to_token_stream)
}

/// Keeps the names to themselves.
fn wrap(items: &TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        const _: () = {
            #items
        };
    }
}
