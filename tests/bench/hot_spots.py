"""Where daicho's own time goes: perf's samples by function, one thread."""
import collections
import pathlib
import re
import shutil
import subprocess

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


def measure(catalog, data, folder):
    """Shares by work: rows of (function, percent), the kernel as one, the smallest left out. None where perf is not."""
    if not shutil.which("perf"):
        tell("perf is not installed: no profile")
        return None
    found = []
    samples = pathlib.Path(folder, "perf.data")
    for work in (catalog.fixed_to_csv(), catalog.csv_to_fixed(), catalog.csv_to_csv(), catalog.validate(),
                 catalog.difference_shuffled(), catalog.to_utf8()):
        command = next(each for each in work.contenders if each.threads == 1).pipeline(data)[0]
        recorded = subprocess.run(["perf", "record", "-q", "-F", "1999", "-o", samples, "--", *map(str, command)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if not samples.exists() or recorded.returncode not in (0, 1):
            tell(f"perf does not work here: {recorded.stderr.strip()}")
            return None
        told = subprocess.run(["perf", "report", "-q", "-i", samples, "--no-children", "--stdio", "--sort", "dso,sym"],
                              check=True, capture_output=True, text=True).stdout
        samples.unlink()
        shares = collections.Counter()
        for line in told.splitlines():
            if match := LINE.match(line):
                kernel = match[3] == "k"
                shares["the kernel: reading, writing, pages" if kernel else short_name(match[4])] += float(match[1])
        found.append({"title": work.title, "shares": [(name, share) for name, share in shares.most_common(SHOWN)
                                                      if share >= 1.5]})
        tell(f"  {work.title}: " + ", ".join(f"{name} {share:.0f} %" for name, share in found[-1]["shares"][:4]))
    return found
