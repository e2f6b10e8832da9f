"""The key below a chart: only what the chart holds, in rows that fit its width."""

from __future__ import annotations

from collections.abc import Iterator

from lineofsight.papers.charts.labels import LETTER
from lineofsight.papers.charts.layers import gap_sign
from lineofsight.papers.charts.shapes import HIGH, fill, hollow, in_key, mark, stroke
from lineofsight.papers.markup import element, text
from lineofsight.papers.model import Plot
from lineofsight.readings import State

Entry = tuple[str, str]  # a symbol drawn around 0, 0 and its words

ROW = 19
_SYMBOL = 20
_GAP = 18
_GAP_WORDS = {"c": "hidden to protect children", "x": "not available", "z": "nothing to take a share of"}


def entries(plot: Plot) -> list[Entry]:
    """Return the key's entries in reading order."""
    return [*_range(plot), *_dots(plot), *_gaps(plot)]


def _range(plot: Plot) -> Iterator[Entry]:
    if any(point.lower is not None and point.upper is not None for point in plot.chart.points):
        band = element("rect", x=-7, y=-5, width=14, height=10, **fill("band"))
        yield band + element("path", d="M-7 -5H7M-7 5H7", **stroke("limit")), "usual range"
    if any(point.centre is not None for point in plot.chart.points):
        yield element("path", d="M-7 0H7", **stroke("centre", 1.5)), "centre of the baseline"


def _dots(plot: Plot) -> Iterator[Entry]:
    polarity = plot.chart.measure.polarity
    found = {point.signal for point in plot.chart.points if point.signal and point.value is not None}
    for signals in (found & HIGH, found - HIGH):
        if signals:
            one = min(signals)
            yield mark(0, 0, 3.2, one, polarity), in_key(signals)
    if any(point.state is State.NOT_COMPLETE_YET and point.value is not None for point in plot.chart.points):
        yield hollow(0, 0, 3.2), "not complete yet"


def _gaps(plot: Plot) -> Iterator[Entry]:
    signs = {gap_sign(plot, point) for point in plot.chart.points}
    for sign, words in _GAP_WORDS.items():
        if sign in signs:
            yield element("text", sign, x=0, y=4, text_anchor="middle", **fill("quiet")), words


def rows(found: list[Entry], width: float) -> list[list[tuple[float, Entry]]]:
    """Return the entries with their places, broken into rows that fit."""
    lines: list[list[tuple[float, Entry]]] = []
    at = width
    for entry in found:
        needed = _SYMBOL + len(entry[1]) * LETTER
        if at + needed > width:
            lines.append([])
            at = 0
        lines[-1].append((at, entry))
        at += needed + _GAP
    return lines


def drawn(lines: list[list[tuple[float, Entry]]], *, left: float, top: float) -> str:
    """Return the key's rows, the first around the height ``top``."""
    parts: list[str] = []
    for row, line in enumerate(lines):
        for at, (symbol, words) in line:
            place = f"translate({left + at + 8:.1f} {top + row * ROW:.1f})"
            name = element("text", text(words), x=13, y=4, **fill("quiet"))
            parts.append(element("g", symbol, name, transform=place))
    return "".join(parts)
