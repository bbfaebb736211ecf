# Everything that must hold before a change is merged.
check:
    .ci/run

# Sets the layout of the code.
format:
    cargo fmt --all

# Rows per second of the storefront, beside those of `fake`.
bench:
    cargo bench --package foundry-examples

# Instructions of fixed scenarios beside those of the baseline; `just counted --write` writes it anew. Needs valgrind.
counted mode="--check":
    cargo bench --package foundry-examples --bench counted -- {{mode}}

# What the derives cost at compile time, beside those of others.
compile-times:
    .ci/compile-times

# Licences, advisories and sources of all dependencies; needs cargo-deny and its database.
deny:
    cargo deny --all-features check

# Writes the expected texts of the compile errors anew. Read the diff.
ui:
    TRYBUILD=overwrite cargo test --package foundry-ui-tests

# Writes the golden vectors anew. A change of what stands there raises STREAM_VERSION.
golden:
    FOUNDRY_GOLDEN=write cargo test --package foundry-tests --test determinism --test unique golden
    FOUNDRY_GOLDEN=write cargo test --package foundry --lib realistic::tests::golden
    FOUNDRY_GOLDEN=write cargo test --package foundry-tests --test built_ins

# Writes the tree of ARCHITECTURE.md anew. Give new files their line.
tree:
    UPDATE_TREE=1 cargo test --package foundry-tests --test architecture
