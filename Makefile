# plangen: `make site` publishes the handbook, `make test` checks everything. Needs Python 3.11+, git and make.
# All it sets up lies in .venv; the second run needs no network.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help site serve test lint lock screenshots clean setup setup-test
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

PYTHON ?= python3
export PYTHON
ARGS ?=

help: ## say what can be made
	@echo "make TARGET, where TARGET is one of"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | expand -t 10

site: setup ## build the handbook of content/ into site/
	@.venv/bin/plangen build $(ARGS)
	@echo "make serve: a live preview while writing"

serve: setup ## preview the handbook while writing
	@.venv/bin/plangen serve $(ARGS)

test: setup-test ## run style, types and all tests (ARGS="tests/unit -k money" for a few)
	@scripts/test.sh $(ARGS)

lint: setup-test ## run style and types only
	@scripts/lint.sh

lock: ## resolve the lock files again with Python 3.11 (ARGS=--upgrade for newer versions)
	@"$$PYTHON" scripts/lock.py $(ARGS)

screenshots: setup-test ## take the pictures of docs/images from the example handbook
	@.venv/bin/plangen build
	@.venv/bin/python scripts/screenshots.py site docs/images

clean: ## remove what builds and tools wrote; .venv stays
	@rm -rf site site-offline site-offline.zip .site*.plangen-* .plangen build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name .venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

setup:
	@scripts/setup.sh runtime

setup-test:
	@scripts/setup.sh test
