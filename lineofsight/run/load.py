"""Files in: read, look at with the rules, and commit one load a key; or, to check, everything but the commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from lineofsight.record import Record, Staging, sha256_of
from lineofsight.returns.model import Covers, Item, Row
from lineofsight.returns.own_words import Mappings, in_use
from lineofsight.returns.problems import FileRefusedError, Problem
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.attendance import commit_days, newest_if_made_of
from lineofsight.run.beside import NewLoad, run_rules_beside
from lineofsight.run.check import run_rules
from lineofsight.run.files import Bundle, Found, Stamp, gone, inventory
from lineofsight.run.reports import FileReport, has_findings

Progress = Callable[[str, int, int], None]
NO_MAPPING: Mappings = {}


def silent(_what: str, _done: int, _of: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, kw_only=True)
class _Coming:
    """What comes in by one call: into which record, and the loads made so far. ``by`` None: only to be checked."""

    record: Record
    by: str | None
    elsewhere: Record | None = None
    new: list[NewLoad] = field(default_factory=list)


def check(
    paths: Iterable[Path],
    *,
    key: str | None = None,
    today: date | None = None,
    elsewhere: Record | None = None,
    mapping: Mappings = NO_MAPPING,
    progress: Progress = silent,
) -> list[FileReport]:
    """Read the files and run the rules, and store nothing. ``mapping``: the council's own headings and words.

    Rules that read other tables find them among the files, or in ``elsewhere``, the record that they would go to.
    """
    with TemporaryDirectory(prefix="los-check-") as folder:
        coming = _Coming(record=Record.open(Path(folder)), by=None, elsewhere=elsewhere)
        with in_use(mapping):
            return _every_bundle(coming, paths, key=key, today=today, progress=progress)


def load(
    record: Record,
    paths: Iterable[Path],
    *,
    by: str,
    key: str | None = None,
    today: date | None = None,
    strict: bool = False,
    mapping: Mappings = NO_MAPPING,
    progress: Progress = silent,
) -> list[FileReport]:
    """Read the files, run the rules, and commit one load for each return and key.

    The same files under the same key are left as they are. ``strict`` commits nothing at all if any row of any file
    is held back or any file is refused.
    """
    paths = list(paths)
    if strict:
        reports = check(paths, key=key, today=today, elsewhere=record, mapping=mapping, progress=progress)
        if has_findings(reports):
            return reports
    with in_use(mapping):
        return _every_bundle(_Coming(record=record, by=by), paths, key=key, today=today, progress=progress)


def _every_bundle(
    coming: _Coming, paths: Iterable[Path], *, key: str | None, today: date | None, progress: Progress
) -> list[FileReport]:
    found = inventory(paths, key=key, today=today or datetime.now(UTC).date())
    reports = found.others
    for done, bundle in enumerate(found.bundles):
        progress(f"{bundle.return_.title} {bundle.key or ''}".strip(), done, len(found.bundles))
        if coming.by is not None and bundle.key is None and not bundle.return_.by_day:
            reports += [_without_key(file) for file in bundle.files]
        else:
            reports += _bundle(coming, bundle)
    run_rules_beside(coming.record, coming.new, elsewhere=coming.elsewhere)
    progress("", len(found.bundles), len(found.bundles))
    return reports


def _without_key(file: Found) -> FileReport:
    refused = FileRefusedError(
        "no_key",
        f"A file of the {file.return_.title} does not say which year it covers, so it cannot be put in its place.",
        "Name the period with --key: 2024-25 for a financial year, 2024-09-30 for the year to that day.",
    )
    return _refused(file, refused)


def _bundle(coming: _Coming, bundle: Bundle) -> list[FileReport]:
    """One load. A file that breaks off half-way is refused whole: the staging is given up, the rest read without it."""
    refused: list[FileReport] = []
    while bundle.files:
        try:
            return refused + _staged(coming, bundle)
        except _BrokenOffError as broken:
            refused.append(_refused(broken.file, broken.why))
            bundle = replace(bundle, files=tuple(f for f in bundle.files if f is not broken.file))
    return refused


class _BrokenOffError(Exception):
    """A file that turned out unreadable after some of its rows were staged."""

    def __init__(self, file: Found, why: FileRefusedError) -> None:
        super().__init__(why.message)
        self.file, self.why = file, why


def _staged(coming: _Coming, bundle: Bundle) -> list[FileReport]:
    """The bundle's files read into staging, looked at with the rules, and committed."""
    if coming.by is not None and (held := _held_already(coming.record, bundle)):
        return [_as_it_was(file, held) for file in bundle.files]
    until = bundle.covers.until if bundle.covers else None
    # A file that is only checked need not say its period: it is looked at as if it were the newest.
    covers = bundle.covers or Covers(since=None, until=date.max)
    key = bundle.key or "not said"
    with coming.record.staging(return_name=bundle.return_.name, key=key) as staging:
        read = _reader(bundle)
        reports = dict(_read(staging, file, read) for file in bundle.files)
        if bundle.return_.by_day:
            load_id = commit_days(coming.record, staging, bundle.return_, by=coming.by)
            return [replace(report, load=load_id) for report in reports.values()]
        run_rules(staging, bundle.return_, reports, until=until)
        staging.covers(since=covers.since, until=covers.until)
        load = staging.commit(by=coming.by or "nobody", now=datetime.now(UTC))
        coming.new.append(NewLoad(load=load, reports=reports))
        for report in reports.values() if coming.by is not None else ():
            report.load = load.id
    return list(reports.values())


