"""Runs pipelines and tells what they took."""
import dataclasses
import os
import pathlib
import statistics
import subprocess


class Failed(Exception):
    """A program of the benchmark ended as it should not."""


@dataclasses.dataclass
class Run:
    seconds: float     # by the clock
    processors: float  # seconds of processors, user and system, of all processes of the pipeline
    peak_mib: float    # resident memory, the peaks of the processes added up
    last_peak_mib: float  # of the pipeline's last process


class Stopwatch:
    """Starts pipelines through timed.cpp. A pipeline is a list of commands, each a list of words."""

    def __init__(self, timed, folder, environment=None):
        self._timed = str(timed)
        self._told = pathlib.Path(folder, "timed.txt")
        self._errors = pathlib.Path(folder, "stderr.txt")
        self._environment = {**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})}

    def run(self, pipeline, statuses=(0,), output=os.devnull):
        words = []
        for command in pipeline:
            words += (["::"] if words else []) + [str(word) for word in command]
        with open(output, "wb") as out, open(self._errors, "wb") as errors:
            status = subprocess.run([self._timed, self._told, *words], stdin=subprocess.DEVNULL, stdout=out,
                                    stderr=errors, env=self._environment).returncode
        if status != 0:
            raise Failed(f"{' '.join(words)}: {self._last_error()}")
        seconds, processors, peak, *ends = self._told.read_text().split()
        ends = [[int(number) for number in end.split(":")] for end in ends]  # exit status, KiB
        if any(status not in statuses for status, _ in ends):
            told = " ".join(str(status) for status, _ in ends)
            raise Failed(f"{' '.join(words)}: exit status {told}: {self._last_error()}")
        return Run(float(seconds), float(processors), int(peak) / 1024, ends[-1][1] / 1024)

    def _last_error(self):
        lines = self._errors.read_text(errors="replace").strip().splitlines()
        return lines[-1] if lines else "no message"


def medians(runs):
    """The middle of each column, as what results.json has of a contender."""
    return {
        "seconds": statistics.median(run.seconds for run in runs),
        "processors": statistics.median(run.processors for run in runs),
        "peak_mib": statistics.median(run.peak_mib for run in runs),
        "last_peak_mib": statistics.median(run.last_peak_mib for run in runs),
        "runs": [dataclasses.astuple(run) for run in runs],
    }


def in_turn(stopwatch, contenders, rounds):
    """Every contender once a round, so that a busy machine disturbs them alike: medians by name. A contender is (name,
    pipeline, statuses)."""
    runs = {name: [] for name, _, _ in contenders}
    for _ in range(rounds):
        for name, pipeline, statuses in contenders:
            runs[name].append(stopwatch.run(pipeline, statuses))
    return {name: medians(each) for name, each in runs.items()}
