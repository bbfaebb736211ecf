//! `#[foundry(…)]` options that cannot be followed.

super::messages! {
    fn presence_beyond_one(field: &str, value: &str) =>
        "`presence` of field `{field}` is {value}, and a probability is from 0 to 1",
        help "three of ten are `presence = 0.3`";

    fn presence_of_required(field: &str, ty: &str) =>
        "`presence` says how often an `Option` is `Some`, and field `{field}` is a `{ty}`",
        help "write `Option<{ty}>`, or remove `presence`";

    fn faker_of_other_kind(field: &str, ty: &str) =>
        "`faker` of field `{field}` names a generator of texts, and the field is a `{ty}`",
        help "remove `faker`, or write the values yourself: `with = path::to::generator`";

    fn no_values(field: &str) =>
        "`values` of field `{field}` is empty, so there is nothing to draw",
        help "name the values: `values = [1, 2, 3]`";

    fn weights_without_values(field: &str) =>
        "field `{field}` has `weights`, and no `values` that they weigh",
        help "name the values, one for each weight: `values = [...]`";

    /// Stands at both.
    fn other_count_of_weights(field: &str, values: usize, weights: usize) =>
        "{values} `values` of field `{field}` have {weights} `weights`",
        help "write one weight for each value, in their order";

    fn weights_of_zero(field: &str) =>
        "all `weights` of field `{field}` are 0, so no value can be drawn",
        help "give one value a weight above 0";

    /// `is` is "text" or "a number", `kind` what the field is.
    fn value_of_other_kind(field: &str, is: &str, kind: &str, ty: &str) =>
        "one of the `values` of field `{field}` is {is}, and the field is {kind} (`{ty}`)",
        help "write values of the type `{ty}`";

    fn value_beyond_type(field: &str, value: &str, ty: &str, limits: &str) =>
        "one of the `values` of field `{field}` is {value}, and a `{ty}` is {limits}",
        help "write values that a `{ty}` can hold";

    /// `hint` is `unique` or `sequence`, `count` how many values there are.
    fn few_values(hint: &str, field: &str, ty: &str, count: &str) =>
        "`{hint}` gives each row another value, and field `{field}` is a `{ty}`, which has only {count}",
        help "put `{hint}` on a field of more values";

    /// `kind` is "a list", "a map" or "a tuple".
    fn of_many_values(hint: &str, field: &str, kind: &str, ty: &str) =>
        "`{hint}` counts single values, and field `{field}` is {kind} (`{ty}`)",
        help "put `{hint}` on a field of what it holds, or draw from a list: `values = [...]`";

    fn of_unread_field(option: &str, owner: &str) =>
        "`{option}` has no effect: the contract that is read has no {owner}",
        help "remove `{option}`";

    /// Stands at both.
    fn both(owner: &str, one: &str, other: &str) =>
        "{owner} has both `{one}` and `{other}`, and each of them says which values to make",
        help "keep one of them";

    /// Stands at both.
    fn beside_own_schema(option: &str) =>
        "`{option}` stands in the schema that the derive writes, and `schema = \"own\"` has it write none",
        help "remove one of them";
}
