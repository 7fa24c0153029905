VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test check docs bench fuzz clean

SECONDS_EACH ?= 20

demo: $(READY)  ## set everything up and lint the example
	@$(BIN)/recto check --output-format full --fail-on never examples/township-report-2021.txt

test: $(READY)  ## set everything up and pass all tests
	@$(BIN)/recto test
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal --cov --cov-report=term --cov-fail-under=95

check: $(READY)  ## types, lint, stale files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python tools/generate.py --check

docs: $(READY)  ## write what is generated from the rule files
	$(BIN)/python tools/generate.py

bench: $(READY)  ## SHARED=folder of real documents: counts and speed; without it, start-up alone
	$(BIN)/python bench/startup.py
	$(if $(SHARED),PATH=$(BIN):$$PATH $(BIN)/python bench/counts.py $(SHARED))
	$(if $(SHARED),PATH=$(BIN):$$PATH $(BIN)/python bench/speed.py $(SHARED))

fuzz: $(READY)  ## SECONDS_EACH=20 of hostile documents, rules and configurations; what breaks is kept in .fuzz
	$(BIN)/python -m pip install --quiet --group fuzz
	for target in documents rules configurations; do $(BIN)/python fuzz/run.py $$target $(SECONDS_EACH) || exit 1; done

clean:
	rm -rf $(VENV) .fuzz .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

$(READY): pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@
