#!/usr/bin/env python3
"""Makes mj.tsv, substitutes.tsv and unihan.tsv from the published tables of characters.

Usage: make_tables.py [--check] --database moji.db FOLDER
       make_tables.py [--check] --list mji.tsv --map MJShrinkMap.json FOLDER

The first form reads the SQLite database of the npm package @mandel59/mojidata and makes all three files; the second
reads what the publishers give out (MJ文字情報一覧表 as tab-separated text, MJ縮退マップ as JSON) and makes the first
two. With --check nothing is written: exit 1 and the names of those that differ from what stands in FOLDER.
"""

import argparse
import csv
import json
import pathlib
import sqlite3
import sys

NAME = "MJ文字図形名"
UCS = "実装したUCS"
IVS = "実装したMoji_JohoコレクションIVS"
SVS = "実装したSVS"
JUKI = "住基ネット統一文字コード"
LIST_COLUMNS = (NAME, UCS, IVS, SVS, JUKI, "X0213", "X0212")

# The columns of substitutes.tsv after the name and the sequences, and the package's table of each.
SOURCES = {
    "jis_ucs": "mjsm_JIS包摂規準UCS統合規則",
    "koseki_parent": "mjsm_戸籍統一文字情報_親字正字",
    "tsutatsu_2842": "mjsm_民一2842号通達別表_誤字俗字正字一覧表_無印",
    "tsutatsu_2842_zokuji": "mjsm_民一2842号通達別表_誤字俗字正字一覧表_俗字",
    "tsutatsu_2842_betsuji": "mjsm_民一2842号通達別表_誤字俗字正字一覧表_別字",
    "tsuchi_5202": "mjsm_民二5202号通知別表_正字俗字等対照表",
    "kokuji_582_1": "mjsm_法務省告示582号別表第四_一",
    "kokuji_582_2": "mjsm_法務省告示582号別表第四_二",
    "dictionary": "mjsm_辞書類等による関連字",
    "analogy": "mjsm_読み字形による類推",
}
ORDERS = {"koseki_parent": "ホップ数", "kokuji_582_1": "順位", "kokuji_582_2": "順位"}

UNIHAN = {"jinmeiyo": "kJinmeiyoKanji", "joyo": "kJoyoKanji", "z": "kZVariant", "semantic": "kSemanticVariant"}


def list_of_database(database):
    columns = ", ".join(f'"{column}"' for column in LIST_COLUMNS)
    return [tuple(cell or "" for cell in row) for row in database.execute(f"SELECT {columns} FROM mji")]


def list_of_text(path):
    with open(path, encoding="utf-8-sig", newline="") as text:
        rows = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row[column] for column in LIST_COLUMNS) for row in rows]


def map_of_database(database):
    """(name, source, order, X0213, character) of every candidate."""
    for source, table in SOURCES.items():
        order = f'"{ORDERS[source]}"' if source in ORDERS else "1"
        for row in database.execute(f'SELECT "{NAME}", {order}, "縮退X0213", "縮退UCS" FROM "{table}"'):
            yield row[0], source, *row[1:]


def source_of_json(rule, candidate):
    """The column and the order of a candidate. The data say 包摂規準 where the schema that comes with them says 包摂基準."""
    if rule in ("JIS包摂規準・UCS統合規則", "JIS包摂基準・UCS統合規則"):
        return "jis_ucs", 1
    if rule == "法務省戸籍法関連通達・通知":
        kind = candidate["種別"]
        if kind == "戸籍統一文字情報 親字・正字":
            return "koseki_parent", candidate["ホップ数"]
        if kind == "民一2842号通達別表 誤字俗字・正字一覧表":
            notes = {"無印": "tsutatsu_2842", "俗字": "tsutatsu_2842_zokuji", "別字": "tsutatsu_2842_betsuji"}
            return notes[candidate["付記"]], 1
        if kind == "民二5202号通知別表 正字・俗字等対照表":
            return "tsuchi_5202", 1
    if rule == "法務省告示582号別表第四":
        table = {"一": "kokuji_582_1", "二": "kokuji_582_2"}[candidate["表"]]
        return table, {"第1順位": 1, "第2順位": 2}[candidate["順位"]]
    if rule == "辞書類等による関連字":
        return "dictionary", 1
    if rule == "読み・字形による類推":
        return "analogy", 1
    raise SystemExit(f"make_tables.py: a rule that is not known: {rule} {candidate}")


