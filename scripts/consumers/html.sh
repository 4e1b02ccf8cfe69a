#!/usr/bin/env bash
# Opens pages of frise in a real browser and uses them as a reader does: every event is clicked and
# lights up exactly its sentence, verdicts light up their proof, keys work, nothing is asked of the
# network, and nothing complains.
#
#   scripts/consumers/html.sh                       the fixtures and three made cases
#   scripts/consumers/html.sh --shots DIR           …and pictures of them: light, dark, narrow
#   scripts/consumers/html.sh --picture FILE.png    the picture of the README
#   scripts/consumers/html.sh FILE.html …           other pages too
#
# Needs Debian's chromium and node, which it installs where they are missing, puppeteer-core
# and axe-core, which it keeps under target/.
set -euo pipefail
cd "$(dirname "$0")/../.."

missing=()
command -v chromium > /dev/null || missing+=(chromium)
command -v node > /dev/null || missing+=(nodejs npm)
if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    apt-get install -y -qq "${missing[@]}"
fi

work=target/consumers/html
mkdir -p "$work"
# The last line of puppeteer-core that runs on Debian's node.
[ -d "$work/node_modules/axe-core" ] ||
    npm install --prefix "$work" --silent --no-audit --no-fund puppeteer-core@24 axe-core@4
cp scripts/consumers/html/*.mjs "$work/"

cargo build -q -p frise-cli
frise=target/debug/frise
node "$work/cases.mjs" "$work"
"$frise" case fixtures/cases/concert-hall.toml --format html -o "$work/concert-hall.html"
"$frise" case fixtures/cases/concert-hall.toml --format html --ui fr -o "$work/salle.html"
"$frise" timeline --quiet --published 2024-04-05 fixtures/articles/*.txt --format html -o "$work/articles.html"
for made in many ages day hostile; do
    "$frise" case --quiet "$work/$made.toml" --format html -o "$work/$made.html"
done
exec node "$work/browse.mjs" "$work" "$@"
