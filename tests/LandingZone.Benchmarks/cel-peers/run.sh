#!/bin/sh
# Times LandingZone.Cel and two engines on Node over the same expressions and data, and prints one table.
set -eu
cd "$(dirname "$0")"
ours=$(mktemp)
trap 'rm -f "$ours"' EXIT
npm ci --no-audit --no-fund --silent
dotnet run -c Release --project .. -- cel-peers expressions.json > "$ours"
node peers.mjs "$ours"
