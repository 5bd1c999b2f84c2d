# dotchi: what can be made here. `make` alone lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

# Where `make install` puts things, and which build it takes.
PREFIX ?= /usr/local
CONFIGURATION ?= release
# Published reference sets and photographs (a folder or an archive) for tests and `make run`; both optional.
REFERENCE ?=
PHOTOGRAPHS ?=
# An unpacked libtorch to compile the engine against; empty takes the system's (Debian's libtorch-dev, which is asked for
# only then).
LIBTORCH ?=
# A Python with torch, safetensors and numpy: adds the tests that need one, and is what `make bench-train` measures
# against; `make bench-analyze` needs numpy, choix and evalica in it. Optional; for both one is made in .python.
PYTHON ?=
# A regular expression on the names of tests: `make test` runs those that match. Empty runs all.
FILTER :=

SWIFT ?= swift
CXX ?= g++
# Every module names what it imports; the release binary carries Swift's runtime in itself.
CHECKED := --explicit-target-dependency-import-check error
RELEASE := $(CHECKED) --configuration release --static-swift-stdlib

# What is needed, and what for. `make setup` installs what is missing.
PACKAGES := g++ make pkg-config libsqlite3-dev libpng-dev libjpeg62-turbo-dev libarchive-dev libchafa-dev \
    libglib2.0-dev libcmark-dev $(if $(LIBTORCH),,libtorch-dev libopenblas0)
TEST_PACKAGES := chromium fonts-noto-cjk nginx
PAGE_PACKAGES := $(TEST_PACKAGES) fonts-dejavu-core python3
LINT_PACKAGES := node-typescript shellcheck cppcheck pyflakes3
TORTURE_PACKAGES := strace
BENCH_PACKAGES := r-base-core r-cran-lme4 r-cran-bradleyterry2

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- What most people want

.PHONY: run
run: build ## a whole small study in results/demo: photographs in, tables out (PHOTOGRAPHS=FILE for real ones)
	@bash survey-templates/studies/demo/run.sh "$(CURDIR)/.build/release/dotchi" results/demo "$(PHOTOGRAPHS)"

.PHONY: test
test: setup-test setup-lint lint engine ## the whole test suite (REFERENCE=DIR, PHOTOGRAPHS=FILE, PYTHON=FILE add tests that need them; FILTER=REGEX runs some)
	$(SWIFT) build $(CHECKED) --build-tests
	DOTCHI_ENGINE="$(CURDIR)/$(ENGINE)" REFERENCE="$(REFERENCE)" PHOTOGRAPHS="$(PHOTOGRAPHS)" PYTHON="$(PYTHON)" \
	    $(SWIFT) test $(CHECKED) --skip-build --disable-xctest $(if $(FILTER),--filter '$(FILTER)')

.PHONY: install
install: ## the command, the engine, the templates and dotchi_torch.py to PREFIX (CONFIGURATION=debug takes the debug build)
	@if [ "$(CONFIGURATION)" = release ]; then $(MAKE) build; fi
	install -d "$(PREFIX)/bin" "$(PREFIX)/lib/dotchi" "$(PREFIX)/share/dotchi"
	install -m 755 .build/$(CONFIGURATION)/dotchi "$(PREFIX)/bin/dotchi"
	install -m 755 $(ENGINE) "$(PREFIX)/lib/dotchi/libTorchEngine.so"
	rm -rf "$(PREFIX)/share/dotchi/survey-templates"
	cp -R survey-templates "$(PREFIX)/share/dotchi/"
	install -m 644 Sources/Interchange/dotchi_torch.py "$(PREFIX)/share/dotchi/"

# --- Building

.PHONY: build
build: setup engine ## the release build: .build/release/dotchi with its engine beside it
	$(SWIFT) build $(RELEASE) --product dotchi
	ln -sf ../../engine/libTorchEngine.so "$$($(SWIFT) build $(RELEASE) --show-bin-path)/libTorchEngine.so"

