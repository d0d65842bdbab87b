#!/usr/bin/env bash
# Gives every output to the tool it is for: tests/tools/check.sh [FOLDER-FOR-SCREENSHOTS]
#
# Needs the examples `annotate` and `render`, built in release. Python packages (spaCy, bratly-io-fs) and the npm packages playwright-core and
# axe-core that are not there are installed into target/tools and kept; Chromium is installed by apt-get in CI alone. What cannot be had is
# left out, and the last lines say so. PYTHON and NODE_PATH name others to be used instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
bin=$target/release/examples
tools=$target/tools
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$tools"

# Runs an installation, quietly and not for ever: install SECONDS COMMAND...
install() { timeout "$1" "${@:2}" >"$work/install.log" 2>&1 </dev/null || { tail -n 2 "$work/install.log"; return 1; }; }

get_python() {
    python=${PYTHON:-$tools/python/bin/python3}
    "$python" -c 'import spacy' 2>/dev/null && return
    [ -z "${PYTHON:-}" ] && command -v python3 >/dev/null || return 1
    [ -x "$python" ] || install 60 python3 -m venv "$tools/python" || return 1
    # Wheels alone: what would have to be compiled takes longer than all the rest.
    install 300 "$tools/python/bin/pip" install --only-binary :all: --no-compile --retries 1 --timeout 20 -r tests/tools/requirements.txt
}

get_chromium() {
    chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
    [ -z "$chromium" ] || return 0
    [ -n "${CI:-}" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    install 120 apt-get update && install 300 env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core || return 1
    chromium=$(command -v chromium)
}

get_playwright() {
    command -v node >/dev/null || return 1
    export NODE_PATH=${NODE_PATH:-$tools/node_modules}
    node -e 'require("playwright-core"); require.resolve("axe-core")' 2>/dev/null && return
    command -v npm >/dev/null || return 1
    # The browser is Debian's: the package alone, none of the browsers that it could download.
    install 120 env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --prefix "$tools" --no-audit --no-fund --no-save --fetch-retries 1 \
        "playwright-core@^1.50" "axe-core@^4" || return 1
    NODE_PATH=$tools/node_modules
}

cp examples/annotate.txt tests/tools/texts/*.txt "$work"
for text in "$work"/*.txt; do
    for format in json-lines csv conll spacy web-annotation; do
        "$bin/render" --as-of 2023-02-28 --format "$format" "$text" >"${text%.txt}.$format"
    done
    "$bin/render" --as-of 2023-02-28 --format brat "$text" >"${text%.txt}.ann"
    "$bin/annotate" --as-of 2023-02-28 "$text" >"${text%.txt}.html"
done

left_out=()
if get_python; then
    "$python" tests/tools/formats.py "$work"
else
    left_out+=("spaCy, displaCy, csv, brat and W3C checks: no Python with spaCy, and it could not be installed")
fi
if ! get_chromium; then
    left_out+=("the page in a browser: no Chromium")
elif ! get_playwright; then
    left_out+=("the page in a browser: no playwright-core and axe-core for node, and they could not be installed")
else
    status=0
    node tests/tools/page.mjs "$chromium" "$work" "$@" || status=$?
    case $status in
    0) ;;
    3) left_out+=("the page in a browser: $chromium does not start here") ;;
    *) exit "$status" ;;
    esac
fi
for what in "${left_out[@]}"; do echo "LEFT OUT: $what"; done
