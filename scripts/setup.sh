#!/bin/sh
# Find a Python that plangen runs on and set up .venv in the clone with it: scripts/setup.sh runtime|test
# Says one sentence and ends with 1 where there is none. The rest is scripts/setup_venv.py.
set -eu
cd "$(dirname "$0")/.."

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

without_venv=
for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
    new_enough "$candidate" || continue
    if "$candidate" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        exec "$candidate" scripts/setup_venv.py "$@"
    fi
    without_venv=${without_venv:-$candidate}
done
if [ -n "$without_venv" ]; then
    echo "plangen: $without_venv has no venv module; install it (Debian and Ubuntu: apt-get install python3-venv) and run make again." >&2
    exit 1
fi
echo "plangen: Python 3.11 or newer is needed and none was found; install one, or name it: make PYTHON=/path/to/python3.11 ..." >&2
exit 1
