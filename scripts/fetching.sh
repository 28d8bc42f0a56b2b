# shellcheck shell=sh
# Sourced by environment.sh and by the fetch.sh of the tests: gets what a machine lacks from Debian (apt) and npm, as root
# or with sudo, on a bare Debian 12. Says what it does; does nothing where everything is there.

OLDEST_NODE=18

say() { printf '\n== %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# Servers of Debian are in /usr/sbin, which is not in every PATH.
has() { PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null; }

# `node --version` says "v20.20.2".
has_node() { has node && [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge "$OLDEST_NODE" ]; }

# The copy of the lock file stands beside what it describes.
has_scripts() { cmp -s package-lock.json node_modules/.fetched; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@"; }

# fetch_packages PACKAGE...: from Debian; none named, none fetched.
fetch_packages() {
    [ $# -gt 0 ] || return 0
    has apt-get || fail "apt-get is missing on this system; install these by its own means: $*"
    [ "$(id -u)" -eq 0 ] || has sudo ||
        fail "installing needs root or sudo; as root, run: apt-get install --no-install-recommends $*"
    say "installing $* (apt)"
    apt update >/dev/null
    apt install -y --no-install-recommends "$@" >/dev/null
}

# missing COMMAND PACKAGE...: the packages, if there is no such command.
missing() { has "$1" || { shift && echo "$*"; }; }

# missing_for_npm: the packages without which the scripts of package-lock.json can be neither fetched nor run.
missing_for_npm() {
    has_node || echo nodejs
    # Without ca-certificates Debian's node trusts no registry.
    has_scripts || missing npm npm ca-certificates
}

# fetch_scripts: from npm, in the versions of package-lock.json.
fetch_scripts() {
    has_node || fail "node $OLDEST_NODE is missing; first in PATH is: $(command -v node || echo none)"
    has_scripts && return
    say "fetching the scripts of $PWD/package.json (npm)"
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json node_modules/.fetched
}
