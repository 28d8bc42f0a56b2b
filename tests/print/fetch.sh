#!/bin/sh
# Fetches the readers with which tests/print looks at real pages: poppler's tools, zbar, LibreOffice without a screen;
# and Ghostscript, which makes the files for print shops.
# usage: sh tests/print/fetch.sh
set -eu
cd "$(dirname "$0")"
. ../../scripts/fetching.sh

# shellcheck disable=SC2046 # lists of packages
fetch_packages $(missing pdftotext poppler-utils) $(missing zbarimg zbar-tools) $(missing gs ghostscript) \
    $(missing soffice libreoffice-writer-nogui)
