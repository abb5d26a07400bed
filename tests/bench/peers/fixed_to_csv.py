"""送付先情報 in CP932 to CSV in UTF-8: fixed_to_csv.py IN"""
import csv
import sys

from layout import RECORD_BYTES, slices

fields = [(place, "\u3000" if kind == "N" else " ") for _, kind, place in slices()]
sys.stdout.reconfigure(encoding="utf-8", newline="")
out = csv.writer(sys.stdout)
with open(sys.argv[1], "rb") as source:
    while record := source.read(RECORD_BYTES):
        out.writerow([record[place].decode("cp932").rstrip(fill) for place, fill in fields])
