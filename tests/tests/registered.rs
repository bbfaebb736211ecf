//! Rows with article numbers, which the crate `shop-generators` draws.

use foundry::generators::Registry;
use foundry::{Foundry, Pipeline};
use serde::{Deserialize, Serialize};
use serde_json::json;
// Nothing else names the crate, and what nobody names is not linked.
use shop_generators as _;

#[derive(Serialize, Deserialize, Foundry)]
struct Line {
    product_sku: String,
    #[schemars(length(max = 9))]
    old_sku: String,
    #[foundry(faker = "shop.sku")]
    replaces: Vec<String>,
}

#[test]
fn types_get_them_by_field_and_by_name() {
    for line in &Line::foundry_batch(42, 100) {
        assert!(line.product_sku.starts_with("SKU-") && line.product_sku.len() == 12);
        assert!(line.old_sku.starts_with("SKU-") && line.old_sku.len() == 9);
        assert!(line.replaces.iter().all(|sku| sku.starts_with("SKU-")));
    }
}

#[test]
fn documents_get_them_too() -> Result<(), foundry::Error> {
    let schema = json!({
        "type": "object",
        "properties": {"articleNumber": {"type": "string"}},
        "required": ["articleNumber"],
    });
    let rows = Pipeline::builder().schema(&schema).build()?.generate(42, 100)?;
    for row in rows.values() {
        assert!(row["articleNumber"].as_str().is_some_and(|text| text.starts_with("SKU-")));
    }
    Ok(())
}

#[test]
fn the_registry_says_where_they_come_from() -> Result<(), foundry::Error> {
    let registry = Registry::default();
    let sku = registry.find("shop.sku")?;
    assert_eq!(sku.about(), "article numbers of the shop");
    assert!(sku.source().contains("shop-generators/src/lib.rs:"), "{}", sku.source());
    Ok(())
}
