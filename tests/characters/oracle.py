#!/usr/bin/env python3
"""Holds the 代替文字 of the program against a slow second opinion from the publishers' own files.

Usage: oracle.py MJ_LIST.tsv MJ_SHRINK_MAP.json <EACH.tsv

Standard input is what `character_statistics --each` prints: target, character, and `held`, the hops, or nothing. The
opinion here knows the map alone, by the order of rules of its guide, and Python's own charsets; where it knows no way,
the program may only have found one through the tables that follow the map (Unihan, usual forms, signs, compatibility).
"""

import csv
import json
import sys

RULES = ["jis_ucs", "koseki", "kokuji_582", "dictionary", "analogy", "base_character"]
KEYS = {
    "JIS包摂規準・UCS統合規則": "jis_ucs",
    "法務省戸籍法関連通達・通知": "koseki",
    "法務省告示582号別表第四": "kokuji_582",
    "辞書類等による関連字": "dictionary",
    "読み・字形による類推": "analogy",
}
KOSEKI_LISTS = [
    "戸籍統一文字情報 親字・正字",
    "民一2842号通達別表 誤字俗字・正字一覧表 無印",
    "民一2842号通達別表 誤字俗字・正字一覧表 俗字",
    "民一2842号通達別表 誤字俗字・正字一覧表 別字",
    "民二5202号通知別表 正字・俗字等対照表",
]
LATER = {"compatibility", "usual_form", "sign", "unihan"}

# Python's cp932 and the program's hold the same characters but for these spellings of one sign, which none of the
# tables has. Python knows neither of the EBCDIC charsets, so they are left out.
CHARSETS = {"cp932": "cp932", "shift_jis-2004": "shift_jis_2004"}


def preference(rule, candidate):
    """Sorts the candidates of one character as the guide says; the last word has the code of JIS X 0213."""
    order, table = 1, 0
    if rule == "koseki":
        name = candidate["種別"] + (" " + candidate["付記"] if "付記" in candidate else "")
        table = KOSEKI_LISTS.index(name)
        order = 9 if candidate.get("付記") == "別字" else candidate.get("ホップ数", 1)
    elif rule == "kokuji_582":
        table = "一二".index(candidate["表"])
        order = int(candidate["順位"][1])
    return RULES.index(rule), order, table, candidate["JIS X 0213"]


class Opinion:
    def __init__(self, list_path, map_path):
        with open(map_path, encoding="utf-8-sig") as text:
            entries = {entry["MJ文字図形名"]: entry for entry in json.load(text)["content"]}
        self.candidates = {}
        self.juki = set()
        with open(list_path, encoding="utf-8-sig", newline="") as text:
            for row in csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE):
                names = ("実装したUCS", "実装したMoji_JohoコレクションIVS", "実装したSVS")
                sequences = [sequence for name in names for sequence in row[name].split(";") if sequence]
                if row["住基ネット統一文字コード"] and sequences:
                    self.juki.add(sequences[0])
                found = []
                for key, rule in KEYS.items():
                    for candidate in entries[row["MJ文字図形名"]].get(key, []):
                        found.append((preference(rule, candidate), rule, chr(int(candidate["UCS"][2:], 16))))
                for sequence in sequences:
                    self.candidates.setdefault(sequence, []).extend(found)

    def ways_of(self, character):
        ways = [(rule, to) for _, rule, to in sorted(self.candidates.get(character, []))]
        if len(character) == 2:
            ways.append(("base_character", character[0]))
        return [(rule, to) for rule, to in ways if to != character]

    def way(self, character, holds):
        first = self.ways_of(character)
        for rule, to in first:
            if holds(to):
                return [(rule, to)]
        for rule, to in first:
            for second_rule, second in self.ways_of(to):
                if second != character and holds(second):
                    return [(rule, to), (second_rule, second)]
        return []

    def repertoire(self, target):
        if target in CHARSETS:
            return lambda character: encodes(character, CHARSETS[target])
        if target == "utf-16be":
            return lambda character: True
        if target == "juki":
            return lambda character: character in self.juki or is_themselves(character)
        if target == "certificate in utf-16be":
            return lambda character: len(character) == 1 and encodes(character, "euc_jp")
        if target == "certificate in cp932":
            return lambda character: len(character) == 1 and encodes(character, "euc_jp") and encodes(character, "cp932")
        return None


def encodes(character, codec):
    try:
        character.encode(codec)
        return True
    except UnicodeEncodeError:
        return False


def is_themselves(character):
    return len(character) == 1 and (ord(character) < 0x3400 or 0xFF00 <= ord(character) <= 0xFFFE)


def unspelt(text):
    base, *selector = text.split("_")
    return base + "".join(chr(int(one, 16)) for one in selector)


def main():
    opinion = Opinion(sys.argv[1], sys.argv[2])
    repertoires, compared, later, different = {}, 0, 0, 0
    for line in sys.stdin:
        target, spelling, told = line.rstrip("\n").split("\t")
        if target not in repertoires:
            repertoires[target] = opinion.repertoire(target)
        holds = repertoires[target]
        if holds is None:
            continue
        character = unspelt(spelling)
        way = [] if holds(character) else opinion.way(character, holds)
        expected = "held" if holds(character) else " > ".join(f"{rule} {spelt(to)}" for rule, to in way)
        compared += 1
        if told != expected:
            rules = {hop.split(" ")[0] for hop in told.split(" > ")}
            if expected == "" and rules & LATER:
                later += 1
                continue
            different += 1
            if different <= 20:
                print(f"{target}: {spelling}: the program says '{told}', the oracle '{expected}'")
    print(f"{compared} ways compared, {later} of them through the later tables, {different} different")
    return 1 if different or compared < 380000 else 0


def spelt(character):
    return character[0] + "".join(f"_{ord(selector):04X}" for selector in character[1:])


if __name__ == "__main__":
    sys.exit(main())
