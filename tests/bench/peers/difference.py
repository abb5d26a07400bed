"""Two CSV files by the value of one column: difference.py KEY OLD NEW (KEY counts from 1); no quoted values."""
import sys

key = int(sys.argv[1]) - 1


def rows(path):
    with open(path, "rb") as source:
        next(source)
        for line in source:
            yield line.split(b",", key + 1)[key], line


out = sys.stdout.buffer
old = dict(rows(sys.argv[2]))
for name, line in rows(sys.argv[3]):
    before = old.pop(name, None)
    if before is None:
        out.write(b"+ " + name + b"\n")
    elif before != line:
        out.write(b"* " + name + b"\n")
for name in old:
    out.write(b"- " + name + b"\n")
