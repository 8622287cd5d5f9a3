#!/bin/sh
# Everything `make test` runs: a browser is found, then style and types, then the tests. Arguments go to pytest.
# Style and types do not stop the tests, so one run shows all there is to fix; any failure is the exit code.
set -u
cd "$(dirname "$0")/.." || exit 1
PLANGEN_BROWSER=$(scripts/browser.sh) || exit 1
export PLANGEN_BROWSER
scripts/lint.sh
lint=$?
.venv/bin/python -m pytest -q -n 2 --dist loadgroup "$@" || exit $?
[ $lint -eq 0 ] || echo "plangen: the tests pass, but style or types do not (see above)" >&2
exit $lint
