//! Look-around in a pattern → the pattern without it, and what of it can be said by patterns alone.
//!
//! `^(?=A)(?!B)C$` is all texts that match `^C$` and `^(?:A)` but not `^(?:B)`, and `^C(?<!D)$`
//! those that match `^C$` but not `(?:D)$`. `(?<=A)B(?=C)` has a match where `(?:A)B(?:C)` has one. Look-around anywhere else
//! is left out.

/// A pattern that a text must match, or must not match.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) pattern: String,
    pub(super) holds: bool,
}

/// A pattern without look-around.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stripped {
    pub(super) plain: String,
    pub(super) conditions: Vec<Condition>,
    /// Whether the conditions ask for more than the pattern did.
    pub(super) is_narrowed: bool,
}

/// Takes the look-around out of `pattern`, or gives `None` where its groups do not close.
pub(super) fn strip(pattern: &str) -> Option<Stripped> {
    let groups = find_groups(pattern)?;
    // Where branches are alternatives, what stands before the first one is not for all of them.
    let has_branches = has_branches(pattern);
    let mut plain = String::with_capacity(pattern.len());
    let mut conditions = Vec::new();
    let mut is_narrowed = false;
    let mut from = 0;
    for group in groups {
        plain.push_str(&pattern[from..group.start]);
        from = group.end;
        let after = &pattern[group.end..];
        let body = &pattern[group.body..group.end - 1];
        let is_quantified = after.starts_with(['*', '+', '?', '{']);
        let is_outermost = match group.kind {
            Kind::Behind => plain.is_empty(),
            Kind::Ahead => after.is_empty(),
        };
        let condition = match group.kind {
            _ if has_branches || is_quantified || has_look_around(body) => None,
            _ if group.holds && is_outermost => {
                plain.extend(["(?:", body, ")"]);
                None
            }
            Kind::Ahead if plain == "^" => Some(format!("^(?:{body})")),
            Kind::Behind if after == "$" => Some(format!("(?:{body})$")),
            // Without `^` the match may be anywhere; that it is at the start is one way.
            Kind::Ahead if plain.is_empty() => {
                is_narrowed = true;
                Some(format!("^(?:{body})"))
            }
            _ => None,
        };
        conditions.extend(condition.map(|pattern| Condition { pattern, holds: group.holds }));
    }
    plain.push_str(&pattern[from..]);
    Some(Stripped { plain, conditions, is_narrowed })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ahead,
    Behind,
}

/// An outermost group of look-around, by its places in the pattern.
#[derive(Debug)]
struct Group {
    kind: Kind,
    holds: bool,
    start: usize,
    body: usize,
    end: usize,
}

const OPENINGS: [(&str, Kind, bool); 4] = [
    ("(?=", Kind::Ahead, true),
    ("(?!", Kind::Ahead, false),
    ("(?<=", Kind::Behind, true),
    ("(?<!", Kind::Behind, false),
];

fn find_groups(pattern: &str) -> Option<Vec<Group>> {
    let mut groups = Vec::new();
    let mut depth = 0_usize;
    let mut open: Option<(Group, usize)> = None;
    for (at, c) in significant(pattern) {
        match c {
            '(' => {
                let opening =
                    OPENINGS.iter().find(|(opening, ..)| pattern[at..].starts_with(opening));
                if let (None, Some((opening, kind, holds))) = (&open, opening) {
                    let body = at + opening.len();
                    let group = Group { kind: *kind, holds: *holds, start: at, body, end: at };
                    open = Some((group, depth));
                }
                depth += 1;
            }
            ')' => {
                depth = depth.checked_sub(1)?;
                if let Some((mut group, _)) = open.take_if(|(_, outside)| *outside == depth) {
                    group.end = at + 1;
                    groups.push(group);
                }
            }
            _ => {}
        }
    }
    (depth == 0).then_some(groups)
}

fn has_look_around(pattern: &str) -> bool {
    find_groups(pattern).is_none_or(|groups| !groups.is_empty())
}

/// Whether there is a `|` outside of all groups.
fn has_branches(pattern: &str) -> bool {
    let mut depth = 0_usize;
    significant(pattern).any(|(_, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '|' && depth == 0
    })
}

/// The characters of `pattern` that are neither escaped nor in a class, with their places.
fn significant(pattern: &str) -> impl Iterator<Item = (usize, char)> {
    let mut is_escaped = false;
    let mut is_class = false;
    pattern.char_indices().filter(move |(_, c)| {
        if std::mem::take(&mut is_escaped) {
            return false;
        }
        match c {
            '\\' => is_escaped = true,
            '[' => is_class = true,
            ']' => is_class = false,
            _ => {}
        }
        !is_class && !is_escaped && *c != ']'
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(pattern: &str) -> (String, Vec<(String, bool)>, bool) {
        let stripped = strip(pattern).expect("balanced");
        let conditions =
            stripped.conditions.into_iter().map(|each| (each.pattern, each.holds)).collect();
        (stripped.plain, conditions, stripped.is_narrowed)
    }

    #[test]
    fn look_around_at_the_ends_becomes_conditions() {
        assert_eq!(
            stripped(r"^(?=.*[A-Z])(?!.*\s)[^)]{8,}(?<!-)$"),
            (
                "^[^)]{8,}$".to_owned(),
                vec![
                    ("^(?:.*[A-Z])".to_owned(), true),
                    (r"^(?:.*\s)".to_owned(), false),
                    ("(?:-)$".to_owned(), false),
                ],
                false
            )
        );
        let (plain, conditions, is_narrowed) = stripped("(?=a)b");
        assert_eq!((plain.as_str(), conditions.len(), is_narrowed), ("b", 1, true));
    }

    #[test]
    fn what_must_stand_around_a_match_is_a_part_of_the_text() {
        let around = stripped("(?<=a|b)c(?!d)e(?=f)");
        assert_eq!(around, ("(?:a|b)ce(?:f)".to_owned(), vec![], false));
        let not_around = stripped("(?<!a)c(?!d)");
        assert_eq!(not_around, ("c".to_owned(), vec![], false));
    }

    #[test]
    fn look_around_elsewhere_is_left_out() {
        for (pattern, plain) in [
            ("^(?:(?!foo).)*$", "^(?:.)*$"),
            ("a(?=b)b", "ab"),
            ("^(?=a)b|c", "^b|c"),
            ("^(?!a(?=b))c", "^c"),
            ("^(?=a)?b", "^?b"),
            (r"\(?=[(?=]x(?=y)z", r"\(?=[(?=]xz"),
        ] {
            assert_eq!(stripped(pattern), (plain.to_owned(), vec![], false), "{pattern}");
        }
        assert_eq!(strip("(?=a"), None);
        assert_eq!(strip("(?=a))"), None);
    }
}
