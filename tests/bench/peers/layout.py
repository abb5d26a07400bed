"""The fields of 送付先情報, from soufusaki.csv: (item, type, positions)."""
import csv
import pathlib

with open(pathlib.Path(__file__).with_name("soufusaki.csv"), newline="") as table:
    FIELDS = [(row["item"], row["type"], int(row["width"])) for row in csv.DictReader(table)]

RECORD_BYTES = sum(width * (2 if kind == "N" else 1) for _, kind, width in FIELDS) + 2


def slices():
    """Each field's (item, type, slice of the record's bytes)."""
    at = 0
    for item, kind, width in FIELDS:
        size = width * (2 if kind == "N" else 1)
        yield item, kind, slice(at, at + size)
        at += size
