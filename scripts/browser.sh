#!/bin/sh
# Print the path of a Chromium for the tests that open pages; a Chinese font comes with it.
# Looks at PLANGEN_BROWSER, then PATH; then, as root where apt-get is, installs what is missing (not with --find).
# Says one sentence and ends with 1 where there is none: these tests never skip.
set -eu

runs() {
    [ -n "$1" ] && "$1" --version >/dev/null 2>&1
}

find_browser() {
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        path=$(command -v "$name" 2>/dev/null) || continue
        if runs "$path"; then
            printf '%s\n' "$path"
            return 0
        fi
    done
    return 1
}

has_chinese_font() {
    # without fontconfig nothing can be said (macOS has such fonts); root on Debian gets both
    if command -v fc-list >/dev/null 2>&1; then
        [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]
    else
        ! can_install
    fi
}

can_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >&2
}

install() {
    echo "plangen: installing for the browser tests: $*" >&2
    { apt install -y --no-install-recommends "$@" 2>/dev/null || { apt update && apt install -y --no-install-recommends "$@"; }; } >/dev/null
}

if [ -n "${PLANGEN_BROWSER:-}" ]; then
    if ! runs "$PLANGEN_BROWSER"; then
        echo "plangen: PLANGEN_BROWSER is $PLANGEN_BROWSER, which does not run; let it name a Chromium or Chrome, or unset it." >&2
        exit 1
    fi
    browser=$PLANGEN_BROWSER
else
    browser=$(find_browser) || browser=
fi

if [ "${1:-}" != --find ] && can_install; then
    missing=
    [ -n "$browser" ] || missing="chromium"
    has_chinese_font || missing="$missing fontconfig fonts-noto-cjk"
    # shellcheck disable=SC2086  # a list of package names
    [ -z "$missing" ] || install $missing || true
    [ -n "$browser" ] || browser=$(find_browser) || browser=
fi

if [ -z "$browser" ]; then
    echo "plangen: the tests need a Chromium or Chrome and found none; install one (Debian: apt-get install chromium fonts-noto-cjk), or set PLANGEN_BROWSER to its path." >&2
    exit 1
fi
if [ "${1:-}" != --find ] && ! has_chinese_font; then
    echo "plangen: no Chinese font was found; install one (Debian: apt-get install fonts-noto-cjk), or pictures of pages show boxes." >&2
fi
printf '%s\n' "$browser"
