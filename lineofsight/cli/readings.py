"""readings, rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from lineofsight.cli import options
from lineofsight.cli.asked import (
    NOT_RECORDED,
    Month,
    by_option,
    check_group,
    group_option,
    indicator_asked,
    kind_option,
    one_group,
    run_asked,
    run_option,
    vars_of,
)
from lineofsight.cli.output import write_lines, write_records
from lineofsight.readings import Reading
from lineofsight.run.access import log_access
from lineofsight.run.reports import MASK
from lineofsight.run.rows import CaseRow, case_rows, period_of


@click.command
@click.argument("id_", metavar="ID")
@by_option
@kind_option
@click.option(
    "--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="No period that starts before this day."
)
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="No period that ends after this day.")
@run_option
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
    run_id: str | None,
    home: Path,
    *,
    as_json: bool,
    as_jsonl: bool,
    limit: int | None,
) -> None:
    """Show the readings of one indicator from a run. Nothing is hidden from the analyst here."""
    asked = indicator_asked(id_, by)
    record, run = run_asked(home, run_id)
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
    else:
        write_lines((_reading_line(r) for r in found), limit=limit)


@click.command
@click.argument("id_", metavar="ID")
@click.option(
    "--period", "month", required=True, type=Month(), help="The month that the period holds or ends with."
)
@kind_option
@by_option
@group_option
@run_option
@options.home_option
@options.json_option
@options.jsonl_option
@options.limit_option
@options.values_option
@options.reason_option
def rows(
    id_: str,
    month: str,
    kind: str,
    by: str | None,
    group: str | None,
    run_id: str | None,
    home: Path,
    **asked: Any,
) -> None:
    """Show the rows behind a reading, each with its load, file, sheet and row. Every look is logged."""
    breakdown, named = one_group(by, group)
    wanted = indicator_asked(id_, by)
    reason = options.needed_reason(asked["reason"])
    record, run = run_asked(home, run_id)
    check_group(record, run, wanted, by, group)
    log_access(home, what=f"rows of {id_} {month} {kind} {by or ''} {group or ''}".strip(), reason=reason)
    found = case_rows(record, run, wanted, period_of(kind, month), by=breakdown, group=named)
    shown = _rows_as_json(found, show_values=asked["show_values"])
    if asked["as_json"] or asked["as_jsonl"]:
        write_records(shown, jsonl=asked["as_jsonl"], limit=asked["limit"])
    else:
        write_lines((_row_line(row) for row in shown), limit=asked["limit"])


def _reading_line(r: Reading) -> str:
    group = f"{_named(r.group)}  " if r.breakdown else ""
    value = "-" if r.value is None else f"{r.value:,.1f}"
    counts = (
        _count(r.numerator) if r.denominator is None else f"{_count(r.numerator)} of {_count(r.denominator)}"
    )
    return f"{r.period_start} to {r.period_end}  {group}{value}  ({counts})  {r.unknown} unknown, {r.open} open  {r.state}"


def _row_line(row: Mapping[str, Any]) -> str:
    who, met = row["child"] or row["worker"] or "-", "met" if row["met"] else "not met"
    return f"{who}  {met}  {row['load']}  {row['file']} {row['sheet']} row {row['row']}"


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
