#!/usr/bin/env bash
# Makes the pictures of the README, by the program itself. Needs a release build, pngquant and mesa-vulkan-drivers.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${CARGO_TARGET_DIR:-target}/release/throughline
picture() {
    "$program" export data/us-china-cloud.ron --view window --size 1440x900 -o "assets/$1" "${@:2}"
    pngquant --force --skip-if-larger --strip --output "assets/$1" 128 "assets/$1"
}
picture window.png
picture selected.png --select event/mexico-event
picture filtered.png --filter 'tag:cloud kind:company' --theme dark
