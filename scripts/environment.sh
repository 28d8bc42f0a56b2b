# shellcheck shell=sh
# Sourced by the scripts beside it: makes the virtual environment `.venv` of this checkout, whatever the machine lacks.

. scripts/fetching.sh

make_environment() {
    if [ -x .venv/bin/pip ]; then return; fi
    say "making the virtual environment .venv with $(python3 --version)"
    # Debian ships Python without ensurepip; a first try without it leaves half an environment behind.
    if ! python3 -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        fetch_packages python3-venv
        python3 -m venv .venv
    fi
}

# install WHAT: pip install into .venv, quietly, with the last lines shown if it fails.
install() {
    say "installing $* into .venv (pip)"
    .venv/bin/pip install --quiet --disable-pip-version-check "$@"
}
