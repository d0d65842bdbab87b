#!/usr/bin/env bash
# Runs the corpus example on invented documents, whole and stopped half-way, and reads the results back: check.sh [COUNT]
#
# Needs the example, built in release, and Python with pyarrow.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
corpus=${CARGO_TARGET_DIR:-target}/release/corpus
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" synthesize.py "${1:-20000}" "$work"
# Three documents are broken: each run says so and ends with 1.
run() { if "$corpus" "$@" 2>"$work/errors"; then return 1; else [ $? -eq 1 ]; fi; }
run "$work/corpus.jsonl" --out "$work/whole"
grep -c 'corpus.jsonl, byte' "$work/errors"
"$corpus" "$work/corpus.parquet" --out "$work/parquet" >/dev/null
"$corpus" "$work/corpus.jsonl" --out "$work/stopped" --part 2000 2>/dev/null >/dev/null &
while [ ! -e "$work/stopped/counts-00002.json" ]; do sleep 0.01; done
kill -INT $! && wait $! || echo "stopped with status $? behind part $(ls "$work"/stopped/counts-*.json | wc -l)"
"$python" read_back.py "$work/stopped" partial
"$corpus" "$work/corpus.jsonl" --out "$work/stopped" --part 2000 >/dev/null 2>&1 || true
for out in whole parquet stopped; do "$python" read_back.py "$work/$out"; done
for out in parquet stopped; do
    for file in kinds entities officials_countries months; do cmp "$work/whole/report/$file.csv" "$work/$out/report/$file.csv"; done
done
echo "whole, from Parquet, and stopped and resumed: the same reports"
