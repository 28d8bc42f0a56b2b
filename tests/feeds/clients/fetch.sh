#!/bin/sh
# Fetches the readers of the feed panel that pip cannot give: libical, calcurse and node (apt), the parsers of npm.
# Says what it does; does nothing where everything is there. Runs as root or with sudo, on a bare Debian 12.
# usage: sh tests/feeds/clients/fetch.sh
set -eu
cd "$(dirname "$0")"

OLDEST_NODE=18

say() { printf 'fetch.sh: %s\n' "$*" >&2; }

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

has_libical() { /usr/bin/python3 -c "import gi; gi.require_version('ICalGLib', '3.0')" 2>/dev/null; }

has_calcurse() { command -v calcurse >/dev/null; }

# `node --version` says "v20.20.2".
has_node() {
    command -v node >/dev/null || return 1
    version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$version" -ge "$OLDEST_NODE" ]
}

has_npm() { command -v npm >/dev/null; }

# The copy of the lock file that stands beside what it describes.
has_parsers() { cmp -s package-lock.json node_modules/.fetched; }

wanted=""
if has_libical; then say "libical is there"; else wanted="$wanted gir1.2-ical-3.0 python3-gi"; fi
if has_calcurse; then say "calcurse is there"; else wanted="$wanted calcurse"; fi
if has_node; then say "node is there ($(node --version))"; else wanted="$wanted nodejs"; fi
# Without ca-certificates Debian's node trusts no registry.
if has_parsers; then
    say "the parsers of npm are there"
elif ! has_node || ! has_npm; then
    wanted="$wanted npm ca-certificates"
fi

if [ -n "$wanted" ]; then
    if ! command -v apt-get >/dev/null; then
        say "apt-get is missing on this system; install these by its own means:$wanted"
        exit 1
    fi
    say "apt-get update"
    apt update >/dev/null
    say "apt-get install --no-install-recommends$wanted"
    # shellcheck disable=SC2086 # a list of packages
    apt install -y --no-install-recommends $wanted >/dev/null
fi
if ! has_node; then
    say "node is still missing or older than $OLDEST_NODE; an older one comes first in PATH: $(command -v node || echo none)"
    exit 1
fi

if ! has_parsers; then
    say "npm ci (the versions of package-lock.json)"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json node_modules/.fetched
fi
say "all readers are there"
