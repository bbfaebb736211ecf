//! Rules that no schema can say: `validator` knows them, and every row has to pass it.
//!
//! `cargo run --release --features validator --example signup`

#![expect(clippy::print_stdout, reason = "an example prints")]

use foundry::{Foundry, Stream};
use serde::{Deserialize, Serialize};
use validator::Validate;

/// A form to sign up with. `must_match` never reaches the schema, so `finish` sees to it.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, Foundry)]
#[foundry(finish = Signup::repeat_password, check = Signup::is_valid)]
struct Signup {
    #[validate(email, length(max = 60))]
    email: String,
    #[validate(length(min = 8, max = 20))]
    password: String,
    #[validate(must_match(other = "password"))]
    repeated: String,
    #[foundry(with = draw_card_number)]
    #[validate(credit_card)]
    card: Option<String>,
}

impl Signup {
    fn repeat_password(&mut self) {
        self.repeated.clone_from(&self.password);
    }

    fn is_valid(&self) -> bool {
        self.validate().is_ok()
    }
}

/// Sixteen digits of which the last one makes the Luhn sum a multiple of ten.
fn draw_card_number(stream: &mut Stream) -> String {
    let digits: Vec<u64> = [4].into_iter().chain((0..14).map(|_| stream.below(10))).collect();
    let weigh = |(at, digit): (usize, &u64)| match digit * 2 {
        _ if at % 2 == 1 => *digit,
        double if double > 9 => double - 9,
        double => double,
    };
    let sum: u64 = digits.iter().enumerate().map(weigh).sum();
    let number: String = digits.iter().map(ToString::to_string).collect();
    format!("{number}{}", (10 - sum % 10) % 10)
}

fn main() {
    let forms = Signup::foundry_batch("signup", 1000);
    for form in &forms[..8] {
        println!(
            "{:<28} {:<20} {}",
            form.email,
            form.password,
            form.card.as_deref().unwrap_or("-")
        );
    }
    let judged = forms.iter().filter(|form| form.validate().is_ok()).count();
    println!("\n`validator` accepts {judged} of {} forms.\n{}", forms.len(), forms.report());
}
