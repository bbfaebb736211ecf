//! Enums of which nothing can be drawn.

super::messages! {
    fn none(name: &str) =>
        "the enum `{name}` has no variants, so it has no values",
        help "add a variant, or do not derive `Foundry` for it";

    fn all_skipped(name: &str) =>
        "all variants of `{name}` are skipped, so no value is left",
        help "remove `skip` from one of them";

    /// Stands at each weight.
    fn weights_of_zero(name: &str) =>
        "all weights of `{name}` are 0, so no variant can be drawn",
        help "give one variant a weight above 0, or use `skip` for those that are not wanted";

    /// Stands at the weight and at what skips the variant.
    fn weight_of_skipped(variant: &str, skip: &str) =>
        "variant `{variant}` has both `weight` and `{skip}`, and a skipped variant is never drawn",
        help "keep one of them";
}
