#!/bin/sh
# Checks that the core compiles for wasm32-unknown-unknown. Uses the active toolchain if it has the target installed
# (`rustup target add wasm32-unknown-unknown`), otherwise Debian's `rustc-web` and `rust-web-src`.
set -eu
cd "$(dirname "$0")/../.."
target=wasm32-unknown-unknown
check="check -p goldenhour-core --lib --no-default-features --target $target"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target/wasm}"

if [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; then
    # shellcheck disable=SC2086
    exec cargo $check
fi
if ! [ -x /usr/bin/rustc ] || ! [ -x /usr/bin/cargo ]; then
    echo "install the target: rustup target add $target (or on Debian: apt-get install rustc-web rust-web-src)" >&2
    exit 1
fi
# Debian ships no precompiled standard library for this target, so cargo builds it from source.
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
# shellcheck disable=SC2086
exec /usr/bin/cargo $check -Z build-std=std,panic_abort
