"""What a chart shows, in words: its text alternative, which the table of its figures completes."""

from __future__ import annotations

from collections import Counter

from lineofsight.calendar import date_in_words
from lineofsight.papers.charts.labels import target_words
from lineofsight.papers.charts.layers import gap_sign
from lineofsight.papers.charts.periods import counted, full_name
from lineofsight.papers.model import Plot

_GAPS = {"c": "hidden to protect children", "x": "not available", "z": "without anything to take a share of"}


def in_words(plot: Plot) -> str:
    """Return the chart's span, its sentence, its gaps and its target, in a few plain sentences."""
    chart = plot.chart
    parts = [f"Chart of {_span(plot)}.", chart.sentence, _missing(plot)]
    if chart.refusal and chart.refusal not in chart.sentence:
        parts.append(chart.refusal)
    if chart.earlier_baselines and chart.baseline is not None:
        reason = f": {chart.baseline.reason}" if chart.baseline.reason else ""
        parts.append(
            f"A new baseline begins with the period to {date_in_words(chart.baseline.first)}{reason}."
        )
    if chart.target is not None:
        parts.append(f"{target_words(chart.target, chart.measure.unit)}.")
    return " ".join(part for part in parts if part)


def spark_in_words(plot: Plot) -> str:
    """Return what a sparkline shows: its span, and whether the usual range stands behind it."""
    banded = any(point.upper is not None for point in plot.chart.points)
    return f"Small chart of {_span(plot)}{', with its usual range in grey' if banded else ''}."


def _span(plot: Plot) -> str:
    points = plot.chart.points
    if not points:
        return "no periods yet"
    first = full_name(points[0], plot.chart.period_kind)
    last = full_name(points[-1], plot.chart.period_kind)
    if len(points) == 1:
        return f"one period, {first}"
    return f"{counted(len(points), plot.chart.period_kind)}, {first} to {last}"


def _missing(plot: Plot) -> str:
    signs = Counter(gap_sign(plot, point) for point in plot.chart.points)
    said = [
        f"{counted(signs[sign], plot.chart.period_kind)} {words}"
        for sign, words in _GAPS.items()
        if signs[sign]
    ]
    return f"Not drawn: {'; '.join(said)}." if said else ""
