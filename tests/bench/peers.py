"""The peers: which are installed, their versions, and their programs (tests/bench/peers) built."""
import os
import pathlib
import shutil
import subprocess
import sys

from data import tell

HERE = pathlib.Path(__file__).resolve().parent / "peers"
JAR = pathlib.Path("/usr/share/java/univocity-parsers.jar")
CRATES = pathlib.Path("/usr/share/cargo/registry")

CARGO_TOML = """[package]
name = "{program}"
version = "0.1.0"
edition = "2021"

[[bin]]
name = "{program}"
path = "{source}"

[dependencies]
{crate} = "*"

[profile.release]
opt-level = 3
"""
CARGO_CONFIG = f"""[source.crates-io]
replace-with = "debian"

[source.debian]
directory = "{CRATES}"
"""


class Peers:
    """What of each peer is at hand. `have` is asked by name; `skipped` has the reason of each that is not."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.versions = {}
        self.skipped = {}
        self.python = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable
        self.modules = self.folder / "npm"
        self._find()

    def have(self, name):
        return name in self.versions

    def build_own(self, name, source):
        """A helper of the benchmark itself, in C++."""
        target = self.folder / name
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            subprocess.run([os.environ.get("CXX", "c++"), "-std=c++20", "-O2", "-o", target, source], check=True)
        return target

    def _find(self):
        self._take("Python", [self.python, "--version"])
        for name, command in (("mawk", ["mawk", "-W", "version"]), ("ffe", ["ffe", "--version"]),
                              ("Miller", ["mlr", "--version"]), ("iconv", ["iconv", "--version"]),
                              ("uconv", ["uconv", "--version"]), ("nkf", ["nkf", "--version"]),
                              ("SQLite", ["sqlite3", "--version"]), ("GNU diff", ["diff", "--version"]),
                              ("comm", ["comm", "--version"]), ("sort", ["sort", "--version"])):
            self._take(name, command)
        self._take("GnuCOBOL", ["cobc", "--version"], self._build_cobol)
        self._take("uniVocity", ["javac", "--version"], self._build_java)
        self._take("Rust csv", [self._cargo(), "--version"], lambda: self._build_rust("csv_to_csv", "csv"))
        self._take("encoding_rs", [self._cargo(), "--version"], lambda: self._build_rust("transcode", "encoding_rs"))
        self._take("DuckDB", ["node", "--version"], self._find_duckdb)

    def _take(self, name, command, build=None):
        """A peer counts once it tells its version and its programs are built; `build` may return a better version."""
        try:
            if not shutil.which(command[0]):
                raise OSError(f"{command[0]} is not installed")
            told = subprocess.run(command, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
            version = ([line for line in (told.stdout + told.stderr).splitlines() if line.strip()] or [""])[0].strip()
            better = build() if build else None
            self.versions[name] = better or version
        except (OSError, subprocess.CalledProcessError) as error:
            reason = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
            self.skipped[name] = reason[-1] if reason else "does not work"
            tell(f"without {name}: {self.skipped[name]}")

    @staticmethod
    def _stale(target, sources):
        return not target.exists() or any(target.stat().st_mtime < source.stat().st_mtime for source in sources)

    def _build_cobol(self):
        for name in ("fixed_to_csv", "csv_to_fixed", "validate"):
            source = HERE / f"{name}.cob"
            target = self.folder / f"cobol_{name}"
            if self._stale(target, [source, HERE / "soufusaki.cpy"]):
                subprocess.run(["cobc", "-x", "-O2", "-free", "-I", HERE, "-o", target, source], check=True,
                               capture_output=True, text=True)

    def _build_java(self):
        if not JAR.exists():
            raise OSError("libunivocity-parsers-java is not installed")
        sources = sorted(HERE.glob("*.java"))
        classes = self.folder / "java"
        if self._stale(classes / "Layout.class", sources):
            subprocess.run(["javac", "-cp", JAR, "-d", classes, *sources], check=True, capture_output=True, text=True)
        java = subprocess.run(["java", "-version"], check=True, capture_output=True, text=True).stderr.splitlines()[0]
        return f"{JAR.resolve().stem}, {java}"

    @staticmethod
    def _cargo():
        """Debian's, which goes with Debian's crates."""
        return "/usr/bin/cargo" if os.access("/usr/bin/cargo", os.X_OK) else "cargo"

    def rust(self, program):
        return self.folder / f"rust-{program}/target/release/{program}"

    def _build_rust(self, program, crate):
        crates = sorted(CRATES.glob(f"{crate}-[0-9]*"))
        if not crates:
            raise OSError(f"librust-{crate.replace('_', '-')}-dev is not installed")
        source = HERE / f"{program}.rs"
        work = self.folder / f"rust-{program}"
        if self._stale(self.rust(program), [source]):
            (work / ".cargo").mkdir(parents=True, exist_ok=True)
            (work / "Cargo.toml").write_text(CARGO_TOML.format(program=program, source=source, crate=crate))
            (work / ".cargo/config.toml").write_text(CARGO_CONFIG)
            path = f"{pathlib.Path(self._cargo()).parent}:{os.environ['PATH']}"
            subprocess.run([self._cargo(), "build", "--release", "--offline"], cwd=work, check=True,
                           capture_output=True, text=True, env={**os.environ, "PATH": path})
        return crates[-1].name

    def _find_duckdb(self):
        package = self.modules / "node_modules/@duckdb/node-api/package.json"
        if not package.exists():
            raise OSError("@duckdb/node-api of npm is not installed")
        asked = subprocess.run(["node", HERE / "duckdb.mjs", "/dev/stdin"], input="SELECT 1", text=True,
                               capture_output=True, env={**os.environ, "DUCKDB_MODULES": str(self.modules)})
        if asked.returncode != 0:
            raise OSError("@duckdb/node-api does not start: " + (asked.stderr.strip().splitlines() or [""])[-1])
        version = next(line for line in package.read_text().splitlines() if '"version"' in line).split('"')[3]
        return f"@duckdb/node-api {version}"
