# make demo, make test, make lint: everything is installed into .venv, and nothing anywhere else.
#
#   make test PYTHON=python3.12          another interpreter (3.11 or newer)
#   make test ARGS="-k sandbox -x"       further arguments for pytest

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --quiet --constraint constraints.txt

# What the caller set up for other projects must not reach this one.
unexport PYTHONHOME PYTHONPATH PYTHONSTARTUP VIRTUAL_ENV
unexport PIP_CONSTRAINT PIP_PREFIX PIP_REQUIRE_VIRTUALENV PIP_TARGET PIP_USER
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint bench bars clean always

help:
	@echo "make demo    grade every file of the bundled tasks"
	@echo "make test    run the tests"
	@echo "make lint    check style, types and layers"
	@echo "make bench   run the measurements"
	@echo "make bars    run the measurements that take long: many grades, an hour of fuzzing"
	@echo "make clean   remove what the others made"

demo: $(VENV)/base.stamp
	@$(RUN) examples/demo.py

test: $(VENV)/test.stamp
	@$(RUN) $(if $(strip $(ARGS)),-m pytest $(ARGS),tests/run.py)

# All four speak, whatever the first one says.
lint: $(VENV)/dev.stamp
	@status=0; \
	for check in "ruff check" "ruff format --check" mypy lint-imports; do \
	    echo "== $$check"; $(VENV)/bin/$$check || status=1; \
	done; \
	exit $$status

bars: $(VENV)/dev.stamp
	@for file in bench/bars/*.py; do echo "== $$file"; $(RUN) "$$file" || exit 1; done

bench: $(VENV)/dev.stamp
	@for file in bench/*.py; do \
	    if [ -e "$$file" ]; then echo "== $$file"; $(RUN) "$$file" || exit 1; else echo "bench/ holds no measurement yet"; fi; \
	done

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ---------------------------------------------------------------------------------------------------- .venv

# Editable, so that what runs is what stands here; the sandbox lets its own processes read that folder.
$(VENV)/base.stamp: $(VENV)/made.stamp pyproject.toml constraints.txt
	@echo "installing codearena into $(VENV)"
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/made.stamp pyproject.toml constraints.txt
	@echo "installing codearena and what checks it into $(VENV)"
	@$(PIP) --editable ".[dev]"
	@touch $@ $(VENV)/base.stamp

$(VENV)/test.stamp: $(VENV)/made.stamp pyproject.toml constraints.txt
	@echo "installing codearena, what checks it and what trains with it into $(VENV); PyTorch takes a while"
	@$(PIP) --editable ".[dev,trl]"
	@touch $@ $(VENV)/base.stamp $(VENV)/dev.stamp

# Looked at every time, made anew only where it has to be: in a copied or moved checkout, whose environment would run the
# code of the old place; when its interpreter is gone; and when PYTHON asks for another version.
NAMED := $(filter-out file,$(origin PYTHON))
VERSION := import sys; print("%d.%d" % sys.version_info[:2]); sys.exit(sys.version_info < (3, 11))

$(VENV)/made.stamp: always
	@here=$$(pwd -P); has=$$($(RUN) -c '$(VERSION)' 2>/dev/null) || has=none; \
	if [ "$$has" = none ] || [ "$$(cat $@ 2>/dev/null)" != "$$here" ] || [ -n "$(NAMED)" ]; then \
	    wants=$$($(PYTHON) -c '$(VERSION)' 2>/dev/null) || { \
	        echo "CodeArena needs Python 3.11 or newer; $(PYTHON) is $${wants:-no working interpreter}."; \
	        echo "Name one: make PYTHON=python3.12 ..."; \
	        exit 1; \
	    } >&2; \
	    if [ "$$has" != "$$wants" ] || [ "$$(cat $@ 2>/dev/null)" != "$$here" ]; then \
	        $(PYTHON) -m venv --clear $(VENV) || { \
	            echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu, install the package python3-venv." >&2; \
	            exit 1; \
	        }; \
	        printf '%s\n' "$$here" > $@; \
	    fi; \
	fi

always:
