"""A sparkline: the same series without words, small enough to stand beside a sentence."""

from __future__ import annotations

from lineofsight.papers.charts import layers
from lineofsight.papers.charts.axis import close_axis
from lineofsight.papers.charts.frame import Frame
from lineofsight.papers.charts.run_chart import drawn_values, svg
from lineofsight.papers.charts.shapes import mark
from lineofsight.papers.charts.words import spark_in_words
from lineofsight.papers.model import Plot


def sparkline(plot: Plot, *, name: str, width: int = 168, height: int = 36) -> str:
    """Return the series as a line over its usual range, with the latest point marked by its shape."""
    frame = Frame(
        left=1,
        right=width - 5,
        top=5,
        bottom=height - 5,
        axis=close_axis(drawn_values(plot)),
        points=plot.chart.points,
    )
    return svg(
        layers.usual_range(frame, plot.chart.measure.unit),
        layers.line(frame, plot.chart.measure.unit),
        _latest(frame, plot),
        name=name,
        width=width,
        height=height,
        title=plot.chart.measure.title,
        words=spark_in_words(plot),
    )


def _latest(frame: Frame, plot: Plot) -> str:
    if not frame.points or frame.points[-1].value is None:
        return ""
    last = len(frame.points) - 1
    place = layers.place(frame, last, plot.chart.measure.unit)
    return mark(*place, 3, frame.points[last].signal, plot.chart.measure.polarity) if place else ""
