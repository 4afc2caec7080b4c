# Each target calls one command; what a fresh machine lacks is set up on the way (python -m tools, standard library only).
PYTHON ?= python3
STACK ?= dev
RUNS ?= 100
SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: help up test faults lint bench generate tools setup python

help:
	@echo "make up [STACK=dev]  write the manifests of a stack (stacks/Pulumi.<stack>.yaml)"
	@echo "make test            every static check and every test level this machine can run"
	@echo "make faults [RUNS=100] [SEED=1]  kill that many updates at random moments, and see that nothing is lost"
	@echo "make lint            ruff, formatting, types"
	@echo "make bench           measure the costs that we promise"
	@echo "make generate        renew generated files"
	@echo "make tools           get the Pulumi CLI, a Kubernetes control plane and etcd for the tests"

python:
	@command -v "$(PYTHON)" >/dev/null || { echo "error: there is no $(PYTHON) on PATH." >&2; \
	  echo "  what to do: install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3.11 ..." >&2; exit 1; }

setup: python
	@"$(PYTHON)" -m tools venv

up: python
	@"$(PYTHON)" -m tools up "$(STACK)"

test: python
	@"$(PYTHON)" -m tools test $(ARGS)

faults: python
	@"$(PYTHON)" -m tools faults "$(RUNS)" "$(SEED)"

lint: python
	@"$(PYTHON)" -m tools lint

tools: python
	@"$(PYTHON)" -m tools tools

bench: setup
	@.venv/bin/python bench/run.py

generate: setup
	@.venv/bin/python -m codercfg.reference write
