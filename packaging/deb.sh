#!/usr/bin/env bash
# Builds target/debian/throughline_VERSION_ARCH.deb. Needs cargo-deb (cargo install cargo-deb --locked) and dpkg-dev.
set -euo pipefail
cd "$(dirname "$0")/.."

build=${CARGO_TARGET_DIR:-target}
cargo build --profile dist --locked
rm -rf target/share
"$build/dist/throughline" --generate target >/dev/null
# Debian has its own place for zsh's completions.
mkdir -p target/share/zsh/vendor-completions
mv target/share/zsh/site-functions/* target/share/zsh/vendor-completions/
rmdir target/share/zsh/site-functions

# The licences of all libraries that the program holds, each text once.
libraries=target/share/doc/throughline/LIBRARIES.gz
mkdir -p "$(dirname "$libraries")"
cargo tree --locked --edges normal --prefix none --target "$(rustc --print host-tuple)" --format '{p}|{l}' \
    | sed 's/ (\*)$//; s/ (proc-macro)//' | LC_ALL=C sort -u | grep -v '^throughline ' > target/libraries
{
    echo "Throughline holds these libraries, under these licences:"
    echo
    sed 's/|/  /' target/libraries
    sources=${CARGO_HOME:-$HOME/.cargo}/registry/src
    declare -A seen=()
    while IFS='|' read -r package _; do
        name=${package%% *} version=${package#* v}
        for text in "$sources"/*/"$name-${version%% *}"/{,assets/}{LICEN[CS]E,license,COPYING,COPYRIGHT,NOTICE,UNLICENSE}*; do
            [ -f "$text" ] || continue
            sum=$(sha256sum < "$text")
            [ -z "${seen[$sum]-}" ] || continue
            seen[$sum]=1
            printf '\n======== %s: %s\n\n' "$package" "$(basename "$text")"
            cat "$text"
        done
    done < target/libraries
} | gzip -9n > "$libraries"
rm target/libraries

cargo deb --locked --no-build --profile dist "$@"
