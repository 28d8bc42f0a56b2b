#!/bin/sh
# Fetches what the tests of site and server need beyond pip: Chromium, nginx, Apache, Caddy, Thunderbird, zbar and node
# (apt), playwright-core and axe-core (npm). Says what it does; does nothing where everything is there. Runs as root or with
# sudo, on a bare Debian 12.
# usage: sh tests/web/fetch.sh
set -eu
cd "$(dirname "$0")"

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

# Servers of Debian are in /usr/sbin, which is not in every PATH.
has() { PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null; }

# The copy of the lock file that stands beside what it describes.
has_scripts() { cmp -s package-lock.json node_modules/.fetched; }

wanted=""
for pair in chromium:chromium nginx:nginx-light apache2:apache2-bin caddy:caddy thunderbird:thunderbird node:nodejs \
    zbarimg:zbar-tools; do
    if has "${pair%%:*}"; then say "${pair%%:*} is there"; else wanted="$wanted ${pair#*:}"; fi
done
if has_scripts; then
    say "the scripts of npm are there"
elif ! has npm; then
    # Without ca-certificates Debian's node trusts no registry.
    wanted="$wanted npm ca-certificates"
fi

if [ -n "$wanted" ]; then
    if ! has apt-get; then
        say "apt-get is missing on this system; install these by its own means:$wanted"
        exit 1
    fi
    say "apt-get update"
    apt update >/dev/null
    say "apt-get install --no-install-recommends$wanted"
    # shellcheck disable=SC2086 # a list of packages
    apt install -y --no-install-recommends $wanted >/dev/null
fi

if ! has_scripts; then
    say "npm ci (the versions of package-lock.json)"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json node_modules/.fetched
fi
say "everything is there"
