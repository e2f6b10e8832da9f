"""Linking told a second time, in plain Python, child by child: what the expressions must agree with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Rows = Sequence[Mapping[str, object]]


@dataclass
class Person:
    """One child or one pupil: numbers with whether each is former, postcodes, and every birth and sex told."""

    numbers: dict[str, bool] = field(default_factory=dict)
    postcodes: set[str] = field(default_factory=set)
    births: set[date] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)

    @property
    def born(self) -> date | None:
        return next(iter(self.births)) if len(self.births) == 1 else None

    @property
    def homes(self) -> set[tuple[date, str, str]]:
        """Birth, sex and postcode, where all three are known."""
        if self.born is None or len(self.sexes) != 1 or not self.sexes <= {"F", "M"}:
            return set()
        (sex,) = self.sexes
        return {(self.born, sex, postcode) for postcode in self.postcodes}


def links(given: Mapping[str, Rows]) -> dict[str, tuple[str | None, str | None, str | None]]:
    """For each child its pupil, how that was found, and the doubt."""
    children = _people(given, ("children", "looked_after_children"), present="upn")
    pupils = _people(given, ("census_pupils",), present="child_id")
    for id_, person in _people(given, ("sen_persons",), present="upn").items():
        _join(pupils.setdefault(id_, Person()), person)
    for row in given["episodes"]:
        if row.get("child_id") in children and (postcode := _plain(row.get("home_postcode"))):
            children[str(row["child_id"])].postcodes.add(postcode)
    found = {id_: _one(id_, children, pupils) for id_ in children}
    taken = [pupil for pupil, _, _ in found.values() if pupil]
    return {
        id_: (None, None, "two children fit one pupil") if told[0] and taken.count(told[0]) > 1 else told
        for id_, told in found.items()
    }


def _one(
    id_: str, children: Mapping[str, Person], pupils: Mapping[str, Person]
) -> tuple[str | None, str | None, str | None]:
    child = children[id_]
    present, former, shared = set(), set(), {}
    for number, was in child.numbers.items():
        for pupil_id, pupil in pupils.items():
            if number in pupil.numbers:
                kind = former if was or pupil.numbers[number] else present
                kind.add(pupil_id)
                alone = sum(number in other.numbers for other in children.values()) == 1
                shared.setdefault(id(kind), []).append(not alone)
    best = present or former
    if not best:
        return _by_birth(id_, children, pupils)
    if any(shared[id(best)]):
        return None, None, "the number is two children's"
    if len(best) > 1:
        return None, None, "several pupils fit"
    (only,) = best
    if child.born and pupils[only].born and child.born != pupils[only].born:
        return None, None, "the dates of birth differ"
    return only, "number" if present else "former number", None


def _by_birth(
    id_: str, children: Mapping[str, Person], pupils: Mapping[str, Person]
) -> tuple[str | None, str | None, str | None]:
    fits = [pupil for pupil, person in pupils.items() if person.homes & children[id_].homes]
    if not fits:
        return None, None, None
    if len(fits) > 1:
        return None, None, "several pupils fit"
    if sum(bool(pupils[fits[0]].homes & other.homes) for other in children.values()) > 1:
        return None, None, "two children fit one pupil"
    if children[id_].numbers and pupils[fits[0]].numbers:
        return None, None, "birth, sex and postcode fit, and the numbers differ"
    return fits[0], "birth, sex and postcode", None


def _people(given: Mapping[str, Rows], tables: Sequence[str], *, present: str) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for row in (row for table in tables for row in given[table]):
        if row.get("child_id") is None:
            continue
        person = people.setdefault(str(row["child_id"]), Person())
        person.births |= {born for born in [row.get("born")] if isinstance(born, date)}
        person.sexes |= {str(row["sex"])} if row.get("sex") else set()
        person.postcodes |= {p for p in [_plain(row.get("postcode"))] if p}
        for column, former in ((present, False), ("former_upn", True)):
            number = _plain(row.get(column))
            if re.fullmatch(r"[A-Z]\d{11}[A-Z\d]", number):
                person.numbers[number] = person.numbers.get(number, True) and former
    return people


def _join(person: Person, other: Person) -> None:
    person.births |= other.births
    person.sexes |= other.sexes
    person.postcodes |= other.postcodes
    for number, former in other.numbers.items():
        person.numbers[number] = person.numbers.get(number, True) and former


def _plain(text: object) -> str:
    return "" if text is None else str(text).upper().replace(" ", "")
