//! What a test shows when it fails because of a contract, and the two steps from there.
//!
//! `cargo run --release --example failing_test`

#![expect(clippy::print_stdout, reason = "an example prints")]

use foundry::{Foundry, Stream};
use serde::{Deserialize, Serialize};

/// A voucher, as its authors wrote it first.
#[derive(Debug, Clone, Serialize, Deserialize, Foundry)]
struct Voucher {
    code: Code,
    #[schemars(range(min = 5, max = 50))]
    percent: u8,
}

/// Eight digits, of which the last one is the sum of the others. The schema says the first half of
/// that; serde demands both.
#[derive(Debug, Clone, Serialize, Deserialize, Foundry)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[0-9]{8}$"))]
struct Code(String);

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        let Some((digits, last)) = code.split_at_checked(7) else {
            return Err(format!("the code `{code}` is too short"));
        };
        match check_digit(digits) {
            right if last == right.to_string() => Ok(Self(code)),
            right => Err(format!("the check digit of `{code}` should be {right}")),
        }
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

fn check_digit(digits: &str) -> u32 {
    digits.chars().filter_map(|digit| digit.to_digit(10)).sum::<u32>() % 10
}

/// The same voucher with a generator that knows the rule.
#[derive(Debug, Serialize, Deserialize, Foundry)]
struct Repaired {
    #[foundry(with = draw_code)]
    code: Code,
    #[schemars(range(min = 5, max = 50))]
    percent: u8,
}

fn draw_code(stream: &mut Stream) -> String {
    let digits = format!("{:07}", stream.below(10_000_000));
    format!("{digits}{}", check_digit(&digits))
}

/// What stands in the test.
fn every_voucher_takes_something_off() {
    for voucher in &Voucher::foundry_batch(2024, 100) {
        assert!((5..=50).contains(&voucher.percent));
    }
}

fn main() {
    println!("A test of 100 vouchers fails, and says:\n");
    std::panic::set_hook(Box::new(|panic| println!("{panic}")));
    let failed = std::panic::catch_unwind(every_voucher_takes_something_off).is_err();
    assert!(failed, "one voucher in ten has the right digit by chance, and no batch of 100");

    println!("\nThe line after `replay` draws that row alone, without the rows before it:\n");
    let row = Voucher::try_foundry_batch(2024, 100).err().and_then(|error| error.row());
    let replayed = std::panic::catch_unwind(|| Voucher::foundry_row(2024, row.unwrap_or(0)));
    println!("\n... and fails in the same way: {}\n", replayed.is_err());

    println!("With a generator that knows the rule the rows are good:\n");
    for voucher in &Repaired::foundry_batch(2024, 3) {
        println!("{} takes {} % off", voucher.code.0, voucher.percent);
    }
}
