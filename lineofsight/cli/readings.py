"""readings, rows, signal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from lineofsight.calendar import PeriodKind
from lineofsight.cli import options
from lineofsight.cli.output import say, stop, write, write_json, write_records
from lineofsight.council import Council, CouncilFileError
from lineofsight.indicators.catalogue import UnknownIndicatorError, indicator
from lineofsight.indicators.shapes import Indicator, UnknownBreakdownError
from lineofsight.readings import Reading
from lineofsight.record import Record, Run
from lineofsight.run.access import log_access
from lineofsight.run.charts import chart_of
from lineofsight.run.reports import MASK
from lineofsight.run.rows import CaseRow, case_rows, period_of

NOT_RECORDED = "not recorded"
KINDS = [str(kind) for kind in PeriodKind]
kind_option = click.option("--kind", type=click.Choice(KINDS), default="month", show_default=True)
by_option = click.option("--by", metavar="BREAKDOWN", help="Split by ward, team, age_band, ...")


class Month(click.ParamType[str]):
    """A month written as 2024-09."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(value)):
            self.fail(f"'{value}' is not a month. Write it as 2024-09.", param, ctx)
        return str(value)


@click.command
@click.argument("id_", metavar="ID")
@by_option
@kind_option
@click.option(
    "--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="No period that starts before this day."
)
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="No period that ends after this day.")
@options.home_option
@options.json_option
@options.jsonl_option
@options.limit_option
def readings(
    id_: str,
    by: str | None,
    kind: str,
    since: datetime | None,
    until: datetime | None,
    home: Path,
    *,
    as_json: bool,
    as_jsonl: bool,
    limit: int | None,
) -> None:
    """Show the readings of one indicator from the latest run. Nothing is hidden from the analyst here."""
    asked = _indicator(id_, by)
    record, run = _latest(home)
    found = record.readings(
        run.id,
        indicator=asked.id,
        kind=kind,
        breakdown=(by,) if by else (),
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    if as_json or as_jsonl:
        write_records((_as_json(r) for r in found), jsonl=as_jsonl, limit=limit)
        return
    for r in found if limit is None else found[:limit]:
        group = f"{_named(r.group)}  " if by else ""
        value = "-" if r.value is None else f"{r.value:,.1f}"
        counts = (
            f"{_count(r.numerator)} of {_count(r.denominator)}"
            if r.denominator is not None
            else _count(r.numerator)
        )
        write(
            f"{r.period_start} to {r.period_end}  {group}{value}  ({counts})  {r.unknown} unknown, {r.open} open  {r.state}"
        )


@click.command
@click.argument("id_", metavar="ID")
@click.option(
    "--period", "month", required=True, type=Month(), help="The month that the period holds or ends with."
)
@kind_option
@by_option
@click.option("--group", help=f"The group of the breakdown; '{NOT_RECORDED}' for rows without one.")
@options.home_option
@options.json_option
@options.jsonl_option
@options.limit_option
@options.values_option
@options.reason_option
def rows(
    id_: str, month: str, kind: str, by: str | None, group: str | None, home: Path, **asked: Any
) -> None:
    """Show the rows behind a reading, each with its load, file, sheet and row. Every look is logged."""
    if (by is None) != (group is None):
        raise click.UsageError(
            "--by and --group go together: the breakdown, and the one group of it that is asked for."
        )
    wanted = _indicator(id_, by)
    reason = options.needed_reason(asked["reason"])
    record, run = _latest(home)
    log_access(home, what=f"rows of {id_} {month} {kind} {by or ''} {group or ''}".strip(), reason=reason)
    found = case_rows(
        record,
        _council(home),
        wanted,
        period_of(kind, month),
        by=(by,) if by else (),
        group=(None if group == NOT_RECORDED else group,) if by else (),
        as_at=run.made_at,
    )
    shown = _rows_as_json(found, show_values=asked["show_values"])
    if asked["as_json"] or asked["as_jsonl"]:
        write_records(shown, jsonl=asked["as_jsonl"], limit=asked["limit"])
        return
    for number, row in enumerate(shown):
        if asked["limit"] is not None and number >= asked["limit"]:
            say("More rows are left out by --limit.")
            break
        write(
            f"{row['child'] or row['worker'] or '-'}  {'met' if row['met'] else 'not met'}  {row['load']}  "
            f"{row['file']} {row['sheet']} row {row['row']}"
        )


@click.command
@click.argument("id_", metavar="ID")
@by_option
@kind_option
@click.option("--group", help="The group of the breakdown.")
@options.home_option
@options.json_option
def signal(id_: str, by: str | None, kind: str, group: str | None, home: Path, *, as_json: bool) -> None:
    """Say in one sentence whether the latest figure is a change or noise, or why that cannot be said."""
    if (by is None) != (group is None):
        raise click.UsageError(
            "--by and --group go together: the breakdown, and the one group of it that is asked for."
        )
    wanted = _indicator(id_, by)
    record, run = _latest(home)
    named = (None if group == NOT_RECORDED else group,) if by else ()
    chart = chart_of(record, _council(home), wanted, run.id, kind=kind, by=(by,) if by else (), group=named)
    if not as_json:
        write(chart.sentence)
        return
    write_json(
        {
            "chart": str(chart.kind),
            "baseline": chart.baseline and vars_of(chart.baseline),
            "points": [{k: v for k, v in vars_of(p).items() if k != "period_start"} for p in chart.points],
            "assurance": chart.assurance and str(chart.assurance),
            "sentence": chart.sentence,
            "refusal": chart.refusal,
        }
    )


def vars_of(thing: Any) -> dict[str, Any]:
    """A frozen record as a dictionary, with words as text."""
    return {name: getattr(thing, name) for name in thing.__dataclass_fields__}


def _indicator(id_: str, by: str | None) -> Indicator:
    try:
        found = indicator(id_)
        if by is not None:
            found.breakdown(by)
    except (UnknownIndicatorError, UnknownBreakdownError) as fault:
        stop(str(fault), 2)
    return found


def _latest(home: Path) -> tuple[Record, Run]:
    record = Record.open(home)
    run = record.latest_run()
    if run is None:
        stop("Nothing is computed yet. Compute the figures with: los measure.", 2)
    return record, run


def _council(home: Path) -> Council:
    try:
        return Council.read(options.council_file(home))
    except CouncilFileError as fault:
        stop(str(fault), 2)


def _as_json(r: Reading) -> dict[str, Any]:
    return {
        "period_start": r.period_start,
        "period_end": r.period_end,
        "period_kind": r.period_kind,
        "group": list(r.group),
        "numerator": r.numerator,
        "denominator": r.denominator,
        "value": r.value,
        "unknown": r.unknown,
        "open": r.open,
        "state": str(r.state),
    }


def _rows_as_json(found: Iterator[CaseRow], *, show_values: bool) -> Iterator[dict[str, Any]]:
    for row in found:
        child = row.child if show_values or row.child is None else MASK
        yield {**vars_of(row), "child": child}


def _named(group: tuple[str | None, ...]) -> str:
    return ", ".join(part or NOT_RECORDED for part in group)


def _count(number: float | None) -> str:
    return "-" if number is None else f"{number:,.10g}"
