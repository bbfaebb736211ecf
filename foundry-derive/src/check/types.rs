//! Types that no JSON stands for: trait objects, pointers, functions.

use syn::{GenericArgument, PathArguments, Type};

use super::sites::Site;
use crate::diag::Diagnostics;
use crate::messages::{Message, types};
use crate::ty::{show, ungroup};

/// Types whose parameters are in the JSON. Others may only mention a type: `PhantomData<fn() -> T>`.
const HOLDERS: [&str; 25] = [
    "ArrayVec",
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "BinaryHeap",
    "Box",
    "Cell",
    "Cow",
    "HashMap",
    "HashSet",
    "IndexMap",
    "IndexSet",
    "LinkedList",
    "Mutex",
    "Option",
    "Rc",
    "RefCell",
    "Result",
    "Reverse",
    "RwLock",
    "Saturating",
    "SmallVec",
    "Vec",
    "VecDeque",
    "Wrapping",
];

/// Records the first type inside the field's type that cannot be made.
pub(super) fn check(site: &Site, diagnostics: &mut Diagnostics) {
    // With a schema of its own, serde alone decides whether the type will do.
    if !site.is_in_schema() || site.field.written.overrides_schema() {
        return;
    }
    if let Some((ty, message)) = find_fault(site.field.ty, &site.field.label()) {
        diagnostics.report(ty, message);
    }
}

fn find_fault<'a>(ty: &'a Type, field: &str) -> Option<(&'a Type, Message)> {
    let ty = ungroup(ty);
    let message = match ty {
        Type::TraitObject(_) => types::trait_object(field, &show(ty)),
        Type::FnPtr(_) => types::function_pointer(field, &show(ty)),
        Type::Ptr(pointer) => {
            types::raw_pointer(field, &show(ty), &format!("Box<{}>", show(&pointer.elem)))
        }
        Type::ImplTrait(_) => types::impl_trait(field, &show(ty)),
        Type::Reference(reference) => return find_fault(&reference.elem, field),
        Type::Slice(slice) => return find_fault(&slice.elem, field),
        Type::Array(array) => return find_fault(&array.elem, field),
        Type::Tuple(tuple) => return tuple.elems.iter().find_map(|ty| find_fault(ty, field)),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            if !HOLDERS.iter().any(|holder| last.ident == holder) {
                return None;
            }
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
            return arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => find_fault(ty, field),
                _ => None,
            });
        }
        _ => return None,
    };
    Some((ty, message))
}
