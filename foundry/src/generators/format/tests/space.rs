//! Each form that a format has comes up in some thousand draws, as a crate of its own reads it; and the
//! usual forms stay the most frequent.

mod hosts;
mod texts;
mod times;

use super::*;

const DRAWS: u64 = 4000;

/// The name of a form, and whether a text has it.
type Form<'f> = (&'f str, &'f dyn Fn(&str) -> bool);

/// How often each of `forms` is met in [`DRAWS`] texts of `format`; every one has to be. The first is the
/// usual one, which three of four texts have.
fn meets(format: &Format, forms: &[Form]) {
    let texts: Vec<String> = (0..DRAWS).map(|row| draw_of(format, row, 0, None)).collect();
    for (at, (name, has)) in forms.iter().enumerate() {
        let met = texts.iter().filter(|text| has(text)).count();
        let least = if at == 0 { texts.len() * 3 / 4 } else { 3 };
        assert!(met >= least, "{}: `{name}` came {met} times", format.name());
    }
}

fn whole_of(name: &str) -> &'static Format {
    find_whole(name).expect("known")
}

fn matches(pattern: &str) -> impl Fn(&str) -> bool {
    let pattern = ::regex::Regex::new(pattern).expect("a pattern");
    move |text| pattern.is_match(text)
}
