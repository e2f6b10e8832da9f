"""The words on a run chart: ticks, periods, target, baseline, the latest value, and the key below."""

from __future__ import annotations

from datetime import date

from lineofsight.papers.charts.axis import printed, tick, written
from lineofsight.papers.charts.frame import Frame
from lineofsight.papers.charts.layers import halo
from lineofsight.papers.charts.periods import grain, short_name
from lineofsight.papers.charts.shapes import fill, stroke
from lineofsight.papers.markup import element, number, text
from lineofsight.papers.model import Plot
from lineofsight.readings import Unit
from lineofsight.signals.chart import Chart, Target

LATEST = 14  # pixels: the height of the latest value's type, which is bold
LETTER = 6.6  # a wide letter's share of a 12-pixel line in Arial, the widest of the faces used


def value_axis(frame: Frame, unit: Unit) -> str:
    """Return faint lines across, each with its value; the lowest is the chart's floor."""
    parts: list[str] = []
    for value in frame.axis.ticks:
        y = frame.y(value)
        line = f"M{number(frame.left)} {number(y)}H{number(frame.right)}"
        parts.append(element("path", d=line, **stroke("limit" if value == frame.axis.low else "rule")))
        words = text(tick(value, unit))
        parts.append(element("text", words, x=frame.left - 7, y=y + 4, text_anchor="end", **fill("quiet")))
    return "".join(parts)


def axis_words(chart: Chart, *, axis_low: float, width: float) -> tuple[str, ...]:
    """Return what the value axis counts, by which period, and where it starts if not at zero: one line or two."""
    measure = chart.measure
    words = {Unit.PERCENT: "per cent", Unit.NUMBER: measure.counts}.get(measure.unit, str(measure.unit))
    words = f"{words[:1].upper()}{words[1:]}, by {grain(chart.period_kind)}"
    if axis_low == 0:
        return (words,)
    start = f"(axis starts at {tick(axis_low, measure.unit)}, not 0)"
    whole = f"{words} {start}"
    return (whole,) if len(whole) * LETTER <= width else (words, start)


# Months between labels that a reader can count in: every one, a quarter, half a year, a year, two years.
_STRIDES = (1, 3, 6, 12, 24, 60, 120)


def period_axis(frame: Frame, period_kind: str) -> str:
    """Return period names below the chart, counted back from the latest, as many as fit without touching."""
    if not frame.points:
        return ""
    names = [short_name(point, period_kind) for point in frame.points]
    room = max(len(name) for name in names) * LETTER + 10
    stride = next((stride for stride in _STRIDES if stride * frame.step >= room), len(names))
    parts: list[str] = []
    for index in range(len(names) - 1, -1, -stride):
        x = frame.x(index)
        upright = f"M{number(x)} {number(frame.bottom)}v5"
        parts.append(element("path", d=upright, **stroke("limit")))
        parts.append(_period(frame, x, names[index]))
    return "".join(parts)


def _period(frame: Frame, x: float, name: str) -> str:
    half = len(name) * LETTER / 2
    x = max(x, half)
    return element("text", text(name), x=x, y=frame.bottom + 18, text_anchor="middle", **fill("quiet"))


def target_words(target: Target, unit: Unit) -> str:
    """Return the target's label."""
    return f"Target: at {'least' if target.at_least else 'most'} {tick(target.value, unit)}"


def target_line(frame: Frame, plot: Plot) -> str:
    """Return the target from the first period that it was set for, with its words above it."""
    target, unit = plot.chart.target, plot.chart.measure.unit
    if target is None:
        return ""
    since = [index for index, point in enumerate(frame.points) if point.period_end >= target.since]
    if not since:
        return ""
    start, y = frame.x(since[0] - 0.5), frame.y(printed(target.value, unit))
    line = f"M{number(start)} {number(y)}H{number(frame.right)}"
    words = target_words(target, unit)
    x = min(start + 4, frame.right - len(words) * LETTER)
    above = y - 5 if y - 5 > frame.top + 8 else y + 14
    return element("path", d=line, stroke_dasharray="7 4", **stroke("target", 1.5)) + element(
        "text", text(words), x=x, y=above, **halo(), **fill("target")
    )


def baseline_marks(frame: Frame, plot: Plot) -> str:
    """Return a dashed upright where the baseline ends and, where it was changed, another where the new one begins."""
    chart = plot.chart
    if chart.baseline is None:
        return ""
    ends = _upright(frame, _up_to(frame, chart.baseline.last), "baseline ends")
    if not chart.earlier_baselines:
        return ends
    return _upright(frame, _up_to(frame, chart.baseline.first) - 1, "new baseline") + ends


def _up_to(frame: Frame, day: date) -> int:
    return sum(point.period_end <= day for point in frame.points)


def _upright(frame: Frame, before: int, words: str) -> str:
    """Return an upright after so many points; nothing before the first of them or after the last."""
    if not 0 < before < len(frame.points):
        return ""
    x = frame.x(before - 0.5)
    line = f"M{number(x)} {number(frame.top - 6)}V{number(frame.bottom)}"
    width = len(words) * LETTER
    fits = x - frame.left > width
    return element("path", d=line, stroke_dasharray="3 3", **stroke("centre")) + element(
        "text",
        words,
        x=x - 5 if fits else x + 5,
        y=frame.top - 4,
        text_anchor="end" if fits else "start",
        **fill("quiet"),
    )


def latest_value(frame: Frame, plot: Plot) -> str:
    """Return the last period's value beside its dot; nothing if it has none, for an older one would mislead."""
    if not frame.points or frame.points[-1].value is None:
        return ""
    unit, value = plot.chart.measure.unit, frame.points[-1].value
    x, y = frame.x(len(frame.points) - 1) + 8, frame.y(printed(value, unit)) + 4
    words = text(written(value, unit))
    return element(
        "text", words, x=x, y=max(y, frame.top + 8), font_weight="bold", font_size=LATEST, **fill("ink")
    )
