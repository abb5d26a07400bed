# `make run` and `make test` work on a bare Debian 12, install what is missing, and work offline after that.
SHELL := /bin/sh
CTEST_FLAGS ?= --output-on-failure
JOBS ?= $(shell nproc)
DESTDIR ?=
PREFIX ?= /usr/local
prefix ?= $(PREFIX)

.PHONY: build test packages-test run bench bench-quick bench-city bench-pipe bench-charset fault check fmt tidy clean install packages characters characters-check characters-statistics help
help:
	@echo "make build   build/daicho, a release build"
	@echo "make run     a synthetic city's day: registers, CS updates, 送付先情報, 23 移転 files"
	@echo "make test    build and run all tests"
	@echo "make check   all tests under ASan and UBSan"
	@echo "make fault   the three jobs and media write killed, and their disk full or broken, at every single write"
	@echo "make bench   speed beside the programs that people use today: docs/performance.md"
	@echo "make bench-quick   the same on small data: that it works; bench-city: the largest city's night; bench-pipe: 20 GB"
	@echo "make characters        schemas/characters anew from the npm package @mandel59/mojidata"
	@echo "make characters-check  whether they are what that package says"
	@echo "make characters-statistics  how many characters each charset holds, and the substitutes of the others"
	@echo "make fmt     clang-format; make tidy: clang-tidy; make clean; make install [DESTDIR=] [PREFIX=]"

packages:
	@cmake/install-packages.sh build

packages-test: packages
	@cmake/install-packages.sh test

build: packages
	@cmake --preset release $(CMAKE_FLAGS) >build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build --preset release -j $(JOBS) --target daicho_program

test: packages-test
	@cmake --preset release $(CMAKE_FLAGS) >build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build --preset release -j $(JOBS)
	@ctest --preset release -j $(JOBS) $(CTEST_FLAGS)

run: build
	@samples/day.sh

bench: build
	@tests/bench/run.sh all

bench-quick: build
	@tests/bench/bench.py quick --results build/bench/quick.json

bench-city bench-pipe: build
	@tests/bench/run.sh $(@:bench-%=%)

bench-charset: packages
	@cmake --preset release -DDAICHO_BENCH=ON >/dev/null && cmake --build --preset release --target charset_bench >/dev/null
	@build/tests/charset_bench

fault: packages-test
	@cmake --preset release $(CMAKE_FLAGS) >build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build --preset release -j $(JOBS) --target daicho_program daicho_interpose
	@tests/fault/crash_points.py build/daicho build/tests/libdaicho_interpose.so --twice --disk 24
	@tests/fault/media_points.py build/daicho build/tests/libdaicho_interpose.so --disk 12

check: packages-test
	@cmake --preset asan-ubsan $(CMAKE_FLAGS)
	@cmake --build --preset asan-ubsan -j $(JOBS)
	@ctest --preset asan-ubsan -j $(JOBS) $(CTEST_FLAGS)

characters characters-check:
	@command -v npm >/dev/null && command -v python3 >/dev/null || cmake/install-packages.sh characters
	@schemas/characters/update.sh $(if $(filter characters-check,$@),--check) build/characters

characters-statistics: packages
	@cmake --preset release $(CMAKE_FLAGS) >build-configure.log 2>&1 || { cat build-configure.log; exit 1; }; rm -f build-configure.log
	@cmake --build --preset release -j $(JOBS) --target character_statistics >/dev/null
	@build/tests/character_statistics

fmt:
	@cmake/install-packages.sh fmt
	@clang-format -i $$(git ls-files '*.cpp' '*.hpp')

tidy: packages
	@cmake/install-packages.sh tidy
	@cmake --preset tidy && cmake --build --preset tidy -j $(JOBS)

# The libraries know where their schemas were installed, so the prefix is a matter of the build, too.
install:
	@cmake/install-packages.sh install
	@$(MAKE) --no-print-directory build CMAKE_FLAGS='$(CMAKE_FLAGS) -DCMAKE_INSTALL_PREFIX=$(prefix)'
	@cmake --build --preset release -j $(JOBS) --target daicho_pages
	@DESTDIR="$(DESTDIR)" cmake --install build --prefix "$(prefix)"

clean:
	@rm -rf build out state