def _held_already(record: Record, bundle: Bundle) -> str | None:
    try:
        hashes = [sha256_of(file.path) for file in bundle.files]
    except FileNotFoundError:  # it has just gone, which is said of it when it is to be copied
        return None
    if bundle.return_.by_day:
        return newest_if_made_of(record, bundle.return_, hashes)
    held = record.already_holds(bundle.return_.name, bundle.key or "", hashes)
    return held.id if held else None


def _as_it_was(file: Found, load_id: str) -> FileReport:
    return FileReport(file=file.name, return_name=file.return_.name, load=load_id, already_loaded=True)


def _refused(file: Found, why: FileRefusedError) -> FileReport:
    return FileReport(file=file.name, return_name=file.return_.name, problems=[why.problem(file.name)])


def _reader(bundle: Bundle) -> Callable[[Path, str, str], Iterator[pa.RecordBatch | Item]]:
    """How the bundle's files are read: the quickest way that their return has, or with one another."""
    return_ = bundle.return_
    if return_.read_beside is not None:
        return return_.read_beside([(file.path, file.part) for file in bundle.files])
    return return_.read_many or return_.read


def _read(
    staging: Staging, file: Found, read: Callable[[Path, str, str], Iterator[pa.RecordBatch | Item]]
) -> tuple[str, FileReport]:
    """One file's rows into staging, with its report under the name that its rows carry in the load."""
    report = FileReport(file=file.name, return_name=file.return_.name, part=file.part)
    name = _copied(staging, file)
    filled = [table.name for table in file.return_.fills(file.part)]
    staging.file(name, fills=filled)
    for table in filled:
        report.tally(table)
    try:
        # The copy is read, so that the rows are those of the original that is kept.
        for item in read(staging.path_of_original(name), file.part, file.name):
            if isinstance(item, pa.RecordBatch):  # which only a file of one table comes as
                (table,) = filled
                report.tally(table).kept += item.num_rows
                staging.keep_many(table, item)
            elif isinstance(item, Row):
                share(item, file.shared)
                tally = report.tally(item.table)
                if item.held:
                    tally.held += 1
                    staging.hold(item)
                else:
                    tally.kept += 1
                    staging.keep(item)
            elif isinstance(item, Problem):
                report.problems.append(item)
    except FileRefusedError as why:
        raise _BrokenOffError(file, why) from None
    return name, report


def _copied(staging: Staging, file: Found) -> str:
    """The file copied into the load. One that was written to since it was looked at is refused: half of it may be old."""
    try:
        name = staging.add_original(file.path, file.name)
        if Stamp.of(file.path) != file.stamp:
            raise FileRefusedError(
                "file_changed",
                "The file was changed while it was being read, so what was read of it may not belong together.",
                "Wait until whatever writes it has finished, and load it again.",
            )
    except FileNotFoundError:
        raise _BrokenOffError(file, gone()) from None
    except FileRefusedError as why:
        raise _BrokenOffError(file, why) from None
    return name


def share(row: Row, shared: Mapping[str, object]) -> None:
    """Writes into a row what all rows of its file have in common, as far as its table has such columns."""
    columns = BY_NAME[row.table].columns
    row.values.update({name: value for name, value in shared.items() if name in columns})
