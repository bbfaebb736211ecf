//! Patterns that are no regex, or that no text can match.

super::messages! {
    /// `drawing` is the pattern with the parser's carets under it.
    fn syntax(place: &str, why: &str, drawing: &str) =>
        "pattern of {place} is not a valid regex: {why}\n{drawing}";

    fn matches_nothing(place: &str) =>
        "pattern of {place} matches no text at all",
        help "remove it, or say what the text looks like: `^[a-z]+$`";

    /// Stands at the pattern and at the length.
    fn too_long(place: &str, shortest: usize, allowed: &str) =>
        "pattern of {place} needs at least {shortest} characters, and its length is at most {allowed}",
        help "allow a length of {shortest}, or shorten the pattern";

    /// Stands at the pattern and at the length.
    fn too_short(place: &str, longest: usize, demanded: &str) =>
        "pattern of {place} allows at most {longest} characters, and its length is at least {demanded}",
        help "allow a length of {longest}, or let the pattern match more";

    /// Stands at the part and at the length.
    fn part_too_long(place: &str, count: usize, allowed: &str) =>
        "{place} contains {count} characters, and its length is at most {allowed}",
        help "allow a length of {count}, or shorten the part";

    fn of_char(place: &str, shortest: usize) =>
        "pattern of {place} needs at least {shortest} characters, and a `char` is one",
        help "use a `String`, or a pattern for one character";
}
