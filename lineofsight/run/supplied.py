"""Figures that others have counted, shown where nothing here can be: marked as supplied, and never in place of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import Any

import pyarrow as pa

from lineofsight.engines.engine import Engine, engine_called
from lineofsight.indicators.catalogue import BY_ID
from lineofsight.indicators.shapes import Indicator
from lineofsight.readings import MeasureType, State
from lineofsight.record import Record, TableSource
from lineofsight.returns.tables import observations

Observed = Mapping[tuple[str, date, date], Mapping[str, Any]]  # by figure and period
COUNTS = (MeasureType.COUNT, MeasureType.STOCK)


def observed(engine: Engine, sources: Sequence[TableSource]) -> Observed:
    """The supplied figures that count, by figure and period; of two, the one that was loaded last."""
    if not any(source.table == observations.name for source in sources):
        return {}
    engine.supply_sources(sources, only=[observations.name])
    rows = engine.table(observations.rows).to_pylist()
    return {(row["figure"], row["period_start"], row["period_end"]): row for row in rows}


def figures_unknown(record: Record) -> Mapping[str, int]:
    """The ids under which figures were supplied and which are no indicator's, with how often each stands."""
    with closing(engine_called("duckdb")) as engine:
        found = observed(engine, record.sources())
    strange = [figure for figure, _, _ in found if figure not in BY_ID]
    return {figure: strange.count(figure) for figure in sorted(set(strange))}


def with_supplied(table: pa.Table, indicator: Indicator, found: Observed) -> pa.Table:
    """The readings of an indicator with totals that others supplied, for periods that no load here covers."""
    if not any(figure == indicator.id for figure, _, _ in found):
        return table
    rows = [_supplied(row, indicator, found) for row in table.to_pylist()]
    return pa.Table.from_pylist(rows, schema=table.schema)


def _supplied(row: dict[str, Any], indicator: Indicator, found: Observed) -> dict[str, Any]:
    given = found.get((indicator.id, row["period_start"], row["period_end"]))
    if given is None or row["breakdown"] or row["state"] != State.NOT_AVAILABLE.value or row["unknown"]:
        return row
    numerator, denominator = given["numerator"], given["denominator"]
    if indicator.measure_type in COUNTS:
        return _stated(row, numerator, None, numerator)
    if denominator is None:
        return row  # a share of nobody knows how many could be neither judged nor protected
    return _stated(
        row, numerator, denominator, numerator * indicator.per / denominator if denominator else None
    )


def _stated(
    row: dict[str, Any], numerator: float, denominator: float | None, value: float | None
) -> dict[str, Any]:
    figures = {"numerator": numerator, "denominator": denominator, "value": value}
    return {**row, **figures, "state": State.SUPPLIED.value}
