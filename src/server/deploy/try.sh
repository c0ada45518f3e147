#!/bin/sh
# The steps of README.md without containers, in an empty folder: pack, install without what only developers need, start on PostgreSQL,
# ask whether it is well, back up, stop. Needs npm, and DATABASE_URL of an empty PostgreSQL. From the root of a built checkout.
set -eu
: "${DATABASE_URL:?of an empty PostgreSQL}"
HERE=$(pwd)
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
npm pack --ignore-scripts --silent --pack-destination "$FOLDER" > /dev/null
cd "$FOLDER"
npm init --yes > /dev/null
npm install --omit=dev --no-audit --no-fund --silent ./skoledistrikt-*.tgz
echo "installed: $(ls node_modules | wc -l) packages, $(du -sm node_modules | cut -f1) MB"
export PORT=18500 PUBLIC_ADDRESS=https://rum.example.dk CONTACT='Planafdelingen, plan@example.dk' LOG_LEVEL=info
# Not by npx, which does not wait for what it starts to end in order.
node node_modules/skoledistrikt/dist/src/cli/main.js serve node_modules/skoledistrikt/data/lattice > out 2> log &
PROGRAM=$!
ask() { curl -sS -H 'Host: rum.example.dk' -H 'X-Forwarded-For: 192.0.2.1' "$@"; }
for _ in $(seq 60); do ask -o /dev/null "http://127.0.0.1:$PORT/healthz" 2> /dev/null && break; sleep 1; done
ask "http://127.0.0.1:$PORT/healthz"; echo
ask "http://127.0.0.1:$PORT/privatliv" | grep -c 'Planafdelingen, plan@example.dk'
ask -o /dev/null -w 'metrics without the token: %{http_code}\n' "http://127.0.0.1:$PORT/metrics"
ask -o /dev/null -w 'another site: %{http_code}\n' -H 'Origin: https://evil.example' "http://127.0.0.1:$PORT/healthz"
grep -q 'https://rum.example.dk/#arrangor=' out && echo "the organiser's link leads to the public address"
npx skoledistrikt backup backup.jsonl > /dev/null && echo "backed up: $(wc -l < backup.jsonl) lines"
kill -TERM "$PROGRAM"
wait "$PROGRAM" || true
if curl -s -o /dev/null "http://127.0.0.1:$PORT/healthz"; then echo "it still answers"; exit 1; fi
echo "stopped"
cd "$HERE"
