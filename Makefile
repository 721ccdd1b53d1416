# Two commands are enough: `make demo` and `make test`. Both set up everything the first time and nothing the second.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN    := $(VENV)/Scripts
endif

.PHONY: demo test check bench model clean lock
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed
	@$(BIN)/briefgen build samples/ministers_meeting.txt --glossary samples/glossary.csv -o out --force

test: $(VENV)/.tested-with
	@$(BIN)/ruff check briefgen tests training benchmarks hatch_build.py
	@$(BIN)/ruff format --check -q briefgen tests
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q

# The environment: pinned and hashed, without the packages argostranslate names for sentence splitting (see README).
$(VENV)/.made: requirements.txt
	@echo "Setting up the environment (once, about a minute) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "briefgen needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml hatch_build.py models/translate-ja_en.argosmodel
	@echo "Installing briefgen: making the fonts takes half a minute the first time ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.tested-with: $(VENV)/.installed requirements-test.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-test.txt
	@touch $@

bench: $(VENV)/.tested-with
	@$(BIN)/python -m benchmarks

# Trains the built-in model from the corpora in $(CORPORA); see training/README.md for each step alone.
CORPORA ?= ../shared/corpora
model:
	@$(MAKE) -C training model CORPORA=$(abspath $(CORPORA))

# Renews the pinned files after a change of dependencies (needs uv).
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt
	uv pip compile pyproject.toml --group test --group build --universal --generate-hashes --no-emit-index-url --no-header -q -c requirements.txt -o requirements-test.txt

clean:
	rm -rf $(VENV) build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis briefgen/_data
