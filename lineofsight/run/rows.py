"""From a figure to the case rows behind it: the same facts that were summed, each with its load, file, sheet and row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lineofsight.calendar import Period, PeriodKind, last_of_month, period_containing
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.lineage import tables_read
from lineofsight.indicators.shapes import Indicator
from lineofsight.record import Load, Record, Run, UnknownLoadError
from lineofsight.record.sources import table_sources
from lineofsight.run.attendance import supply_counts


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """One thing counted. ``met``: in the numerator; ``unknown`` and ``open`` as in the reading it belongs to."""

    child: str | None
    worker: str | None
    amount: float | None
    met: bool
    unknown: bool
    open: bool
    load: str
    file: str
    sheet: str
    row: int


def period_of(kind: str, month: str) -> Period:
    """The period of a kind that ends with, or holds, the month written as 2024-09."""
    year, number = (int(part) for part in month.split("-"))
    return period_containing(PeriodKind(kind), last_of_month(date(year, number, 1)))


def case_rows(
    record: Record,
    run: Run,
    indicator: Indicator,
    period: Period,
    *,
    by: Sequence[str] = (),
    group: Sequence[str | None] = (),
) -> Iterator[CaseRow]:
    """The rows of one reading of a run, in the order of file and row.

    They come from the loads that the run read, under the settings that it was computed with, whatever has been loaded
    or decided since. ``by`` and ``group`` name one group of a breakdown; None is the group that was not recorded.
    Raises UnknownLoadError where a load of the run has been removed.
    """
    facts = indicator.rows(*by)
    for name, value in zip(by, group, strict=True):
        facts = facts.filter(facts[name].isnull() if value is None else facts[name] == value)
    engine = DuckDB()
    engine.supply_settings(run.settings)
    engine.supply_periods([period])
    loads, needed = _loads(record, run), tables_read(facts)
    engine.supply_sources(table_sources(loads, record.path_of), only=needed)
    supply_counts(engine, record, loads, needed)
    for found in engine.table(facts.order_by(["load", "file", "row"])).to_pylist():
        yield CaseRow(
            child=found.get("child_id"),
            worker=found.get("worker_id"),
            # A whole number that was added up comes as a decimal, which JSON would make a text of.
            amount=None if found["numerator"] is None else float(found["numerator"]),
            met=(found["numerator"] or 0) > 0,
            unknown=(found["unknown"] or 0) > 0,
            open=(found["open"] or 0) > 0,
            load=found["load"],
            file=found["file"],
            sheet=found["sheet"],
            row=found["row"],
        )


def _loads(record: Record, run: Run) -> list[Load]:
    loads = [record.load(load_id) for load_id in run.loads]
    if gone := [load.id for load in loads if load.removed_at is not None]:
        raise UnknownLoadError(
            f"The figures of {run.id} were computed from {', '.join(gone)}, removed since, whose rows are gone. "
            "Compute them again with: los measure."
        )
    return loads
