"""export."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import say, stop, write, write_json
from lineofsight.record import Record
from lineofsight.run.access import log_access
from lineofsight.run.inspection import NothingToExportError, filled_lists, last_day, write_workbook


@click.command
@click.argument("what", type=click.Choice(["annex_a"]))
@click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day that the lists are as at; left out: the last day that is loaded.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook to write (.xlsx); left out: annex_a_DAY.xlsx here.",
)
@options.home_option
@options.json_option
@options.reason_option
def export(
    what: str, day: datetime | None, out: Path | None, home: Path, *, as_json: bool, reason: str | None
) -> None:
    """Write the inspectors' workbook (Ofsted's ILACS Annex A) from the record, and say what it cannot fill (logged)."""
    why = options.needed_reason(reason)
    if not home.exists():
        stop(f"There is no home {home}: nothing is held.", 2)
    record = Record.open(home)
    try:
        as_at = day.date() if day else last_day(record)
    except NothingToExportError as fault:
        stop(str(fault), 2)
    path = _place(out or Path(f"{what}_{as_at}.xlsx"), home)
    lists = filled_lists(record, council_of(home), as_at)
    rows = sum(one.count for one in lists)
    log_access(home, what=f"Annex A as at {as_at}: {rows} rows", reason=why)
    path.touch(mode=0o600)
    write_workbook(lists, path)
    gaps = [gap for one in lists for gap in one.gaps]
    if as_json:
        counts = {one.of.sheet: one.count for one in lists}
        shown = [{"sheet": gap.sheet, "column": gap.column, "why": gap.why} for gap in gaps]
        write_json({"file": str(path), "day": as_at, "rows": counts, "gaps": shown})
        return
    write(str(path))
    for one in lists:
        say(f"{one.of.sheet}: {one.count:,} rows. {one.of.part.title.partition(': ')[2].capitalize()}.")
    say("What the record could not fill:")
    for (sheet, reason_why), those in groupby(gaps, key=lambda gap: (gap.sheet, gap.why)):
        columns = "; ".join(gap.column for gap in those if gap.column)
        say(f"    {sheet}, {reason_why}: {columns}" if columns else f"    {sheet}: {reason_why}")
    say("It names children: keep it where only those who need it can open it.")


def _place(path: Path, home: Path) -> Path:
    """Where the workbook may go: over no other file, and not into the home, where an erasure would not find it."""
    if path.suffix.lower() != ".xlsx" or not path.absolute().parent.is_dir():
        stop(f"{path} cannot be written: name an .xlsx file in a folder that exists.", 2)
    if path.exists():
        stop(f"{path} is there already. Name another with --out.", 2)
    if path.resolve().is_relative_to(home.resolve()):
        stop(f"{path} lies in the home, where an erasure would not find it. Name a folder outside.", 2)
    return path
