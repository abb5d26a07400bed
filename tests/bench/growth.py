"""Time and memory against the size of the file, and a long pipe."""
from data import AS_OF, RECORD_BYTES, DataSet, tell
from measure import medians

SIZES = (10_000, 100_000, 300_000, 1_000_000, 3_000_000)


def measure(stopwatch, catalog, daicho, folder, largest):
    """Rows of work, records, threads and what it took; the smaller files are the beginnings of the largest."""
    biggest = DataSet(daicho, folder, largest)
    sets = [DataSet(daicho, folder, size, biggest) for size in SIZES if size < largest] + [biggest]
    rows = []
    for work in (catalog.fixed_to_csv(), catalog.validate(), catalog.difference()):
        for data in sets:
            work.warm(data)
            for contender in (each for each in work.contenders if each.threads):
                pipeline = contender.pipeline(data)
                size = work.size(data)
                rounds = 3 if data.records <= 300_000 else 1
                runs = [stopwatch.run(pipeline, (0, 1)) for _ in range(rounds)]
                rows.append({"work": work.name, "title": work.title, "records": data.records, "bytes": size,
                             "threads": contender.threads, **medians(runs)})
                tell(f"  {work.name:14} {data.records:>9,} records, {contender.threads} thr. "
                     f"{rows[-1]['seconds']:8.3f} s {rows[-1]['peak_mib']:6.0f} MiB")
    return rows


def measure_pipe(stopwatch, daicho, folder, largest):
    """Twice the largest file through a pipe: what is read from standard input, of no known size."""
    biggest = DataSet(daicho, folder, largest)
    twice = ["cat", biggest.fixed, biggest.fixed]
    rows = []
    for name, words in (("convert", ["--layout", "soufusaki", "--from", "fixed:cp932", "--to", "csv", "-", "-"]),
                        ("transcode", ["--from", "cp932", "--to", "utf-8", "-", "-"])):
        run = stopwatch.run([twice, [daicho, name, *words]])
        rows.append({"name": name, "bytes": 2 * largest * RECORD_BYTES, **medians([run])})
        tell(f"  {name}: {rows[-1]['bytes'] / 1e9:.1f} GB, {run.seconds:.1f} s, {run.last_peak_mib:.0f} MiB")
    count = 2 * largest
    run = stopwatch.run([[daicho, "sample", "records", "--layout", "soufusaki", "--count", count, "--seed", "2", "--to",
                          "fixed:cp932", "--out", "-"],
                         [daicho, "validate", "--layout", "soufusaki", "--from", "fixed:cp932", "--as-of", AS_OF, "-"]],
                        (0, 1))
    rows.append({"name": "sample records, validate", "bytes": count * RECORD_BYTES, **medians([run])})
    tell(f"  sample records, validate: {run.seconds:.1f} s, {run.last_peak_mib:.0f} MiB")
    return rows
