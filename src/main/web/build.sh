#!/bin/sh
# Builds the console into the folder given as first argument: packages, types, lint, bundle. A second argument, "unchecked",
# leaves types and lint to the build that tests.
# Each step is skipped while what it depends on is unchanged, so a build that changes nothing costs next to nothing.
set -eu

say() { echo "web console: $*"; }
fail() { echo "web console: $*" >&2; exit 1; }

NEEDED="Node 20.19 or newer (not 21), or 22.12 or newer, with npm"

[ $# -eq 1 ] || { [ $# -eq 2 ] && [ "$2" = unchecked ]; } || fail "usage: build.sh OUTDIR [unchecked]"
mkdir -p "$1"
OUT=$(cd "$1" && pwd)
STAMP="$(dirname "$OUT")/$(basename "$OUT").stamp"
cd "$(dirname "$0")"

command -v node >/dev/null 2>&1 || fail "$NEEDED is needed, and there is no node on the PATH; install it and run the build again."
command -v npm >/dev/null 2>&1 || fail "$NEEDED is needed, and there is no npm on the PATH; install it and run the build again."
node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22 ? 0 : 1)' ||
  fail "$NEEDED is needed, and this is Node $(node --version); install a newer one and run the build again."

# One at a time in a checkout: a second build waits for the first, and may find its work done.
BUILDING=.building
builds() {
  if command -v ps >/dev/null 2>&1; then ps -o args= -p "$1" 2>/dev/null | grep -q build.sh; else kill -0 "$1" 2>/dev/null; fi
}
TOLD=
TRIES=0
until ln -s $$ "$BUILDING" 2>/dev/null; do
  HOLDER=$(readlink "$BUILDING" || true)
  if [ -n "$HOLDER" ] && builds "$HOLDER"; then
    [ -n "$TOLD" ] || say "waiting for the build of process $HOLDER"
    TOLD=yes
  else
    rm -f "$BUILDING"
    TRIES=$((TRIES + 1))
    [ $TRIES -lt 20 ] || fail "$(pwd)/$BUILDING cannot be made; see that the folder can be written, and run the build again."
  fi
  sleep 0.2
done
COMMAND=
LINT=
trap 'for CHILD in $COMMAND $LINT; do kill "$CHILD" 2>/dev/null || true; done; rm -f "$BUILDING"' EXIT
trap 'exit 143' TERM INT HUP

# Runs a command that ends with this build, however that ends.
run() {
  "$@" &
  COMMAND=$!
  wait $COMMAND || return
  COMMAND=
}

# Packages.
LOCK=$(cat package.json package-lock.json .npmrc | cksum)
LOCK_STAMP=node_modules/.fetched
if [ ! -f "$LOCK_STAMP" ] || [ "$(cat "$LOCK_STAMP")" != "$LOCK" ]; then
  say "fetching packages from the npm registry (once per change of package-lock.json) …"
  run npm ci --loglevel=error || fail "npm could not fetch the packages; its own words are above. Check the network or the registry in your npm configuration, and run the build again."
  echo "$LOCK" >"$LOCK_STAMP"
fi

# Sources.
SOURCES=$(find . \( -path ./node_modules -o -path ./dist \) -prune -o -type f -print | LC_ALL=C sort | xargs cksum | cksum)
if [ -f "$STAMP" ] && [ -f "$OUT/index.html" ] && [ "$(cat "$STAMP")" = "$SOURCES" ]; then
  say "unchanged since the last build"
  exit 0
fi
rm -f "$STAMP"
bundle() { run npm run --silent build -- --outDir "$OUT" --emptyOutDir --logLevel warn; }
if [ $# -eq 2 ]; then
  say "building"
  bundle
else
  say "checking types, linting, building"
  npm run --silent lint &
  LINT=$!
  run npm run --silent typecheck
  bundle
  wait $LINT
  LINT=
fi
echo "$SOURCES" >"$STAMP"
say "built into $OUT"
