"""The period of a figure in words, with its kind where it is not a month."""

from __future__ import annotations

from lineofsight.calendar import Period, PeriodKind, date_in_words, label
from lineofsight.signals.chart import Chart, Point


def when(chart: Chart, point: Point) -> str:
    """When a figure is of: ``in August 2024``, ``in the quarter to 30 June 2024``, a stock ``on 31 August 2024``."""
    month = chart.period_kind == PeriodKind.MONTH
    if chart.measure.measure_type.is_stock:
        named = "" if month else f" ({period_label(chart, point)})"
        return f"on {date_in_words(point.period_end)}{named}"
    if chart.period_kind == PeriodKind.DAY:
        return f"on {period_label(chart, point)}"
    return f"in {period_label(chart, point)}"


def period_label(chart: Chart, point: Point) -> str:
    """The period by name, with its article: ``August 2024``, ``the financial year 2023/24``."""
    kind = PeriodKind(chart.period_kind)
    named = label(Period(kind, point.period_start, point.period_end))
    return named if kind in (PeriodKind.MONTH, PeriodKind.DAY) else f"the {named}"


def kind_in_words(chart: Chart) -> str:
    """What one point of the chart covers: a month, a quarter; a period, where they overlap."""
    kind = PeriodKind(chart.period_kind)
    overlapping = kind is PeriodKind.ROLLING_12_MONTHS or kind.endswith("_to_date")
    return "period" if overlapping else kind.in_words
