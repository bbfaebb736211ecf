//! A storefront: users, orders, payments and a catalogue, drawn from the types of the shop itself.
//!
//! `cargo run --release --example storefront`

#![expect(clippy::print_stdout, reason = "an example prints")]

mod domain;

use domain::{Category, Order, Payment};
use foundry::Foundry;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let orders = Order::foundry_batch("storefront", 1000);

    println!("The first of {} orders, as JSON:\n", orders.len());
    println!("{}\n", serde_json::to_string_pretty(&orders[0])?);

    println!("The next ten:\n");
    for order in &orders[1..11] {
        println!(
            "{}  {}  {:>2} pieces {:>13}  {:<9} {}",
            order.number,
            order.delivery.ordered_at.format("%Y-%m-%d %H:%M"),
            order.lines.iter().map(|line| line.price.pieces).sum::<u32>(),
            euros(order.total_cents()),
            paid_by(&order.payment),
            order.buyer.name,
        );
    }

    println!("\nA catalogue, three levels deep:\n");
    let catalogues = Category::foundry_batch("storefront", 20);
    if let Some(largest) = catalogues.iter().max_by_key(|category| category.size()) {
        print_category(largest, 0);
    }

    println!("\nThe order number 10^12 takes as long as the first: {}", {
        Order::foundry_row("storefront", 1_000_000_000_000).number
    });
    println!("\n{}", orders.report());
    Ok(())
}

fn euros(cents: u64) -> String {
    format!("{}.{:02} EUR", cents / 100, cents % 100)
}

fn paid_by(payment: &Payment) -> &'static str {
    match payment {
        Payment::Card { .. } => "card",
        Payment::BankTransfer { .. } => "transfer",
        Payment::Invoice { .. } => "invoice",
        Payment::GiftCard { .. } => "gift card",
    }
}

fn print_category(category: &Category, level: usize) {
    println!("{:indent$}{} ({})", "", category.slug, category.title, indent = 2 * level);
    for child in &category.children {
        print_category(child, level + 1);
    }
}
