//! `distribution` and `lengths`: names, parameters, and fields that have neither.

super::messages! {
    fn unknown(name: &str, help: String) =>
        "there is no distribution `{name}`",
        help "{help}";

    fn missing(name: &str, parameter: &str, example: &str) =>
        "the {parameter} of `{name}` is missing",
        help "write `{example}`";

    fn unknown_parameter(name: &str, parameter: &str, help: String) =>
        "`{name}` has no parameter `{parameter}`",
        help "{help}";

    fn no_number(name: &str, parameter: &str, example: &str) =>
        "the {parameter} of `{name}` is written as a number",
        help "write `{example}`";

    fn not_above_zero(name: &str, parameter: &str, value: &str) =>
        "the {parameter} of `{name}` is {value}, and not a number above 0",
        help "a {parameter} says how wide the values are spread";

    /// Stands at both.
    fn mean_and_rate() =>
        "`exponential` has both `mean` and `rate`, and each is one over the other",
        help "keep one of them";

    /// `kind` is what the field is.
    fn of_no_number(field: &str, kind: &str, ty: &str) =>
        "`distribution` spreads numbers, and field `{field}` is {kind} (`{ty}`)",
        help "remove `distribution`";

    /// `kind` is what the field is.
    fn of_no_length(field: &str, kind: &str, ty: &str) =>
        "`lengths` spreads the lengths of lists, maps and texts, and field `{field}` is {kind} (`{ty}`)",
        help "remove `lengths`";
}
