//! `check` and `finish` with the stream of the row, and how often a check says no.

use foundry::{Batch, Foundry, Stream};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(finish = Self::ship, check = Self::is_lucky)]
struct Order {
    #[schemars(range(max = 364))]
    ordered: u16,
    #[schemars(range(max = 394))]
    shipped: u16,
    note: String,
}

impl Order {
    /// Up to thirty days after the order.
    fn ship(&mut self, stream: &mut Stream) {
        self.shipped = self.ordered + u16::try_from(stream.below(31)).unwrap_or(0);
    }

    /// One of four is thrown away, whatever it is.
    fn is_lucky(&self, stream: &mut Stream) -> bool {
        self.ordered < 365 && stream.chance(0.75)
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(finish = |order, stream| order.days = stream.below(9), check = |order, _stream| order.days < 9)]
struct ByClosures {
    days: u64,
    note: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
#[foundry(finish = |order| order.days = 3, check = |order| order.days == 3)]
struct Silent {
    days: u64,
    note: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, Foundry)]
struct Plain {
    days: u64,
    note: String,
}

#[test]
fn hooks_draw_from_the_stream_of_their_row() {
    let orders = Order::foundry_batch(42, 400);
    let days: Vec<u16> = orders.iter().map(|order| order.shipped - order.ordered).collect();
    assert!((0..=30).all(|day| days.contains(&day)), "{days:?}");
    assert_eq!(orders, Order::foundry_batch(42, 400));
    assert_eq!(orders[17], Order::foundry_row(42, 17));
    assert!((60..220).contains(&orders.metrics().retries), "{}", orders.metrics().retries);
    let threads = Order::foundry_with().rows(400).threads(3).batch(42).expect("orders");
    assert_eq!(threads, orders);
}

#[test]
fn hooks_move_no_value_that_was_drawn() {
    let notes = |batch: &Batch<Plain>| -> Vec<String> {
        batch.iter().map(|row| row.note.clone()).collect()
    };
    let plain = notes(&Plain::foundry_batch(7, 50));
    let drawing = ByClosures::foundry_batch(7, 50);
    assert!(drawing.iter().map(|row| &row.note).eq(&plain));
    assert!((0..9).all(|day| drawing.iter().any(|row| row.days == day)));
    let silent = Silent::foundry_batch(7, 50);
    assert!(
        silent.iter().map(|row| &row.note).eq(&plain) && silent.iter().all(|row| row.days == 3)
    );
}

#[derive(Serialize, Deserialize, Foundry)]
struct Cart {
    lines: Vec<Line>,
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(finish = Line::price)]
struct Line {
    #[schemars(range(max = 100))]
    cents: u32,
}

impl Line {
    fn price(&mut self, stream: &mut Stream) {
        self.cents = 101 + u32::try_from(stream.below(1)).unwrap_or(0);
    }
}

#[test]
fn what_a_finish_draws_is_judged_by_the_contract_of_its_field() {
    let error = Cart::foundry_with().lengths(1..=1).batch(42).err().expect("an error");
    assert_eq!((error.pointer(), error.keyword()), (Some("/lines/0/cents"), Some("maximum")));
    let text = "the drawn value is outside the contract: 101 is greater than the maximum of 100";
    assert_eq!(error.to_string(), text);
    assert!(error.help().any(|help| help.contains("`finish` gave it")));
}

#[derive(Serialize, Deserialize, Foundry)]
struct Box {
    dice: Dice,
}

#[derive(Serialize, Deserialize, Foundry)]
#[foundry(check = |dice| dice.sum > 995)]
struct Dice {
    #[schemars(range(max = 999))]
    #[foundry(distribution = uniform)]
    sum: u16,
}

#[test]
fn a_check_that_rejects_almost_everything_is_told_of() {
    let batch = Box::foundry_batch(42, 20);
    let (place, checked) = batch.metrics().mostly_rejected().next().expect("one such check");
    assert_eq!((place, checked.attempts), ("/$defs/Dice", batch.metrics().attempts));
    assert_eq!(checked.attempts, checked.rejected + 20);
    assert!((0.993..0.998).contains(&checked.rejection_rate()), "{}", checked.rejection_rate());
    // The value that row 0 would have had without the check.
    let first = checked.first_rejected.as_deref().expect("a value");
    assert!(serde_json::from_str::<Dice>(first).is_ok_and(|dice| dice.sum <= 995), "{first}");
    let line = format!(
        "rejected  {} of {} values at /$defs/Dice were rejected ({:.1} %), the first of them {first}",
        checked.rejected,
        checked.attempts,
        checked.rejection_rate() * 100.0
    );
    assert!(batch.report().contains(&line), "{}", batch.report());
    assert!(batch.metrics().warnings().all(|told| line.ends_with(&told)));
    let threads = Box::foundry_with().rows(20).threads(3).batch(42).expect("boxes");
    assert_eq!(threads.metrics().checked, batch.metrics().checked);
    // Where three of four pass, nobody needs to know.
    let lucky = Order::foundry_batch(42, 50);
    assert!(lucky.metrics().mostly_rejected().next().is_none());
    assert!(!lucky.report().contains("rejected  "), "{}", lucky.report());
}

#[test]
fn an_error_shows_the_first_value_that_was_rejected() {
    let rejected = Box::foundry_with().attempts(3).batch(1).err().expect("an error");
    let text = "`check` rejected 3 of 3 values drawn for it";
    assert_eq!((rejected.to_string().as_str(), rejected.pointer()), (text, Some("/dice")));
    let first = Box::foundry_with().attempts(1).batch(1).err().expect("an error");
    assert_eq!(first.value(), rejected.value());
    let last = rejected.help().next().unwrap_or_default();
    assert!(
        last.starts_with("that was the first of them, and the last one was `{\"sum\":"),
        "{last}"
    );
    assert!(!last.contains(rejected.value().unwrap_or_default()), "{last}");
}
