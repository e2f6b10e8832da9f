"""Which points the limits are made of, and where a change of baseline begins a new stretch of the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lineofsight.council import BaselineChange
from lineofsight.signals.chart import Point
from lineofsight.signals.profile import Profile
from lineofsight.signals.series import judged


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Points that share a baseline: their positions, those that make the limits, and the change that began them."""

    points: range
    baseline: tuple[int, ...]
    change: BaselineChange | None = None

    @property
    def within(self) -> tuple[int, ...]:
        """The positions of the baseline's points, counted from the stretch's first point."""
        return tuple(at - self.points.start for at in self.baseline)


def stretches(
    points: Sequence[Point], changes: Sequence[BaselineChange], profile: Profile
) -> tuple[Stretch, ...]:
    """The stretches of a series, each with its baseline: the first complete points of it, 20 of them and no more.

    While there are fewer than 21 complete points the baseline takes in all but the latest, which it is there to
    judge; from then on it never moves. Twenty rather than twelve: limits from twelve points called nearly twice as many
    months of steady series a change. It changes only by the council's own dated, signed and reasoned record, whose
    points from ``first`` to ``last`` then make the limits, again at most 20; no signal ever changes it.
    """
    starts = _starts(points, changes)
    latest = max((at for at, point in enumerate(points) if judged(point) is not None), default=None)
    found = []
    for (first, change), (after, _) in zip(starts, [*starts[1:], (len(points), None)], strict=True):
        inside = [at for at in range(first, after) if _makes_limits(points[at], change) and at != latest]
        found.append(
            Stretch(
                points=range(first, after),
                baseline=tuple(inside[: profile.most_in_baseline]),
                change=change,
            )
        )
    return tuple(found)


def _starts(
    points: Sequence[Point], changes: Sequence[BaselineChange]
) -> list[tuple[int, BaselineChange | None]]:
    """The position at which each stretch begins. Of two changes that begin with the same point, the later counts."""
    starts: dict[int, BaselineChange | None] = {0: None}
    for change in sorted(changes, key=lambda each: each.first):
        begun = [at for at, point in enumerate(points) if point.period_start >= change.first]
        if begun:
            starts[begun[0]] = change
    return sorted(starts.items(), key=lambda start: start[0])


def _makes_limits(point: Point, change: BaselineChange | None) -> bool:
    return judged(point) is not None and (change is None or point.period_end <= change.last)