def map_of_json(path):
    with open(path, encoding="utf-8-sig") as text:
        content = json.load(text)["content"]
    for entry in content:
        for rule, candidates in entry.items():
            if rule in (NAME, "参考情報"):
                continue
            for candidate in candidates:
                source, order = source_of_json(rule, candidate)
                character = chr(int(candidate["UCS"][2:], 16))
                yield entry[NAME], source, order, candidate["JIS X 0213"], character


def spelt(sequence):
    """A sequence with its variation selector in figures, which nobody can see or lose: 葛_E0102."""
    if not sequence:
        return ""
    return "_".join([sequence[0]] + [f"{ord(selector):04X}" for selector in sequence[1:]])


def sequences_of(row):
    cells = dict(zip(LIST_COLUMNS, row))
    spellings = [spelt(one) for column in (UCS, IVS, SVS) for one in cells[column].split(";") if one]
    return ";".join(spellings)


def table_text(columns, rows):
    return "".join("\t".join(cells) + "\n" for cells in [columns, *rows])


def mj_table(characters):
    rows = [[row[0], sequences_of(row), *row[4:]] for row in sorted(characters)]
    return table_text([NAME, "sequences", "juki", "X0213", "X0212"], rows)


def substitutes_table(characters, candidates):
    """One line for each character that has candidates, in each column as `character` or, with an order, `1character`."""
    cells = {}
    for name, source, order, x0213, character in candidates:
        cells.setdefault(name, {}).setdefault(source, []).append((order, x0213, character))
    rows = []
    for row in sorted(characters):
        of_row = cells.pop(row[0], None)
        if of_row is None:
            continue
        texts = []
        for source in SOURCES:
            found = sorted(set(of_row.get(source, [])))
            texts.append(" ".join((str(order) if source in ORDERS else "") + character for order, _, character in found))
        rows.append([row[0], sequences_of(row), *texts])
    if cells:
        raise SystemExit(f"make_tables.py: candidates of characters that the list lacks: {sorted(cells)[:5]}")
    return table_text([NAME, "sequences", *SOURCES], rows)


def unihan_table(database):
    """What Unihan calls a form of a character of the tables for names (人名用漢字, 常用漢字), a z or a semantic variant."""
    cells = {}
    for column, field in UNIHAN.items():
        for character, value in database.execute("SELECT UCS, value FROM unihan WHERE property = ?", (field,)):
            for word in value.split():
                at = word.find("U+")
                if at < 0:
                    continue  # 2010 alone: the character itself is in the list
                code = word[at + 2 :].split("<")[0]
                other = chr(int(code, 16))
                if other != character:
                    cells.setdefault(character, {}).setdefault(column, []).append(other)
    rows = []
    for character in sorted(cells):
        rows.append([character, *(" ".join(cells[character].get(column, [])) for column in UNIHAN)])
    return table_text(["character", *UNIHAN], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--database")
    parser.add_argument("--list")
    parser.add_argument("--map")
    parser.add_argument("folder", type=pathlib.Path)
    given = parser.parse_args()
    if bool(given.database) == bool(given.list and given.map):
        parser.error("give either --database or both --list and --map")
    if given.database:
        database = sqlite3.connect(f"file:{given.database}?mode=ro", uri=True)
        characters, candidates = list_of_database(database), map_of_database(database)
        made = {"unihan.tsv": unihan_table(database)}
    else:
        characters, candidates = list_of_text(given.list), map_of_json(given.map)
        made = {}
    made["mj.tsv"] = mj_table(characters)
    made["substitutes.tsv"] = substitutes_table(characters, candidates)
    different = []
    for name, text in sorted(made.items()):
        path = given.folder / name
        if not given.check:
            path.write_bytes(text.encode())
        elif not path.exists() or path.read_bytes() != text.encode():
            different.append(name)
    if different:
        print(f"make_tables.py: not as the sources say: {', '.join(different)}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
