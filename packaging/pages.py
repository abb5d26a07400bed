#!/usr/bin/env python3
"""Makes the man pages: what the program knows of itself (program_tables), with the prose of docs/man.

    pages.py TABLES.json DOCS DOCDIR OUT [LANGUAGE]

A page for each file of docs/man, which tells of every command whose name begins with its own and that has no nearer
file: daicho-layout(1) has the four commands `layout ...`, each of which is found by its own name too. A page's names,
synopsis, options and examples are the program's; an option's text is that of docs/man where a table `option | meaning`
has one, else that of --help. DOCDIR is where the docs are installed, for SEE ALSO. LANGUAGE other than en takes the
prose of docs/man/LANGUAGE where it has the page, and tables made in that language."""
import json
import pathlib
import re
import sys

import roff

SECTIONS = {"en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO", "COMMANDS"),
            "ja": ("名前", "書式", "説明", "オプション", "終了ステータス", "例", "関連項目", "コマンド")}


def header(title, section, tables):
    return [f'.TH {title.upper()} {section} "" "daicho {tables["version"]}" "daicho"', ".nh", ".ad l"]


def synopsis(command):
    """Each form of a command hangs below its name; what stands in brackets is not broken."""
    forms = []
    for line in command["synopsis"].split("\n"):
        line = re.sub("^daicho ", "", line.strip())
        if line.startswith(command["name"]):
            forms.append(line[len(command["name"]):].strip())
        else:
            forms[-1] += " " + line
    made = []
    for form in forms:
        words = re.sub(r"\[[^\]]*\]", lambda bracket: bracket[0].replace(" ", "\0"), form)
        made += [".HP 4", f"\\fBdaicho {roff.escape(command['name'])}\\fR " + roff.escape(words).replace("\0", "\\ ")]
    return made


def option_name(option):
    name = f"\\fB{roff.escape(option['name'])}\\fR"
    if option["argument"]:
        name += f" \\fI{roff.escape(option['argument'])}\\fR"
    return name + (f" (={roff.escape(option['default'])})" if option["default"] else "")


def options(table, told):
    """`told`: the rows of docs/man, each the options that it is about, the code as it stands there, and the text. A row
    about several options is one entry for all of them."""
    made, done = [], set()
    by_name = {option["name"]: option for option in table}
    for option in table:
        rows = [row for row in told if option["name"] in row[0] and all(name in by_name for name in row[0])]
        if option["name"] in done:
            continue
        together = rows[0][0] if len(rows) == 1 else [option["name"]]
        done.update(together)
        texts = [text if len(rows) == 1 or code == option["name"] else f"`{code}`: {text}" for _, code, text in rows]
        made += roff.term(", ".join(option_name(by_name[name]) for name in together),
                          roff.inline(". ".join(texts) if texts else option["text"]))
    return made


def is_command_line(lines):
    return lines[0].startswith(("daicho ", "# "))


class Prose:
    """A file of docs/man, taken apart: what a page puts elsewhere is not in `body`."""

    def __init__(self, text):
        self.body, self.told, self.exit_status, self.examples, synopsis_met = [], [], [], [], False
        exit_section = False
        for kind, content in roff.blocks(text):
            if kind == "heading":
                exit_section = content[1].lower() == "exit status"
                if content[0] == 1 or exit_section:
                    continue
            if kind == "code" and is_command_line(content):
                if synopsis_met:
                    self.examples.append(content)
                synopsis_met = True
            elif kind == "table" and content[0] == ["option", "meaning"]:
                self.take_options(content[1:])
            elif kind == "paragraph" and content.startswith("See also:"):
                pass
            elif kind == "paragraph" and (exit_section or re.match(r"(The exit|Exit) status", content)):
                text = re.sub(r"^(The exit|Exit) status(:| is)\s*", "", content)
                self.exit_status.append(text[0].upper() + text[1:])
            elif kind == "table" and exit_section:
                self.exit_status.append(content)
            else:
                self.body.append((kind, content))
        self.see = set(re.findall(r"\]\((?!http)([^)#]+\.md)", text))

    def take_options(self, rows):
        for codes, text in rows:
            options = [code.split()[0] for code in re.findall(r"`(--[^`]*)`", codes)]
            if options:
                self.told.append((options, codes.strip("`"), text))


