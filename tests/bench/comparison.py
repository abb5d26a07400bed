"""The works beside the peers: outputs compared on a small set, then everything measured in turn."""
import pathlib

from data import tell
from measure import Failed, in_turn

WHOLE = "same values"


def check_work(stopwatch, work, small, folder):
    """Each contender's output on the small set beside that of the first, which is ours: what results.json says of each.
    A contender that fails or disagrees is told so, never left out."""
    said = {}
    reference = None
    output = pathlib.Path(folder, "output")
    for contender in work.contenders:
        try:
            stopwatch.run(contender.pipeline(small), contender.statuses, output)
        except Failed as failure:
            said[contender.name] = f"FAILS: {failure}"
            continue
        if work.reads is None:
            said[contender.name] = contender.output or WHOLE
            continue
        found = output.read_bytes()
        if reference is None:
            reference = found
        try:
            right = (contender.reads or work.reads)(found) == (contender.against or work.reads)(reference)
        except (ValueError, IndexError, KeyError) as error:  # an output that is not even readable
            said[contender.name] = f"DIFFERS: {error}"
            continue
        said[contender.name] = (contender.output or WHOLE) if right else "DIFFERS"
    output.unlink(missing_ok=True)
    return said


def is_wrong(words):
    return words.startswith(("FAILS", "DIFFERS"))


def measure_work(stopwatch, work, full, part, rounds, said):
    """One row for each contender, ours first. Slow peers read `part`."""
    sets = {each.name: part if each.slow else full for each in work.contenders}
    for each in {part, full}:
        work.warm(each)
    taken = in_turn(stopwatch, [(each.name, each.pipeline(sets[each.name]), each.statuses) for each in work.contenders
                                if not said[each.name].startswith("FAILS")], rounds)
    rows = []
    for each in work.contenders:
        if each.name in taken:
            size = work.size(sets[each.name])
            rows.append({"name": each.name, "threads": each.threads, "records": sets[each.name].records, "bytes": size,
                         "rate": size / taken[each.name]["seconds"] / 1e6, "output": said[each.name],
                         "whole": each.whole,
                         **taken[each.name]})
            tell(f"  {each.name:26} {rows[-1]['rate']:8.0f} MB/s {rows[-1]['seconds']:8.3f} s "
                 f"{rows[-1]['processors']:8.3f} s CPU {rows[-1]['peak_mib']:7.0f} MiB  {said[each.name]}")
    return {"name": work.name, "title": work.title, "rows": rows}


def compare(stopwatch, catalog, sets, rounds, folder):
    """Everything: `sets` are the data sets (small, part, full). Returns the results and what disagreed."""
    small, part, full = sets
    wrong = []
    results = []
    works = catalog.works()
    for work in works + [catalog.check_validation()]:
        said = check_work(stopwatch, work, small, folder)
        wrong += [f"{work.title}: {name}: {words}" for name, words in said.items() if is_wrong(words)]
        if work in works:
            tell(work.title)
            results.append(measure_work(stopwatch, work, full, part, rounds, said))
    return results, wrong


def measure_starts(stopwatch, catalog, one, rounds):
    taken = in_turn(stopwatch, [(name, pipeline, (0, 1)) for name, pipeline in catalog.starts(one)], rounds)
    return [{"name": name, **each} for name, each in taken.items()]


def measure_floors(stopwatch, catalog, full, rounds):
    taken = in_turn(stopwatch, [(name, pipeline(full), (0,)) for name, pipeline in catalog.floors()], rounds)
    size = full.fixed.stat().st_size
    return [{"name": name, "rate": size / each["seconds"] / 1e6, **each} for name, each in taken.items()]
