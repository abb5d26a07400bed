#!/usr/bin/env python3
"""Breaks real runs of the three jobs at every call by which they change the disk, and looks at what is left.

  crash_points.py PROGRAM INTERPOSE.so [--every N] [--kinds LIST] [--jobs LIST] [--twice] [--keep FOLDER]

For each job, its first run (--initial) and its run of the next day, and for each kind of fault, the run is repeated
with a fault at call 1, 2, 3, ... (interpose.cpp says which calls and which faults there are). After each of them:

  - the program was killed, or ended with a status that the contract knows and a message; it never crashed;
  - under the run's final name stands nothing, or the whole run;
  - the same command again ends well, and then every byte under --out, every row of the state's tables and every
    snapshot is what an unbroken run leaves, with nothing temporary beside them;
  - the ledger verifies and tells of the run once.

--every N takes each Nth call only (and always the last ones). --twice also kills the second command, wherever the first
was killed near its end. --disk SIZES runs each job on a real disk (a tmpfs, which takes root and the right to mount)
that is too small, in so many sizes up to what the run needs, and again when the disk has grown. Prints the number of
points tried; ends with 1 where one of them failed.
"""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys

from breaking import KINDS, SOURCE, Fault, families_of, faults_of, parser_of, points_of, pool, report, run_broken, work_folder

DAYS = ("20261120", "20261121")
SIDE_FILES = {
    "cs-update": ["--resident-since", "resident-since.csv"],
    "soufusaki": ["--print-classes", "print-classes.csv"],
    "iten": ["--atena", "atena.csv", "--kengen", "kengen.csv", "--suppress", "suppress.csv"],
}


def tree_of(folder):
    """Every file below a folder with its bytes, every folder, and the permissions of both."""
    tree = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode & 0o7777
        name = str(path.relative_to(folder))
        tree[name] = (mode, None) if path.is_dir() else (mode, path.read_bytes())
    return tree


def rows_of(database):
    """Every row of every table of the state, without the place of --out, which is another in each trial."""
    tables = {}
    connection = sqlite3.connect(database)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in sorted(names):
        if name.startswith("ledger_"):
            continue  # which ledger: each state that begins has its own
        cursor = connection.execute(f"SELECT * FROM {name}")
        kept = [i for i, column in enumerate(cursor.description) if column[0] not in ("out_folder",)]
        tables[name] = sorted(tuple(row[i] for i in kept) for row in cursor)
    connection.close()
    return tables


def ledger_runs(state):
    """How often the ledger tells of each run."""
    told = {}
    if not (state / "ledger.sqlite").exists():
        return told
    connection = sqlite3.connect(state / "ledger.sqlite")
    for (run,) in connection.execute("SELECT run FROM ledger_entries WHERE kind = 'run'"):
        told[run] = told.get(run, 0) + 1
    connection.close()
    return told


