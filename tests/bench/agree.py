"""What two outputs must have in common: each function turns the bytes of an output into what is compared."""
import csv
import hashlib
import io
import json
import re

from layout import FIELDS

HEADER_FIRST = "送付先管理番号"


def same_bytes(output):
    return hashlib.sha256(output).hexdigest()


def without_references(output):
    """CP932 in which &#57344; stands for the character U+E000."""
    return same_bytes(re.sub(rb"&#([0-9]+);", lambda found: chr(int(found[1])).encode("cp932"), output))


def _rows_digest(rows):
    digest = hashlib.sha256()
    for row in rows:
        if row[0] != HEADER_FIRST:
            digest.update("\x1f".join(row).encode() + b"\n")
    return digest.hexdigest()


def _rows_of_text(text):
    return csv.reader(io.StringIO(text, newline=""))


def rows(output):
    """CSV in UTF-8, whatever its quotes and line ends, with or without a header."""
    return _rows_digest(_rows_of_text(output.decode()))


def rows_of_cp932(output):
    return _rows_digest(_rows_of_text(output.decode("cp932")))


def rows_of_ffe(output):
    """CP932, the fill still there, and a blank column for the line end."""
    return _rows_digest([value.rstrip("\u3000 ") for value in row[:len(FIELDS)]]
                        for row in _rows_of_text(output.decode("cp932")))


def rows_of_fixed_utf8(output):
    """Fixed-width records, cut by characters."""
    places, at = [], 0
    for _, kind, width in FIELDS:
        places.append((slice(at, at + width), "\u3000" if kind == "N" else " "))
        at += width
    lines = output.decode().split("\r\n")[:-1]
    return _rows_digest([line[place].rstrip(fill) for place, fill in places] for line in lines)


def text_of_cp932(output):
    """As bytes that were written from the text again, so that codes of one character are alike."""
    return hashlib.sha256(output.decode("cp932").encode()).hexdigest()


def faulty_records(output):
    """Numbers of records: from JSON findings, or from lines that begin with `RECORD:`."""
    text = output.decode("utf-8", "replace")
    if text.startswith("{"):
        found = (json.loads(line) for line in text.splitlines())
        return sorted({each["record"] for each in found if each["type"] == "finding" and each["severity"] == "error"})
    return sorted({int(number) for number in re.findall(r"^ *([0-9]+):", text, re.MULTILINE)})


def keys(output):
    """`SIGN KEY` of each difference; daicho's own lines are `+ ITEM KEY (record N)`, and `~` is a change."""
    found = set()
    for line in output.decode().splitlines():
        if match := re.match(r'"?([-+*~])"? (?:宛名番号 )?"?([0-9]+)', line):
            found.add(("*" if match[1] == "~" else match[1], match[2]))
    return sorted(found)


def _paired(old, new):
    """From the rows that only one side has, the difference by key."""
    signs = (("*", old & new), ("-", old - new), ("+", new - old))
    return sorted((sign, key) for sign, found in signs for key in found)


def _key_of(line):
    return line.split(",", 12)[11]


def keys_of_comm(output):
    lines = output.decode().splitlines()
    return _paired({_key_of(line) for line in lines if not line.startswith("\t")},
                   {_key_of(line[1:]) for line in lines if line.startswith("\t")})


def keys_of_diff(output):
    lines = output.decode().splitlines()
    return _paired({_key_of(line[2:]) for line in lines if line.startswith("< ")},
                   {_key_of(line[2:]) for line in lines if line.startswith("> ")})
