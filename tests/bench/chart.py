"""The pictures of docs/performance.md, drawn as SVG."""
import math
from html import escape

OURS, SECOND, PEER, PART, INK, GREY = "#b3261e", "#d97a72", "#8fa3b8", "#d3dbe4", "#1c1c1c", "#6b6b6b"
FONT = 'font-family="Noto Sans, Noto Sans CJK JP, Helvetica, Arial, sans-serif"'
PANELS = (("fixed-to-csv", "固定長 CP932 → CSV UTF-8"), ("csv-to-fixed", "CSV UTF-8 → 固定長 CP932"),
          ("validate", "検査 validation"), ("csv-to-csv", "CSV → CSV"),
          ("difference-shuffled", "差分（順不同） difference, any order"), ("to-utf-8", "文字コードだけ CP932 → UTF-8"))
WIDTH, ROW = 980, 21


def text(x, y, words, size=12, anchor="start", fill=INK, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{fill}" '
            f'font-weight="{weight}">{escape(words)}</text>')


def frame(width, height, title, body):
    size = f'width="{width}" height="{height}"'
    root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} {FONT} role="img">'
    return "\n".join([root,
                      f"<title>{escape(title)}</title>", f'<rect {size} fill="white"/>', *body, "</svg>", ""])


def panel(work, title, x, y, width):
    """One work: a bar for each program, as long as its MB/s, the fastest first."""
    rows = sorted(work["rows"], key=lambda row: -row["rate"])
    longest = rows[0]["rate"]
    name_width, value_width = 168, 62
    body = [text(x, y + 14, title, 14, weight="bold")]
    for i, row in enumerate(rows):
        top = y + 24 + i * ROW
        length = max(1.5, row["rate"] / longest * (width - name_width - value_width))
        colour = {0: PEER if row["whole"] else PART, 1: SECOND}.get(row["threads"], OURS)
        body.append(text(x + name_width - 6, top + 13, row["name"], 11.5, "end",
                         weight="bold" if row["threads"] else "normal"))
        body.append(f'<rect x="{x + name_width}" y="{top + 2}" width="{length:.1f}" height="{ROW - 6}" '
                    f'fill="{colour}"/>')
        body.append(text(x + name_width + length + 5, top + 13, f"{row['rate']:,.0f}", 11.5, fill=INK))
    return body, 24 + len(rows) * ROW


def bars(results):
    works = {work["name"]: work for work in results["works"]}
    body = [text(20, 28, "daicho beside what people use today: MB of input a second", 17, weight="bold"),
            text(20, 48, f"入力の処理速度（MB/秒） — {results['records']:,} records, {results['machine']['cores']} cores, "
                 "output to /dev/null; medians; each panel has a scale of its own", 12, fill=GREY)]
    y, width = 66, (WIDTH - 60) / 2
    shown = [(works[name], title) for name, title in PANELS if name in works]
    for at in range(0, len(shown), 2):
        heights = []
        for column, (work, title) in enumerate(shown[at:at + 2]):
            lines, height = panel(work, title, 20 + column * (width + 20), y, width)
            body += lines
            heights.append(height)
        y += max(heights) + 18
    body.append(text(20, y + 6, "pale: does a part of the work only, as the tables say 薄い色は作業の一部だけ", 12, fill=GREY))
    y += 22
    return frame(WIDTH, math.ceil(y), "daicho beside what people use today", body)


COLOURS = {"fixed-to-csv": "#b3261e", "validate": "#1f5fa8", "difference": "#2e7d32"}
NAMES = {"fixed-to-csv": "convert", "validate": "validate", "difference": "diff"}


class Plot:
    """A pair of logarithmic axes over a place of the picture."""

    def __init__(self, x, y, width, height, xs, ys):
        self.place = (x, y, width, height)
        self.low = (math.log10(min(xs)), math.floor(math.log10(min(ys))))
        self.high = (math.log10(max(xs)), math.ceil(math.log10(max(ys))))
        if self.high[1] == self.low[1]:
            self.high = (self.high[0], self.low[1] + 1)

    def at(self, x, y):
        left, top, width, height = self.place
        return (left + (math.log10(x) - self.low[0]) / ((self.high[0] - self.low[0]) or 1) * width,
                top + height - (math.log10(y) - self.low[1]) / (self.high[1] - self.low[1]) * height)

    def axes(self, title, xs, unit):
        left, top, width, height = self.place
        body = [text(left, top - 12, title, 14, weight="bold")]
        for power in range(self.low[1], self.high[1] + 1):
            _, y = self.at(xs[0], 10**power)
            body.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + width}" y2="{y:.1f}" stroke="#dddddd"/>')
            body.append(text(left - 6, y + 4, f"{10**power:g}{unit}", 11, "end", GREY))
        for size in xs:
            x, _ = self.at(size, 10**self.low[1])
            body.append(f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{top + height}" stroke="#eeeeee"/>')
            body.append(text(x, top + height + 16, f"{size // 1000:,}k" if size < 10**6 else f"{size / 10**6:g}M", 11,
                             "middle", GREY))
        body.append(text(left + width / 2, top + height + 34, "records 件数", 11, "middle", GREY))
        return body

    def line(self, points, colour, dashed):
        places = [self.at(*point) for point in points]
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        return ([f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>']
                + [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places])


def growth(rows):
    """Seconds, and peak memory, against the number of records."""
    sizes = sorted({row["records"] for row in rows})
    body = []
    for left, key, title, unit in ((70, "seconds", "Time 時間", " s"), (560, "peak_mib", "Peak memory メモリー", " MiB")):
        plot = Plot(left, 50, 380, 250, sizes, [row[key] for row in rows])
        body += plot.axes(title, sizes, unit)
        for work, colour in COLOURS.items():
            for threads in (1, 2):
                points = [(row["records"], row[key]) for row in rows
                          if row["work"] == work and row["threads"] == threads]
                body += plot.line(points, colour, threads == 1) if points else []
    for i, (work, colour) in enumerate(COLOURS.items()):
        x = 70 + i * 150
        body.append(f'<line x1="{x}" y1="356" x2="{x + 28}" y2="356" stroke="{colour}" stroke-width="3"/>')
        body.append(text(x + 34, 360, NAMES[work], 12))
    body.append(text(560, 360, "solid: 2 threads; dashed: 1 thread; both axes logarithmic", 12, fill=GREY))
    return frame(WIDTH, 374, "Time and memory against the number of records", body)
