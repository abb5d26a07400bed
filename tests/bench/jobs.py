"""A city's night: the three jobs over a register in which 1 % of the people changed."""
import dataclasses
import pathlib
import shutil
import subprocess

from data import make, tell
from measure import in_turn, medians

FIRST, NEXT = "20261120", "20261121"
JOBS = ("cs-update", "soufusaki", "iten")


@dataclasses.dataclass
class City:
    residents: int
    ending: str  # of the registers' names: .csv or .csv.zst


def _side_files(job, folder):
    return {"cs-update": ["--resident-since", folder / "resident-since.csv"],
            "soufusaki": ["--print-classes", folder / "print-classes.csv"],
            "iten": ["--atena", folder / "atena.csv", "--kengen", folder / "kengen.csv", "--suppress",
                     folder / "suppress.csv"]}[job]


class Night:
    """The city's files: made once, with a state in which the three jobs have begun."""

    def __init__(self, daicho, source, folder, city):
        self.daicho = daicho
        self.folder = pathlib.Path(folder, f"city-{city.residents}{city.ending}")
        self.registers = [self.folder / f"register-{day}{city.ending}" for day in (FIRST, NEXT)]
        self.begun = self.folder / "state-begun"
        self._make(source, city)

    def _make(self, source, city):
        first, following = self.registers
        make(first, lambda path: self._sample("register", "--residents", city.residents, "--seed", "1", "--as-of",
                                              FIRST, "--side-files", self.folder, "--overwrite", "--out", path))
        make(following, lambda path: self._sample("evolve", "--changes", "10", "--seed", "1", "--as-of", NEXT, first,
                                                  path))
        for name in ("daicho.toml", "gaiji.csv", "gaiji.bdf"):
            shutil.copy(source / "samples" / name, self.folder / name)
        make(self.begun, self._begin)

    def _sample(self, *words):
        subprocess.run([self.daicho, "sample", *map(str, words)], check=True, stderr=subprocess.DEVNULL)

    def _begin(self, state):
        for job in JOBS:
            tell(f"{job}, the first run of all")
            status = subprocess.run(self.command(job, self.registers[0], FIRST, state) + ["--initial"],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
            if status not in (0, 1):
                raise SystemExit(f"bench: run {job} --initial: exit status {status}")
        self.clear()

    def command(self, job, register, day, state):
        words = [self.daicho, "run", job, "--config", self.folder / "daicho.toml", "--register", register, "--state",
                 state, "--out", self.folder / "out", "--as-of", day, *_side_files(job, self.folder)]
        return [str(word) for word in words]

    def fresh_state(self):
        self.clear()
        return pathlib.Path(shutil.copytree(self.begun, self.folder / "state"))

    def clear(self):
        for name in ("out", "state"):
            shutil.rmtree(self.folder / name, ignore_errors=True)


def measure(stopwatch, daicho, source, folder, city, rounds):
    """Each job's and their sum, beside reading both registers: framing alone (converted to CSV), and all checks."""
    night = Night(daicho, source, folder, city)
    runs = {job: [] for job in JOBS}
    for _ in range(rounds):
        state = night.fresh_state()
        for job in JOBS:
            runs[job].append(stopwatch.run([night.command(job, night.registers[1], NEXT, state)], (0, 1)))
            tell(f"  {job}: {runs[job][-1].seconds:.2f} s, {runs[job][-1].peak_mib:.0f} MiB")
    reading = []
    for register in night.registers:
        reading.append((f"convert {register.name}",
                        [[daicho, "convert", "--layout", "juki", "--to", "csv", register, "-"]], (0, 1)))
        reading.append((f"validate {register.name}", [[daicho, "validate", "--layout", "juki", register]], (0, 1)))
    taken = in_turn(stopwatch, reading, rounds)
    night.clear()
    return {"residents": city.residents, "ending": city.ending,
            "register_bytes": [register.stat().st_size for register in night.registers],
            "jobs": {job: medians(each) for job, each in runs.items()}, "reading": taken}
