"""A run chart: dots in order of time, the usual range behind them, and what is missing marked as missing."""

from __future__ import annotations

from lineofsight.papers.charts import key, labels, layers
from lineofsight.papers.charts.axis import axis, printed, tick, written
from lineofsight.papers.charts.frame import Frame
from lineofsight.papers.charts.labels import LETTER
from lineofsight.papers.charts.shapes import fill
from lineofsight.papers.charts.words import in_words
from lineofsight.papers.markup import element, text
from lineofsight.papers.model import Plot

FACES = "Source Sans Pro, Helvetica, Arial, sans-serif"

_TOP = 26.0  # the room for the baseline's words; each line of the axis's own comes on top
_LINE = 14
_PERIODS = 26.0  # the room for the names of periods
_CLOSE = 6.0  # a step in pixels below which dots are drawn small


def run_chart(plot: Plot, *, name: str, width: int = 680, height: int = 200) -> str:
    """Return the chart as one SVG element, ``width`` pixels wide and as shown at that width.

    ``height`` is that of the plotting area. ``name`` makes the ids in the page unique.
    """
    frame = _frame(plot, width, height)
    lines = key.rows(key.entries(plot), width)
    total = frame.bottom + _PERIODS + (len(lines) * key.ROW + 4 if lines else 0)
    unit = plot.chart.measure.unit
    return svg(
        labels.value_axis(frame, unit),
        layers.usual_range(frame, unit),
        layers.centre_line(frame, unit),
        labels.baseline_marks(frame, plot),
        layers.gaps(frame, plot),
        layers.line(frame, unit),
        layers.dots(frame, plot, radius=3.2 if frame.step > _CLOSE else 2.2),
        labels.target_line(frame, plot),
        labels.latest_value(frame, plot),
        labels.period_axis(frame, plot.chart.period_kind),
        *_headed(labels.axis_words(plot.chart, axis_low=frame.axis.low, width=width)),
        key.drawn(lines, left=0, top=frame.bottom + _PERIODS + 10),
        name=name,
        width=width,
        height=total,
        title=plot.chart.measure.title,
        words=in_words(plot),
    )


def _headed(lines: tuple[str, ...]) -> list[str]:
    return [
        element("text", text(words), x=0, y=13 + _LINE * at, **fill("quiet"))
        for at, words in enumerate(lines)
    ]


def svg(*parts: str, name: str, width: float, height: float, title: str, words: str) -> str:
    """Return an SVG element that stands as one picture, with its title and its description."""
    return element(
        "svg",
        element("title", text(title), id=f"{name}-title"),
        element("desc", text(words), id=f"{name}-desc"),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=round(width),
        height=round(height),
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FACES,
        font_size=12,
    )


def drawn_values(plot: Plot) -> list[float]:
    """Return every height that the chart draws, as far as it is printed."""
    unit, target = plot.chart.measure.unit, plot.chart.target
    heights = [
        value
        for point in plot.chart.points
        for value in (point.value, point.lower, point.upper, point.centre)
        if value is not None
    ]
    if target is not None:
        heights.append(target.value)
    return [printed(value, unit) for value in heights]


def _frame(plot: Plot, width: int, height: int) -> Frame:
    unit, points = plot.chart.measure.unit, plot.chart.points
    scale = axis(drawn_values(plot), unit)
    ticks = max(len(tick(value, unit)) for value in scale.ticks)
    last = points[-1].value if points else None
    latest = len(written(last, unit)) if last is not None else 0
    lines = labels.axis_words(plot.chart, axis_low=scale.low, width=width)
    top = _TOP + _LINE * len(lines)
    return Frame(
        left=ticks * LETTER + 12,
        right=width - max(28.0, latest * labels.LATEST * 0.62 + 9),
        top=top,
        bottom=top + height,
        axis=scale,
        points=points,
    )
