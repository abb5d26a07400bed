"""What both programs that break real runs share: kinds of faults, the broken run, the points and the report."""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
# Kind and mode of each family of faults, as interpose.cpp names them.
KINDS = {
    "kill": ("kill", "once"),
    "torn": ("torn", "once"),
    "full": ("enospc", "from"),  # a disk that is full and stays full
    "enospc": ("enospc", "once"),
    "eio": ("eio", "once"),
    "broken": ("eio", "from"),
    "readonly": ("erofs", "from"),
    "denied": ("eacces", "from"),
}


class Fault(Exception):
    """What a point showed that must not be."""


def parser_of(text):
    parser = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("interpose", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--disk", type=int, default=0, metavar="SIZES")
    parser.add_argument("--keep", type=pathlib.Path, help="copies of the folders that showed a fault")
    return parser


def families_of(options):
    return [family for family in options.kinds.split(",") if family]


def points_of(calls, every, last):
    """The numbers of the calls to break: each `every`th, and the `last` ones."""
    return [number for number in range(1, len(calls) + 1)
            if every == 1 or number % every == 1 or number > len(calls) - last]


def work_folder(name):
    """A folder in memory, where there is one: trials copy a lot."""
    shared_memory = pathlib.Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=shared_memory if os.access(shared_memory, os.W_OK) else None, prefix=name)


def run_broken(command, folder, interpose, fault):
    """The command in a folder; with `fault` (kind, mode, at, log) its calls are counted or broken."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DAICHO_FAULT")}
    environment.update(LC_ALL="C.UTF-8", TZ="Asia/Tokyo")
    if fault:
        environment["LD_PRELOAD"] = str(interpose)
        environment.update({f"DAICHO_FAULT_{key.upper()}": str(value) for key, value in fault.items()})
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def pool():
    return concurrent.futures.ThreadPoolExecutor(os.cpu_count())


def faults_of(tasks):
    """What the tasks found. Waits for all; what is not a Fault is this program's own defect and goes on."""
    found = []
    for task in tasks:
        if isinstance(task.exception(), Fault):
            found.append(str(task.exception()))
        elif task.exception():
            raise task.exception()
    return found


def report(failures):
    """The exit status, after the first failures were shown."""
    for failure in failures[:20]:
        print(failure, file=sys.stderr)
    if len(failures) > 20:
        print(f"... and {len(failures) - 20} more", file=sys.stderr)
    return 1 if failures else 0
