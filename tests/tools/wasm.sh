#!/usr/bin/env bash
# Builds the crate for wasm32-unknown-unknown, which has no operating system, and runs it in node: tests/tools/wasm.sh
#
# Takes rustup's target where it is installed (rustup target add wasm32-unknown-unknown); otherwise Debian's rustc-web, which builds its standard
# library along (apt-get install rustc-web cargo-web rust-web-src lld-22). RUSTC, CARGO and WASM_LD name others.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/wasm"
target=wasm32-unknown-unknown
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}
if rustup target list --installed 2>/dev/null | grep -qx "$target"; then
    cargo build --quiet --release --target "$target"
else
    export RUSTC=${RUSTC:-/usr/bin/rustc} RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=${WASM_LD:-/usr/lib/llvm-22/bin/wasm-ld}
    [ -e "$("$RUSTC" --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] || {
        echo "no target $target, and no sources of the standard library for $RUSTC" >&2
        exit 1
    }
    [ -x "$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER" ] || {
        echo "no linker $CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: apt-get install lld-22, or name another in WASM_LD" >&2
        exit 1
    }
    "${CARGO:-/usr/bin/cargo}" build --quiet --release -Zbuild-std=std,panic_abort --target "$target"
fi
module=$CARGO_TARGET_DIR/$target/release/demarche_wasm.wasm
node run.mjs "$module"
"${RUSTC:-rustc}" --version
ls -l "$module" | awk '{ print $5 " bytes" }'
