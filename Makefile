# Two commands: `make demo` shows what Conformed does, `make test` checks that it does it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test test-long lint types layers unit bench patterns browser office clean

demo: $(STAMP)
	$(BIN)/conformed build examples/credit --output conformed-out
	@if [ -t 1 ] && command -v xdg-open >/dev/null 2>&1; then xdg-open conformed-out/index.html >/dev/null 2>&1 || true; fi

test: lint types layers unit

test-long: $(STAMP)
	HYPOTHESIS_PROFILE=long $(BIN)/pytest

lint: $(STAMP)
	$(BIN)/ruff check src tests bench tools

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports --no-cache

unit: $(STAMP) browser
	$(BIN)/pytest

bench: $(STAMP)
	$(BIN)/python bench/speed.py
	$(BIN)/python -m bench.conform
	$(BIN)/python -m bench.matter

patterns: $(STAMP)
	$(BIN)/python -m tools.telling

# The browser tests drive the system's Chromium; where it may be installed it is, elsewhere they say that they are skipped.
browser:
	@command -v chromedriver >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver >/dev/null; } \
	  || echo "Chromium is not installed: the tests of the page in a browser are skipped."

# LibreOffice takes minutes to install: `make test` runs its tests where it is there, and does not install it.
office: $(STAMP)
	@command -v soffice >/dev/null 2>&1 && /usr/bin/python3 -c 'import uno' 2>/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libreoffice-writer-nogui python3-uno >/dev/null; } \
	  || echo "LibreOffice is not installed: the tests that drive it are skipped."
	$(BIN)/pytest -m office

$(STAMP): pyproject.toml
	@echo "Setting up Conformed in $(VENV): the packages it needs are downloaded, which takes about a minute."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $(STAMP)

clean:
	rm -rf $(VENV) conformed-out .mypy_cache .ruff_cache .pytest_cache .hypothesis
