"""CSV in UTF-8 to 送付先情報 in CP932: csv_to_fixed.py IN"""
import csv
import sys

from layout import FIELDS

fields = [(width, "\u3000" if kind == "N" else " ") for _, kind, width in FIELDS]
with open(sys.argv[1], encoding="utf-8", newline="") as source:
    rows = csv.reader(source)
    next(rows)
    for row in rows:
        record = "".join(value.ljust(width, fill) for value, (width, fill) in zip(row, fields))
        sys.stdout.buffer.write(record.encode("cp932") + b"\r\n")
