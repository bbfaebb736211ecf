//! A generator and what it is called, which it is asked once: `name` is somebody else's code, and may
//! panic or say something else the next time.

use std::sync::Arc;

use super::Generator;

/// A generator that is not built in, under the name that it gave.
#[derive(Clone)]
pub(crate) struct Named {
    pub(crate) name: Arc<str>,
    pub(crate) generator: Arc<dyn Generator>,
}

impl Named {
    /// Asks for the name; whoever calls this catches the panic.
    pub(crate) fn ask(generator: Arc<dyn Generator>) -> Self {
        Self { name: generator.name().into(), generator }
    }
}
