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
        help "the {parameter} says how wide the values are spread";

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

    fn no_list(parameter: &str, example: &str) =>
        "the `{parameter}` of `weighted` are written as a list of numbers in brackets",
        help "write `{example}`";

    fn no_length(value: &str) =>
        "`lengths` chooses among lengths, and {value} is none: they are whole numbers from 0 on",
        help "write them as they are counted: `weighted(values = [0, 1, 5], weights = [6, 3, 1])`";

    fn value_twice(value: &str) =>
        "`weighted` has the value {value} twice",
        help "write it once, with the sum of its weights";

    fn no_weight(value: &str, most: u32) =>
        "{value} is no weight: they are whole numbers from 0 to {most}",
        help "three of four are `weighted(values = [1, 2], weights = [3, 1])`";

    fn no_values() =>
        "`values` of `weighted` is empty, so there is nothing to draw",
        help "name the values: `weighted(values = [1, 2], weights = [9, 1])`";

    /// Stands at both.
    fn other_count_of_weights(values: usize, weights: usize) =>
        "{values} `values` of `weighted` have {weights} `weights`",
        help "write one weight for each value, in their order";

    fn weights_of_zero() =>
        "all `weights` of `weighted` are 0, so no value can be drawn",
        help "give one value a weight above 0";
}
