#!/bin/sh
# Installs the readers with which tests/print looks at real pages: poppler's tools and zbar (apt). Says what it does;
# does nothing where they are there. Runs as root or with sudo, on a bare Debian 12.
# usage: sh tests/print/fetch.sh
set -eu

say() { printf 'fetch.sh: %s\n' "$*" >&2; }

wanted=""
command -v pdftotext >/dev/null || wanted="$wanted poppler-utils"
command -v zbarimg >/dev/null || wanted="$wanted zbar-tools"
if [ -z "$wanted" ]; then exit 0; fi

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "installing needs root or sudo; as root, run: apt-get install --no-install-recommends$wanted"
        exit 1
    fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"; }

say "installing$wanted (apt)"
apt update >/dev/null
# shellcheck disable=SC2086
apt install -y --no-install-recommends $wanted >/dev/null
