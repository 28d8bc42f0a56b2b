#!/bin/sh
# Fetches what the tests of site and server need beyond pip: Chromium and Thunderbird, nginx, Apache and Caddy, zbar,
# systemd-analyze; from npm playwright-core and axe-core, and node.
# usage: sh tests/web/fetch.sh
set -eu
cd "$(dirname "$0")"
. ../../scripts/fetching.sh

# shellcheck disable=SC2046 # lists of packages
fetch_packages $(missing chromium chromium) $(missing thunderbird thunderbird) $(missing nginx nginx-light) \
    $(missing apache2 apache2-bin) $(missing caddy caddy) $(missing zbarimg zbar-tools) \
    $(missing systemd-analyze systemd) $(missing_for_npm)
fetch_scripts
