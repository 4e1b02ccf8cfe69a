#!/usr/bin/env bash
# Writes every format and has it read by what it is for. Needs cargo, node with npm, and python3.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$(cd "$here/../.." && pwd)"
work="$root/target/consumers"
mkdir -p "$work/out"
cd "$root"
cargo build --quiet --package frise-cli
frise="$root/target/debug/frise"

for case in concert-hall hostile antiquity; do
    file="$here/$case.toml"
    [ "$case" = concert-hall ] && file="$root/fixtures/cases/concert-hall.toml"
    for format in json timelinejs csv markdown mermaid ics claimreview; do
        "$frise" case "$file" --quiet --format "$format" -o "$work/out/$case.$format"
    done
    "$frise" case "$file" --quiet --format csv --bom --separator ';' -o "$work/out/$case.excel.csv"
done
for article in carnet depeche review harbour; do
    "$frise" tag --quiet --format timeml --published 2024-04-05 "fixtures/articles/$article.txt" \
        > "$work/out/$article.timeml"
    "$frise" tag --quiet --format json --published 2024-04-05 "fixtures/articles/$article.txt" \
        > "$work/out/$article.tag.json"
    "$frise" timeline --quiet --format json --published 2024-04-05 "fixtures/articles/$article.txt" \
        > "$work/out/$article.timeline.json"
    "$frise" check --quiet --format json --published 2024-04-05 "fixtures/articles/$article.txt" \
        > "$work/out/$article.check.json" || [ $? = 1 ]
    "$frise" ask --quiet --format json --published 2024-04-05 "fixtures/articles/$article.txt" \
        'count("x") = 0' > "$work/out/$article.ask.json"
done
for command in tag timeline check ask case; do
    "$frise" schema "$command" > "$work/out/$command.schema.json"
done

cp "$here/formats.mjs" "$here/review.mjs" "$work/"
cd "$work"
[ -f package.json ] || npm init --yes > /dev/null
npm install --silent --no-audit --no-fund \
    mermaid@11 jsdom @knight-lab/timelinejs@3 schema-dts typescript marked
node formats.mjs out
node review.mjs out
[ -d venv ] || python3 -m venv venv
venv/bin/pip install --quiet icalendar jsonschema lxml
venv/bin/python "$here/formats.py" "$work/out" "$here/timeml.dtd"
echo "every format was read"
