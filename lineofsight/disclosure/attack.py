"""The attacker: the least and greatest that a sum can be, given everything that a reader knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

from lineofsight.disclosure.programme import NEAR, Programme
from lineofsight.disclosure.rules import DisclosureError


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a reader knows of some parts: that their weighted sum lies between two numbers (equal, if it was printed)."""

    weights: tuple[tuple[int, float], ...]
    least: float
    greatest: float = inf

    @property
    def is_exact(self) -> bool:
        """Whether the sum itself is known."""
        return self.least == self.greatest


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """All that a reader knows: how many parts there are, each nought or more, and sums of them.

    ``whole`` says of each part whether it is a whole number. What was published before is more ``known`` over the same
    parts: a ledger needs no other door.
    """

    whole: tuple[bool, ...]
    known: tuple[Known, ...]


@dataclass(frozen=True, kw_only=True)
class Extremes:
    """The least and the greatest value that something can have."""

    least: float
    greatest: float

    @property
    def is_exact(self) -> bool:
        """Whether they are one and the same (to a millionth: full-time equivalents are no whole numbers)."""
        return self.greatest - self.least <= NEAR


class ContradictionError(DisclosureError):
    """No parts fit what is said to be known."""

    def __init__(self) -> None:
        super().__init__("The figures of this table contradict each other; check that its parts add up.")


def printed(parts: Sequence[int], value: float) -> Known:
    """Say that the sum of these parts was printed."""
    return Known(weights=tuple((part, 1.0) for part in parts), least=value, greatest=value)


def at_least(parts: Sequence[int], value: float) -> Known:
    """Say that the sum of these parts is no less than a value."""
    return Known(weights=tuple((part, 1.0) for part in parts), least=value)


def printed_percentage(
    numerator: Sequence[int], denominator: Sequence[int], percentage: float, decimals: int
) -> tuple[Known, Known]:
    """Say that a percentage was printed, rounded half up to so many decimals, of a denominator that holds the numerator."""
    scale = 2 * 10**decimals
    middle = round(percentage * scale)
    return (
        Known(weights=_balance(numerator, denominator, 100 * scale, middle - 1), least=0),
        # Whole weights on whole parts: below nought is no more than minus one.
        Known(weights=_balance(numerator, denominator, -100 * scale, -(middle + 1)), least=1),
    )


def _balance(
    numerator: Sequence[int], denominator: Sequence[int], gain: int, cost: int
) -> tuple[tuple[int, float], ...]:
    met = set(numerator)
    return tuple((part, float((gain if part in met else 0) - cost)) for part in denominator)


def attack(knowledge: Knowledge, targets: Sequence[Sequence[int]]) -> tuple[Extremes, ...]:
    """Return the least and greatest value of each target, a sum of parts; infinity where nothing bounds it.

    The bounds are exact. Raises ContradictionError if nothing fits what is known.
    """
    attacker = Attacker(knowledge)
    ends = zip(attacker.least(targets), attacker.greatest(targets), strict=True)
    return tuple(Extremes(least=low, greatest=high) for low, high in ends)


