"""docs/performance.md and its pictures, from the results. What stands outside the markers is people's."""
import re

import chart

# (work, our threads, peers of whom the fastest counts, so many times as fast)
AIMS = (("fixed-to-csv", 2, ("GnuCOBOL, iconv",), 12), ("fixed-to-csv", 1, ("GnuCOBOL, iconv",), 7),
        ("fixed-to-csv", 2, ("iconv over the same bytes",), 8), ("fixed-to-csv", 1, ("iconv over the same bytes",), 5),
        ("csv-to-fixed", 2, ("uniVocity",), 8), ("validate", 2, ("GnuCOBOL",), 5),
        ("csv-to-csv", 1, ("Rust csv",), 1.5),
        ("difference", 2, ("comm, sorted before", "Python dict", "mawk"), 2),
        ("difference-shuffled", 2, ("sort, comm", "Python dict", "mawk"), 2))


def table(head, rows):
    """Markdown; the first column is text, the others numbers."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def seconds(value):
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def by_name(work):
    return {row["name"]: row for row in work["rows"]}


def of_threads(work, threads):
    return next((row for row in work["rows"] if row["threads"] == threads), None)


def works_table(results):
    parts = []
    for work in results["works"]:
        rows = []
        for row in work["rows"]:
            times = ["", ""]
            if not row["threads"]:
                times = [f"{ours['rate'] / row['rate']:.1f}" if (ours := of_threads(work, threads)) else ""
                         for threads in (1, 2)]
            name = f"**{row['name']}**" if row["threads"] else row["name"]
            rows.append([name, f"{row['rate']:,.0f}", seconds(row["seconds"]), seconds(row["processors"]),
                         f"{row['peak_mib']:,.0f}", *times, f"{row['records']:,}", row["output"]])
        head = ["program", "MB/s", "seconds", "CPU s", "peak MiB", "1 thread is ×", "2 threads are ×", "records",
                "output"]
        text = table(head, rows).replace("|---:" * 8 + "|", "|---:" * 7 + "|---|", 1)
        parts.append(f"### {work['title']}\n\n{text}")
    return "\n\n".join(parts)


def aims_table(results):
    works = {work["name"]: work for work in results["works"]}
    rows = []
    for name, threads, peers, wanted in AIMS:
        found = by_name(works[name])
        there = [found[peer] for peer in peers if peer in found]
        ours = of_threads(works[name], threads)
        if there and ours:
            fastest = max(there, key=lambda row: row["rate"])
            many = "2 threads" if threads > 1 else "1 thread"
            rows.append([f"{works[name]['title']}, {many}, beside {fastest['name']}", f"{wanted} ×",
                         f"{ours['rate'] / fastest['rate']:.1f} ×"])
    rows += [[f"second thread, {works[name]['title']}", "1.7 ×",
              f"{of_threads(works[name], 2)['rate'] / of_threads(works[name], 1)['rate']:.1f} ×"]
             for name in ("fixed-to-csv", "csv-to-fixed", "csv-to-csv", "validate", "difference", "to-utf-8")]
    rows += _memory_aims(results)
    for part in (results[name] for name in ("jobs", "city") if name in results):
        for word, what in (("validate", "validating"), ("convert", "converting")):
            rows.append([f"the three jobs, {part['residents']:,} residents, beside {what} both registers once",
                         "at most 3 ×", f"{_jobs_seconds(part) / _reading(part, word):.1f} ×"])
    if results.get("starts"):
        slowest = max(each["seconds"] for each in results["starts"][:2])
        rows.append(["start of the program", "20 ms", f"{slowest * 1000:.0f} ms"])
    return table(["work", "aim", "measured"], rows)


def _memory_aims(results):
    """Peaks of all that was measured; and how much a difference needs for each record."""
    rows = []
    for word, title in (("fixed-to-csv csv-to-fixed csv-to-csv", "convert"), ("validate", "validate"),
                        ("to-utf-8 to-cp932", "transcode")):
        peaks = [row["peak_mib"] for work in results["works"] if work["name"] in word.split() for row in work["rows"]
                 if row["threads"]]
        peaks += [row["peak_mib"] for row in results.get("growth", []) if row["work"] in word.split()]
        rows.append([f"peak memory of {title}, any size", "64 MiB", f"{max(peaks):.0f} MiB"])
    points = sorted((row["records"], row["peak_mib"]) for row in results.get("growth", [])
                    if row["work"] == "difference" and row["threads"] == 2)
    if len(points) > 1 and points[-1][0] > points[0][0]:
        grown = (points[-1][1] - points[0][1]) * 2**20 / (points[-1][0] - points[0][0])
        rows.append(["memory of a difference, for each record", "64 bytes", f"{grown:.0f} bytes"])
    return rows


def _jobs_seconds(part):
    return sum(each["seconds"] for each in part["jobs"].values())


def _reading(part, word):
    return sum(each["seconds"] for name, each in part["reading"].items() if name.startswith(word))


def machine_text(results):
    m = results["machine"]
    lines = [f"{m['cpu']}, {m['cores']} cores, {m['memory_gib']} GiB of memory, {m['system']}, Linux {m['kernel']}; "
             f"{results['daicho']}, {results['made']}; {results['records']:,} records, "
             f"medians of {results['rounds']} rounds.", "", table(["peer", "version"], [[name, version] for name, version in results["versions"].items()])
             .replace("|---|---:|", "|---|---|")]
    if results["skipped"]:
        reasons = "; ".join(f"{name} ({reason})" for name, reason in results["skipped"].items())
        lines += ["", f"Not there: {reasons}."]
    return "\n".join(lines)


def floors_table(results):
    return table(["floor", "MB/s", "seconds", "CPU s"],
                 [[each["name"], f"{each['rate']:,.0f}", seconds(each["seconds"]), seconds(each["processors"])]
                  for each in results["floors"]])


def starts_table(results):
    return table(["program", "milliseconds", "CPU ms", "peak MiB"],
                 [[each["name"], f"{each['seconds'] * 1000:.1f}", f"{each['processors'] * 1000:.1f}",
                   f"{each['peak_mib']:.0f}"] for each in results["starts"]])


def growth_table(results):
    rows = []
    for each in results["growth"]:
        rows.append([each["title"], f"{each['records']:,}", str(each["threads"]), f"{each['bytes'] / 1e6:,.0f}",
                     seconds(each["seconds"]), f"{each['seconds'] / each['records'] * 1e6:.2f}",
                     f"{each['bytes'] / each['seconds'] / 1e6:,.0f}", f"{each['peak_mib']:.0f}"])
    return table(["work", "records", "threads", "MB", "seconds", "µs a record", "MB/s", "peak MiB"], rows)


def jobs_table(part):
    rows = [[f"run {job}", seconds(each["seconds"]), seconds(each["processors"]), f"{each['peak_mib']:,.0f}"]
            for job, each in part["jobs"].items()]
    rows.append(["**the three jobs**", seconds(_jobs_seconds(part)), "", ""])
    rows += [[name, seconds(each["seconds"]), seconds(each["processors"]), f"{each['peak_mib']:,.0f}"]
             for name, each in part["reading"].items()]
    for word, what in (("convert", "converting both registers to CSV"), ("validate", "validating both registers")):
        rows.append([f"the three jobs beside {what}", f"{_jobs_seconds(part) / _reading(part, word):.1f} ×", "", ""])
    sizes = " and ".join(f"{size / 1e6:,.0f} MB" for size in part["register_bytes"])
    return (f"{part['residents']:,} residents, 1 % of them changed; registers (`*{part['ending']}`) of {sizes}.\n\n"
            + table(["command", "seconds", "CPU s", "peak MiB"], rows))


def pipe_table(results):
    return table(["command behind the pipe", "GB", "seconds", "peak MiB"],
                 [[each["name"], f"{each['bytes'] / 1e9:.1f}", seconds(each["seconds"]),
                   f"{each['last_peak_mib']:.0f}"] for each in results["pipe"]])


def profile_table(results):
    parts = []
    for each in results["profile"]:
        rows = [[f"`{name}`" if not name.startswith("the kernel") else name, f"{share:.0f} %"]
                for name, share in each["shares"]]
        parts.append(f"**{each['title']}**\n\n{table(['function', 'of the time'], rows)}")
    return "\n\n".join(parts)


PARTS = {"machine": ("works", machine_text), "aims": ("works", aims_table), "works": ("works", works_table),
         "floors": ("floors", floors_table), "starts": ("starts", starts_table), "growth": ("growth", growth_table),
         "jobs": ("jobs", lambda results: jobs_table(results["jobs"])),
         "city": ("city", lambda results: jobs_table(results["city"])), "pipe": ("pipe", pipe_table),
         "profile": ("profile", profile_table)}


def write(results, docs):
    """Fills every part of the document whose results there are, and draws the pictures."""
    path = docs / "performance.md"
    text = path.read_text()
    for name, (needed, make) in PARTS.items():
        if needed in results:
            begin, end = f"<!-- bench:{name} -->", f"<!-- /bench:{name} -->"
            text, count = re.subn(re.escape(begin) + ".*?" + re.escape(end),
                                  lambda _: f"{begin}\n{make(results)}\n{end}", text, flags=re.DOTALL)
            if count != 1:
                raise SystemExit(f"bench: {path} has no part {begin}")
    path.write_text(text)
    if "works" in results:
        (docs / "performance.svg").write_text(chart.bars(results))
    if "growth" in results:
        (docs / "performance-growth.svg").write_text(chart.growth(results["growth"]))
