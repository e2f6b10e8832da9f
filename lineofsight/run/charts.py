"""The chart of one indicator, period kind and group, from a run's readings and the council's targets and baselines."""

from __future__ import annotations

from collections.abc import Sequence

from lineofsight.council import Council
from lineofsight.indicators.shapes import Indicator
from lineofsight.readings import Reading
from lineofsight.record import Record
from lineofsight.signals.chart import Chart
from lineofsight.signals.chooser import chart_for


def series_of(
    record: Record,
    indicator: Indicator,
    run_id: str,
    *,
    kind: str = "month",
    by: Sequence[str] = (),
    group: Sequence[str | None] = (),
) -> list[Reading]:
    """One line of readings, in the order of time."""
    found = record.readings(run_id, indicator=indicator.id, kind=kind, breakdown=tuple(by))
    return [reading for reading in found if tuple(reading.group) == tuple(group)]


def chart_of(
    record: Record,
    council: Council,
    indicator: Indicator,
    run_id: str,
    *,
    kind: str = "month",
    by: Sequence[str] = (),
    group: Sequence[str | None] = (),
) -> Chart:
    """The chart with its sentence. A target is for the whole council, so a group is drawn without it."""
    return chart_for(
        indicator.measure,
        series_of(record, indicator, run_id, kind=kind, by=by, group=group),
        target=None if by else council.targets.get(indicator.id),
        rebaselines=() if by else council.baselines.get(indicator.id, ()),
    )
