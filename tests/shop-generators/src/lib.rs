//! Generators of the shop, for every program that links this crate.

use std::sync::Arc;

use foundry::generators::{Capability, Generator, GeneratorError, Slot};
use foundry::{Instance, Stream};

/// Article numbers: `SKU-` and digits, as many as the place has room for.
struct Sku {
    digits: u32,
}

impl Generator for Sku {
    fn name(&self) -> &str {
        "shop.sku"
    }

    fn about(&self) -> &str {
        "article numbers of the shop"
    }

    fn capability(&self) -> Capability {
        Capability::texts().with_fields(["sku", "article number"]).with_lengths(5..=12).always()
    }

    // Once for each place of a plan: what it allows is known here.
    fn build(&self, slot: &Slot<'_>) -> Result<Option<Arc<dyn Generator>>, GeneratorError> {
        let room = slot.lengths().1.unwrap_or(12).clamp(5, 12);
        let digits = u32::try_from(room - 4)?;
        Ok(Some(Arc::new(Self { digits })))
    }

    fn draw(&self, stream: &mut Stream, out: &mut Instance) -> Result<(), GeneratorError> {
        let number = stream.below(10_u64.pow(self.digits));
        out.text(&format!("SKU-{number:0width$}", width = self.digits as usize));
        Ok(())
    }
}

foundry::register!(Sku { digits: 8 });
