//! "did you mean": the known name nearest to what was written.

/// Names less alike than this (0 to 1) look like a guess.
const ALIKE: f64 = 0.6;

/// A line that helps: the known name nearest to `written`, or all of them.
pub(crate) fn help(written: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|name| (strsim::normalized_damerau_levenshtein(written, name), *name))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|one, two| one.0.total_cmp(&two.0));
    match near {
        Some((_, name)) => format!("did you mean `{name}`?"),
        None => format!("known: {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::help;

    #[test]
    fn the_nearest_name_is_named_or_all_are() {
        assert_eq!(help("presense", &["seed", "presence"]), "did you mean `presence`?");
        assert_eq!(help("zebra", &["seed", "presence"]), "known: seed, presence");
    }
}
