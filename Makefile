# dotchi: what can be made here. `make` alone lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

CONFIGURATION ?= release
PREFIX ?= /usr/local
# Where the test suite finds published reference sets, and photographs as a folder or archive (both optional).
REFERENCE ?=
PHOTOGRAPHS ?=
# An unpacked libtorch to compile the engine against; empty takes the system's (Debian's libtorch-dev).
LIBTORCH ?=

SWIFT ?= swift
CXX ?= g++
# The import check makes every module name what it uses; the release binary carries Swift's runtime in itself.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
RELEASE_FLAGS := $(SWIFT_FLAGS) -c release --static-swift-stdlib
BUILD := .build/$(CONFIGURATION)
ENGINE := .build/engine/libTorchEngine.so

# What the build needs, and why. `make setup` installs what is missing.
PACKAGES_build := g++ pkg-config libsqlite3-dev libpng-dev libjpeg62-turbo-dev libarchive-dev libchafa-dev
PACKAGES_engine := libtorch-dev libopenblas0
PACKAGES_test := chromium fonts-noto-cjk

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: setup build ## a whole small study in results/demo: photographs in, tables out (PHOTOGRAPHS=FILE.tar for real ones)
	@PATH="$(CURDIR)/.build/release:$$PATH" bash survey-templates/studies/demo/run.sh results/demo $(PHOTOGRAPHS)

.PHONY: test
test: setup-test lint engine ## the whole test suite (REFERENCE=DIR and PHOTOGRAPHS=FILE add the tests that need them)
	$(SWIFT) build $(SWIFT_FLAGS) --build-tests
	DOTCHI_ENGINE="$(CURDIR)/$(ENGINE)" REFERENCE="$(REFERENCE)" PHOTOGRAPHS="$(PHOTOGRAPHS)" \
	    $(SWIFT) test $(SWIFT_FLAGS) --skip-build --disable-xctest

.PHONY: lint
lint: ## check the format of all Swift sources
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

.PHONY: format
format: ## put all Swift sources into the house format
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

.PHONY: build
build: engine ## the release build: .build/release/dotchi and its engine
	$(SWIFT) build $(RELEASE_FLAGS) --product dotchi
	ln -sf ../engine/libTorchEngine.so .build/release/libTorchEngine.so

TORCH_INCLUDES := $(if $(LIBTORCH),-isystem $(LIBTORCH)/include,)
TORCH_LINKS := $(if $(LIBTORCH),-L$(LIBTORCH)/lib -Wl$(comma)-rpath$(comma)$(LIBTORCH)/lib,)
comma := ,

.PHONY: engine
engine: $(ENGINE) ## the tensor engine (LIBTORCH=DIR compiles it against that libtorch)

.PHONY: install
install: ## the command, the engine and the templates to PREFIX (CONFIGURATION=debug installs the debug build)
	@test -x $(BUILD)/dotchi || $(MAKE) build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/dotchi $(DESTDIR)$(PREFIX)/share/dotchi
	install -m 755 $(BUILD)/dotchi $(DESTDIR)$(PREFIX)/bin/dotchi
	install -m 755 $(ENGINE) $(DESTDIR)$(PREFIX)/lib/dotchi/libTorchEngine.so
	cp -R survey-templates $(DESTDIR)$(PREFIX)/share/dotchi/

.PHONY: setup setup-test
setup: ## install what is missing for building and training (by apt, with sudo where not root)
	@$(call install,build,to build dotchi)
	@$(call install,engine,to train and generate)
	@$(call check-swift)

setup-test: setup
	@$(call install,test,to test the survey page in a real browser)

.PHONY: clean
clean: ## remove everything that was built
	rm -rf .build
