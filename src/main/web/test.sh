#!/bin/sh
# Runs the console's tests and leaves a JUnit report in the file given as first argument. They are not run again while
# nothing has changed since they were last green. Needs what build.sh has fetched.
set -eu

[ $# -eq 1 ] || { echo "usage: test.sh REPORT" >&2; exit 1; }
mkdir -p "$(dirname "$1")"
REPORT="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
STAMP="$REPORT.green"
cd "$(dirname "$0")"

SOURCES=$(find . \( -path ./node_modules -o -path ./dist \) -prune -o -type f -print | LC_ALL=C sort | xargs cksum | cksum)
if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$SOURCES" ]; then
  echo "web console: nothing has changed since its tests were last green"
  exit 0
fi
rm -f "$STAMP" "$REPORT"
echo "web console: testing"
npm test --silent -- --reporter=dot --reporter=junit --outputFile.junit="$REPORT"
echo "$SOURCES" >"$STAMP"
