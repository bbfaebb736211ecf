//! Tests of a checkout, as users of the crate write them: the domain gives the data.

#[path = "../examples/storefront/domain.rs"]
mod domain;

use domain::{Category, Order, Payment, Role};
use foundry::Foundry;

/// What the customer pays: nothing is refunded in vouchers, and staff pay half.
fn amount_due(order: &Order) -> u64 {
    let full = order.total_cents();
    match (&order.payment, order.buyer.role) {
        (Payment::GiftCard { codes }, _) => full.saturating_sub(5_000 * codes.len() as u64),
        (_, Role::Staff) => full.div_ceil(2),
        _ => full,
    }
}

#[test]
fn nobody_pays_more_than_the_sum_of_the_lines() {
    for order in &Order::foundry_batch("checkout", 200) {
        assert!(amount_due(order) <= order.total_cents(), "{order:#?}");
    }
}

#[test]
fn staff_pay_half_unless_they_pay_with_gift_cards() {
    // One place is fixed, and everything else is drawn.
    let orders = Order::foundry_with()
        .rows(100)
        .set("/buyer/role", "staff")
        .batch("checkout")
        .expect("`staff` is a role");
    for order in orders.iter().filter(|order| !matches!(order.payment, Payment::GiftCard { .. })) {
        assert_eq!(amount_due(order), order.total_cents().div_ceil(2));
    }
}

#[test]
fn an_order_survives_the_wire() {
    for order in &Order::foundry_batch("wire", 100) {
        let wire = serde_json::to_string(order).expect("an order is JSON");
        assert_eq!(&serde_json::from_str::<Order>(&wire).expect("it was written by us"), order);
    }
}

#[test]
fn an_order_without_anything_optional_is_one_too() {
    let bare = Order::foundry_with().presence(0.0).lengths(0..=0).row("bare", 0);
    let bare = bare.expect("everything optional may be missing");
    assert!(bare.note.is_none() && bare.buyer.addresses.is_empty());
    // The contract asks for one line, whatever a call would like.
    assert_eq!(bare.lines.len(), 1);
}

#[test]
fn the_catalogue_ends() {
    fn depth(category: &Category) -> usize {
        1 + category.children.iter().map(depth).max().unwrap_or(0)
    }
    let catalogues = Category::foundry_batch("catalogue", 200);
    assert_eq!(catalogues.iter().map(depth).max(), Some(3));
    assert!(catalogues.iter().any(|category| category.size() > 5));
}

/// A fixture for one test: the same order on every machine, as long as the seed stands.
#[test]
fn a_fixture_does_not_move() {
    let order = Order::foundry_row("fixture", 7);
    assert_eq!(order, Order::foundry_batch("fixture", 10)[7]);
}
