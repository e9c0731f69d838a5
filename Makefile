# Rembuk's commands; `make run` and `make test` need nothing done before them.

PYTHON := $(shell for p in python3.11 python3; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv/bin/python
DEMO := demo
OUT := screens
PYTEST_ARGS := -n auto --maxprocesses 4

.PHONY: run demo test setup screens bench lint python

run: demo  ## Set up, make the demo, open the window on it where there is a display
	@if [ "$$(uname)" = Darwin ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(VENV) main.py --workspace $(DEMO)/rembuk.db open; \
	else \
		echo "Tidak ada layar di sini, jadi jendela tidak dibuka; hasil demo ada di $(DEMO)/."; \
		echo "There is no display here, so no window opens; the demo is in $(DEMO)/."; \
	fi

demo: python  ## The bundled sample as a workspace, with every document made from it
	@$(PYTHON) .ci/setup.py
	@test -e $(DEMO)/rembuk.db || $(VENV) main.py demo $(DEMO)

setup: python  ## Everything that the program, its tests and its checks need
	@$(PYTHON) .ci/setup.py dev

test: setup  ## The whole suite; PYTEST_ARGS="-x tests/db" narrows it
	@$(VENV) -m pytest $(PYTEST_ARGS)

lint: setup  ## Style, types and layers; the suite checks them too
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m pyright
	@.venv/bin/lint-imports

screens: setup  ## Every screen as a picture, into OUT
	@QT_QPA_PLATFORM=offscreen $(VENV) -m tests.screens $(OUT)

bench: setup  ## How long the main things take, and every fault in full, as a table
	@$(VENV) -m tests.bench
	@$(VENV) -m tests.bench.faults

python:
	@test -n "$(PYTHON)" || { echo "Rembuk needs Python 3.11 or newer: sudo apt-get install -y python3"; exit 1; }
