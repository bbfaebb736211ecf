# What CI runs.
check:
    .ci/run

# The README's example with its rows and its report.
storefront:
    cargo run --release --example storefront

# Rewrites the compile errors of the derive; read every change before it is committed.
ui:
    TRYBUILD=overwrite cargo test -p foundry-ui-tests

# Rewrites the golden vectors; STREAM_VERSION and the changelog go with them.
golden:
    FOUNDRY_GOLDEN=write cargo test -p foundry-tests --test determinism golden

# Licences and advisories of the dependencies.
deny:
    cargo deny check