def refuse_unknown_options(name, text, prose, commands, tables):
    """Ends the program where a page tells of an option that its commands do not have."""
    every = {o["name"] for command in tables["commands"] for o in command["options"]}
    shared = {o["name"] for o in tables["shared_options"]}
    own = {o["name"] for command in commands for o in command["options"]} | shared
    wrong = {option for options, _, _ in prose.told for option in options} - own
    wrong |= set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) - every - shared - {"--version"}
    if wrong:
        sys.exit(f"pages.py: docs/man/{name}.md tells of {', '.join(sorted(wrong))}, which there is not")


def see_also(prose, own, docdir):
    pages = {"daicho", *(pathlib.Path(link).stem for link in prose.see if pathlib.Path(link).stem.startswith("daicho-"))}
    files = sorted({link.replace("../", "") for link in prose.see if link.startswith("../")})
    words = [f"\\fB{roff.escape(page)}\\fR(1)" for page in sorted(pages - {own})]
    words += ["\\fBdaicho\\-layouts\\fR(5)", "\\fBdaicho\\-findings\\fR(7)"]
    words += [roff.escape(f"{docdir}/docs/{file}") for file in files]
    return [".PP", ",\n".join(words)]


def examples(commands, prose):
    made = []
    for command in commands:
        made += roff.code(command["example"].split("\n"))
    for block in prose.examples:
        made += roff.code(block)
    return made


def command_page(name, commands, prose, tables, docdir, language):
    words = SECTIONS[language]
    made = header(name, 1, tables) + [f".SH {words[0]}"]
    names = [f"{roff.escape('daicho-' + c['name'].replace(' ', '-'))} \\- {roff.escape(c['summary'])}" for c in commands]
    made += ["\n.br\n".join(names), f".SH {words[1]}"]
    for command in commands:
        made += synopsis(command)
    made += [f".SH {words[2]}"] + roff.body(prose.body) + [f".SH {words[3]}"]
    for command in commands:
        if len(commands) > 1:
            made.append(f'.SS "daicho {roff.escape(command["name"])}"')
        made += options(command["options"], prose.told)
        made += [".PP", "The options that every command takes stand in \\fBdaicho\\fR(1)."] if command is commands[-1] else []
    if prose.exit_status:
        made.append(f".SH {words[4]}")
        made += roff.body(("table" if isinstance(text, list) else "paragraph", text) for text in prose.exit_status)
    made += [f".SH {words[5]}"] + examples(commands, prose)
    return made + [f".SH {words[6]}"] + see_also(prose, name, docdir)


def program_page(pages, prose, tables, docdir, language):
    words = SECTIONS[language]
    made = header("daicho", 1, tables) + [f".SH {words[0]}", "daicho \\- batch files of the Japanese resident register"]
    made += [f".SH {words[1]}", ".HP 4", "\\fBdaicho\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIFILES\\fR]"]
    made += [f".SH {words[2]}"]
    sections = next((i for i, block in enumerate(prose.body) if block[0] == "heading"), len(prose.body))
    made += roff.body(prose.body[:sections]) + [f".SH {words[7]}"]
    for name, commands in sorted(pages.items()):
        for command in commands:
            page = "daicho-" + command["name"].replace(" ", "-")
            made += roff.term(f"\\fB{roff.escape(page)}\\fR(1)", roff.escape(command["summary"]))
    made += [f".SH {words[3]}"] + options(tables["shared_options"], prose.told)
    made += roff.body(prose.body[sections:]) + [f".SH {words[4]}"]
    made += roff.body(("table" if isinstance(text, list) else "paragraph", text) for text in prose.exit_status)
    return made + [f".SH {words[6]}"] + see_also(prose, "daicho", docdir)


