# Everything that must hold before a change is merged.
check:
    .ci/run

# Sets the layout of the code.
format:
    cargo fmt --all

# Rows per second of the storefront, beside those of `fake`.
bench:
    cargo bench --package foundry-examples

# Licences, advisories and sources of all dependencies; needs cargo-deny and its database.
deny:
    cargo deny --all-features check

# Writes the expected texts of compile errors and the tree of ARCHITECTURE.md anew. Read the diff.
bless:
    TRYBUILD=overwrite cargo test --package foundry-ui-tests
    UPDATE_TREE=1 cargo test --package foundry-tests --test architecture
