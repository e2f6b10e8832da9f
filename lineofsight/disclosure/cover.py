"""Secondary suppression: which further figures are hidden, so that nobody can subtract their way to the first ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lineofsight.disclosure.audit import Exposure, Table, exposures
from lineofsight.disclosure.figures import Column, Figure, Place
from lineofsight.disclosure.rules import DisclosureError, Rule

# What no table prints is covered in the columns that give it away.
BESIDE = {
    Column.COMPLEMENT: (Column.NUMERATOR,),
    Column.NOT_MET: (Column.NUMERATOR, Column.UNKNOWN),
}


def covered(table: Table) -> frozenset[Place]:
    """Return what is first hidden with as few and as little more as keeps every figure at stake from being worked out.

    The least figure that hangs together with an exposed one is hidden until the audit finds none exposed; then the
    greatest come back that are not needed. A zero is never a cover, since zeros are shown elsewhere. Where nothing
    less helps, the total goes too. Raises DisclosureError rather than return a table that fails its audit.
    """
    hidden = stepped = _stepped(table)
    while exposed := exposures(table, hidden):
        cover = _least_cover(table, hidden, exposed)
        if cover is None:
            raise DisclosureError("This table cannot be protected by hiding figures in it; leave it out.")
        hidden |= {cover}
    return _without_needless(table, hidden, stepped)


def _stepped(table: Table) -> frozenset[Place]:
    """Hide each row that a longer one, still shown, exceeds by a small count: June to date less May to date.

    It only saves the audit's time, and keeps the latest rows, which a reader most wants.
    """
    hidden = frozenset(table.first)
    stakes = {frozenset(figure.parts) for figure in table.at_stake if not figure.is_printed}
    shown: dict[Column, list[Figure]] = {}
    for figure in sorted(table.figures.all, key=lambda f: -len(f.parts)):
        column = BESIDE.get(figure.place.column, (figure.place.column,))[0]
        place = Place(row=figure.place.row, column=column)
        if figure.value is None or place in hidden or place not in table.covers:
            continue
        kept = shown.setdefault(figure.place.column, [])
        if any(_gives_away(longer, figure, stakes, table.rule) for longer in kept):
            hidden |= {place}
        else:
            kept.append(figure)
    return hidden


def _gives_away(longer: Figure, shorter: Figure, stakes: Collection[frozenset[int]], rule: Rule) -> bool:
    """Whether the longer less the shorter is a small count of something that is at stake."""
    if longer.value is None or shorter.value is None or not rule.is_small(longer.value - shorter.value):
        return False
    return (
        set(shorter.parts) < set(longer.parts) and frozenset(longer.parts).difference(shorter.parts) in stakes
    )


def _least_cover(table: Table, hidden: frozenset[Place], exposed: Sequence[Exposure]) -> Place | None:
    """Choose the least figure still shown that hangs together with what is exposed, in its own column if there is one."""
    within = _reach(table, {part for e in exposed for part in e.figure.parts})
    shown = [f for f in table.printed if f.place in table.covers and f.place not in hidden]
    shown = [figure for figure in shown if not within.isdisjoint(figure.parts)]
    beside = {
        column for e in exposed for column in BESIDE.get(e.figure.place.column, (e.figure.place.column,))
    }
    nearest = [figure for figure in shown if figure.place.column in beside] or shown
    return min(nearest, key=lambda f: (f.value, f.place.row, f.place.column)).place if nearest else None


def _reach(table: Table, parts: set[int]) -> set[int]:
    """Every part that printed figures tie to these, hidden or not."""
    while True:
        wider = parts.union(*(f.parts for f in table.printed if not parts.isdisjoint(f.parts)))
        if wider == parts:
            return parts
        parts = wider


def _without_needless(table: Table, hidden: frozenset[Place], first: frozenset[Place]) -> frozenset[Place]:
    covers = table.covers
    for place in sorted(hidden - first, key=lambda p: (-covers[p], p.row, p.column)):
        if not exposures(table, hidden - {place}):
            hidden -= {place}
    return hidden
