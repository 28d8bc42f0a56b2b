#!/bin/sh
# Fetches the calendars of npm that tests/oracles asks beside our own rules, and node to run them.
# usage: sh tests/oracles/fetch.sh
set -eu
cd "$(dirname "$0")"
. ../../scripts/fetching.sh

# shellcheck disable=SC2046 # a list of packages
fetch_packages $(missing_for_npm)
fetch_scripts
