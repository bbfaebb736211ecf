//! Rules that contradict each other, or the type that they stand on.
//!
//! `place` is "field `x`" or "an element of `x`".

super::messages! {
    /// Stands at both bounds. `rule` is `range` or `length`.
    fn empty(rule: &str, place: &str, start: &str, end: &str) =>
        "{rule} of {place} is empty: its start {start} is above its end {end}",
        help "swap them, or change one";

    fn max_beyond_type(place: &str, value: &str, ty: &str, limit: &str) =>
        "`max` of {place} is {value}, and a `{ty}` is at most {limit}",
        help "remove `max`, or write `max = {limit}`";

    fn min_beyond_type(place: &str, value: &str, ty: &str, limit: &str) =>
        "`min` of {place} is {value}, and a `{ty}` is at least {limit}",
        help "remove `min`, or write `min = {limit}`";

    fn no_value_of_type(bound: &str, place: &str, value: &str, ty: &str, limits: &str) =>
        "`{bound}` of {place} is {value}, and a `{ty}` is {limits}, so no value is left",
        help "use a type that holds {value}, or another bound";

    fn fraction_of_integer(bound: &str, place: &str, value: &str, ty: &str) =>
        "`{bound}` of {place} is {value}, and a `{ty}` is a whole number",
        help "write a whole number";

    fn length_no_count(bound: &str, place: &str, value: &str) =>
        "`{bound}` of the length of {place} is {value}, and a length is a whole number from 0",
        help "write a whole number";

    /// `holds` is "3 elements" or "one character".
    fn length_of_fixed(bound: &str, place: &str, value: &str, ty: &str, holds: &str) =>
        "`{bound}` of the length of {place} is {value}, and `{ty}` always holds {holds}",
        help "remove the `length`: the type says it already";

    fn range_of_text(place: &str, ty: &str) =>
        "`range` bounds numbers, and {place} is text (`{ty}`)",
        help "to bound how long the text is, write `length(min = 1, max = 64)`";

    fn range_of_list(place: &str, ty: &str) =>
        "`range` bounds numbers, and {place} is a list (`{ty}`)",
        help "for its elements write `inner(range(min = 1))`, for how many they are `length(min = 1)`";

    /// `what` is "a map" or "a `bool`".
    fn range_of_other(place: &str, ty: &str, what: &str) =>
        "`range` bounds numbers, and {place} is {what} (`{ty}`)",
        help "remove the `range`";

    fn length_of_number(place: &str, ty: &str) =>
        "`length` bounds text and lists, and {place} is a number (`{ty}`)",
        help "to bound the number, write `range(min = 1, max = 64)`";

    fn length_of_map(place: &str, ty: &str) =>
        "`length` never reaches the schema of a map, and {place} is one (`{ty}`)",
        help "say it in the words of JSON Schema: `#[schemars(extend(\"minProperties\" = 1))]`";

    fn length_of_other(place: &str, ty: &str, what: &str) =>
        "`length` bounds text and lists, and {place} is {what} (`{ty}`)",
        help "remove the `length`";

    fn text_rule_of_number(rule: &str, place: &str, ty: &str) =>
        "`{rule}` is for text, and {place} is a number (`{ty}`)",
        help "to bound the number, write `range(min = 1, max = 64)`";

    fn text_rule_of_list(rule: &str, place: &str, ty: &str, example: &str) =>
        "`{rule}` is for text, and {place} is a list (`{ty}`)",
        help "for its elements write `inner({example})`";

    fn text_rule_of_other(rule: &str, place: &str, ty: &str, what: &str) =>
        "`{rule}` is for text, and {place} is {what} (`{ty}`)",
        help "remove the `{rule}`";

    fn inner_of_other(place: &str, ty: &str, what: &str) =>
        "`inner` is for the elements of a list, and {place} is {what} (`{ty}`)",
        help "write its rules without `inner(...)`";

    /// schemars drops the rule: the type's schema is a `$ref`.
    fn of_other_type(rule: &str, place: &str, ty: &str, like: &str) =>
        "`{rule}` of {place} never reaches the schema: `{ty}` is a type of its own",
        help "write the `{rule}` inside `{ty}`",
        help "where `{ty}` is only another name, say for what: `#[schemars(with = \"{like}\")]`";
}
