#!/usr/bin/env bash
# The same query in one process, on one Ballista executor and on two; the answers must be equal. Everything listens on loopback only.
#
#   examples/cluster/run.sh [FOLDER_OF_PARQUET_FILES]
#
# Without a folder documents are made (DOCUMENTS, 400000). RUNS (3) is how often each is timed, the best counts; PORT (50050) is the
# scheduler's port, the executors take PORT+11, +12, +21 and +22. Whatever happens, every process started here is stopped at the end.
set -euo pipefail
[ $# -eq 0 ] || set -- "$(realpath -m "$1")"
cd "$(dirname "${BASH_SOURCE[0]}")"
documents=${DOCUMENTS:-400000} runs=${RUNS:-3} port=${PORT:-50050}
fail() { echo "run.sh: $*" >&2; exit 1; }

command -v cargo >/dev/null || fail "cargo is missing: install Rust"
command -v protoc >/dev/null || fail "protoc is missing: Ballista builds with it (Debian and Ubuntu: apt-get install protobuf-compiler)"
[ $# -eq 0 ] || [ -e "$1" ] || fail "$1: no such file or folder"
for taken in "$port" $((port + 11)) $((port + 12)) $((port + 21)) $((port + 22)); do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$taken") 2>/dev/null || fail "port $taken is in use: set PORT to another"
done
echo "building; the first time this takes long"
cargo build --release --quiet --locked
bin=${CARGO_TARGET_DIR:-target}/release/demarche-cluster

scratch=$(mktemp -d)
pids=()
stop() {
    [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
    for _ in $(seq 50); do
        kill -0 "${pids[@]}" 2>/dev/null || break
        sleep 0.1
    done
    [ ${#pids[@]} -eq 0 ] || kill -KILL "${pids[@]}" 2>/dev/null || true
    wait
    rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 130' INT TERM

# Starts a process and waits until it listens: start NAME PORT ARGUMENTS...
start() {
    local name=$1 at=$2
    shift 2
    # What it writes between its parts goes to the scratch folder, too.
    TMPDIR=$scratch "$bin" "$@" >"$scratch/$name.log" 2>&1 &
    local pid=$!
    pids+=("$pid")
    for _ in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || { cat "$scratch/$name.log" >&2; fail "the $name ended"; }
        ! (exec 3<>"/dev/tcp/127.0.0.1/$at") 2>/dev/null || return 0
        sleep 0.1
    done
    fail "the $name does not listen on port $at after 10 s"
}
# Seconds of processor time that a process has used.
cpu() { ps -o cputimes= -p "$1" | tr -d ' '; }

folder=${1:-$scratch/docs}
[ $# -gt 0 ] || "$bin" sample "$folder" --documents "$documents"
sql=$(cat mentions.sql)
ask() { "$bin" query "$folder" "$@" 2>/dev/null | tail -n 1; }
bytes=$(ask 'SELECT sum(octet_length(text)) FROM docs')
echo "$(ask 'SELECT count(*) FROM docs') documents, $((bytes / 1000000)) MB of text, $(nproc) cores, load $(cut -d ' ' -f 1 /proc/loadavg)"

# Times the query, tells the best: measure NAME ARGUMENTS...
measure() {
    local name=$1 best="" seconds
    shift
    for _ in $(seq "$runs"); do
        "$bin" query "$folder" "$sql" "$@" >"$scratch/$name.csv" 2>"$scratch/$name.time" || { cat "$scratch/$name.time" >&2; fail "$name failed"; }
        seconds=$(awk '/ rows in / { print $4 }' "$scratch/$name.time")
        best=$(awk -v a="${best:-$seconds}" -v b="$seconds" 'BEGIN { print (a < b ? a : b) }')
    done
    awk -v name="$name" -v bytes="$bytes" -v s="$best" 'BEGIN { printf "%-24s %7.2f s %8.1f MB/s\n", name, s, bytes / s / 1e6 }'
}

measure local-1-thread --partitions 1
measure local-2-threads --partitions 2
start scheduler "$port" scheduler "127.0.0.1:$port"
start executor-1 $((port + 11)) executor "127.0.0.1:$port" "127.0.0.1:$((port + 11))"
measure ballista-1-executor --scheduler "127.0.0.1:$port"
start executor-2 $((port + 21)) executor "127.0.0.1:$port" "127.0.0.1:$((port + 21))"
before=$(cpu "${pids[1]}")
measure ballista-2-executors --scheduler "127.0.0.1:$port"
echo "processor time of the executors in the last row: $(($(cpu "${pids[1]}") - before)) s and $(cpu "${pids[2]}") s"

# Equal whatever the order of rows with equal counts is: the query orders by id behind the count.
for name in local-2-threads ballista-1-executor ballista-2-executors; do
    cmp "$scratch/local-1-thread.csv" "$scratch/$name.csv" || fail "the answer of $name differs"
done
[ "$(wc -l <"$scratch/local-1-thread.csv")" -gt 1 ] || fail "the answer is empty"
echo "the four answers are equal: $(($(wc -l <"$scratch/local-1-thread.csv") - 1)) rows, $(awk -F , 'NR > 1 { n += $3 } END { print n }' "$scratch/local-1-thread.csv") mentions"