class Attacker:
    """A reader at work: what is forced is settled by subtraction, what hangs together is one integer programme."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._settled, known = _settle(knowledge)
        self._groups = _groups(knowledge.whole, self._settled, known)

    def check(self) -> None:
        """Raise ContradictionError if no parts fit what is known."""
        for group in self._groups:
            group.check()

    def least(self, targets: Sequence[Sequence[int]]) -> list[float]:
        """Return the least that each sum of parts can be."""
        return self._ends(targets, _Group.least)

    def greatest(self, targets: Sequence[Sequence[int]]) -> list[float]:
        """Return the greatest that each sum of parts can be; infinity where nothing bounds it."""
        return self._ends(targets, _Group.greatest)

    def _ends(
        self, targets: Sequence[Sequence[int]], ask: Callable[[_Group, Sequence[frozenset[int]]], list[float]]
    ) -> list[float]:
        ends = [sum(self._settled.get(part, 0.0) for part in target) for target in targets]
        for group in self._groups:
            asked = [(i, wanted) for i, t in enumerate(targets) if (wanted := group.parts.intersection(t))]
            if asked:
                for (i, _), end in zip(asked, ask(group, [wanted for _, wanted in asked]), strict=True):
                    ends[i] += end
        return ends


@dataclass(frozen=True, kw_only=True)
class _Group:
    """Parts that hang together: the least of each, whether it is whole, and the sums that tie them."""

    floors: dict[int, float]
    whole: dict[int, bool]
    sums: tuple[Known, ...]

    @property
    def parts(self) -> frozenset[int]:
        return frozenset(self.floors)

    def check(self) -> None:
        if self.sums and not self._is_one_total:
            self._points([{}])

    def greatest(self, wanted: Sequence[frozenset[int]]) -> list[float]:
        if not self.sums:
            return [inf] * len(wanted)
        if self._is_one_total:
            return [self.sums[0].greatest - self._floor(self.parts - w) for w in wanted]
        ends = self._ask([dict.fromkeys(w, 1.0) for w in wanted], wanted)
        ceiling = self._programme.ceiling
        return [
            inf if end > ceiling / 2 else self._rounded(floor, end + NEAR, w)
            for end, w in zip(ends, wanted, strict=True)
        ]

    def least(self, wanted: Sequence[frozenset[int]]) -> list[float]:
        if not self.sums:
            return [self._floor(w) for w in wanted]
        if self._is_one_total:
            return [max(self._floor(w), self.sums[0].least * (w == self.parts)) for w in wanted]
        found = {w: self._floor(w) for w in self._at_floor(wanted)}
        left = [w for w in dict.fromkeys(wanted) if w not in found]
        if left:
            ends = self._ask([dict.fromkeys(w, -1.0) for w in left], left)
            found |= {w: self._rounded(ceil, end - NEAR, w) for end, w in zip(ends, left, strict=True)}
        return [found[w] for w in wanted]

    def _at_floor(self, wanted: Sequence[frozenset[int]]) -> list[frozenset[int]]:
        """Find sums that can be as low as their floors, many at a time: no other answer can be less."""
        reached: list[frozenset[int]] = []
        left = list(dict.fromkeys(wanted))
        while left:
            together: Counter[int] = Counter(part for w in left for part in w)
            point = self._points([{part: -float(n) for part, n in together.items()}])[0]
            low = {w for w in left if sum(point[p] for p in w) <= self._floor(w) + NEAR}
            if not low:
                break
            reached += low
            left = [w for w in left if w not in low]
        return reached

    @property
    def _is_one_total(self) -> bool:
        """Whether all that is known is one total, or one least total; ContradictionError if the floors do not fit it."""
        only = self.sums[0]
        is_total = only.is_exact or only.greatest == inf
        if len(self.sums) > 1 or not is_total or any(weight != 1.0 for _, weight in only.weights):
            return False
        if only.greatest < sum(self.floors.values()) - NEAR:
            raise ContradictionError
        return True

    def _floor(self, wanted: frozenset[int]) -> float:
        return sum(self.floors[part] for part in wanted)

    def _rounded(self, inwards: Callable[[float], float], end: float, wanted: frozenset[int]) -> float:
        return inwards(end) if all(self.whole[part] for part in wanted) else end

    @property
    def _programme(self) -> Programme:
        rows = [(dict(k.weights), k.least, k.greatest) for k in self.sums]
        return Programme(floors=self.floors, whole=self.whole, rows=rows)

    def _points(self, gains: Sequence[Mapping[int, float]]) -> list[dict[int, float]]:
        points = self._programme.greatest_points(gains)
        if points is None:
            raise ContradictionError
        return points

    def _ask(self, gains: Sequence[Mapping[int, float]], wanted: Sequence[frozenset[int]]) -> list[float]:
        return [sum(point[p] for p in w) for point, w in zip(self._points(gains), wanted, strict=True)]


def _settle(knowledge: Knowledge) -> tuple[dict[int, float], list[Known]]:
    """Work out by subtraction alone every part that is forced, until nothing more is."""
    settled: dict[int, float] = {}
    known = list(knowledge.known)
    while True:
        known = [_without(settled, k) for k in known]
        forced = {
            k.weights[0][0]: k.least / k.weights[0][1] for k in known if k.is_exact and len(k.weights) == 1
        }
        if not forced:
            return settled, [k for k in known if k.weights]
        if min(forced.values()) < -NEAR:
            raise ContradictionError
        settled |= forced


def _without(settled: dict[int, float], known: Known) -> Known:
    kept = tuple((part, weight) for part, weight in known.weights if part not in settled)
    if len(kept) == len(known.weights):
        return known
    gone = sum(weight * settled[part] for part, weight in known.weights if part in settled)
    if not kept and not known.least - NEAR <= gone <= known.greatest + NEAR:
        raise ContradictionError
    return Known(weights=kept, least=known.least - gone, greatest=known.greatest - gone)


def _groups(whole: Sequence[bool], settled: dict[int, float], known: Sequence[Known]) -> list[_Group]:
    """Put together the parts not settled that some knowledge ties to each other."""
    group_of = {part: {part} for part in range(len(whole)) if part not in settled}
    for k in known:
        together = set().union(*(group_of[part] for part, _ in k.weights))
        group_of |= dict.fromkeys(together, together)
    groups = {id(members): sorted(members) for members in group_of.values()}
    return [
        _group({p: whole[p] for p in members}, [k for k in known if k.weights[0][0] in members])
        for members in groups.values()
    ]


def _group(whole: dict[int, bool], known: Sequence[Known]) -> _Group:
    floors = dict.fromkeys(whole, 0.0)
    sums = []
    for k in known:
        part, weight = k.weights[0]
        if len(k.weights) == 1 and weight == 1.0 and k.greatest == inf:
            floors[part] = max(floors[part], k.least)
        else:
            sums.append(k)
    return _Group(floors=floors, whole=whole, sums=tuple(sums))