class Scene:
    """One job and one day: where it begins, and how it ends where nothing breaks."""

    def __init__(self, trial, job, day, base):
        self.trial, self.job, self.day, self.base = trial, job, day, base
        self.name = f"{job} of {day}"
        self.command = [
            trial.program, "run", job, "--config", trial.city / "daicho.toml",
            "--register", trial.city / f"register-{day}.csv", "--state", "state", "--out", "out", "--as-of", day,
        ]
        if day == DAYS[0]:
            self.command.append("--initial")
        for part in SIDE_FILES[job]:
            self.command.append(part if part.startswith("--") else trial.city / part)

    def run(self, folder, **fault):
        return run_broken(self.command, folder, self.trial.interpose, fault)

    def settle(self):
        """Runs it unbroken, counts its calls, and keeps what it leaves."""
        self.whole = self.trial.new_folder(self.base)
        log = self.whole / "calls.log"
        done = self.run(self.whole, kind="count", log=log)
        if done.returncode not in (0, 1):
            raise Fault(f"{self.name}: the unbroken run ends with {done.returncode}: {done.stderr}")
        self.calls = log.read_text().splitlines()
        log.unlink()
        self.status = done.returncode
        self.out = tree_of(self.whole / "out")
        self.snapshots = tree_of(self.whole / "state" / "snapshots")
        self.rows = rows_of(self.whole / "state" / "state.sqlite")
        self.before = set(tree_of(self.base / "out")) if (self.base / "out").exists() else set()
        self.told = ledger_runs(self.whole / "state")

    def look_at_remains(self, folder):
        """After a fault: nothing half under a final name."""
        out = folder / "out"
        if not out.exists():
            return
        now = tree_of(out)
        seen = {name.split("/")[0] for name in now if name not in self.before}
        for top in seen:
            if top.startswith(".daicho-"):
                continue
            have = {name: value for name, value in now.items() if name.split("/")[0] == top}
            want = {name: value for name, value in self.out.items() if name.split("/")[0] == top}
            if have != want:
                raise Fault(f"{top} stands under --out and is not whole")

    def look_at_end(self, folder):
        """After the same command again: as if nothing had been."""
        for what, have, want in (
            ("--out", tree_of(folder / "out"), self.out),
            ("snapshots", tree_of(folder / "state" / "snapshots"), self.snapshots),
            ("state.sqlite", rows_of(folder / "state" / "state.sqlite"), self.rows),
        ):
            if have == want:
                continue
            other = sorted(set(have) ^ set(want)) or sorted(key for key in want if have[key] != want[key])
            raise Fault(f"{what} is not as an unbroken run leaves it: {', '.join(other[:5])}")
        loose = [path.name for path in (folder / "state").iterdir() if path.name not in self.trial.state_files]
        if loose:
            raise Fault(f"the state folder still holds {', '.join(loose)}")
        if ledger_runs(folder / "state") != self.told:
            raise Fault(f"the ledger tells of {ledger_runs(folder / 'state')}, not of {self.told}")
        if self.told:
            verify = subprocess.run([self.trial.program, "ledger", "verify", "--state", folder / "state"],
                                    capture_output=True, text=True, timeout=60)
            if verify.returncode != 0:
                raise Fault(f"ledger verify: {verify.stdout}{verify.stderr}")

    def recover(self, folder):
        again = self.run(folder)
        if again.returncode not in (0, 1):
            raise Fault(f"the same command again ends with {again.returncode}: {again.stderr.strip()}")
        self.look_at_end(folder)

    def break_at(self, family, number):
        """One point. Gives whether the fault was reached."""
        kind, mode = KINDS[family]
        folder = self.trial.new_folder(self.base)
        try:
            broken = self.run(folder, kind=kind, mode=mode, at=number)
            if kind in ("kill", "torn"):
                if broken.returncode != -9:
                    raise Fault(f"was not killed: status {broken.returncode}")
            elif broken.returncode not in (0, 1, 3):
                raise Fault(f"ends with {broken.returncode}: {broken.stderr.strip()}")
            elif broken.returncode == 3 and not broken.stderr.startswith("daicho: "):
                raise Fault(f"ends with 3 and says nothing: {broken.stderr.strip()}")
            self.look_at_remains(folder)
            if broken.returncode in (0, 1) and tree_of(folder / "out") != self.out:
                raise Fault("ends well, but --out is not as an unbroken run leaves it")
            self.recover(folder)
        except Fault as fault:
            self.trial.keep(folder)
            raise Fault(f"{self.name}, {family} at {self.calls[number - 1]}: {fault}") from None
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def break_twice(self, first, second):
        """Kills the run at `first` and the command after it at `second`; false where that one has fewer calls."""
        folder = self.trial.new_folder(self.base)
        try:
            self.run(folder, kind="kill", at=first)
            killed = self.run(folder, kind="kill", at=second).returncode == -9
            self.look_at_remains(folder)
            self.recover(folder)
            return killed
        except Fault as fault:
            self.trial.keep(folder)
            raise Fault(f"{self.name}, killed at {self.calls[first - 1]} and then at call {second}: {fault}") from None
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def run_on_small_disk(self, kib):
        """The run on a file system of so many KiB; false where it fits."""
        folder = self.trial.new_folder(self.trial.work / "empty")
        mount = ["mount", "-t", "tmpfs", "-o", f"size={kib}k,mode=700", "daicho-fault", folder]
        subprocess.run(mount, check=True, capture_output=True)
        try:
            shutil.copytree(self.base, folder, dirs_exist_ok=True)
            broken = self.run(folder)
            fits = broken.returncode in (0, 1)
            if not fits and (broken.returncode != 3 or not broken.stderr.startswith("daicho: ")):
                raise Fault(f"ends with {broken.returncode}: {broken.stderr.strip()}")
            self.look_at_remains(folder)
            subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True, capture_output=True)
            self.recover(folder)
            return not fits
        except Fault as fault:
            self.trial.keep(folder)
            raise Fault(f"{self.name}, on a disk of {kib} KiB: {fault}") from None
        finally:
            subprocess.run(["umount", folder], check=True, capture_output=True)
            folder.rmdir()

    def disk_sizes(self, count):
        """Sizes in KiB from what the run finds there to what it leaves."""
        least = sum(path.stat().st_size // 1024 + 5 for path in self.base.rglob("*"))
        most = sum(path.stat().st_size // 1024 + 5 for path in self.whole.rglob("*")) + 400
        return sorted({least + 8 + (most - least) * step // count for step in range(count)})


class Trial:
    """The city, the scenes and the folders of one go of this test."""

    def __init__(self, options, work):
        self.program, self.interpose = options.program.resolve(), options.interpose.resolve()
        self.kept, self.work, self.folders = options.keep, work, 0
        self.city = work / "city"
        self.state_files = {"lock", "state.sqlite", "state.sqlite-wal", "state.sqlite-shm", "snapshots", "ledger.sqlite",
                            "ledger.sqlite-wal", "ledger.sqlite-shm", "ledger.key", "ledger.lock"}

    def make_city(self):
        self.city.mkdir()
        (self.work / "empty").mkdir()
        first, second = (self.city / f"register-{day}.csv" for day in DAYS)
        for command in (
            ["sample", "register", "--residents", "120", "--seed", "1", "--as-of", DAYS[0], "--side-files", self.city,
             "--out", first],
            ["sample", "evolve", "--changes", "150", "--seed", "1", "--as-of", DAYS[1], first, second],
        ):
            subprocess.run([self.program, *command], check=True, capture_output=True)
        for name in ("daicho.toml", "gaiji.csv", "gaiji.bdf"):
            shutil.copy(SOURCE / "samples" / name, self.city)

    def new_folder(self, base):
        self.folders += 1
        folder = self.work / f"trial-{os.getpid()}-{self.folders}"
        shutil.copytree(base, folder)
        return folder

    def keep(self, folder):
        if self.kept:
            shutil.copytree(folder, self.kept / folder.name, dirs_exist_ok=True)

    def scenes(self, jobs):
        """Each job on both days; soufusaki compares with what cs-update published, so that one goes before it."""
        base = self.work / "nothing"
        base.mkdir()
        for day in DAYS:
            for job in SIDE_FILES:
                scene = Scene(self, job, day, base)
                scene.settle()
                base = scene.whole
                if job in jobs:
                    yield scene


def main():
    parser = parser_of(__doc__)
    parser.add_argument("--jobs", default=",".join(SIDE_FILES))
    parser.add_argument("--twice", action="store_true")
    options = parser.parse_args()
    failures = []
    with work_folder("daicho-fault-") as work, pool() as workers:
        trial = Trial(options, pathlib.Path(work))
        trial.make_city()
        for scene in trial.scenes(options.jobs.split(",")):
            tried = {}
            tasks = []
            points = points_of(scene.calls, options.every, last=12)
            for family in families_of(options):
                tried[family] = len(points)
                tasks += [workers.submit(scene.break_at, family, number) for number in points]
            if options.twice:
                firsts = range(len(scene.calls) - 40, len(scene.calls) + 1, 4)
                pairs = [(first, second) for first in firsts for second in range(1, 60, 3) if first > 0]
                tried["twice"] = len(pairs)
                tasks += [workers.submit(scene.break_twice, *pair) for pair in pairs]
            if options.disk:
                sizes = scene.disk_sizes(options.disk)
                tried["disks"] = len(sizes)
                on_disks = [workers.submit(scene.run_on_small_disk, size) for size in sizes]
                tasks += on_disks
            found = faults_of(tasks)
            failures += found
            if options.disk:
                tried["of them too small"] = sum(task.result() is True for task in on_disks if not task.exception())
            counts = ", ".join(f"{family} {count}" for family, count in tried.items())
            print(f"{scene.name}: {len(scene.calls)} calls; tried {counts}; {len(found)} failed", flush=True)
    return report(failures)


if __name__ == "__main__":
    sys.exit(main())
