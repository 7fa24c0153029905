VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test check docs bench clean

demo: $(READY)  ## set everything up and lint the example
	@$(BIN)/recto check --output-format full --fail-on never examples/township-report-2021.txt

test: $(READY)  ## set everything up and pass all tests
	@$(BIN)/recto test
	@$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term --cov-fail-under=95

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

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

$(READY): pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@