def layouts_page(docs, tables):
    made = header("daicho-layouts", 5, tables)
    made += [".SH NAME", "daicho\\-layouts \\- record layouts of daicho, and how to write one", ".SH DESCRIPTION"]
    text = (docs / "layouts.md").read_text(encoding="utf-8")
    made += roff.body(block for block in roff.blocks(text) if block[0] != "heading" or block[1][0] > 1)
    made += [".SH ITEMS", ".PP", "The layouts as the program has them, each item with its number, name and picture. "
             "\\fBdaicho layout show\\fR tells their rules and bytes."]
    for layout in tables["layouts"]:
        if layout["id"].startswith("iten."):
            continue
        made.append(f'.SS "{roff.escape(layout["id"])}: {roff.escape(layout["name"])}"')
        for item in layout["items"]:
            made += [".br", f"{item['no']} \\fB{roff.escape(item['id'])}\\fR {roff.escape(item['name'])} {item['picture']}"]
    made += [".SS Files of destinations"]
    for layout in tables["layouts"]:
        if layout["id"].startswith("iten."):
            made += [".br", f"\\fB{roff.escape(layout['id'])}\\fR {roff.escape(layout['name'])}"]
    return made + [".SH SEE ALSO", ".PP", "\\fBdaicho\\fR(1), \\fBdaicho\\-layout\\fR(1), \\fBdaicho\\-findings\\fR(7)"]


def findings_page(prose, tables, language):
    words = {"en": ("error", "warning", "How to mend it"), "ja": ("エラー", "警告", "直し方")}[language]
    made = header("daicho-findings", 7, tables)
    made += [f".SH {SECTIONS[language][0]}", "daicho\\-findings \\- what daicho finds in files: codes, meanings, remedies"]
    made += [f".SH {SECTIONS[language][2]}"] + roff.body(prose.body) + [".SH CODES"]
    for finding in tables["findings"]:
        text = finding[language]
        made += [f'.SS "{finding["code"]} {words[0] if finding["error"] else words[1]}: '
                 + roff.escape(text["title"]).replace('"', "\\(dq") + '"']
        made += [roff.inline(text["explanation"]), ".PP", f"{words[2]}: " + roff.inline(text["remedy"])]
    return made + [f".SH {SECTIONS[language][6]}", ".PP",
                   "\\fBdaicho\\fR(1), \\fBdaicho\\-explain\\fR(1), \\fBdaicho\\-validate\\fR(1)"]


def commands_of_pages(commands, names):
    """Page -> commands: a command belongs to the page with the longest name that its own begins with."""
    pages = {}
    for command in commands:
        own = "daicho-" + command["name"].replace(" ", "-")
        fitting = [name for name in names if own == name or own.startswith(name + "-")]
        if not fitting:
            sys.exit(f"pages.py: no file of docs/man tells of `daicho {command['name']}`")
        pages.setdefault(max(fitting, key=len), []).append(command)
    idle = set(names) - set(pages)
    if idle:
        sys.exit(f"pages.py: docs/man tells of commands that there are not: {', '.join(sorted(idle))}")
    return pages


def main():
    tables = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    docs, docdir, out = pathlib.Path(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4])
    language = sys.argv[5] if len(sys.argv) > 5 else "en"
    out.mkdir(parents=True, exist_ok=True)

    def prose(name, commands=()):
        own = docs / "man" / language / f"{name}.md"
        text = (own if own.exists() else docs / "man" / f"{name}.md").read_text(encoding="utf-8")
        made = Prose(text)
        refuse_unknown_options(name, text, made, commands, tables)
        return made

    def write(page, lines):
        (out / page).write_text("\n".join(lines) + "\n", encoding="utf-8")

    names = [path.stem for path in (docs / "man").glob("daicho-*.md") if path.stem != "daicho-findings"]
    pages = commands_of_pages(tables["commands"], names)
    for name, commands in pages.items():
        write(f"{name}.1", command_page(name, commands, prose(name, commands), tables, docdir, language))
        for command in commands:
            alias = "daicho-" + command["name"].replace(" ", "-")
            if alias != name:
                write(f"{alias}.1", [f".so man1/{name}.1"])
    write("daicho.1", program_page(pages, prose("daicho"), tables, docdir, language))
    write("daicho-findings.7", findings_page(prose("daicho-findings"), tables, language))
    if language == "en":
        write("daicho-layouts.5", layouts_page(docs, tables))


main()
