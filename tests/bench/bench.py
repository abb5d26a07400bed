#!/usr/bin/env python3
"""The benchmark: daicho beside the programs that people use today. See docs/performance.md.

    bench.py all       works, starts, jobs, growth and profiles; writes the tables and pictures of docs/performance.md
    bench.py works | jobs | growth | profile | city | pipe    a part of it
    bench.py quick     small data, the peers that are installed, no document: that it works, not how fast
    bench.py report    the document anew from the results
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time

import comparison
import growth
import hot_spots
import jobs
import report
from data import DataSet, tell
from measure import Failed, Stopwatch
from peers import Peers
from works import Catalog

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def machine():
    cpu = "unknown"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1].strip()
            break
    system = platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"cpu": cpu, "cores": os.cpu_count(), "memory_gib": round(memory), "system": system,
            "kernel": platform.release()}


class Bench:
    """What the modes share; each mode writes its own part of the results."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.daicho = arguments.daicho.resolve()
        self.folder = arguments.work.resolve()
        self.data = self.folder / "data"
        self.peers = Peers(self.folder)
        timed = self.peers.build_own("timed", pathlib.Path(__file__).with_name("timed.cpp"))
        self._scratch = tempfile.TemporaryDirectory(prefix="run-", dir=self.folder)  # of this run alone
        self.stopwatch = Stopwatch(timed, self._scratch.name, {"DUCKDB_MODULES": str(self.peers.modules)})
        self.catalog = Catalog(self.daicho, self.peers)
        self.wrong = []

    def set_of(self, records):
        return DataSet(self.daicho, self.data, records)

    def works(self):
        full = self.set_of(self.arguments.records)
        part = DataSet(self.daicho, self.data, max(1, full.records // 20), full)
        small = self.set_of(min(full.records, 20_000))
        rounds = self.arguments.rounds
        works, self.wrong = comparison.compare(self.stopwatch, self.catalog, (small, part, full), rounds,
                                               self._scratch.name)
        one = self.set_of(1)
        return {"works": works, "rounds": rounds, "records": full.records,
                "floors": comparison.measure_floors(self.stopwatch, self.catalog, full, rounds),
                "starts": comparison.measure_starts(self.stopwatch, self.catalog, one, 3 * rounds),
                "versions": self.peers.versions, "skipped": self.peers.skipped}

    def growth(self):
        return {"growth": growth.measure(self.stopwatch, self.catalog, self.daicho, self.data, self.arguments.largest)}

    def pipe(self):
        return {"pipe": growth.measure_pipe(self.stopwatch, self.daicho, self.data, self.arguments.largest)}

    def jobs(self):
        return {"jobs": jobs.measure(self.stopwatch, self.daicho, SOURCE, self.folder,
                                     jobs.City(self.arguments.residents, ".csv"), min(3, self.arguments.rounds))}

    def city(self):
        return {"city": jobs.measure(self.stopwatch, self.daicho, SOURCE, self.folder,
                                     jobs.City(self.arguments.city, ".csv.zst"), 1)}

    def profile(self):
        night = jobs.Night(self.daicho, SOURCE, self.folder, jobs.City(self.arguments.residents, ".csv"))
        found = hot_spots.measure(hot_spots.commands(self.catalog, self.set_of(self.arguments.records), night),
                                  self._scratch.name)
        return {"profile": found} if found else {}

    def record(self, parts):
        """Puts parts into the results file, whose other parts stay."""
        path = self.arguments.results
        results = json.loads(path.read_text()) if path.exists() else {}
        told = subprocess.run([self.daicho, "--version"], check=True, capture_output=True, text=True).stdout.strip()
        for name, value in parts.items():
            results[name] = value
        results.update(machine=machine(), daicho=told, made=time.strftime("%Y-%m-%d", time.gmtime()))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n")
        return results


def quick(bench):
    """Every program once on small data; what it finds is whether they agree. The page is written beside the data."""
    parts = bench.works()
    parts |= {"jobs": jobs.measure(bench.stopwatch, bench.daicho, SOURCE, bench.folder, jobs.City(2_000, ".csv"), 1)}
    parts |= {"growth": growth.measure(bench.stopwatch, bench.catalog, bench.daicho, bench.data,
                                       bench.arguments.records)}
    results = bench.record(parts)
    docs = bench.folder / "docs"
    docs.mkdir(exist_ok=True)
    shutil.copy(SOURCE / "docs/performance.md", docs)
    report.write(results, docs)
    print(report.works_table(results))
    for name, reason in bench.peers.skipped.items():
        print(f"skipped: {name}: {reason}")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=["all", "works", "jobs", "growth", "profile", "city", "pipe", "quick",
                                         "report"])
    parser.add_argument("--daicho", type=pathlib.Path, default=SOURCE / "build/daicho")
    parser.add_argument("--work", type=pathlib.Path, default=SOURCE / "build/bench", help="data, peers' programs")
    parser.add_argument("--results", type=pathlib.Path, default=SOURCE / "bench/results.json")
    parser.add_argument("--docs", type=pathlib.Path, default=SOURCE / "docs")
    parser.add_argument("--records", type=int, help="of the works (default: 300,000; quick: 6,000)")
    parser.add_argument("--residents", type=int, default=300_000, help="of the city of `jobs`")
    parser.add_argument("--city", type=int, default=3_800_000, help="residents of the city of `city`")
    parser.add_argument("--largest", type=int, default=3_000_000, help="records of the growth curve's last point")
    parser.add_argument("--rounds", type=int, help="default: 5; quick: 1")
    arguments = parser.parse_args()
    quickly = arguments.mode == "quick"
    arguments.records = arguments.records or (6_000 if quickly else 300_000)
    arguments.rounds = arguments.rounds or (1 if quickly else 5)
    return arguments


def main():
    arguments = options()
    if arguments.mode == "report":
        report.write(json.loads(arguments.results.read_text()), arguments.docs)
        return 0
    bench = Bench(arguments)
    if arguments.mode == "quick":
        quick(bench)
    else:
        for mode in ("works", "jobs", "growth", "profile") if arguments.mode == "all" else (arguments.mode,):
            begin = time.monotonic()
            results = bench.record(getattr(bench, mode)())
            tell(f"{mode}: {time.monotonic() - begin:.0f} s; {arguments.results}")
        report.write(results, arguments.docs)
    for each in bench.wrong:
        tell(each)
    return 1 if bench.wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failure:
        sys.exit(f"bench: {failure}")
