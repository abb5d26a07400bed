"""What is measured: works, and the programs that do each. Ours come first; a peer's `output` says what its output is
where it is not what ours is."""
import dataclasses
import typing

import agree
from data import AS_OF, KEY, KEY_COLUMN
from peers import HERE, JAR


@dataclasses.dataclass
class Contender:
    name: str
    peer: str                     # of Peers, or "" for ours and what every system has
    pipeline: typing.Callable     # DataSet -> commands
    threads: int = 0              # of ours
    slow: bool = False            # measured on the smaller set
    statuses: tuple = (0,)
    reads: typing.Callable = None  # bytes of output -> what is compared; None: as the work says
    against: typing.Callable = None  # the same for ours; None: as the work says
    output: str = ""              # what its output is, if it is not the whole of it
    whole: bool = True            # whether it does the whole work


@dataclasses.dataclass
class Work:
    name: str
    title: str
    inputs: tuple                 # the files of a DataSet that it reads
    reads: typing.Callable        # bytes of output -> what is compared; None: nothing
    contenders: list

    def size(self, d):
        """Bytes read."""
        return sum(getattr(d, name).stat().st_size for name in self.inputs)

    def warm(self, d):
        """Reads the files once, so that the page cache has them."""
        for name in self.inputs:
            with open(getattr(d, name), "rb", buffering=0) as file:
                block = bytearray(1 << 20)
                while file.readinto(block):
                    pass


def ours(daicho, *words, statuses=(0,), output=""):
    """Contenders from the words of a command; a callable among the words is a file of the data set."""
    def pipeline(count):
        return lambda d: [[daicho, *(word(d) if callable(word) else word for word in words), "--threads", count]]
    return [Contender(f"daicho, {n} thread{'s' if n > 1 else ''}", "", pipeline(n), threads=n, statuses=statuses,
                      output=output) for n in (1, 2)]


