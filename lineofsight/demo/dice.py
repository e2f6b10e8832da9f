"""Seeded chance: the same seed and part always give the same throws, on any machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import exp
from random import Random


@dataclass(frozen=True, slots=True)
class Shares:
    """Values with the share of throws that each should get."""

    values: tuple[str, ...]
    heights: tuple[float, ...]

    @classmethod
    def of(cls, shares: Mapping[str, float]) -> Shares:
        """From a mapping of value to weight; the weights need not add up to one."""
        return cls(tuple(shares), tuple(accumulate(shares.values())))


class Dice:
    """One stream of chance for one part of the council, so that a change in one part leaves the others as they were."""

    def __init__(self, seed: int, part: str) -> None:
        self._random = Random(f"{part} {seed}")

    def happens(self, share: float) -> bool:
        """True in this share of throws."""
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included; low if the range is empty."""
        return low if high <= low else low + int(self._random.random() * (high - low + 1))

    def days(self, mean: float, *, shape: float = 2.0) -> int:
        """A waiting time in days: skewed to the right, with this mean."""
        return int(self._random.gammavariate(shape, mean / shape))

    def pick(self, shares: Shares) -> str:
        """One of the values, as often as its share."""
        return self._random.choices(shares.values, cum_weights=shares.heights)[0]

    def one_of(self, values: tuple[str, ...]) -> str:
        """One of the values, each as often."""
        return values[int(self._random.random() * len(values))]

    def events(self, expected: float) -> int:
        """How many of a rare kind of event happen when this many are expected (Poisson)."""
        limit, product, count = exp(-expected), self._random.random(), 0
        while product > limit:
            product *= self._random.random()
            count += 1
        return count

    def shuffled(self, count: int) -> list[int]:
        """The numbers from 0 to count - 1 in chance order."""
        numbers = list(range(count))
        self._random.shuffle(numbers)
        return numbers


# What a month gets of an average month, January first: fewer concerns are passed on while schools are shut.
SEASONS = (1.04, 1.02, 1.10, 0.96, 1.06, 1.08, 1.06, 0.76, 1.06, 1.07, 1.10, 0.80)
WEEKDAYS = (1.36, 1.38, 1.36, 1.36, 1.30, 0.12, 0.12)


def arrivals(
    dice: Dice, *, since: date, until: date, per_year: float, seasons: tuple[float, ...] = SEASONS
) -> Iterator[date]:
    """Days on which something arrives, in order, repeated if several arrive; ``until`` is included."""
    day = since
    while day <= until:
        expected = per_year / 365.25 * seasons[day.month - 1] * WEEKDAYS[day.weekday()]
        for _ in range(dice.events(expected)):
            yield day
        day += timedelta(days=1)
