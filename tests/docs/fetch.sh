#!/bin/sh
# Fetches what tests/docs applies the changes of the documentation with: git.
# usage: sh tests/docs/fetch.sh
set -eu
cd "$(dirname "$0")"
. ../../scripts/fetching.sh

# shellcheck disable=SC2046 # lists of packages
fetch_packages $(missing git git)
