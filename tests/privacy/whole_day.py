#!/usr/bin/env python3
"""Looks for 個人番号 and 住民票コード in everything that days of a city leave behind.

  whole_day.py PROGRAM

A synthetic city goes through its first day, the next one and a third whose register is full of faults; a run is killed,
another finds a full disk; files are validated, compared, inspected, counted, cut to columns and transcoded, with every
report there is. Then every byte that came out, on standard output, standard error, in temporary folders and in files, is
searched for every number of every resident, in any charset and however it is grouped. Numbers may stand in the registers
that were given, in the state, and in data files whose layout has the item: nowhere else.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
NUMBERS = {"individual_no", "juminhyo_code"}  # what `private` of an item says
DAYS = ("20261120", "20261121", "20261122")
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


class Day:
    def __init__(self, program, work):
        self.program, self.work = program, work
        self.outputs = {}  # what each command printed
        self.temporary = work / "tmp"
        self.city = work / "city"
        for folder in (self.temporary, self.city, work / "reports"):
            folder.mkdir()

    def call(self, *arguments, expect=(0, 1), limit=None, interrupt=None):
        """One command; everything that it prints is kept. limit: bytes that a file of it may have; interrupt: seconds."""
        environment = {**os.environ, "TMPDIR": str(self.temporary), "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"}
        command = [str(self.program), *map(str, arguments)]
        if limit is not None:
            command = ["bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$@"', "bash", *command]
        if interrupt is not None:
            command = ["timeout", "-s", "KILL", str(interrupt), *command]
        done = subprocess.run(command, cwd=self.work, env=environment, capture_output=True)
        self.outputs[f"{len(self.outputs)}: {' '.join(command)}"] = done.stdout + done.stderr
        if expect is not None and done.returncode not in expect:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")

    def register(self, day):
        return self.city / f"register-{day}.csv"

    def run(self, job, day, *more, **how):
        side = {"cs-update": ["resident-since"], "soufusaki": ["print-classes"], "iten": ["atena", "kengen", "suppress"]}
        files = [part for name in side[job] for part in (f"--{name}", self.city / f"{name}.csv")]
        self.call("run", job, "--config", self.city / "daicho.toml", "--register", self.register(day), "--state", "state",
                  "--out", "runs", "--as-of", day, *files, *more, **how)

    def make_city(self):
        first, second, third = map(self.register, DAYS)
        self.call("sample", "register", "--residents", 300, "--seed", 3, "--as-of", DAYS[0], "--side-files", self.city,
                  "--out", first)
        self.call("sample", "evolve", "--changes", 200, "--seed", 3, "--as-of", DAYS[1], first, second)
        self.call("sample", "evolve", "--changes", 200, "--seed", 4, "--as-of", DAYS[2], second, third)
        for name in ("daicho.toml", "gaiji.csv", "gaiji.bdf"):
            shutil.copy(SOURCE / "samples" / name, self.city)
        # The third day's register: other people's numbers, wrong check digits, columns that slipped, broken bytes.
        lines = third.read_text(encoding="utf-8").split("\r\n")
        for i in range(1, len(lines) - 1):
            cells = lines[i].split(",")
            if i % 5 == 0:
                cells[10], cells[11] = cells[11], cells[10]
            if i % 7 == 0:
                cells = [cell[:-1] + "7" if re.fullmatch(r"\d{11,12}", cell) else cell for cell in cells]
            if i % 11 == 0:
                cells.insert(3, cells[-1])
            lines[i] = ",".join(cells)
        third.write_bytes("\r\n".join(lines).encode("utf-8").replace("東".encode(), b"\xe6\x9d", 3))

    def live(self):
        for job in ("cs-update", "soufusaki", "iten"):
            self.run(job, DAYS[0], "--initial")
        for job in ("cs-update", "soufusaki", "iten"):
            self.run(job, DAYS[1], limit=1, expect=None)         # files of at most one KiB: a full disk
            self.run(job, DAYS[1], interrupt=0.05, expect=None)  # killed somewhere
            self.run(job, DAYS[1])
            self.run(job, DAYS[1])
            self.run(job, DAYS[2], expect=None)
            self.run(job, DAYS[0], expect=None)  # a day of the past: refused
        for command in (["ledger", "list"], ["ledger", "list", "--report", "json"], ["ledger", "verify"], ["ledger", "show", "1"]):
            self.call(*command, "--state", "state", expect=None)

    def look_at(self, layout, path):
        for report in ("text", "json", "sarif", "html"):
            self.call("validate", "--layout", layout, "--as-of", DAYS[2], "--report", report, path)
            self.call("--lang", "ja", "validate", "--layout", layout, "--report", report, "--output",
                      f"reports/{path.name}.{report}", path, "--overwrite")
        self.call("inspect", "--layout", layout, "--record", 1, path, expect=None)
        self.call("inspect", "--layout", layout, "--record", 1, "--hex", path, expect=None)
        self.call("chars", "--layout", layout, path, expect=None)
        self.call("chars", "--layout", layout, "--report", "html", path, expect=None)
        self.call("convert", "--layout", layout, "--to", "jsonl", "--items", "sex_code,birth_date", path, "-", expect=None)

    def look(self):
        for day in DAYS:
            self.look_at("juki", self.register(day))
        self.call("diff", "--layout", "juki", self.register(DAYS[0]), self.register(DAYS[1]))
        self.call("diff", "--layout", "juki", "--output", "reports/diff", self.register(DAYS[0]), self.register(DAYS[1]))
        self.call("validate", "--layout", "juki", "--against", self.register(DAYS[0]), self.register(DAYS[1]))
        self.call("convert", "--layout", "juki", "--to", "fixed:cp932", self.register(DAYS[2]), "refused.dat", expect=(1,))
        self.call("transcode", "--from", "utf-8", "--to", "cp932", self.register(DAYS[1]), "refused.txt", expect=None)
        for manifest in sorted((self.work / "runs").glob("*/manifest.json")):
            for file in json.loads(manifest.read_text())["files"]:
                if file["kind"] == "data":
                    self.look_at(file["layout"], manifest.parent / file["name"])


def layout_has_numbers(program, layout, known={}):
    if layout not in known:
        shown = subprocess.run([program, "layout", "show", layout, "--format", "json"], capture_output=True, check=True)
        known[layout] = any(item.get("private") in NUMBERS or item["id"] in NUMBERS or item.get("check") in NUMBERS
                            for item in json.loads(shown.stdout)["items"])
    return known[layout]


def texts_of(data):
    """The bytes as every charset would read them, so that digits stand as digits and nothing between them."""
    for charset in ("utf-8", "cp932", "utf-16-le", "utf-16-be", "cp037"):
        for shift in (0, 1) if charset.startswith("utf-16") else (0,):
            text = data[shift:].decode(charset, errors="replace").translate(FULL_WIDTH)
            yield text
            yield re.sub(r"(?<=[0-9])[ \-.　_](?=[0-9])", "", text)
    for digits in re.findall(rb"(?:3[0-9] ?){11,}", data):  # a hexadecimal dump
        yield re.sub(rb" ", b"", digits).decode()[1::2]


def number_found(data, numbers):
    for text in texts_of(data):
        for digits in re.findall(r"[0-9]{11,}", text):
            for length in (11, 12):
                for start in range(len(digits) - length + 1):
                    if digits[start:start + length] in numbers:
                        return digits[start:start + length]
    return None


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="daicho-privacy-") as folder:
        work = pathlib.Path(folder)
        day = Day(program, work)
        day.make_city()
        day.live()
        day.look()
        # The third day's cells stand in wrong columns: there every cell of as many digits counts.
        numbers = set(re.findall(r"(?<![0-9])[0-9]{11,12}(?![0-9])", day.register(DAYS[2]).read_text(errors="replace")))
        for date in DAYS[:2]:
            shown = subprocess.run([program, "convert", "--layout", "juki", "--to", "jsonl", day.register(date), "-"],
                                   capture_output=True, check=True)
            for line in shown.stdout.decode().splitlines():
                numbers |= {value for key, value in json.loads(line).items()
                            if re.fullmatch(r"\d{11,12}", value) and ("individual_no" in key or "juminhyo_code" in key)}
        assert len(numbers) > 600, "the city has too few numbers for this test"
        assert number_found(day.register(DAYS[0]).read_bytes(), numbers), "the search finds nothing where numbers stand"

        found, searched = [], 0
        for name, printed in day.outputs.items():
            searched += len(printed)
            if number := number_found(printed, numbers):
                found.append(f"printed by {name}")
        allowed = set()
        for manifest in (work / "runs").glob("*/manifest.json"):
            for file in json.loads(manifest.read_text())["files"]:
                if file["kind"] == "data" and layout_has_numbers(program, file["layout"]):
                    allowed.add(manifest.parent / file["name"])
        for path in sorted(work.rglob("*")):
            inside_state = work / "state" in path.parents and path.name not in ("ledger.sqlite", "ledger.sqlite-wal")
            if not path.is_file() or path in allowed or inside_state or path.parent == day.city:
                continue
            data = path.read_bytes()
            searched += len(data)
            if number_found(data, numbers):
                found.append(str(path.relative_to(work)))
        left = [str(path) for path in day.temporary.rglob("*")]
    for place in found:
        print(f"a number of a resident stands in: {place}", file=sys.stderr)
    for path in left:
        print(f"left in the temporary folder: {path}", file=sys.stderr)
    print(f"{len(numbers)} numbers; {len(day.outputs)} commands; {searched} bytes searched; {len(allowed)} data files may hold them")
    return 1 if found or left else 0


if __name__ == "__main__":
    sys.exit(main())
