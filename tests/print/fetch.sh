#!/bin/sh
# Fetches the readers with which tests/print looks at real pages: poppler's tools, zbar, and LibreOffice without a screen.
# usage: sh tests/print/fetch.sh
set -eu
cd "$(dirname "$0")"
. ../../scripts/fetching.sh

# shellcheck disable=SC2046 # lists of packages
fetch_packages $(missing pdftotext poppler-utils) $(missing zbarimg zbar-tools) $(missing soffice libreoffice-writer-nogui)
