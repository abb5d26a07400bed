#!/usr/bin/env python3
"""Holds the man pages against the program: every command has a page, with every option that its --help lists; and `man`
has nothing to complain about them.

    man_pages.py DAICHO MAN_FOLDER

MAN_FOLDER has the pages flat, as the build makes them. Exit status 77 where there is no `man`."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def output(*words):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANROFFOPT": "-c"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: exit status {done.returncode}: {done.stderr}")
    return done


def words_of(page):
    """The page as a terminal shows it, without overstriking and with its lines joined."""
    shown = output("man", "--warnings", "-E", "UTF-8", "-l", str(page))
    return re.sub(r"\s+", " ", re.sub(".\b", "", shown.stdout)), shown.stderr


def commands_of(daicho):
    overview = output(daicho, "help").stdout
    return re.findall(r"^  ([a-z][a-z -]*?)  +\S", overview, re.M)


def main():
    daicho, made = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    if not shutil.which("man"):
        sys.exit(77)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for page in made.iterdir():  # as they are installed: an alias names its page by its folder
            (root / f"man{page.suffix[1:]}").mkdir(exist_ok=True)
            shutil.copy(page, root / f"man{page.suffix[1:]}")
        os.chdir(root)
        texts = {}
        for page in sorted(root.glob("man*/*")):
            alias = re.match(r"\.so (\S+)", page.read_text(encoding="utf-8"))
            texts[page.name], complaint = words_of(root / alias[1] if alias else page)
            faults += [f"{page.name}: {line}" for line in complaint.splitlines()]
    commands = commands_of(daicho)
    if len(commands) < 20:
        faults.append(f"daicho help lists {len(commands)} commands only")
    for command in commands:
        text = texts.get("daicho-" + command.replace(" ", "-") + ".1")
        if text is None:
            faults.append(f"daicho {command} has no man page")
            continue
        help_text = output(daicho, *command.split(), "--help").stdout
        for option in sorted(set(re.findall(r"^  (--[a-z-]+)", help_text, re.M))):
            if not re.search(re.escape(option) + r"(?![a-z-])", text + texts["daicho.1"]):
                faults.append(f"{option} of daicho {command} stands in no man page")
    for line in faults:
        print(line)
    sys.exit(1 if faults else 0)


main()
