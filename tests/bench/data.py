"""The files that the benchmark reads: synthetic, made once, kept under build/bench/data."""
import functools
import os
import pathlib
import random
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "peers"))
from layout import RECORD_BYTES, slices  # noqa: E402

AS_OF = "2026-11-20"
KEY = "宛名番号"
KEY_COLUMN = 12


def tell(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def make(path, maker):
    """The file or folder, made by maker(temporary path) if it is missing; it appears whole or not at all. The temporary
    name ends as the name does: compression goes by it."""
    if not path.exists():
        tell(f"making {path}")
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name("making-" + path.name)
        if temporary.is_dir():
            shutil.rmtree(temporary)
        else:
            temporary.unlink(missing_ok=True)
        maker(temporary)
        temporary.rename(path)
    return path


def copy_start(source, target, size):
    """The first `size` bytes of a file."""
    with open(source, "rb") as old, open(target, "wb") as new:
        while size > 0 and (block := old.read(min(size, 1 << 22))):
            size -= new.write(block)


def copy_lines(source, target, count):
    with open(source, "rb") as old, open(target, "wb") as new:
        for _ in range(count):
            if not (line := old.readline()):
                break
            new.write(line)


def damage_all(record, _):
    """性別 7, which no code list has."""
    record[PLACES["sex"]] = b"7"


def damage_some(record, number):
    """A fault that every checker of fields must find, in every 40th record; the faults take turns."""
    faults = (("sex", b"7"), ("birth_date", b"319741308"), ("processed_date", b"20260231"), ("name_length", b"099"),
              ("municipality_phone", b" " * 15), ("postal_code", b"18400A3"), ("substitute_result", b"5"),
              ("article_30_45_class", b"8"), ("person_count", b"00"), ("gaiji_flag", b"1"))
    if number % 40 == 7:
        item, value = faults[number // 40 % len(faults)]
        record[PLACES[item]] = value
    elif number % 40 == 27:
        last = PLACES[("individual_no", "juminhyo_code")[number // 40 % 2]].stop - 1
        record[last] = 48 + (record[last] - 47) % 10


PLACES = {item: place for item, _, place in slices()}


class DataSet:
    """Files of so many records or residents. `larger`: a set whose first records these are."""

    def __init__(self, daicho, folder, records, larger=None):
        self._daicho = str(daicho)
        self._folder = pathlib.Path(folder)
        self._larger = larger
        self.records = records

    def _path(self, name):
        of = f"-of-{self._larger.records}" if self._larger else ""
        return self._folder / f"{self.records}{of}-{name}"

    def _run(self, *words):
        subprocess.run([self._daicho, *map(str, words)], check=True, stderr=subprocess.DEVNULL)

    def _sample(self, *words):
        def maker(path):
            self._run("sample", *words, "--seed", "1", "--out", path)
        return maker

    def _first_lines_of(self, path):
        return lambda target: copy_lines(path, target, self.records + 1)

    @functools.cached_property
    def fixed(self):
        """送付先情報, fixed-width CP932."""
        if self._larger:
            return make(self._path("soufusaki.dat"),
                        lambda path: copy_start(self._larger.fixed, path, self.records * RECORD_BYTES))
        return make(self._path("soufusaki.dat"),
                    self._sample("records", "--layout", "soufusaki", "--count", self.records, "--to", "fixed:cp932"))

    @functools.cached_property
    def csv(self):
        """The same as CSV in UTF-8, with a header row."""
        return make(self._path("soufusaki.csv"),
                    lambda path: self._run("convert", "--layout", "soufusaki", "--to", "csv", self.fixed, path))

    @functools.cached_property
    def utf8(self):
        """The same, the fixed-width file's characters in UTF-8."""
        return make(self._path("soufusaki.utf8"),
                    lambda path: self._run("transcode", "--from", "cp932", "--to", "utf-8", self.fixed, path))

    @functools.cached_property
    def some_faults(self):
        return make(self._path("some-faults.dat"), lambda path: self._damaged(path, damage_some))

    @functools.cached_property
    def all_faults(self):
        return make(self._path("all-faults.dat"), lambda path: self._damaged(path, damage_all))

    def _damaged(self, path, damage):
        with open(self.fixed, "rb") as source, open(path, "wb") as target:
            number = 0
            while record := bytearray(source.read(RECORD_BYTES)):
                damage(record, number)
                number += 1
                target.write(record)

    @functools.cached_property
    def old(self):
        """A register as CSV in UTF-8."""
        if self._larger:
            return make(self._path("register.csv"), self._first_lines_of(self._larger.old))
        return make(self._path("register.csv"), self._sample("register", "--residents", self.records, "--as-of", AS_OF))

    @functools.cached_property
    def new(self):
        """The register with 1 % of its people changed; rows stand where they stood, new people at the end."""
        if self._larger:
            return make(self._path("register-next.csv"), self._first_lines_of(self._larger.new))
        return make(self._path("register-next.csv"),
                    lambda path: self._run("sample", "evolve", "--changes", "10", "--seed", "1", self.old, path))

    @functools.cached_property
    def shuffled(self):
        """The changed register in another order, and without every 5,000th person."""
        return make(self._path("register-shuffled.csv"), self._shuffle)

    def _shuffle(self, path):
        with open(self.new, "rb") as source, open(path, "wb") as target:
            target.write(source.readline())
            lines = source.readlines()
            del lines[1234::5000]
            random.Random(1).shuffle(lines)
            target.writelines(lines)

    def sorted(self, path):
        """The lines of a register in the order of their bytes, as comm wants them."""
        return make(path.with_name(path.stem + "-sorted.csv"), lambda target: subprocess.run(
            ["sort", "-o", target, path], check=True, env={**os.environ, "LC_ALL": "C"}))
