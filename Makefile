# Each target sets up what it needs first; .ci/setup says how.
PORT ?= 8050
export PORT

python := .venv/bin/python
pytest := --numprocesses auto --dist worksteal

.PHONY: run test sweep coverage check docs bench install tools lock clean

run: install ## Serve the dashboard on http://127.0.0.1:$(PORT)
	@exec $(python) app.py

test: check ## Run every test, in a browser too
	@CHROMIUM="$$(.ci/setup browser)" && export CHROMIUM && exec $(python) -m pytest $(pytest)

sweep: export TESTS_SWEEP = 1
sweep: test ## Run every test with all its cases: half as long again

coverage: pytest += --cov
coverage: test ## Run every test, and say which lines none of them runs: twice as long

check: tools ## Look at format, lint and types, of scripts, too
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	$(python) -m tests.scripts.check

docs: tools ## Build the documentation as a site in build/docs
	NO_MKDOCS_2_WARNING=1 $(python) -m mkdocs build --strict --quiet

bench: tools ## Measure, beside the peers
	@exec $(python) -m tests.quality.bench

install: ## Make .venv with the product in it
	@.ci/setup install

tools: ## Make .venv with the test tools too
	@.ci/setup tools

lock: ## Lock the dependencies of pyproject.toml
	@.ci/setup lock

clean: ## Remove what make and the tools made; stores stay
	rm -rf .venv build tests/scripts/node_modules .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
