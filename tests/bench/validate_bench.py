#!/usr/bin/env python3
"""Speed of `daicho validate` on 送付先情報, clean and with a fault in every record, beside a GnuCOBOL program of fewer
checks. Prints GB/s of the file by the clock, processor seconds and peak memory: medians of runs that take turns, so that
a busy machine disturbs the ratios little.

    validate_bench.py [MEGABYTES [RUNS]]      default 400 and 5; wants build/daicho, cobc, time
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

DAICHO = "build/daicho"
RECORD_BYTES = {"cp932": 3451 + 2, "utf-16be": 4054 + 4}


def make_file(path, charset, megabytes):
    count = megabytes * 1_000_000 // RECORD_BYTES[charset]
    spec = f"fixed:{charset}"
    subprocess.run([DAICHO, "sample", "records", "--layout", "soufusaki", "--count", str(count), "--seed", "1", "--to",
                    spec, "--out", path, "--overwrite"], check=True, stderr=subprocess.DEVNULL)


def make_faulty(clean, faulty, charset):
    """Every 性別 becomes 7, which its code list lacks."""
    shown = subprocess.run([DAICHO, "layout", "show", "soufusaki", "--format", "json"], check=True, capture_output=True)
    items = json.loads(shown.stdout)["items"]
    sex = next(item for item in items if item["id"] == "sex")
    last = sex["bytes"]["cp932" if charset == "cp932" else "utf-16"]["last"]
    size = RECORD_BYTES[charset]
    with open(clean, "rb") as source, open(faulty, "wb") as target:
        while block := bytearray(source.read(size * 1000)):
            for record in range(0, len(block), size):
                block[record + last - 1] = ord("7")
            target.write(block)


def run(command):
    """Seconds by the clock, processor seconds, peak memory in MB. `time` starts the command, so that the memory is not
    this interpreter's."""
    with tempfile.NamedTemporaryFile("r") as told:
        timed = ["/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", told.name, *command]
        begin = time.perf_counter()
        status = subprocess.run(timed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        seconds = time.perf_counter() - begin
        if status not in (0, 1):
            sys.exit(f"failed: {' '.join(command)}")
        _, user, system, memory = told.read().split()
    return seconds, float(user) + float(system), float(memory) / 1024


def compare(title, size, contenders, runs):
    """The last contender is the one that the others are measured by."""
    found = {name: [] for name, _ in contenders}
    for _ in range(runs):
        for name, command in contenders:
            found[name].append(run(command))
    middle = {name: [statistics.median(column) for column in zip(*each)] for name, each in found.items()}
    last = middle[contenders[-1][0]][0]
    print(title)
    for name, (clock, processor, memory) in middle.items():
        times = f"  {last / clock:5.1f}x"
        print(f"  {name:18} {size / clock / 1e9:6.2f} GB/s  {clock:6.2f} s  {processor:6.2f} s of processors"
              f"  {memory:6.0f} MB{times}", flush=True)


def main():
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory() as folder:
        cobol = os.path.join(folder, "cobol")
        subprocess.run(["cobc", "-x", "-O2", "-free", "-o", cobol, os.path.join(here, "soufusaki_validate.cob")],
                       check=True)
        print(f"daicho validate, soufusaki, {megabytes} MB, median of {runs} runs; so many times the speed of the last line")
        for charset in RECORD_BYTES:
            clean = os.path.join(folder, "clean.dat")
            faulty = os.path.join(folder, "faulty.dat")
            make_file(clean, charset, megabytes)
            make_faulty(clean, faulty, charset)
            for path, what in ((clean, "clean"), (faulty, "a fault in every record")):
                contenders = [(f"{threads} thread{'s' if threads > 1 else ''}",
                               [DAICHO, "validate", "--layout", "soufusaki", "--from", f"fixed:{charset}", "--as-of",
                                "2026-11-20", "--threads", str(threads), path]) for threads in (2, 1)]
                if charset == "cp932":
                    contenders.append(("GnuCOBOL", [cobol, path]))
                compare(f"{charset}, {what}", os.path.getsize(path), contenders, runs)


if __name__ == "__main__":
    main()
