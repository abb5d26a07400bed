"""CSV read and written: csv_to_csv.py IN"""
import csv
import sys

sys.stdout.reconfigure(encoding="utf-8", newline="")
with open(sys.argv[1], encoding="utf-8", newline="") as source:
    csv.writer(sys.stdout).writerows(csv.reader(source))
