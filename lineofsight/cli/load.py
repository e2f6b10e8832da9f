"""check, load, loads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from getpass import getuser
from pathlib import Path
from typing import Any

import click

from lineofsight.calendar import KeyNotUnderstoodError
from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import progress, say, stop, write, write_json, write_lines, write_records
from lineofsight.record import Load, Record
from lineofsight.run import load as run_load
from lineofsight.run.access import log_access
from lineofsight.run.reports import FileReport, as_json, has_findings

paths_argument = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
key_option = click.option(
    "--key",
    help="The period of files that do not tell it: 2024-25, 2024-09, or 2024-09-30 for the year to that day.",
)


@click.command
@paths_argument
@key_option
@options.home_option
@options.json_option
@options.jsonl_option
@options.limit_option
@options.values_option
@options.reason_option
@options.quiet_option
def check(paths: tuple[Path, ...], key: str | None, **asked: Any) -> None:
    """Read files or folders of files, run every rule, and store nothing."""
    _log_values(asked, "check")
    # Asking makes no home; where there is one, the files are looked at beside what it holds.
    record = Record.open(asked["home"]) if asked["home"].exists() else None
    own = council_of(asked["home"]).mapping
    with progress(quiet=asked["quiet"]) as show:
        reports = _or_stop(
            lambda: run_load.check(paths, key=key, elsewhere=record, mapping=own, progress=show)
        )
    _print(reports, asked)


@click.command
@paths_argument
@key_option
@click.option("--strict", is_flag=True, help="Store nothing if any row is held back or any file refused.")
@options.home_option
@options.json_option
@options.jsonl_option
@options.limit_option
@options.values_option
@options.reason_option
@options.quiet_option
def load(paths: tuple[Path, ...], key: str | None, *, strict: bool, **asked: Any) -> None:
    """Read files or folders of files, and commit one load for each return and period."""
    _log_values(asked, "load")

    own = council_of(asked["home"]).mapping

    def commit() -> list[FileReport]:
        record = Record.open(asked["home"])
        return run_load.load(record, paths, by=getuser(), key=key, strict=strict, mapping=own, progress=show)

    with progress(quiet=asked["quiet"]) as show:
        reports = _or_stop(commit)
    _print(reports, asked)


@click.command
@options.home_option
@options.json_option
def loads(home: Path, *, as_json: bool) -> None:
    """List the loads, and which of them are current."""
    record = Record.open(home) if home.exists() else None
    found = record.loads() if record else ()
    if as_json:
        write_json([_load_as_json(load, _erased(record, load)) for load in found])
        return
    for load_ in found:
        current = "current" if load_.current else "replaced"
        write(
            f"{load_.id}  {load_.return_name}  {load_.key}  {load_.rows_kept:,} rows"
            f"  {load_.loaded_at:%Y-%m-%d %H:%M}  {current}"
            + (f", {erased:,} rows since erased" if (erased := _erased(record, load_)) else "")
        )
    if not found:
        say("Nothing is loaded yet. Load files with: los load PATH.")


def _or_stop(work: Any) -> Any:
    try:
        return work()
    except KeyNotUnderstoodError as fault:
        stop(str(fault), 2)


def _log_values(asked: dict[str, Any], command: str) -> None:
    if asked["show_values"]:
        reason = options.needed_reason(asked["reason"])
        log_access(asked["home"], what=f"values in {command}", reason=reason)


def _erased(record: Record | None, load_: Load) -> int:
    return record.disposals.rows_erased([load_.id]) if record else 0


def _load_as_json(load_: Load, erased: int) -> dict[str, Any]:
    return {
        "load": load_.id,
        "return": load_.return_name,
        "key": load_.key,
        "covers_since": load_.covers_since,
        "covers_until": load_.covers_until,
        "loaded_at": load_.loaded_at.isoformat(),
        "loaded_by": load_.loaded_by,
        "files": [{"name": f.name, "sha256": f.sha256} for f in load_.files],
        "rows": load_.rows_kept,
        "tables": {t.table: t.rows_kept for t in load_.rows},
        "erased": erased,
        "current": load_.current,
    }


def _print(reports: Sequence[FileReport], asked: dict[str, Any]) -> None:
    """The reports in the form asked for; exit 1 if there is something to do."""
    if asked["as_json"] or asked["as_jsonl"]:
        shown = (as_json(r, show_values=asked["show_values"]) for r in reports)
        write_records(shown, jsonl=asked["as_jsonl"], limit=asked["limit"], inside="files")
    else:
        told = ("\n".join(_report_lines(r, show_values=asked["show_values"])) for r in reports)
        write_lines(told, limit=asked["limit"])
    if has_findings(reports):
        raise click.exceptions.Exit(1)


def _report_lines(report: FileReport, *, show_values: bool) -> Iterator[str]:
    if report.set_aside is not None:
        yield f"{report.file}: set aside. {report.set_aside}"
        return
    stored = f", {'already ' if report.already_loaded else ''}stored as {report.load}" if report.load else ""
    yield f"{report.file}: {report.return_name or 'not read'}{stored}"
    for tally in report.tables.values():
        yield f"    {tally.table}: {tally.rows_in:,} rows in, {tally.kept:,} kept, {tally.held:,} held back"
    yield from _grouped(report, show_values=show_values)


def _grouped(report: FileReport, *, show_values: bool) -> Iterable[str]:
    """Problems that share a sentence, once, with the first rows that have it."""
    together = Counter[tuple[str, str, str, str]]()
    places: dict[tuple[str, str, str, str], list[str]] = {}
    for p in report.problems:
        place = (str(p.severity), p.message, p.remedy, p.column or "")
        together[place] += p.times
        often = f", {p.times:,} times" if p.times > 1 else ""
        value = f" ({p.value}{often})" if show_values and p.value else ""
        if p.row is not None:
            places.setdefault(place, []).append(f"{p.row}{value}")
    for place, times in together.most_common():
        severity, message, remedy, _ = place
        rows = places.get(place, [])
        at = f" Rows {', '.join(rows[:8])}{' and more' if len(rows) > 8 else ''}." if rows else ""
        yield f"    {times:,} × {severity}: {message}{at} {remedy}"
