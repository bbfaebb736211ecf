//! "did you mean": the known name nearest to what was written.

/// Names less alike than this (0 to 1) look like a guess and confuse more than they help.
const ALIKE: f64 = 0.7;

/// The known name that `written` most likely stands for, if one is near.
pub(crate) fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written = written.to_lowercase();
    let mut best: Option<(f64, &'a str)> = None;
    for name in known {
        let alike = likeness(&written, &name.to_lowercase());
        if alike >= ALIKE && best.is_none_or(|(before, _)| alike > before) {
            best = Some((alike, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The help line for an unknown name: the near one, or all that are known.
pub(crate) fn help_for_unknown(written: &str, known: &[&str]) -> String {
    if let Some(near) = nearest(written, known.iter().copied()) {
        format!("did you mean `{near}`?")
    } else {
        list_of_known(known)
    }
}

/// The help line that names everything that would do.
pub(crate) fn list_of_known(known: &[&str]) -> String {
    let names: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
    format!("known options: {}", names.join(", "))
}

fn likeness(written: &str, name: &str) -> f64 {
    // A swap of two letters is one slip; the start of a word weighs more than its end.
    let slips = strsim::normalized_damerau_levenshtein(written, name);
    let start = strsim::jaro_winkler(written, name);
    // `minimum` means `min`, however many letters it has more.
    let longer = name.len() >= 3 && written.starts_with(name);
    f64::midpoint(slips, start).max(if longer { ALIKE } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = ["with", "presence", "values", "weight", "depth"];

    #[test]
    fn slips_find_the_name_that_was_meant() {
        for (written, meant) in [
            ("presense", "presence"),
            ("wiht", "with"),
            ("value", "values"),
            ("Weight", "weight"),
            ("dept", "depth"),
            ("without", "with"),
        ] {
            assert_eq!(nearest(written, KNOWN), Some(meant), "{written}");
        }
    }

    #[test]
    fn a_word_unlike_all_names_gets_the_list() {
        assert_eq!(nearest("banana", KNOWN), None);
        assert_eq!(help_for_unknown("banana", &KNOWN[..2]), "known options: `with`, `presence`");
    }

    #[test]
    fn the_nearer_of_two_near_names_wins() {
        assert_eq!(nearest("wieght", ["height", "weight", "weigh"]), Some("weight"));
    }
}
