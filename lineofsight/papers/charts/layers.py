"""The layers of a run chart, back to front: the usual range, its centre, the target, gaps, the line and its dots."""

from __future__ import annotations

from collections.abc import Callable

from lineofsight.papers.charts.axis import printed
from lineofsight.papers.charts.frame import Frame, stretches
from lineofsight.papers.charts.shapes import fill, hollow, mark, stroke
from lineofsight.papers.markup import element, number
from lineofsight.papers.model import Plot
from lineofsight.readings import State, Unit
from lineofsight.signals.chart import Point

Level = Callable[[Point], float | None]


def usual_range(frame: Frame, unit: Unit) -> str:
    """Return the grey band between the limits, with their edges: a step for each period, broken where there are none."""
    limited = [point.lower is not None and point.upper is not None for point in frame.points]
    parts: list[str] = []
    for first, last in stretches(limited):
        upper = _steps(frame, unit, lambda point: point.upper, first, last)
        lower = _steps(frame, unit, lambda point: point.lower, first, last)
        parts.append(element("path", d=_path([*upper, *reversed(lower)]) + "Z", **fill("band")))
        parts += [element("path", d=_path(edge), **stroke("limit")) for edge in (upper, lower)]
    return "".join(parts)


def centre_line(frame: Frame, unit: Unit) -> str:
    """Return the line that the baseline's points lie around."""
    centred = [point.centre is not None for point in frame.points]
    return "".join(
        element(
            "path",
            d=_path(_steps(frame, unit, lambda point: point.centre, first, last)),
            **stroke("centre", 1.5),
        )
        for first, last in stretches(centred)
    )


def _steps(frame: Frame, unit: Unit, level: Level, first: int, last: int) -> list[tuple[float, float]]:
    corners: list[tuple[float, float]] = []
    for index in range(first, last + 1):
        height = frame.y(printed(level(frame.points[index]) or 0.0, unit))
        for edge in (index - 0.5, index + 0.5):
            if len(corners) > 1 and corners[-1][1] == corners[-2][1] == height:
                corners.pop()
            corners.append((frame.x(edge), height))
    return corners


def _path(corners: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners)


def line(frame: Frame, unit: Unit) -> str:
    """Return the line through the values, broken at each gap."""
    places = [place(frame, index, unit) for index in range(len(frame.points))]
    return "".join(
        element("path", d=_path([at for at in places[first : last + 1] if at]), **stroke("usual"))
        for first, last in stretches([at is not None for at in places])
        if last > first
    )


def dots(frame: Frame, plot: Plot, *, radius: float) -> str:
    """Return a dot for each value, a triangle for a signal, a ring for a period that is not complete yet."""
    parts: list[str] = []
    for index, point in enumerate(frame.points):
        at = place(frame, index, plot.chart.measure.unit)
        if at is None:
            continue
        if point.state is State.NOT_COMPLETE_YET and point.signal is None:
            parts.append(hollow(*at, radius))
        else:
            parts.append(mark(*at, radius, point.signal, plot.chart.measure.polarity))
    return "".join(parts)


def place(frame: Frame, index: int, unit: Unit) -> tuple[float, float] | None:
    """Return where a period's value lies, or None where there is none."""
    value = frame.points[index].value
    return None if value is None else (frame.x(index), frame.y(printed(value, unit)))


def gap_sign(plot: Plot, point: Point) -> str:
    """Return why a period has no dot, as the tables mark it: c hidden, x not available, z nothing to take a share of."""
    if point.value is not None:
        return ""
    if point.period_end in plot.hidden:
        return "c"
    return "x" if point.state is State.NOT_AVAILABLE else "z"


def gaps(frame: Frame, plot: Plot) -> str:
    """Return a dotted upright for each period without a figure, and the reason's letter once for each stretch."""
    signs = [gap_sign(plot, point) for point in frame.points]
    parts: list[str] = []
    for sign in ("c", "x", "z"):
        for first, last in stretches([held == sign for held in signs]):
            parts += [_upright(frame, index) for index in range(first, last + 1)]
            middle = frame.x((first + last) / 2)
            parts.append(
                element(
                    "text",
                    sign,
                    x=middle,
                    y=frame.bottom - 5,
                    text_anchor="middle",
                    **halo(),
                    **fill("quiet"),
                )
            )
    return "".join(parts)


def _upright(frame: Frame, index: int) -> str:
    x = number(frame.x(index))
    path = f"M{x} {number(frame.top)}V{number(frame.bottom - 18)}"
    return element("path", d=path, stroke_dasharray="1 4", **stroke("limit", 1.5))


def halo() -> dict[str, str | float]:
    """Return attributes that keep a label readable over lines: its outline in the ground's colour."""
    return {"stroke": "#ffffff", "stroke_width": 4, "stroke_linejoin": "round", "paint_order": "stroke"}
