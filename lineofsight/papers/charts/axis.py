"""The value axis of a chart, and how a value is written on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from lineofsight.readings import Unit


@dataclass(frozen=True, kw_only=True)
class Axis:
    """Where the axis begins and ends, and its ticks; from zero unless all that is drawn lies far above it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def from_zero(self) -> bool:
        """Whether heights can be compared with each other as amounts."""
        return self.low == 0

    def share(self, value: float) -> float:
        """Return where a value lies: 0 at the axis's beginning, 1 at its end, and never beyond."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


# Below six tenths of the highest value, starting at zero still leaves the movement visible.
_FAR_ABOVE_ZERO = 0.6


def axis(values: Iterable[float], unit: Unit) -> Axis:
    """Return an axis for what is drawn. A percentage never runs beyond 100, a whole number never in parts."""
    drawn = [value for value in values if math.isfinite(value)]
    least, most = (min(drawn), max(drawn)) if drawn else (0.0, 0.0)
    start = least if least > _FAR_ABOVE_ZERO * most else min(0.0, least)
    step = _step(most - start, unit)
    low = math.floor(start / step) * step
    high = max(math.ceil(round(most / step, 9)) * step, low + step)
    if unit is Unit.PERCENT:
        high = min(high, max(100.0, low + step))
    count = round((high - low) / step)
    return Axis(low=low, high=high, ticks=tuple(low + step * at for at in range(count + 1)))


def close_axis(values: Iterable[float]) -> Axis:
    """Return an axis that just holds what is drawn, for a drawing without a scale."""
    drawn = [value for value in values if math.isfinite(value)]
    low, high = (min(drawn), max(drawn)) if drawn else (0.0, 1.0)
    return Axis(low=low, high=high if high > low else low + 1, ticks=())


def _step(span: float, unit: Unit) -> float:
    least = 1.0 if unit is Unit.NUMBER else 0.5
    rough = max(span / 4, least)
    power = 10 ** math.floor(math.log10(rough))
    fitting = (size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough)
    step = next(fitting)
    return float(math.ceil(step)) if unit is Unit.NUMBER else step


def written(value: float, unit: Unit) -> str:
    """Return a value as a chart writes it: whole per cent, whole numbers, one decimal for rates and caseloads."""
    if unit is Unit.PERCENT:
        return f"{_half_up(value):,}%"
    if unit is Unit.NUMBER and float(value).is_integer():
        return f"{value:,.0f}"
    return f"{_half_up(value * 10) / 10:,.1f}"


def printed(value: float, unit: Unit) -> float:
    """Return the value as far as it is printed, so that a line's height tells no more than its words."""
    return float(_half_up(value)) if unit in (Unit.PERCENT, Unit.NUMBER) else _half_up(value * 10) / 10


def tick(value: float, unit: Unit) -> str:
    """Return a tick's label, without needless decimals."""
    shown = f"{value:,.10g}" if not float(value).is_integer() else f"{value:,.0f}"
    return f"{shown}%" if unit is Unit.PERCENT else shown


def _half_up(value: float) -> int:
    return math.floor(value + 0.5)
