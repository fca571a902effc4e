# Everything on a fresh machine: `make demo` and `make test`. Both make their own .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Tests run in a process on each core and one more, since many wait for clocks. They and the programs
# that they start find their code compiled: the loops of training once, not by each of them.
WORKERS ?= $(shell $(PYTHON) -c "import os; print(os.cpu_count() + 1)")
COMPILE = $(BIN)/python -c "from hcmd_lab.learning.warm_up import load; load()"
PYTEST = $(BIN)/python -m pytest --numprocesses $(WORKERS) --max-worker-restart 0 --durations 25
test test-release: export PYTHONDONTWRITEBYTECODE =

.PHONY: demo test test-release reliability reliability-release check translations installer packages wheelhouse lock audit screenshots manual clean

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $(READY)

demo: $(READY)
	$(BIN)/hcmd-lab demo $(ARGS)

test: $(READY) check
	$(COMPILE)
	$(PYTEST) $(ARGS)

# The same with the tests that repeat a law many times.
test-release: $(READY) check
	$(COMPILE)
	$(PYTEST) -m "" $(ARGS)

# Faults, load and growth, measured; writes docs/reliability.md.
reliability: $(READY)
	$(BIN)/python -m benchmarks.reliability $(ARGS)

# The same in greater numbers; takes long.
reliability-release: $(READY)
	$(BIN)/python -m benchmarks.reliability --release $(ARGS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Texts for the translators from the sources, and back.
translations: $(READY)
	$(BIN)/python -m resources.translate

# The two programs as folders in dist/ that need no Python, and the proof that they work.
installer: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[installer]"
	$(BIN)/pyinstaller --noconfirm build_installer.spec
	$(BIN)/python installer/slimming.py dist
	$(BIN)/python installer/prove.py dist

# What a release consists of, for this system: packages with licences, sums, bills of materials.
packages: manual installer
	$(BIN)/python installer/packages.py dist out

# All that pip needs without a network; TORCH names a wheel of PyTorch to take instead of the lock's.
wheelhouse: manual
	$(BIN)/python installer/wheelhouse.py out $(if $(TORCH),--torch $(TORCH))

# Every package with its hashes, for all systems and Pythons that are claimed: locks/.
lock: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[lock]"
	$(BIN)/python installer/lock.py $(ARGS)

# The locked packages among the known weaknesses; one that cannot be looked up is a failure too.
audit: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[lock]"
	$(BIN)/python installer/audit.py

# The manual in resources/manual, for reading without a network; F1 opens it.
manual: export NO_MKDOCS_2_WARNING = 1
manual: $(READY)
	$(BIN)/python -m mkdocs build --quiet

# The pictures of all pages and panels, in docs/images/.
screenshots: $(READY)
	$(BIN)/python -m docs.screenshots $(ARGS)

clean:
	rm -rf $(VENV) build dist
