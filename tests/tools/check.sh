#!/usr/bin/env bash
# Gives every output to the tool it is for: tests/tools/check.sh [FOLDER-FOR-SCREENSHOTS]
#
# Needs the examples `annotate` and `render`, built in release; runs what it finds of: Python with spaCy (and bratly), Chromium with
# node and the package playwright-core (NODE_PATH tells where). Says what it leaves out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bin=${CARGO_TARGET_DIR:-target}/release/examples
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp examples/annotate.txt tests/tools/texts/*.txt "$work"
for text in "$work"/*.txt; do
    for format in json-lines csv conll spacy web-annotation; do
        "$bin/render" --as-of 2023-02-28 --format "$format" "$text" >"${text%.txt}.$format"
    done
    "$bin/render" --as-of 2023-02-28 --format brat "$text" >"${text%.txt}.ann"
    "$bin/annotate" --as-of 2023-02-28 "$text" >"${text%.txt}.html"
done

if "$python" -c 'import spacy' 2>/dev/null; then
    "$python" tests/tools/formats.py "$work"
else
    echo "left out: spaCy, csv, brat and W3C checks ($python has no spaCy)"
fi
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -n "$chromium" ] && node -e 'require("playwright-core")' 2>/dev/null; then
    node tests/tools/page.mjs "$chromium" "$work" "$@"
else
    echo "left out: the page in a browser (no Chromium, or no playwright-core)"
fi
