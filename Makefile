# `make run` and `make test` need Python 3.11 or newer with venv, and the package
# registries; all the rest is set up in .venv. Another Python: make run PYTHON=python3.12
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCK := $(VENV)/lock/bin/uv pip compile --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --quiet

.PHONY: run test lint lock bench-read bench-search bench-export bench-serve soak

run: $(VENV)/run  ## build a release if there is none, then serve it
	$(BIN)/hiwar up

test: $(VENV)/test  ## run the tests; ARGS="-k date" runs some of them
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/test  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench-read: $(VENV)/run  ## time the reading of documents; ARGS="FILES" reads others
	$(BIN)/python benchmarks/reading.py $(ARGS)

bench-search: $(VENV)/run  ## time a search, beside a scan with CONTAINS, on a million triples
	$(BIN)/python benchmarks/search.py $(ARGS)

bench-export: $(VENV)/run  ## the memory that a network of a million edges takes to write
	$(BIN)/python benchmarks/exporting.py $(ARGS)

bench-serve: $(VENV)/bench  ## time the answering of queries, beside three other servers; needs wrk
	$(BIN)/python -m benchmarks.serving $(ARGS)

soak: $(VENV)/run  ## ten minutes at full load while workers are killed and releases published
	$(BIN)/python benchmarks/soak.py $(ARGS)

lock:  ## renew both lock files from pyproject.toml
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip --disable-pip-version-check install --quiet uv
	echo "hatchling>=1.27" | $(LOCK) --upgrade -o requirements.txt pyproject.toml -
	$(LOCK) --upgrade -c requirements.txt --group dev -o requirements-test.txt pyproject.toml
	$(LOCK) --upgrade -c requirements.txt --group bench -o requirements-bench.txt pyproject.toml

# The lock of `run` has hatchling, since the package itself is built without isolation.
$(VENV)/run: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is too old: name a Python 3.11 or newer with PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test: requirements-test.txt $(VENV)/run
	$(INSTALL) --require-hashes -r requirements-test.txt
	touch $@

$(VENV)/bench: requirements-bench.txt $(VENV)/run
	$(INSTALL) --require-hashes -r requirements-bench.txt
	touch $@
