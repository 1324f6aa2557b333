# What people do with capprint's source. `make help` lists it; `make cards` and `make test` are the two commands to begin with.
# Needs Swift and make; everything else is installed by `make setup`. Works with GNU make 3.81 (macOS) and later.

SWIFT = swift
PREFIX = /usr/local
DESTDIR =
# The deck that `make cards` prints, the paper, and further options for capprint.
DECK = Samples/garden-tea/deck.json
SHEET = A4
OPTIONS =

program = .build/release/capprint
release_flags = -c release --product capprint
ifeq ($(shell uname -s),Darwin)
# Homebrew keeps ICU and libraries that macOS has too out of the way of pkg-config.
keg = $(shell brew --prefix $(1) 2>/dev/null)/lib/pkgconfig
export PKG_CONFIG_PATH := $(call keg,icu4c):$(call keg,jpeg-turbo):$(PKG_CONFIG_PATH)
else
# One file that runs without Swift's own libraries, and starts sooner.
release_flags += --static-swift-stdlib
endif

sources = Package.swift Sources Tests

.PHONY: help
help:
	@echo 'make cards      set up, build, and print the sample deck to Output/'
	@echo '                (DECK=path/to/deck.json SHEET=Letter OPTIONS="--duplex short" change what is printed)'
	@echo 'make test       set up, check the style, build and run the tests'
	@echo 'make accept     take over how the project'"'"'s own cards and sheets look now (Tests/References); then look at git diff'
	@echo 'make setup      install the libraries, tools and fonts that are missing'
	@echo 'make build      build the program: $(program)'
	@echo 'make format     put the Swift sources into the house style'
	@echo 'make install    install under PREFIX=$(PREFIX) (DESTDIR=… for packagers)'
	@echo 'make uninstall  take it away again'
	@echo 'make bench      measure against Typst on 900 cards (Python 3 needed; see Benchmarks/README.md)'
	@echo 'make mutations  change 500 things one at a time and see that snapshot verify names each (Python 3 needed;'
	@echo '                MUTATIONS="--seed 2 path/to/deck" passes on options; see Benchmarks/mutations/README.md)'
	@echo 'make conformance  judge the typesetting by Unicode'"'"'s tests, HarfBuzz and Pango (see Benchmarks/conformance/README.md)'
	@echo 'make cutting    measure registration marks, cut lines and stock in finished files (see Benchmarks/cutting/README.md)'
	@echo 'make positions  read from printed PDFs where cards lie (Python 3 needed; see Benchmarks/positions/README.md)'
	@echo 'make clean      remove what was built (the fonts and Output/ stay)'

.PHONY: setup
setup:
	@.setup/install
	@Fonts/fetch
	@Hyphenation/fetch

.PHONY: build
build: setup
	@echo 'build: compiling capprint (the first time takes a few minutes)'
	$(SWIFT) build $(release_flags)

.PHONY: cards
cards: build
	@mkdir -p Output
	@echo 'cards: printing $(DECK) on $(SHEET)'
	$(program) --sheet '$(SHEET)' $(OPTIONS) -o 'Output/$(deck_name).pdf' '$(DECK)'
	@echo 'cards: your cards are in Output/$(deck_name).pdf'
	@echo '       Print at 100 % ("actual size"), on both sides, turned over the long edge.'

# A deck is known by its folder.
deck_name = $(notdir $(patsubst %/,%,$(dir $(abspath $(DECK)))))

# The tests come last, so that the last lines say how many passed. There are no XCTest cases; without the switch the
# runner would close with "Executed 0 tests".
.PHONY: test
test: setup
	@echo 'test: style'
	$(SWIFT) format lint --strict --parallel --recursive $(sources)
	@echo 'test: building, warnings are errors'
	$(SWIFT) build --build-tests
	@echo 'test: running'
	$(SWIFT) test --skip-build --disable-xctest

# The tests that keep references write them instead of comparing; they refuse to in continuous integration.
.PHONY: accept
accept: setup
	CAPPRINT_ACCEPT=yes $(SWIFT) test --disable-xctest --filter References
	@git --no-pager diff --stat -- Tests/References

.PHONY: format
format:
	$(SWIFT) format --in-place --parallel --recursive $(sources)

# Does not set up: it may be run by root, who should not build. Build first (make cards or make build).
bin = $(DESTDIR)$(PREFIX)/bin
share = $(DESTDIR)$(PREFIX)/share/capprint

.PHONY: install
install:
	@test -x $(program) || { echo 'install: build the program first: make build' >&2; exit 1; }
	@test -d Fonts/debian || { echo 'install: fetch the fonts first: make setup' >&2; exit 1; }
	install -d '$(bin)' '$(share)'
	install -m 755 $(program) '$(bin)/capprint'
	rm -rf '$(share)/Templates' '$(share)/Fonts' '$(share)/Hyphenation'
	cp -R Templates Fonts Hyphenation '$(share)/'
	chmod -R u=rwX,go=rX '$(share)'
	@echo 'install: $(bin)/capprint, with its templates and fonts in $(share)'

.PHONY: uninstall
uninstall:
	rm -f '$(bin)/capprint'
	rm -rf '$(share)/Templates' '$(share)/Fonts' '$(share)/Hyphenation'
	@rmdir '$(share)' 2>/dev/null || true

.PHONY: bench
bench: build
	Benchmarks/run $(BENCH)

.PHONY: mutations
mutations: build
	Benchmarks/mutations/run $(MUTATIONS)

.PHONY: conformance
conformance: setup
	Benchmarks/conformance/run $(BENCH)

.PHONY: cutting
cutting: build
	Benchmarks/cutting/run $(BENCH)

.PHONY: positions
positions: build
	Benchmarks/positions/run $(BENCH)

.PHONY: clean
clean:
	rm -rf .build .build-bench .build-mutations .build-cutting
