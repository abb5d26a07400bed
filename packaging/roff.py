"""Markdown, as docs/ is written, to roff for man pages.

Only what the docs use: headings, paragraphs, lists, tables, code, links, `code`, **bold** and *emphasis*. A table of two
columns becomes a list of terms, because a terminal has no room for more; wider ones become a list of rows."""
import re


def escape(text):
    """Text that roff prints as it is; hyphens stay ASCII, so that what is copied from a page works."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")


def guard(line):
    """A line of text that roff takes for no request."""
    return "\\&" + line if line.startswith((".", "'")) else line


def plain(text):
    """Markdown without its marks."""
    return re.sub(r"`([^`]*)`", r"\1", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)).replace("**", "")


def link(match):
    text, target = match.groups()
    page = re.search(r"(?:^|/)(daicho(?:-[a-z-]+)?)\.md$", target)
    return f"{text} (**{page[1]}**(1))" if page else text


def inline(text):
    """A run of Markdown text as roff on one line."""
    text = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", link, text)
    parts = re.split(r"(`[^`]*`|\*\*[^*]*\*\*|(?<![\w*])\*[^*\s][^*]*\*(?![\w*]))", text)
    made = []
    for part in parts:
        if part.startswith("`") and len(part) > 1:
            long = max(map(len, part.split())) > 30
            made.append("\\fB" + (re.sub(r"([,:|{])", r"\1\\:", escape(part[1:-1])) if long else escape(part[1:-1]))
                        + "\\fR")
        elif part.startswith("**"):
            made.append("\\fB" + escape(part[2:-2]) + "\\fR")
        elif part.startswith("*") and part.endswith("*") and len(part) > 2:
            made.append("\\fI" + escape(part[1:-1]) + "\\fR")
        else:
            made.append(escape(part))
    return guard("".join(made))


def code(lines):
    """A block of code: smaller than the page's width or not, its lines are kept."""
    return [".PP", ".RS 4", ".nf"] + [guard(escape(line)) or "\\&" for line in lines] + [".fi", ".RE"]


def term(name, text):
    return [".TP", name, text]


def blocks(markdown):
    """(kind, content) in order: heading (level, text), paragraph text, list [texts], table [[cells]], code [lines]."""
    lines = markdown.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif line.startswith("```"):
            end = next(i for i in range(at + 1, len(lines)) if lines[i].startswith("```"))
            yield "code", lines[at + 1:end]
            at = end + 1
        elif line.startswith("    "):
            end = at
            while end < len(lines) and (lines[end].startswith("    ") or not lines[end].strip()):
                end += 1
            yield "code", "\n".join(text[4:] for text in lines[at:end]).rstrip("\n").split("\n")
            at = end
        elif line.startswith("#"):
            yield "heading", (len(line) - len(line.lstrip("#")), line.lstrip("# "))
            at += 1
        elif line.startswith("|"):
            end = next((i for i in range(at, len(lines)) if not lines[i].startswith("|")), len(lines))
            rows = [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
                    for row in lines[at:end]]
            yield "table", [rows[0]] + rows[2:]
            at = end
        elif re.match(r"[-*] |\d+\. ", line):
            items = []
            while at < len(lines) and lines[at].strip() and not lines[at].startswith(("#", "|", "```")):
                if re.match(r"[-*] |\d+\. ", lines[at]):
                    items.append(lines[at].split(" ", 1)[1])
                else:
                    items[-1] += " " + lines[at].strip()
                at += 1
            yield "list", items
        else:
            text = []
            while at < len(lines) and lines[at].strip() and not re.match(r"#|\||```|- ", lines[at]):
                text.append(lines[at].strip())
                at += 1
            yield "paragraph", " ".join(text)


def table(rows):
    heads, body = rows[0], rows[1:]
    made = []
    for row in body:
        cells = row[1:]
        if len(cells) > 1:
            cells = [f"{plain(head)}: {cell}" for head, cell in zip(heads[1:], cells) if cell]
        made += term(inline(row[0]) or "\\&", inline("; ".join(cells)) or "\\&")
    return made + [".PP"]


def body(parts):
    """The roff of blocks; headings of level 2 are sections, deeper ones subsections."""
    made = []
    for kind, content in parts:
        if kind == "heading":
            level, text = content
            made.append((".SH " if level <= 2 else ".SS ") + '"' + escape(plain(text)).replace('"', "\\(dq") + '"')
        elif kind == "paragraph":
            made += [".PP", inline(content)]
        elif kind == "code":
            made += code(content)
        elif kind == "list":
            for item in content:
                made += [".IP \\(bu 2", inline(item)]
        else:
            made += table(content)
    return made
