# Needs Python 3.11 or newer and GNU make; everything else goes into .venv.

PORT ?= 8000
PYTHONS ?= python3.13 python3.12 python3.11 python3

VENV := .venv
BIN := $(VENV)/bin
PACKAGE := $(VENV)/.package
WORKSHOP := $(VENV)/.workshop
PEERS := $(VENV)/.peers
BUNDLER := node_modules/.package-lock.json
QUICK := not browser and not install and not slow and not peers
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help serve test test-peers check format lint bundle bench clean
.DELETE_ON_ERROR:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: $(PACKAGE) ## set up and serve the pages at http://127.0.0.1:8000/ (PORT=9000 for another port)
	$(BIN)/tieline serve --port $(PORT)

# A finding of the linter fails the run, but hides no test's result.
test: $(WORKSHOP) ## every check and every test, also in a browser and of the built package
	@sh tests/setup-chromium.sh
	@status=0; $(MAKE) --no-print-directory lint || status=1; \
	$(BIN)/python -m pytest --numprocesses auto -m "$(QUICK)" || status=1; \
	$(BIN)/python -m pytest -m "not ($(QUICK)) and not peers" || status=1; \
	exit $$status

test-peers: $(BUNDLER) ## the tests that need more than Python and Chromium
	$(BIN)/python -m pytest -m peers

check: lint ## lint, format, types and the quick tests, in seconds
	$(BIN)/python -m pytest --quiet --numprocesses auto -m "$(QUICK)"

lint: $(WORKSHOP) ## lint, format and types alone
	@status=0; for check in "ruff check ." "ruff format --check ." mypy; do \
	  echo "$(BIN)/$$check"; $(BIN)/$$check || status=1; \
	done; exit $$status

format: $(WORKSHOP) ## put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bundle: $(BUNDLER) ## make one script and one style sheet of those that pages load
	$(BIN)/python -m tools.bundle

bench: $(PEERS) ## measure the timeline beside others, the check and the queries, in some minutes
	@sh tests/setup-chromium.sh
	$(BIN)/python -m benchmarks

clean: ## remove the environment and all that is derived
	rm -rf $(VENV) node_modules build dist benchmarks/.cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PACKAGE): pyproject.toml $(BIN)/python
	$(PIP) install --editable .
	@touch $@

# The workshop holds the package too, so its stamp spares `make serve` a second installation.
$(WORKSHOP): pyproject.toml $(BIN)/python
	$(PIP) install --editable '.[dev]'
	@touch $(PACKAGE) $@

$(PEERS): $(WORKSHOP)
	$(PIP) install --editable '.[dev,peers]'
	@touch $@

# Node comes from PyPI, so that the machine needs none.
$(BUNDLER): package-lock.json package.json | $(PEERS)
	PATH="$(abspath $(BIN)):$$PATH" $(BIN)/npm ci --silent
	@touch $@

# Debian ships Python without ensurepip, and then a new environment would have no pip.
$(BIN)/python:
	@bare=; for python in $(PYTHONS); do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  if $$python -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "$$python -m venv --clear $(VENV)"; \
	    exec $$python -m venv --clear $(VENV); \
	  fi; \
	  bare=$$python; \
	done; \
	if [ -n "$$bare" ]; then \
	  echo "$$bare cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; \
	else \
	  echo "Tieline needs Python 3.11 or newer; tried $(PYTHONS). Name yours with PYTHONS=/path/to/python3" >&2; \
	fi; \
	exit 1
