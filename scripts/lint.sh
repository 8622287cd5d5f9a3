#!/bin/sh
# Style and types: ruff, its formatter and mypy. Runs all three, whatever one of them says; ends with 1 if one complains.
set -u
cd "$(dirname "$0")/.." || exit 1
status=0
.venv/bin/python -m ruff check --quiet || status=1
.venv/bin/python -m ruff format --check --quiet || { echo "plangen: some files are not formatted; run .venv/bin/ruff format" >&2; status=1; }
.venv/bin/python -m mypy --no-error-summary || status=1
[ $status -eq 0 ] && echo "plangen: style and types are clean"
exit $status
