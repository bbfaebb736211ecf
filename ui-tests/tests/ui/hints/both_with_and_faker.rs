use foundry::Foundry;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry)]
struct Order {
    #[foundry(with = draw_mail, faker = "internet.email")]
    mail: String,
}

fn draw_mail(_: &mut foundry::Stream) -> String {
    "a@example.com".to_owned()
}

fn main() {}
