# The commands developers type. `just` is optional: each recipe is one command that can be typed as well.

# List the recipes
default:
    @just --list

# Format check and lints
check:
    cargo fmt --check && cargo clippy --all-targets -- -D warnings

# Check the spelling (cargo install typos-cli)
spelling:
    typos

# Run the tests; arguments go to cargo, for example `just test -p goldenhour-core`
test *args:
    cargo test {{args}}

# Open the window, or run a command, for example `just run check first_hour`
run *args:
    cargo run -- {{args}}

# Render every screen to target/screens/
pictures:
    cargo test --test window picture::

# Redraw the pictures of the documentation
images:
    GOLDENHOUR_IMAGES=docs/images cargo test --test window documentation_images

# Run everything that the gate runs
gate:
    .ci/run
