#!/bin/sh
# Fetches the readers of the feed panel that pip cannot give: libical and calcurse, sabre/vobject, the parsers of npm and node.
# usage: sh tests/feeds/clients/fetch.sh
set -eu
cd "$(dirname "$0")"
. ../../../scripts/fetching.sh

missing_libical() {
    /usr/bin/python3 -c "import gi; gi.require_version('ICalGLib', '3.0')" 2>/dev/null || echo gir1.2-ical-3.0 python3-gi
}

missing_sabre() {
    [ -e /usr/share/php/Sabre/VObject/autoload.php ] || echo php-cli php-sabre-vobject
}

# shellcheck disable=SC2046 # lists of packages
fetch_packages $(missing_libical) $(missing_sabre) $(missing calcurse calcurse) $(missing_for_npm)
fetch_scripts
