"""What several commands ask for: an indicator, a breakdown, a kind of period, the latest run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from lineofsight.calendar.runs import RUN_KINDS
from lineofsight.cli import options
from lineofsight.cli.output import say, stop
from lineofsight.council import Council, CouncilFileError
from lineofsight.indicators.catalogue import UnknownIndicatorError, indicator
from lineofsight.indicators.shapes import Indicator, UnknownBreakdownError
from lineofsight.record import Record, Run
from lineofsight.returns import own_words
from lineofsight.returns.known import PARTS, RETURNS

RETURN_NAMES = tuple(dict.fromkeys(known.name for known in RETURNS))
NOT_RECORDED = "not recorded"
KINDS = [str(kind) for kind in RUN_KINDS]
kind_option = click.option("--kind", type=click.Choice(KINDS), default="month", show_default=True)
by_option = click.option("--by", metavar="BREAKDOWN", help="Split by ward, team, age_band, ...")
group_option = click.option(
    "--group", help=f"The group of the breakdown; '{NOT_RECORDED}' for rows without one."
)
run_option = click.option(
    "--run", "run_id", metavar="RUN", help="An earlier run, or one that looks back; left out: the latest run."
)


class Month(click.ParamType[str]):
    """A month written as 2024-09."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(value)):
            self.fail(f"'{value}' is not a month. Write it as 2024-09.", param, ctx)
        return str(value)


def one_group(by: str | None, group: str | None) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """The breakdown and the group of it that is asked for; both or neither, else a usage error."""
    if (by is None) != (group is None):
        raise click.UsageError(
            "--by and --group go together: the breakdown, and the one group of it that is asked for."
        )
    if by is None:
        return (), ()
    return (by,), (None if group == NOT_RECORDED else group,)


def check_group(record: Record, run: Run, asked: Indicator, by: str | None, group: str | None) -> None:
    """A group that no reading has is a slip of the pen, not an empty figure."""
    if by is None or group is None or group == NOT_RECORDED:
        return
    readings = record.readings(run.id, indicator=asked.id, kind="month", breakdown=(by,), until=run.to)
    known = dict.fromkeys(r.group[0] or NOT_RECORDED for r in readings)
    if group not in known:
        stop(f"{asked.id} has no group '{group}' by {by}. Groups: {', '.join(known) or 'none'}.", 2)


def vars_of(thing: Any) -> dict[str, Any]:
    """A frozen record as a dictionary, with words as text."""
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}


def indicator_asked(id_: str, by: str | None) -> Indicator:
    """The indicator of that id, if it offers the breakdown; else the command ends with a sentence (exit 2)."""
    try:
        found = indicator(id_)
        if by is not None:
            found.breakdown(by)
    except (UnknownIndicatorError, UnknownBreakdownError) as fault:
        stop(str(fault), 2)
    return found


def run_asked(home: Path, run_id: str | None = None) -> tuple[Record, Run]:
    """The record and the run of that id, or its latest run; without one the command ends with a sentence (exit 2)."""
    # Asking makes no home: a mistyped one would otherwise be there from then on.
    record = Record.open(home) if home.exists() else None
    run = None if record is None else record.run(run_id) if run_id else record.latest_run()
    if record is None or run is None:
        stop("Nothing is computed yet. Compute the figures with: los measure.", 2)
    _say_erased(record, run)
    return record, run


def _say_erased(record: Record, run: Run) -> None:
    if erased := record.disposals.rows_erased(run.loads, since=run.made_at):
        say(
            f"{erased:,} rows of the loads of {run.id} have been erased since it was made. Its readings are as they were; "
            "its rows are without them."
        )


def read_council(home: Path) -> Council:
    """What the home's council decides. Raises CouncilFileError, also for an indicator or return that there is not."""
    path = options.council_file(home)
    council = Council.read(path)
    try:
        for id_ in (*council.panel, *council.targets, *council.baselines):
            indicator(id_)
    except UnknownIndicatorError as fault:
        raise CouncilFileError(f"{path}: {fault}") from None
    if strange := [name for name in council.retention.named if name not in RETURN_NAMES]:
        listed = ", ".join(RETURN_NAMES)
        raise CouncilFileError(f"{path}, [retention]: there is no return '{strange[0]}'. Returns: {listed}.")
    try:
        own_words.check(council.mapping, PARTS)
    except own_words.OwnWordsError as fault:
        raise CouncilFileError(f"{path}, {fault}") from None
    return council


def council_of(home: Path) -> Council:
    """What the home's council decides; a usage error where its file is not understood."""
    try:
        return read_council(home)
    except CouncilFileError as fault:
        stop(str(fault), 2)
