//! The generators keep their promises.

use foundry::generators::Registry;
use shop_generators as _;

#[test]
fn ten_thousand_draws_keep_the_promise() {
    let health = Registry::default().check_named("shop.sku").expect("a registered generator");
    assert_eq!(health.fault, None);
}
