#!/bin/sh
# Fetches hebcal, which tests/oracles asks beside our own rules: node and npm (apt), then what the lock file names (npm).
# Says what it does; does nothing where it is there. Runs as root or with sudo, on a bare Debian 12.
# usage: sh tests/oracles/fetch.sh
set -eu
cd "$(dirname "$0")"

say() { printf 'fetch.sh: %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "installing needs root or sudo; as root, run: apt-get install --no-install-recommends nodejs npm ca-certificates"
        exit 1
    fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"; }

# The copy of the lock file that stands beside what it describes.
if cmp -s package-lock.json node_modules/.fetched && command -v node >/dev/null; then exit 0; fi

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    say "installing nodejs npm ca-certificates (apt)"
    apt update >/dev/null
    apt install -y --no-install-recommends nodejs npm ca-certificates >/dev/null
fi
say "fetching hebcal (npm ci)"
npm ci --silent --no-audit --no-fund
cp package-lock.json node_modules/.fetched