ENGINE := .build/engine/libTorchEngine.so
LIBTORCH_CHOICE := $(dir $(ENGINE))libtorch
ENGINE_SOURCES := $(wildcard Sources/TorchEngine/*.cpp Sources/TorchEngine/*/*.cpp)
ENGINE_HEADERS := $(wildcard Sources/TorchEngine/*.hpp Sources/TorchEngine/*/*.hpp \
    Sources/TorchEngine/*.map Sources/Engine/include/*.h)
comma := ,
TORCH_FLAGS := $(if $(LIBTORCH),-isystem $(LIBTORCH)/include -L$(LIBTORCH)/lib -Wl$(comma)-rpath$(comma)$(LIBTORCH)/lib)

.PHONY: engine
engine: setup $(ENGINE) ## the tensor engine (LIBTORCH=DIR compiles it against that libtorch)

# The choice of libtorch is remembered, so that another one compiles the engine again.
$(LIBTORCH_CHOICE): .FORCE
	@mkdir -p $(@D)
	@if [ "$$(cat $@ 2>/dev/null)" != "libtorch: $(LIBTORCH)" ]; then echo "libtorch: $(LIBTORCH)" > $@; fi
.PHONY: .FORCE
.FORCE:

# One translation unit: libtorch's headers take far longer than our lines. With OpenMP, as libtorch itself: its templates
# work on one thread without.
$(ENGINE): $(ENGINE_SOURCES) $(ENGINE_HEADERS) $(LIBTORCH_CHOICE)
	printf '#include "%s"\n' $(ENGINE_SOURCES) | $(CXX) -O3 -fopenmp -fPIC -shared -fvisibility=hidden \
	    -Wall -Wextra -Werror -std=c++20 $(TORCH_FLAGS) -ISources/Engine/include -I. -x c++ - -o $@.new \
	    -Wl,--version-script=Sources/TorchEngine/engine.map \
	    -Wl,-z,defs -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10
	mv $@.new $@

.PHONY: setup setup-test setup-lint setup-torture setup-page setup-bench setup-collector
setup:
	@$(call install-missing,$(PACKAGES),build dotchi and its tensor engine)
	@$(SWIFT) --version 2>/dev/null | grep -Eq 'Swift version (6\.([2-9]|[1-9][0-9])|[7-9]|[1-9][0-9])' || \
	    { echo "dotchi needs a Swift toolchain, 6.2 or newer: https://www.swift.org/install/linux/" >&2; exit 69; }

setup-test: setup
	@$(call install-missing,$(TEST_PACKAGES),test the survey page in a real browser)

# Nothing that is built or tested needs a linter, so what cannot be installed stops nothing.
setup-lint:
	@( $(call install-missing,$(LINT_PACKAGES),lint what is not Swift) ) || \
	    echo "make setup-lint: not installed; make lint does without" >&2

setup-torture: setup
	@$(call install-missing,$(TORTURE_PACKAGES),check where commands are killed)

setup-page:
	@$(call install-missing,$(PAGE_PACKAGES),see the survey's page in a browser)

setup-collector:
	@$(call install-missing,wrk python3,put the collector under load)

setup-bench:
	@$(call install-missing,$(BENCH_PACKAGES),measure beside R)

# $(call install-missing,PACKAGES,WHAT FOR): asks apt only for what is not there.
define install-missing
missing=(); \
if ! command -v dpkg-query >/dev/null; then \
    echo "This is no Debian; needed to $(2) are its packages, or what corresponds to them: $(1)" >&2; exit 0; \
fi; \
for package in $(1); do \
    dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package"); \
done; \
if [ $${#missing[@]} -gt 0 ]; then \
    echo "Installing, to $(2): $${missing[*]}" >&2; \
    if ! command -v apt-get >/dev/null; then echo "There is no apt-get here: install these by hand." >&2; exit 69; fi; \
    root=(); if [ "$$(id -u)" != 0 ]; then root=(sudo); fi; \
    "$${root[@]}" apt-get update -qq; \
    "$${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" >&2; \
fi
endef

# --- Measuring

# What is measured, and how often: BENCH="--quick --only dcgan-64 pools --rounds 3" takes minutes instead of half an hour.
BENCH ?=
BENCH_PYTHON := $(or $(PYTHON),.python/bin/python)
PEER_ENGINE := .build/peer-engine/libTorchEngine.so

.PHONY: bench-train
bench-train: build $(if $(PYTHON),,.python/training) ## training beside PyTorch's, as results/bench/train.md (PYTHON=FILE has torch)
	$(SWIFT) build $(RELEASE) --product TrainingBenchmark
	$(MAKE) engine ENGINE=$(PEER_ENGINE) \
	    LIBTORCH="$$($(BENCH_PYTHON) -c 'import os, torch; print(os.path.dirname(torch.__file__))')"
	$(BENCH_PYTHON) Tests/TrainingBenchmark/train.py --benchmark .build/release/TrainingBenchmark \
	    --dotchi .build/release/dotchi --engine $(ENGINE) --engine $(PEER_ENGINE) --out results/bench/train.md $(BENCH)

.PHONY: bench-analyze
bench-analyze: build setup-bench $(if $(PYTHON),,.python/analysis) ## the analysis beside Python's and R's, as results/bench/analyze.md (PYTHON=FILE has numpy, choix, evalica)
	$(SWIFT) build $(RELEASE) --product AnalysisBenchmark
	$(BENCH_PYTHON) Tests/AnalysisBenchmark/analyze.py --benchmark .build/release/AnalysisBenchmark \
	    --dotchi .build/release/dotchi --out results/bench/analyze.md $(BENCH)

# jsPsych, which the survey's page is measured beside: a package of PyPI has its published files, so that pip is enough.
JSPSYCH ?= .build/jspsych
JSPSYCH_PACKAGE := expdeploy==0.1.0

.PHONY: bench-survey
bench-survey: build setup-page $(if $(wildcard $(JSPSYCH)),,.build/jspsych) ## the survey's page beside jsPsych's, planning and importing, as results/bench/survey.md (JSPSYCH=DIR has it)
	python3 Tests/SurveyBenchmark/survey.py --dotchi .build/release/dotchi --jspsych $(JSPSYCH) \
	    --out results/bench/survey.md $(BENCH)

.build/jspsych:
	@if pip download --quiet --no-deps --dest $@.new $(JSPSYCH_PACKAGE) && python3 -m zipfile -e $@.new/*.whl $@.new; \
	then mv $@.new $@; else rm -rf $@.new; echo "make bench-survey: no $(JSPSYCH_PACKAGE) to be had; measured without" >&2; fi

.PHONY: bench-collector
bench-collector: build setup-collector $(if $(PYTHON),,.python/collector) ## the collector beside one of Flask and sqlite3, as results/bench/collector.md (PYTHON=FILE has flask, gunicorn)
	python3 Tests/CollectorBenchmark/collector.py --dotchi .build/release/dotchi --peer $(BENCH_PYTHON) \
	    --out results/bench/collector.md $(BENCH)

.PHONY: screens
screens: build setup-page ## each screen of the survey's page in four languages, light and dark, large and small: results/screens/survey
	python3 Tests/SurveyScreens/screens.py --dotchi .build/release/dotchi --out results/screens/survey

.python/bin/python:
	@$(call install-missing,python3-venv,measure beside Python)
	python3 -m venv .python

.python/training: .python/bin/python
	.python/bin/python -m pip install torch safetensors numpy
	touch $@

.python/collector: .python/bin/python
	.python/bin/python -m pip install flask gunicorn
	touch $@

.python/analysis: .python/bin/python
	.python/bin/python -m pip install numpy choix evalica
	touch $@

# How often each command is killed at a random instant; DOTCHI_TEST_SEED=N draws the instants of an earlier run.
TORTURE ?= 100

FUZZ ?= 600

.PHONY: fuzz
fuzz: setup ## FUZZ=600 seconds of libFuzzer on what answers are read from; a finding is kept as .build/fuzz/crash-*
	DOTCHI_FUZZ=1 $(SWIFT) build --configuration release --scratch-path .build/fuzz --product AnswersFuzz
	@mkdir -p .build/fuzz/corpus
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/AnswersFuzz -max_total_time=$(FUZZ) -max_len=4096 \
	    -artifact_prefix=.build/fuzz/crash- .build/fuzz/corpus Tests/Fuzz/Corpus

.PHONY: torture
torture: setup-torture engine ## kill every command that writes at each step and TORTURE=100 times at random, as results/bench/torture.md
	$(SWIFT) build $(CHECKED) --build-tests
	DOTCHI_ENGINE="$(CURDIR)/$(ENGINE)" TORTURE="$(TORTURE)" TORTURE_REPORT="$(CURDIR)/results/bench/torture.md" \
	    $(SWIFT) test $(CHECKED) --skip-build --disable-xctest --filter 'TortureTests|CollectorKillTests'

# --- Keeping house

# What each linter reads. Recursive, so that only lint looks for them.
SWIFT_SOURCES := Package.swift Sources Tests
PAGE_SOURCES := Tests/Lint/jsconfig.json
SHELL_SOURCES = $(wildcard .ci/run) $(shell find Sources Tests survey-templates -name '*.sh')
CXX_SOURCES = $(shell find Sources Tests -name '*.c' -o -name '*.cpp')
PYTHON_SOURCES = $(shell find Sources Tests survey-templates -name '*.py')
TSC ?= tsc
SHELLCHECK ?= shellcheck
CPPCHECK ?= cppcheck
PYFLAKES ?= pyflakes3

.PHONY: lint lint-swift lint-page lint-shell lint-cxx lint-python
lint: lint-swift lint-page lint-shell lint-cxx lint-python ## format of the Swift sources; faults in page scripts, shell, C++, Python where their linters are

lint-swift:
	$(SWIFT) format lint --strict --parallel --recursive --configuration .swift-format $(SWIFT_SOURCES)

lint-page:
	@$(call lint-with,$(TSC),--project $(PAGE_SOURCES))

lint-shell:
	@$(call lint-with,$(SHELLCHECK),$(SHELL_SOURCES))

lint-cxx:
	@$(call lint-with,$(CPPCHECK),--quiet --error-exitcode=1 --std=c11 --std=c++20 --inline-suppr \
	    --enable=warning$(comma)style$(comma)performance$(comma)portability \
	    --suppress=missingIncludeSystem --suppress=useStlAlgorithm \
	    -ISources/Engine/include -I. $(CXX_SOURCES))

lint-python:
	@$(call lint-with,$(PYFLAKES),$(PYTHON_SOURCES))

# $(call lint-with,LINTER,ARGUMENTS): a linter that is not there, or does not start, is skipped with a word.
define lint-with
if "$(1)" --version >/dev/null 2>&1; then echo $(1) $(2); "$(1)" $(2); \
else echo "make $@: skipped: $(1) is not here, or does not start; make setup-lint installs it" >&2; fi
endef

.PHONY: format
format: ## put all Swift sources into the house format
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

.PHONY: clean
clean: ## remove everything that was built
	rm -rf .build
