#!/bin/sh
# Installs missing Debian packages: a C linker for the build and, unless --tests is given, the libraries that the
# window needs at run time. Does nothing if everything is installed.
set -eu

build="gcc libc6-dev"
window="libgl1 libegl1 libgl1-mesa-dri libxkbcommon0 libxkbcommon-x11-0 libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2"

wanted=$build
[ "${1:-}" = "--tests" ] || wanted="$build $window"

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "this is not Debian or a derivative; install the equivalents of: $wanted" >&2
    exit 0
fi

missing=""
for package in $wanted; do
    # On Ubuntu and newer Debian, some packages have a suffix and only provide the plain name.
    if ! dpkg-query -W -f '${Package} ${Provides} ${Status}\n' 2>/dev/null | grep -q "\b$package\b.* installed$"; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "not root and no sudo; install these packages as root:$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
$as_root apt-get update
# shellcheck disable=SC2086
$as_root apt-get install -y --no-install-recommends $missing
