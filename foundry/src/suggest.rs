//! "did you mean": the known name nearest to what was written.

/// Names less alike than this (0 to 1) look like a guess.
const ALIKE: f64 = 0.6;

/// The known name nearest to `written`, the first of several; `None` where none is near.
pub(crate) fn nearest<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    let alike = |name| strsim::normalized_damerau_levenshtein(written, name);
    let near = known.into_iter().map(|name| (alike(name), name));
    let near = near.filter(|(alike, _)| *alike >= ALIKE);
    near.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, name)| name)
}

/// A line that helps: the known name nearest to `written`, or all of them.
pub(crate) fn help(written: &str, known: &[&str]) -> String {
    match nearest(written, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
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
