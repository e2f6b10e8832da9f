"""A breakdown is an object: a value on the row, of the child, or of a dated spell, taken at the day that counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import ibis

from lineofsight.returns.columns import Column, Rows
from lineofsight.returns.derived import FAR, age_on, areas

Words = tuple[tuple[str, str], ...]  # code, and the words for it


class Breakdown(Protocol):
    """Adds one column of groups to placed rows. It never adds or loses a row; null means not recorded."""

    @property
    def name(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def order(self) -> tuple[str, ...]:
        """The groups in their own order; empty: alphabetical."""

    @property
    def words(self) -> Words:
        """What readers are shown instead of a group's code."""

    def attach(self, placed: Rows, at: Column) -> Rows: ...


@dataclass(frozen=True, kw_only=True, eq=False)
class OnRow:
    """The value that the row itself carries."""

    name: str
    title: str
    column: Column
    order: tuple[str, ...] = ()
    words: Words = ()

    def attach(self, placed: Rows, at: Column) -> Rows:
        return placed.mutate(**{self.name: self.column})


@dataclass(frozen=True, kw_only=True, eq=False)
class OfChild:
    """A value of the child, from a table that has one row a child."""

    name: str
    title: str
    people: Rows
    value: str
    key: str = "child_id"
    order: tuple[str, ...] = ()
    words: Words = ()

    def attach(self, placed: Rows, at: Column) -> Rows:
        theirs = self.people.select(**{"whose_": self.key, self.name: self.value})
        return placed.left_join(theirs, placed[self.key] == theirs.whose_).drop("whose_")


@dataclass(frozen=True, kw_only=True, eq=False)
class AsAt:
    """The value that held on the day itself. A left join, so that nobody without an address is lost."""

    name: str
    title: str
    spells: Rows
    value: str
    key: str = "child_id"
    order: tuple[str, ...] = ()
    words: Words = ()

    def attach(self, placed: Rows, at: Column) -> Rows:
        dated = placed.mutate(at_=at)
        spells = self.spells.select(
            **{"whose_": self.key, "since_": "since", "until_": "until", self.name: self.value}
        )
        then = [
            dated[self.key] == spells.whose_,
            spells.since_ <= dated.at_,
            ibis.coalesce(spells.until_, FAR) > dated.at_,
        ]
        return dated.left_join(spells, then).drop("whose_", "since_", "until_", "at_")


@dataclass(frozen=True, kw_only=True, eq=False)
class OrOnRow:
    """The value that another breakdown finds, or the row's own where that finds none."""

    first: Breakdown
    column: str

    @property
    def name(self) -> str:
        return self.first.name

    @property
    def title(self) -> str:
        return self.first.title

    @property
    def order(self) -> tuple[str, ...]:
        return self.first.order

    @property
    def words(self) -> Words:
        return self.first.words

    def attach(self, placed: Rows, at: Column) -> Rows:
        found = self.first.attach(placed, at)
        return found.mutate(**{self.name: ibis.coalesce(found[self.name], found[self.column])})


@dataclass(frozen=True, kw_only=True, eq=False)
class AgeBand:
    """The child's age band on the day itself. ``cuts`` are the first ages of the bands after the first."""

    name: str
    title: str
    people: Rows | None  # where the birth date is; None: the row itself has an ``age``, or is ``born``
    cuts: tuple[int, ...] = (1, 5, 10, 16, 18)
    key: str = "child_id"
    words: Words = ()

    @property
    def order(self) -> tuple[str, ...]:
        lows = (0, *self.cuts)
        bands = tuple(_band(low, high) for low, high in zip(lows, self.cuts, strict=False))
        return ("not yet born", *bands, f"{self.cuts[-1]} and over")

    def attach(self, placed: Rows, at: Column) -> Rows:
        if self.people is None:
            age = age_on(placed.born, at) if "born" in placed.columns else placed.age
            return placed.mutate(**{self.name: self._band_of(age)})
        theirs = self.people.select(whose_=self.key, born_="born")
        dated = placed.mutate(at_=at).left_join(theirs, placed[self.key] == theirs.whose_)
        age = age_on(dated.born_, dated.at_)
        return dated.mutate(**{self.name: self._band_of(age)}).drop("whose_", "born_", "at_")

    def _band_of(self, age: Column) -> Column:
        lows = (0, *self.cuts)
        cases = [
            ((age >= low) & (age < high), _band(low, high))
            for low, high in zip(lows, self.cuts, strict=False)
        ]
        last = (age >= self.cuts[-1], f"{self.cuts[-1]} and over")
        return ibis.cases((age < 0, "not yet born"), *cases, last, else_=ibis.null("string"))


def _band(low: int, high: int) -> str:
    if high == 1:
        return "under 1"
    return f"{low} to {high - 1}"


@dataclass(frozen=True, kw_only=True, eq=False)
class Paired:
    """One breakdown of a ratio whose two sides find their groups in different places."""

    name: str
    title: str
    top: Breakdown
    bottom: Breakdown

    @property
    def order(self) -> tuple[str, ...]:
        return self.top.order

    @property
    def words(self) -> Words:
        return self.top.words

    def attach(self, placed: Rows, at: Column) -> Rows:
        return self.top.attach(placed, at)


SEXES: Words = (("F", "Female"), ("M", "Male"), ("U", "Not known yet"))

ward_at_the_time = AsAt(name="ward", title="ward", spells=areas.rows, value="ward")
team_at_the_time = AsAt(name="team", title="team", spells=areas.rows, value="team")
