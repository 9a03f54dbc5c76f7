#!/usr/bin/env bash
# Tries a package on a bare Debian: installs it in a folder made by debootstrap, opens its window on a virtual display,
# opens a story by its file type as a double-click does, removes it, and compares what is there with what was there.
#   packaging/try-deb.sh [DEB] [SUITE]       as root; pictures and lists stay in target/try-deb
# Needs (Debian): debootstrap xvfb xdotool x11-utils imagemagick
set -euo pipefail
cd "$(dirname "$0")/.."

deb=$(realpath "${1:-$(ls -t target/debian/*.deb | head -n 1)}")
suite=${2:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
out=$PWD/target/try-deb
work=$(mktemp -d "${TMPDIR:-/tmp}/try-deb.XXXXXX")
mkdir -p "$out"
processes=()

end() {
    for process in "${processes[@]}"; do kill "$process" 2>/dev/null || true; done
    for root in "$work"/*/; do
        for mount in proc dev; do mountpoint -q "$root$mount" && umount -l "$root$mount"; done
    done
    rm -rf --one-file-system "$work"
}
trap end EXIT

say() { printf '== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# A bare system, made once.
bare=${BARE:-$out/$suite}
[ -e "$bare/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$bare" "$mirror" > "$out/debootstrap.log"

# A copy of it with the package's file inside.
copy() {
    root=$work/$1
    cp -a "$bare" "$root"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"
    cp /etc/resolv.conf "$root/etc/"
    cp "$deb" "$root/throughline.deb"
    inside useradd --create-home reader
    inside apt-get -qq update
}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
install() { inside apt-get -qq install -y "$@" >> "$out/apt.log" 2>&1; }
# As somebody who sits at the display.
seated() {
    chroot "$root" su reader -c 'cd; exec env DISPLAY="$0" LIBGL_ALWAYS_SOFTWARE=1 "$@"' "$DISPLAY" "$@"
}

# The display, outside of the bare system.
exec 9<> "$work/display"
Xvfb -displayfd 9 -screen 0 1440x900x24 -nolisten tcp > /dev/null 2>&1 &
processes+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(head -n 1 "$work/display")
export DISPLAY

# Waits for a window whose title has $1, takes the picture $2 and closes it.
window() {
    local id=
    for _ in $(seq 300); do
        id=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1 || true)
        [ -n "$id" ] && break
        sleep 0.2
    done
    [ -n "$id" ] || fail "no window \"$1\""
    xprop -id "$id" WM_CLASS | grep -q '"throughline"' || fail "the window has another class"
    # Until the picture stands still.
    local before= now=
    for _ in $(seq 60); do
        sleep 1
        now=$(import -window "$id" rgb:- | sha256sum)
        [ "$now" = "$before" ] && break
        before=$now
    done
    import -window "$id" "$out/$2.png"
    [ "$(identify -format %k "$out/$2.png")" -gt 50 ] || fail "the window \"$1\" is empty"
    say "window \"$(xdotool getwindowname "$id")\": $out/$2.png"
    local process
    process=$(xdotool getwindowpid "$id")
    xdotool windowfocus "$id" key ctrl+q || true
    for _ in $(seq 100); do [ -e "/proc/$process" ] || return 0; sleep 0.1; done
    kill "$process"
}

# All files but the system's own bookkeeping, with their contents.
list() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./var/cache/apt -o -path ./var/lib/apt \
        -o -path ./var/lib/dpkg -o -path ./var/log -o -path ./var/cache/man -o -path ./home -o -path ./throughline.deb \
        -o -path './var/cache/*/aux-cache' \) -prune -o -printf '%y %p\n' -type f -exec sha256sum {} + | LC_ALL=C sort -k 2)
}

say "$(dpkg-deb -f "$deb" Package Version Installed-Size | tr '\n' ' ')$(stat -c %s "$deb") bytes"

say "A bare $suite with nothing but what the package depends on"
copy plain
install --no-install-recommends /throughline.deb
inside throughline --version
inside throughline check /usr/share/doc/throughline/examples/us-china-cloud.story.ron
inside throughline export /usr/share/doc/throughline/examples/us-china-cloud.story.ron -o /tmp/timeline.png
if inside throughline; then fail "a window without a display"; fi
seated throughline & processes+=($!)
window Throughline bare
umount -l "$root/proc" "$root/dev"

say "A bare $suite with what the package recommends"
copy desktop
install xdg-utils libglib2.0-bin man-db
inside apt-get -qq satisfy -y "$(dpkg-deb -f "$deb" Depends), $(dpkg-deb -f "$deb" Recommends)" >> "$out/apt.log" 2>&1
list > "$out/before.txt"
install /throughline.deb
list > "$out/installed.txt"
say "$(inside dpkg -L throughline | wc -l) paths belong to the package"
inside man --pager=cat throughline | head -n 4

mkdir "$root/home/reader/stories"
cp data/us-china-cloud.ron "$root/home/reader/stories/a case.story.ron"
printf 'Story(\n    format: 1,\n    title: "The bridge",\n)\n' > "$root/home/reader/stories/bridge.ron"
chown -R --reference="$root/home/reader" "$root/home/reader/stories"
for story in "stories/a case.story.ron" stories/bridge.ron; do
    type=$(seated xdg-mime query filetype "$story")
    default=$(seated xdg-mime query default "$type")
    say "$story is $type, opened by $default"
    [ "$type $default" = "application/x-throughline-story throughline.desktop" ] || fail "$story is no story to the desktop"
done
seated xdg-open "stories/a case.story.ron" & processes+=($!)
window cloud xdg-open
seated gio open stories/bridge.ron & processes+=($!)
window bridge gio-open

say "Removed"
inside apt-get -qq purge -y throughline >> "$out/apt.log" 2>&1
list > "$out/after.txt"
diff "$out/before.txt" "$out/after.txt" > "$out/left.txt" || fail "something is left or changed: $out/left.txt"
say "nothing is left, nothing has changed; what the reader wrote stays: $(cd "$root/home/reader" && find . -newer "$root/throughline.deb" -type f -path '*throughline*' | tr '\n' ' ')"
