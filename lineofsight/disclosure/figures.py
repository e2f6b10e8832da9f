"""What a table's figures are made of: each a sum of the same small parts, whether it is printed or only deducible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lineofsight.disclosure.rows import Row, Span
from lineofsight.readings import Measure, MeasureType


class Column(StrEnum):
    """The figures of one row. A table prints neither the complement nor those not met: subtraction finds them."""

    NUMERATOR = "numerator"
    COMPLEMENT = "complement"  # denominator less numerator
    DENOMINATOR = "denominator"
    UNKNOWN = "unknown"
    OPEN = "open"
    NOT_MET = "not met"  # the complement less those whose condition was not recorded


PRINTED = frozenset({Column.NUMERATOR, Column.DENOMINATOR, Column.UNKNOWN, Column.OPEN})


class Kind(StrEnum):
    """The disjoint kinds of things that a figure adds up."""

    MET = "met"
    NOT_MET = "not met"
    OTHER = "other"  # not met or not recorded, where the two cannot be told apart
    BASE = "base"  # a denominator that does not hold its numerator
    UNKNOWN = "unknown"
    OPEN = "open"


# Which kinds a column adds up, from the reading that tells a reader most to the one that tells least.
WITH_UNKNOWN = {
    Column.NUMERATOR: (Kind.MET,),
    Column.COMPLEMENT: (Kind.NOT_MET, Kind.UNKNOWN),
    Column.DENOMINATOR: (Kind.MET, Kind.NOT_MET, Kind.UNKNOWN),
    Column.UNKNOWN: (Kind.UNKNOWN,),
    Column.NOT_MET: (Kind.NOT_MET,),
    Column.OPEN: (Kind.OPEN,),
}
WITH_COMPLEMENT = {
    Column.NUMERATOR: (Kind.MET,),
    Column.COMPLEMENT: (Kind.OTHER,),
    Column.DENOMINATOR: (Kind.MET, Kind.OTHER),
    Column.UNKNOWN: (Kind.UNKNOWN,),
    Column.OPEN: (Kind.OPEN,),
}
# A count has no denominator; the population under a rate is public and was counted by others, so no sum ties it.
ALONE = {
    Column.NUMERATOR: (Kind.MET,),
    Column.UNKNOWN: (Kind.UNKNOWN,),
    Column.OPEN: (Kind.OPEN,),
}
APART = {
    Column.NUMERATOR: (Kind.MET,),
    Column.DENOMINATOR: (Kind.BASE,),
    Column.UNKNOWN: (Kind.UNKNOWN,),
    Column.OPEN: (Kind.OPEN,),
}
Make = Mapping[Column, tuple[Kind, ...]]

SHARES = {MeasureType.PROPORTION, MeasureType.STOCK_PROPORTION}
COUNTS = {MeasureType.COUNT, MeasureType.STOCK}
RATES = {MeasureType.RATE, MeasureType.STOCK_RATE}  # of a population, which is public


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a figure stands: its row, counted from 0 with the total last, and its column."""

    row: int
    column: Column


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: where it stands and the parts that it adds up; if it is printed, or only to be deduced.

    ``value`` is None where it is not known to us either.
    """

    place: Place
    parts: tuple[int, ...]
    is_printed: bool
    value: float | None


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Every figure that a reader could see in, or work out from, one table. ``whole`` is true of parts in whole numbers."""

    all: tuple[Figure, ...]
    whole: tuple[bool, ...]


def makes(measure: Measure, rows: Sequence[Row]) -> tuple[Make, ...]:
    """Return the ways in which the columns can hang together, the most telling first, that fit every row's figures."""
    if measure.measure_type not in SHARES:
        return (APART if measure.measure_type is MeasureType.MEAN else ALONE,)
    return tuple(
        make for make in (WITH_UNKNOWN, WITH_COMPLEMENT, APART) if all(_fits(make, row) for row in rows)
    )


def _fits(make: Make, row: Row) -> bool:
    return all(amount is None or amount >= -1e-9 for amount in amounts(make, row).values())


def amounts(make: Make, row: Row) -> dict[Kind, float | None]:
    """Return how many of each kind a row holds; None where a figure of it is missing."""
    met, base = row.numerator, row.denominator
    other = None if met is None or base is None else base - met
    not_met = None if other is None or row.unknown is None else other - row.unknown
    held = {
        Kind.MET: met,
        Kind.NOT_MET: not_met,
        Kind.OTHER: other,
        Kind.BASE: base,
        Kind.UNKNOWN: row.unknown,
        Kind.OPEN: row.open,
    }
    return {kind: held[kind] for kinds in make.values() for kind in kinds}


def figures(make: Make, rows: Sequence[Row], spans: Sequence[Span], unprinted: Sequence[Span]) -> Figures:
    """Return the figures of rows that cover these spans, then those of spans that no row prints.

    A span is the set of the smallest pieces (groups, or stretches of time) that a row covers.
    """
    kinds = tuple(dict.fromkeys(kind for column in make.values() for kind in column))
    pieces = sorted(set().union(*spans, *unprinted))
    number = {(piece, kind): i for i, (piece, kind) in enumerate((p, k) for p in pieces for k in kinds)}
    found = []
    for column, held in make.items():
        values = [_amount(make, column, row) for row in rows]
        between = _differences(spans, values)
        for row, span in enumerate([*spans, *unprinted]):
            value = values[row] if row < len(rows) else between.get(span)
            found.append(
                Figure(
                    place=Place(row=row, column=column),
                    parts=tuple(number[piece, kind] for piece in sorted(span) for kind in held),
                    is_printed=row < len(rows) and value is not None and column in PRINTED,
                    value=value,
                )
            )
    whole = {kind: _is_whole(make, kind, rows) for kind in kinds}
    return Figures(all=tuple(found), whole=tuple(whole[kind] for _ in pieces for kind in kinds))


def _differences(spans: Sequence[Span], values: Sequence[float | None]) -> dict[Span, float]:
    """The value of every span that is one row's less another's."""
    return {
        longer - shorter: more - less
        for longer, more in zip(spans, values, strict=True)
        for shorter, less in zip(spans, values, strict=True)
        if more is not None and less is not None and shorter < longer
    }


def _amount(make: Make, column: Column, row: Row) -> float | None:
    if column in PRINTED:
        return row.figure(column)
    held = amounts(make, row)
    parts = [held[kind] for kind in make[column]]
    return None if None in parts else sum(part for part in parts if part is not None)


def _is_whole(make: Make, kind: Kind, rows: Sequence[Row]) -> bool:
    held = (amounts(make, row)[kind] for row in rows)
    return all(amount is None or float(amount).is_integer() for amount in held)
