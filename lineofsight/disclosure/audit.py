"""The judge: whether a reader of a table could work out what it hides."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lineofsight.disclosure.attack import Attacker, Extremes, Knowledge, Known, at_least, attack, printed
from lineofsight.disclosure.cells import Why
from lineofsight.disclosure.figures import Column, Figure, Figures, Place
from lineofsight.disclosure.programme import NEAR
from lineofsight.disclosure.rules import Rule

Hiding = Collection[Place]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table's figures and what is at stake in it.

    ``first`` are the figures that the rule hides at first sight, with its reasons; ``private`` those of them that no
    reader may know exactly, small or not. ``may_be_nought`` are hidden by a rule that hides noughts as well, so that a reader cannot take
    them for at least 1. ``unprotected`` columns are never hidden, such as a population, which everyone has anyway.
    """

    figures: Figures
    rule: Rule
    first: Mapping[Place, Why]
    private: frozenset[Place]
    may_be_nought: frozenset[Place]
    unprotected: frozenset[Column]

    @property
    def printed(self) -> tuple[Figure, ...]:
        """The figures that have a cell of their own, with a value to put there."""
        return tuple(f for f in self.figures.all if f.is_printed)

    @property
    def at_stake(self) -> tuple[Figure, ...]:
        """The figures that no reader may work out: the private, the small, and those that we do not know either.

        A figure that is in truth none or many can never be proven to be small.
        """
        return tuple(figure for figure in self.figures.all if self._is_at_stake(figure))

    def _is_at_stake(self, figure: Figure) -> bool:
        if figure.place in self.private:
            return True
        if figure.place.column in self.unprotected or (figure.is_printed and figure.place not in self.first):
            return False
        return figure.value is None or self.rule.is_small(figure.value)

    @property
    def covers(self) -> Mapping[Place, float]:
        """The printed figures that may be hidden as cover, with their values: no zero, nothing unprotected."""
        return {f.place: f.value for f in self.printed if f.value and f.place.column not in self.unprotected}


@dataclass(frozen=True, kw_only=True)
class Exposure:
    """A protected figure that a reader could work out: where it stands, and the least and greatest left open.

    It never leaves the analyst's desk.
    """

    figure: Figure
    bounds: Extremes


def bounds_of(table: Table, hidden: Hiding, wanted: Collection[Figure]) -> dict[Place, Extremes]:
    """Return the least and greatest value of figures for a reader who knows only what is printed."""
    ends = attack(_knowledge(table, hidden, knows_the_rule=False), [f.parts for f in wanted])
    return {figure.place: end for figure, end in zip(wanted, ends, strict=True)}


def exposures(table: Table, hidden: Hiding) -> tuple[Exposure, ...]:
    """Return every protected figure that is exposed while these are hidden; none means that the table may leave.

    A small count is exposed if it can be worked out, or be shown to lie between 1 and the threshold, from what is
    printed. A private figure is exposed if it can be worked out (none of 8 is not, where none of 40 is shown). So is a figure that nobody prints, such as the
    month between two years to date, if it is seen to be small. A second reader also knows the rule, by which a true
    zero is shown and a hidden count is thus at least 1: what is exact for that reader is exposed too.
    """
    at_stake = table.at_stake if table.rule.threshold or table.private else ()
    found = _seen(table, hidden, at_stake, Attacker(_knowledge(table, hidden, knows_the_rule=False)))
    if found or not hidden:
        return found
    seen = _seen(table, hidden, at_stake, Attacker(_knowledge(table, hidden, knows_the_rule=True)))
    return tuple(exposure for exposure in seen if exposure.bounds.is_exact)


def _seen(table: Table, hidden: Hiding, figures: Sequence[Figure], reader: Attacker) -> tuple[Exposure, ...]:
    """Ask for the least first: most figures could be less than they are, and need no second question."""
    least = zip(figures, reader.least([f.parts for f in figures]), strict=True)
    doubtful = [(figure, low) for figure, low in least if _may_be_seen(table, figure, low)]
    greatest = reader.greatest([figure.parts for figure, _ in doubtful])
    found = (
        Exposure(figure=figure, bounds=Extremes(least=low, greatest=high))
        for (figure, low), high in zip(doubtful, greatest, strict=True)
    )
    return tuple(exposure for exposure in found if _is_seen(table, exposure, hidden))


def _may_be_seen(table: Table, figure: Figure, least: float) -> bool:
    if figure.place in table.private and figure.value is not None:
        return least >= figure.value - NEAR
    return least > 0


def _is_seen(table: Table, exposure: Exposure, hidden: Hiding) -> bool:
    if exposure.figure.place in table.private:
        return exposure.bounds.is_exact and not _follows_from_more(table, exposure.figure, hidden)
    return exposure.bounds.least > 0 and exposure.bounds.greatest <= table.rule.threshold


def _follows_from_more(table: Table, figure: Figure, hidden: Hiding) -> bool:
    """Whether a larger group, shown, has none or all as well: of 40 none, so of these 8 none, which tells nothing new."""
    shown = {f.place: f.value for f in table.printed if f.place not in hidden}
    wider = [f.place for f in table.printed if f.place in shown and set(figure.parts) < set(f.parts)]
    return any(
        shown[place] == 0 or shown[place] == shown.get(Place(row=place.row, column=Column.DENOMINATOR))
        for place in wider
        if place.column is Column.NUMERATOR
    )


def _knowledge(table: Table, hidden: Hiding, *, knows_the_rule: bool) -> Knowledge:
    known: list[Known] = []
    for figure in table.printed:
        if figure.place not in hidden:
            known.append(printed(figure.parts, figure.value or 0))
        elif knows_the_rule and figure.value and figure.place not in table.may_be_nought:
            known.append(at_least(figure.parts, 1))
    return Knowledge(whole=table.figures.whole, known=tuple(known))
