"""The checks of validate.cob: validate.py IN prints a line for each fault, as `RECORD: ITEM`."""
import datetime
import sys

from layout import RECORD_BYTES, slices

PLACES = {item: place for item, _, place in slices()}
DIGITS = ("dispatch_no", "dispatch_postal_code", "municipality_code", "municipality_postal_code",
          "issue_place_postal_code", "card_place_postal_code", "postal_code", "juminhyo_code", "individual_no")
POSITIVE = ("person_count", "print_class", "substitute_name_length", "substitute_address_length")
REQUIRED = ("municipality_phone", "issue_place_phone", "card_place_phone", "operator_id", "terminal_id")
LENGTHS = ("dispatch_address", "dispatch_name", "municipality_address", "name", "name_hiragana", "address")
CODES = {"sex": b"12", "article_30_45_class": b"0123456 ", "substitute_result": b"0129", "gaiji_flag": b"01"}
GAIJI_COUNTS = [item for item in PLACES if item.endswith("_gaiji_count")]
FILL = "\u3000".encode("cp932")


def is_date(value):
    """YYYYMMDD; months and days of 00 are unknown ones."""
    if not value.isdigit() or value[4:6] > b"12":
        return False
    year, month, day = int(value[:4]), int(value[4:6]), int(value[6:])
    if month == 0:
        return True
    if day == 0:
        return True
    try:
        datetime.date(year or 4, month, day)
    except ValueError:
        return False
    return True


def check_digit(digits):
    """Modulus 11 with the weights 2 to 7 from the right."""
    rest = sum((digits[-1 - i] - 48) * (i % 6 + 2) for i in range(len(digits))) % 11
    return 48 + (0 if rest < 2 else 11 - rest)


def length_is_right(length, text):
    if not length.isdigit() or not 0 < int(length) <= len(text) // 2:
        return False
    end = 2 * int(length)
    return text[end - 2:end] != FILL and text[end:] == FILL * ((len(text) - end) // 2)


def faults(field):
    for item in DIGITS:
        if not field[item].isdigit():
            yield item
    for item in POSITIVE:
        if not field[item].isdigit() or int(field[item]) == 0:
            yield item
    for item in REQUIRED:
        if not field[item].strip():
            yield item
    for item in LENGTHS:
        if not length_is_right(field[item + "_length"], field[item]):
            yield item
    if not is_date(field["processed_date"]):
        yield "processed_date"
    birth = field["birth_date"]
    if birth[:1] not in (b"0", b"1", b"2", b"3", b"4", b"5") or not is_date(birth[1:]):
        yield "birth_date"
    expiry = field["period_of_stay_expiry"]
    if expiry.strip() and not is_date(expiry):
        yield "period_of_stay_expiry"
    for item, codes in CODES.items():
        if field[item] not in codes:
            yield item
    for item in ("individual_no", "juminhyo_code"):
        if field[item].isdigit() and field[item][-1] != check_digit(field[item][:-1]):
            yield item
    if (field["gaiji_flag"] != b"0") != any(field[item] != b"000" for item in GAIJI_COUNTS):
        yield "gaiji_flag"


def main():
    count = 0
    with open(sys.argv[1], "rb") as source:
        while record := source.read(RECORD_BYTES):
            count += 1
            if record[-2:] != b"\r\n":
                print(f"{count}: line end")
            for item in faults({item: record[place] for item, place in PLACES.items()}):
                print(f"{count}: {item}")


main()