class Catalog:
    """All works, over the peers there are."""

    def __init__(self, daicho, peers):
        self._daicho = daicho
        self._peers = peers
        self._python = peers.python
        self._cobol = lambda name: peers.folder / f"cobol_{name}"
        self._java = ["java", "-cp", f"{JAR}:{peers.folder / 'java'}"]
        self._table = HERE / "soufusaki.csv"

    def works(self):
        made = (self.fixed_to_csv(), self.csv_to_fixed(), self.validate(), self.validate_faulty(), self.csv_to_csv(),
                self.difference(), self.difference_shuffled(), self.to_utf8(), self.to_cp932())
        for work in made:
            work.contenders = [each for each in work.contenders if not each.peer or self._peers.have(each.peer)]
        return list(made)

    def _duckdb(self, script, *settings):
        return ["node", HERE / "duckdb.mjs", HERE / script, *settings]

    def fixed_to_csv(self):
        daicho = ours(self._daicho, "convert", "--layout", "soufusaki", "--from", "fixed:cp932", "--to", "csv",
                      lambda d: d.fixed, "-")
        to_utf8 = ["iconv", "-f", "CP932", "-t", "UTF-8"]
        return Work("fixed-to-csv", "Fixed CP932 to CSV in UTF-8", ("fixed",), agree.rows, daicho + [
            Contender("GnuCOBOL, iconv", "GnuCOBOL", lambda d: [[self._cobol("fixed_to_csv"), d.fixed], to_utf8]),
            Contender("GnuCOBOL", "GnuCOBOL", lambda d: [[self._cobol("fixed_to_csv"), d.fixed]],
                      reads=agree.rows_of_cp932, output="stays CP932", whole=False),
            Contender("uniVocity", "uniVocity", lambda d: [[*self._java, "FixedToCsv", self._table, d.fixed]]),
            Contender("ffe", "ffe",
                      lambda d: [["ffe", "-s", "soufusaki", "-c", HERE / "fixed_to_csv.fferc", d.fixed]],
                      reads=agree.rows_of_ffe, output="stays CP932, full-width fill stays",
                      whole=False),
            Contender("mawk, iconv", "mawk",
                      lambda d: [["mawk", "-f", HERE / "fixed_to_csv.awk", self._table, d.fixed], to_utf8], slow=True),
            Contender("Python", "Python", lambda d: [[self._python, HERE / "fixed_to_csv.py", d.fixed]], slow=True),
            Contender("iconv, DuckDB", "DuckDB",
                      lambda d: [[*to_utf8, d.fixed], self._duckdb("fixed_to_csv.sql")], slow=True),
            Contender("iconv over the same bytes", "iconv", lambda d: [[*to_utf8, d.fixed]],
                      reads=agree.rows_of_fixed_utf8, output="converts only: no CSV", whole=False),
        ])

    def csv_to_fixed(self):
        daicho = ours(self._daicho, "convert", "--layout", "soufusaki", "--from", "csv", "--to", "fixed:cp932",
                      lambda d: d.csv, "-")
        to_cp932 = ["iconv", "-f", "UTF-8", "-t", "CP932"]
        return Work("csv-to-fixed", "CSV in UTF-8 to fixed CP932", ("csv",), agree.same_bytes, daicho + [
            Contender("uniVocity", "uniVocity", lambda d: [[*self._java, "CsvToFixed", self._table, d.csv]]),
            Contender("iconv, GnuCOBOL", "GnuCOBOL", lambda d: [[*to_cp932, d.csv], [self._cobol("csv_to_fixed")]],
                      slow=True),
            Contender("iconv, mawk", "mawk", lambda d: [
                [*to_cp932, d.csv], ["mawk", "-f", HERE / "csv_to_fixed.awk", self._table, "-"]], slow=True),
            Contender("Python", "Python", lambda d: [[self._python, HERE / "csv_to_fixed.py", d.csv]], slow=True,
                      reads=agree.text_of_cp932, against=agree.text_of_cp932,
                      output="other codes for CP932's duplicates"),
            Contender("DuckDB, iconv", "DuckDB",
                      lambda d: [self._duckdb("csv_to_fixed.sql", f"IN={d.csv}"), to_cp932], slow=True),
        ])

    def _checkers(self, file):
        return [
            Contender("GnuCOBOL", "GnuCOBOL", lambda d: [[self._cobol("validate"), getattr(d, file)]], statuses=(0, 1),
                      output="about 60 checks of fields"),
            Contender("Python", "Python", lambda d: [[self._python, HERE / "validate.py", getattr(d, file)]], slow=True,
                      output="the checks of GnuCOBOL's"),
            Contender("iconv, DuckDB", "DuckDB",
                      lambda d: [["iconv", "-f", "CP932", "-t", "UTF-8", getattr(d, file)],
                                 self._duckdb("validate.sql")], slow=True, output="the checks of GnuCOBOL's"),
        ]

    def _validate(self, file, *words):
        return ours(self._daicho, "validate", "--layout", "soufusaki", "--from", "fixed:cp932", "--as-of", AS_OF,
                    *words, lambda d: getattr(d, file), statuses=(0, 1), output="all checks, with places")

    def validate(self):
        return Work("validate", "Validation, a file without faults", ("fixed",), agree.faulty_records,
                    self._validate("fixed") + self._checkers("fixed"))

    def validate_faulty(self):
        return Work("validate-faulty", "Validation, a fault in every record", ("all_faults",), None,
                    self._validate("all_faults") + self._checkers("all_faults"))

    def check_validation(self):
        """Not measured: every checker must find the same records of a file with faults of many kinds."""
        daicho = self._validate("some_faults", "--report", "json", "--max-errors", "1000000000")
        work = Work("validate-some", "Validation, faults of many kinds", ("some_faults",), agree.faulty_records,
                    daicho + self._checkers("some_faults"))
        work.contenders = [each for each in work.contenders if not each.peer or self._peers.have(each.peer)]
        return work

    def csv_to_csv(self):
        daicho = ours(self._daicho, "convert", "--layout", "soufusaki", "--from", "csv", "--to", "csv",
                      lambda d: d.csv, "-")
        unchecked = "checks nothing"
        return Work("csv-to-csv", "CSV to CSV", ("csv",), agree.rows, daicho + [
            Contender("Rust csv", "Rust csv",
                      lambda d: [[self._peers.rust("csv_to_csv"), d.csv]], output=unchecked),
            Contender("Miller", "Miller", lambda d: [["mlr", "--csv", "cat", d.csv]], slow=True, output=unchecked),
            Contender("DuckDB", "DuckDB", lambda d: [self._duckdb("csv_to_csv.sql", f"IN={d.csv}")], output=unchecked),
            Contender("Python", "Python", lambda d: [[self._python, HERE / "csv_to_csv.py", d.csv]], slow=True,
                      output=unchecked),
        ])

    def _differ(self, new):
        """Those that want no order."""
        def files(d):
            return [d.old, getattr(d, new)]
        daicho = ours(self._daicho, "diff", "--layout", "juki", "--from", "csv", lambda d: d.old,
                      lambda d: getattr(d, new), statuses=(0, 1), output="keys, and items with both values")
        keys = "keys only"
        return daicho + [
            Contender("Python dict", "Python",
                      lambda d: [[self._python, HERE / "difference.py", KEY_COLUMN, *files(d)]], output=keys),
            Contender("mawk", "mawk", lambda d: [["mawk", "-v", f"key={KEY_COLUMN}", "-f", HERE / "difference.awk",
                                                  *files(d)]], output=keys),
            Contender("DuckDB join", "DuckDB", lambda d: [self._duckdb("difference.sql", f"OLD={d.old}",
                                                                       f"NEW={getattr(d, new)}", f"KEY={KEY}")],
                      output=keys),
            Contender("SQLite", "SQLite", lambda d: [["sqlite3", ":memory:", f".read {self._sqlite(d, new)}"]],
                      slow=True, output=keys),
            Contender("sort, comm", "sort", lambda d: [["sh", HERE / "difference.sh", *files(d)]],
                      reads=agree.keys_of_comm, output="lines, to be paired", whole=False),
        ]

    def _sqlite(self, d, new):
        script = (HERE / "difference.sqlite").read_text()
        for name, value in (("OLD", d.old), ("NEW", getattr(d, new)), ("KEY", KEY)):
            script = script.replace("${" + name + "}", str(value))
        path = self._peers.folder / f"difference-{d.records}-{new}.sqlite"
        path.write_text(script)
        return path

    def difference(self):
        lines = "lines, to be paired"
        return Work("difference", "Difference of two registers, rows in the same order", ("old", "new"),
                    agree.keys, self._differ("new") + [
                        Contender("GNU diff", "GNU diff", lambda d: [["diff", d.old, d.new]], statuses=(0, 1),
                                  reads=agree.keys_of_diff, output=lines, whole=False),
                        Contender("comm, sorted before", "comm",
                                  lambda d: [["comm", "-3", d.sorted(d.old), d.sorted(d.new)]],
                                  reads=agree.keys_of_comm, output=lines + "; sorting not counted", whole=False),
                    ])

    def difference_shuffled(self):
        return Work("difference-shuffled", "Difference of two registers, rows in any order", ("old", "shuffled"),
                    agree.keys, self._differ("shuffled"))

    def to_utf8(self):
        return Work("to-utf-8", "Characters alone, CP932 to UTF-8", ("fixed",), agree.same_bytes,
                    ours(self._daicho, "transcode", "--from", "cp932", "--to", "utf-8", lambda d: d.fixed, "-") + [
                        Contender("iconv", "iconv", lambda d: [["iconv", "-f", "CP932", "-t", "UTF-8", d.fixed]]),
                        Contender("encoding_rs", "encoding_rs",
                                  lambda d: [[self._peers.rust("transcode"), "to-utf-8", d.fixed]]),
                        Contender("uconv", "uconv", lambda d: [["uconv", "-f", "ibm-943_P15A-2003", "-t", "UTF-8",
                                                                d.fixed]], slow=True),
                        Contender("nkf", "nkf", lambda d: [["nkf", "--ic=CP932", "--oc=UTF-8", "-x", "-m0", d.fixed]],
                                  slow=True),
                    ])

    def to_cp932(self):
        return Work("to-cp932", "Characters alone, UTF-8 to CP932", ("utf8",), agree.same_bytes,
                    ours(self._daicho, "transcode", "--from", "utf-8", "--to", "cp932", lambda d: d.utf8, "-") + [
                        Contender("iconv", "iconv", lambda d: [["iconv", "-f", "UTF-8", "-t", "CP932", d.utf8]]),
                        Contender("encoding_rs", "encoding_rs",
                                  lambda d: [[self._peers.rust("transcode"), "to-cp932", d.utf8]], slow=True,
                                  reads=agree.without_references, output="外字 become &amp;#57344; and the like"),
                        Contender("uconv", "uconv", lambda d: [["uconv", "-f", "UTF-8", "-t", "ibm-943_P15A-2003",
                                                                d.utf8]], slow=True),
                        Contender("nkf", "nkf", lambda d: [["nkf", "--ic=UTF-8", "--oc=CP932", "-x", "-m0", d.utf8]],
                                  slow=True),
                    ])

    def starts(self, one):
        """Programs that begin, do next to nothing, and end; `one` is a data set of one record: (name, pipeline)."""
        yield "daicho --version", [[self._daicho, "--version"]]
        yield "daicho layout list", [[self._daicho, "layout", "list"]]
        yield "daicho validate, 1 record", self.validate().contenders[0].pipeline(one)
        yield "daicho convert, 1 record", self.fixed_to_csv().contenders[0].pipeline(one)
        if self._peers.have("mawk"):
            yield "mawk, nothing", [["mawk", "BEGIN { exit }"]]
        for name, peer, work in (("GnuCOBOL", "GnuCOBOL", self.validate()), ("Python", "Python", self.fixed_to_csv()),
                                 ("uniVocity", "uniVocity", self.fixed_to_csv())):
            for contender in work.contenders:
                if contender.name == name and self._peers.have(peer):
                    what = "validate" if work.name == "validate" else "convert"
                    yield f"{name}, {what} 1 record", contender.pipeline(one)

    def floors(self):
        """What no program can do without: (name, pipeline) over the fixed-width file."""
        floor = self._peers.build_own("floor", HERE / "floor.cpp")
        yield "read, memcpy, write to /dev/null", lambda d: [[floor, d.fixed]]
        yield "cat", lambda d: [["cat", d.fixed]]
        yield "cat into a pipe", lambda d: [["cat", d.fixed], ["cat"]]
