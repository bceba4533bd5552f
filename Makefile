# Every target works alone, from a bare checkout, with python3 (3.11 or newer), make and git.

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet install

# A stamp carries the checksum of what it was made from, with the Python and the folder: what is
# installed changes exactly when these do, whatever the times of the files say.
key = $(shell { $(PYTHON) --version; pwd; cat $(1); } | cksum | cut -d ' ' -f 1)
RUNTIME := $(VENV)/.runtime-$(call key,requirements.lock)
PACKAGE := $(VENV)/.package-$(call key,pyproject.toml)
DEV := $(VENV)/.dev-$(call key,requirements-dev.lock)

.NOTPARALLEL:
.PHONY: site test serve check links lint clean lock

site: $(PACKAGE)  ## build the site into site/; BASE_URL=… for another address
	$(BIN)/thawline build $${BASE_URL:+--base-url "$$BASE_URL"}

test: site $(DEV)  ## run all tests; PYTEST_ARGS=… replaces the arguments
	tests/browser/install_chromium
	HYPOTHESIS_STORAGE_DIRECTORY=.cache/hypothesis $(BIN)/pytest $(PYTEST_ARGS)

# A file's tests share a worker, so that what they build together is built once.
PYTEST_ARGS = --numprocesses auto --dist loadfile

serve: $(PACKAGE)  ## live preview; PORT=… for another port
	$(BIN)/thawline serve $${PORT:+--port "$$PORT"}

check: $(PACKAGE)  ## report everything wrong in content/; FORMAT=json, github or sarif
	$(BIN)/thawline check $${FORMAT:+--format "$$FORMAT"}

links: $(PACKAGE)  ## ask whether the sources' addresses still answer; LIMIT=… for how many
	$(BIN)/thawline links $${LIMIT:+--limit "$$LIMIT"}

lint: $(PACKAGE) $(DEV)  ## style, types, layers, workflows
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter
	$(BIN)/zizmor --offline --no-progress --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

clean:  ## remove all that the other targets made
	rm -rf $(VENV) .cache
	find generator tests -name __pycache__ -prune -exec rm -rf {} +
	find site -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +

LOCK = $(BIN)/uv --quiet pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(UPGRADE)

lock: $(DEV)  ## write the lock files anew; UPGRADE=--upgrade takes the newest releases
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

$(RUNTIME):
	@$(PYTHON) -c 'import sys; sys.exit("Thawline needs Python 3.11 or newer; name one with PYTHON=..." if sys.version_info < (3, 11) else 0)'
	@echo 'Installing what the site is built with into $(VENV) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --require-hashes --requirement requirements.lock
	@touch $@

$(PACKAGE): $(RUNTIME)
	@rm -f $(VENV)/.package-*
	@$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUNTIME)
	@rm -f $(VENV)/.dev-*
	@echo 'Installing what the tests need into $(VENV) …'
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@touch $@
