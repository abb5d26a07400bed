#!/usr/bin/env python3
"""Breaks the writing of media at every call by which it changes a disk, and looks at what is left.

  media_points.py PROGRAM INTERPOSE.so [--every N] [--kinds LIST] [--disk SIZES] [--keep FOLDER]

A published run is written to two copies. For each kind of fault (breaking.py names them, interpose.cpp makes them)
the command is broken at call 1, 2, 3, ... After each of them:

  - the program was killed, or ended with 0 or 3 and a message; it never crashed;
  - what stands under a final name is on record: the ledger's entry has its bytes;
  - the same command again ends well: both media are whole, the ledger verifies and tells of exactly one medium, and
    nothing unfinished is left.

--disk SIZES (root alone) writes to tmpfs media of so many sizes, from empty to enough.
"""
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

from breaking import KINDS, SOURCE, Fault, families_of, faults_of, parser_of, points_of, pool, report, run_broken, work_folder

RUN = "cs-update_20261120000000_001"
MEDIA = ("a", "b")


class MediaScene:
    def __init__(self, options, work):
        self.program, self.interpose = options.program.resolve(), options.interpose.resolve()
        self.kept, self.work, self.folders = options.keep, work, 0
        self.base = work / "base"
        self.command = [
            self.program, "media", "write", "--state", "state", "--run", RUN, "--to", "a", "--to", "b", "--copies", "2",
            "--recipient", "receiver.pem", "--approved-by", "市民課長", "--purpose", "更新", "--now", "20261120103000",
        ]

    def make(self):
        self.base.mkdir()
        for name in ("daicho.toml", "gaiji.csv", "gaiji.bdf"):
            shutil.copy(SOURCE / "samples" / name, self.base)
        for command in (
            [self.program, "sample", "register", "--residents", "60", "--seed", "1", "--as-of", "20261120", "--out", "r.csv"],
            [self.program, "run", "cs-update", "--config", "daicho.toml", "--register", "r.csv", "--state", "state",
             "--out", "out", "--as-of", "20261120", "--initial"],
            ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj",
             "/CN=receiver", "-keyout", "receiver.key", "-out", "receiver.pem", "-days", "30"],
        ):
            subprocess.run(command, cwd=self.base, check=True, capture_output=True)
        for medium in MEDIA:
            (self.base / medium).mkdir()
        log = self.work / "calls.log"
        folder = self.new_folder()
        done = self.run(folder, kind="count", log=log)
        if done.returncode != 0:
            raise Fault(f"the unbroken writing ends with {done.returncode}: {done.stderr}")
        self.look_at_end(folder)
        self.calls = log.read_text().splitlines()
        shutil.rmtree(folder)

    def new_folder(self):
        """A copy of the beginning. The state knows where the run stands by its absolute path, so --out says it."""
        self.folders += 1
        folder = self.work / f"trial-{self.folders}"
        shutil.copytree(self.base, folder)
        return folder

    def run(self, folder, **fault):
        return run_broken([*self.command, "--out", "out"], folder, self.interpose, fault)

    @staticmethod
    def recorded(folder):
        """Digests by name of the volumes of each medium that the ledger tells of."""
        connection = sqlite3.connect(folder / "state" / "ledger.sqlite")
        rows = connection.execute("SELECT details FROM ledger_entries WHERE kind IN ('medium', 'medium-redo')").fetchall()
        connection.close()
        return [{volume["name"]: volume["sha256"] for volume in json.loads(row[0])["volumes"]} for row in rows]

    def look_at_remains(self, folder):
        recorded = self.recorded(folder)
        for medium in MEDIA:
            for path in (folder / medium).iterdir():
                if path.name.endswith(".part"):
                    continue
                if not recorded:
                    raise Fault(f"{medium}/{path.name} has its final name, and the ledger tells of no medium")
                if path.suffix == ".cms" and hashlib.sha256(path.read_bytes()).hexdigest() != recorded[-1].get(path.name):
                    raise Fault(f"{medium}/{path.name} has other bytes than the ledger says")

    def look_at_end(self, folder):
        if len(self.recorded(folder)) != 1:
            raise Fault(f"the ledger tells of {len(self.recorded(folder))} media")
        for medium in MEDIA:
            names = sorted(path.name for path in (folder / medium).iterdir() if path.name != "lost+found")
            if names != ["M20261120-001_001of001.cms", "SHA256SUMS", "slip.html", "slip.txt"]:
                raise Fault(f"{medium} holds {names}")
            verify = subprocess.run([self.program, "media", "verify", medium, "--key", "receiver.key", "--certificate",
                                     "receiver.pem"], cwd=folder, capture_output=True, text=True, timeout=60)
            if verify.returncode != 0:
                raise Fault(f"{medium} is not whole: {verify.stdout}{verify.stderr}")
        ledger = subprocess.run([self.program, "ledger", "verify", "--state", "state"], cwd=folder, capture_output=True,
                                text=True, timeout=60)
        if ledger.returncode != 0:
            raise Fault(f"ledger verify: {ledger.stdout}{ledger.stderr}")

    def recover(self, folder):
        again = self.run(folder)
        if again.returncode != 0:
            raise Fault(f"the same command again ends with {again.returncode}: {again.stderr.strip()}")
        self.look_at_end(folder)

    def break_at(self, family, number):
        kind, mode = KINDS[family]
        folder = self.new_folder()
        try:
            broken = self.run(folder, kind=kind, mode=mode, at=number)
            if kind in ("kill", "torn"):
                if broken.returncode != -9:
                    raise Fault(f"was not killed: status {broken.returncode}")
            elif broken.returncode not in (0, 3):
                raise Fault(f"ends with {broken.returncode}: {broken.stderr.strip()}")
            elif broken.returncode == 3 and "daicho: " not in broken.stderr:
                raise Fault("ends with 3 and says nothing")
            self.look_at_remains(folder)
            self.recover(folder)
        except Fault as fault:
            if self.kept:
                shutil.copytree(folder, self.kept / folder.name, dirs_exist_ok=True)
            raise Fault(f"{family} at {self.calls[number - 1]}: {fault}") from None
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def write_on_small_medium(self, kib):
        """副 on a disk of so many KiB: nothing, or everything; then the disk grows."""
        folder = self.new_folder()
        disk = folder / "b"
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kib}k", "daicho-fault", disk], check=True, capture_output=True)
        try:
            broken = self.run(folder)
            if broken.returncode not in (0, 3):
                raise Fault(f"ends with {broken.returncode}: {broken.stderr.strip()}")
            if broken.returncode == 3 and (self.recorded(folder) or any((folder / "a").iterdir()) or any(disk.iterdir())):
                raise Fault("a medium that did not fit left something")
            self.look_at_remains(folder)
            subprocess.run(["mount", "-o", "remount,size=4m", disk], check=True, capture_output=True)
            self.recover(folder)
        except Fault as fault:
            raise Fault(f"on a medium of {kib} KiB: {fault}") from None
        finally:
            subprocess.run(["umount", disk], check=True, capture_output=True)
            shutil.rmtree(folder, ignore_errors=True)


def main():
    options = parser_of(__doc__).parse_args()
    with work_folder("daicho-media-") as work, pool() as workers:
        scene = MediaScene(options, pathlib.Path(work))
        scene.make()
        points = points_of(scene.calls, options.every, last=6)
        families = families_of(options)
        tasks = [workers.submit(scene.break_at, family, number) for family in families for number in points]
        tasks += [workers.submit(scene.write_on_small_medium, 8 + 600 * step // options.disk)
                  for step in range(options.disk)]
        failures = faults_of(tasks)
        print(f"media write: {len(scene.calls)} calls; tried {len(tasks)} points ({', '.join(families)}"
              f"{f', {options.disk} sizes of a disk' if options.disk else ''}); {len(failures)} failed")
    return report(failures)


if __name__ == "__main__":
    sys.exit(main())
