"""Where things lie on a chart: its box, its axis, and the step from one period to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lineofsight.papers.charts.axis import Axis
from lineofsight.signals.chart import Point


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The plotting area in pixels, and the points that it holds, one step each from left to right."""

    left: float
    right: float
    top: float
    bottom: float
    axis: Axis
    points: tuple[Point, ...]

    @property
    def step(self) -> float:
        """The width of one period."""
        return (self.right - self.left) / max(len(self.points), 1)

    def x(self, index: float) -> float:
        """Return the middle of a period."""
        return self.left + self.step * (index + 0.5)

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.bottom - self.axis.share(value) * (self.bottom - self.top)


def stretches(kept: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of each unbroken stretch of True."""
    start: int | None = None
    for index, flag in enumerate([*kept, False]):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index - 1
            start = None
