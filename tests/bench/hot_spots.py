"""Where daicho's own time goes: perf's samples by function, one thread."""
import collections
import pathlib
import re
import shutil
import subprocess

import jobs
from data import tell

LINE = re.compile(r"^\s*([0-9.]+)%\s+(\S+)\s+\[(.)\]\s+(.*?)\s*$")
SHOWN = 10


def short_name(symbol):
    """Without the namespace, template arguments, arguments and compilers' suffixes; 60 characters at the most."""
    name = re.sub(r"^(void|bool|auto) ", "", symbol)
    name = name.replace("(anonymous namespace)::", "").replace("daicho::", "")
    if held := re.search(r"_Function_handler<.*?, ([\w:]+)\(.*\{lambda", name):
        return f"{held[1]}, a lambda"
    while (shorter := re.sub(r"<[^<>]*>", "", name)) != name:
        name = shorter
    name = re.sub(r"\(.*$", "", name)
    name = re.sub(r"(_avx512|_avx|_evex|_sse\w*)?_unaligned(_erms)?$|\.(isra|constprop|part|cold)\.?\d*", "", name)
    return name if len(name) <= 60 else name[:59] + "…"


def _shares(told):
    """Percent by function from perf's report; the kernel is one."""
    shares = collections.Counter()
    for line in told.splitlines():
        if match := LINE.match(line):
            name = "the kernel: reading, writing, pages" if match[3] == "k" else short_name(match[4])
            shares[name] += float(match[1])
    return shares


def commands(catalog, data, night):
    """(title, command) of what is looked into; the jobs run over a fresh copy of the state in which they have begun."""
    works = (catalog.fixed_to_csv(), catalog.csv_to_fixed(), catalog.csv_to_csv(), catalog.validate(),
             catalog.difference_shuffled(), catalog.to_utf8())
    for work in works:
        work.warm(data)
        yield work.title, next(each for each in work.contenders if each.threads == 1).pipeline(data)[0]
    state = night.fresh_state()
    for job in jobs.JOBS:
        yield f"run {job}", night.command(job, night.registers[1], jobs.NEXT, state) + ["--threads", "1"]
    night.clear()


def measure(pairs, folder):
    """Shares by command: rows of (function, percent), the smallest left out. None where perf is not."""
    if not shutil.which("perf"):
        tell("perf is not installed: no profile")
        return None
    found = []
    samples = pathlib.Path(folder, "perf.data")
    for title, command in pairs:
        recorded = subprocess.run(["perf", "record", "-q", "-F", "1999", "-o", samples, "--", *map(str, command)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if not samples.exists() or recorded.returncode not in (0, 1):
            tell(f"perf does not work here: {recorded.stderr.strip()}")
            return None
        told = subprocess.run(["perf", "report", "-q", "-i", samples, "--no-children", "--stdio", "--sort", "dso,sym"],
                              check=True, capture_output=True, text=True).stdout
        samples.unlink()
        shares = [(name, share) for name, share in _shares(told).most_common(SHOWN) if share >= 1.5]
        found.append({"title": title, "shares": shares})
        tell(f"  {title}: " + ", ".join(f"{name} {share:.0f} %" for name, share in shares[:4]))
    return found
