use foundry::Foundry;
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Foundry, Validate)]
struct Order {
    #[garde(skip)]
    is_gift: bool,
    #[garde(length(max = 64), if(cond = self.is_gift, length(min = 1)))]
    note: String,
}

fn main() {}
