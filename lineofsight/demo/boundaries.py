"""The boundary change of wards: new lines on the map, for the same children in the same homes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from lineofsight.demo.areas import Spell
from lineofsight.demo.places import Residents

# What becomes of each ward whose lines were moved: the new wards, and how many in 100 of its residents each takes.
REDRAWN: dict[str, tuple[tuple[str, int], ...]] = {
    "Ropewalk": (("Ropewalk", 60), ("Canalside", 40)),
    "Weavers Row": (("Weavers Row", 85), ("Canalside", 15)),
    "Dunnock Vale": (("Larkrigg & Dunnock", 100),),
    "Larkrigg": (("Larkrigg & Dunnock", 100),),
}


def ward_now(ward: str, who: str) -> str:
    """The ward that a home of the old ward lies in since; the same for one child every time that it is asked."""
    place = int.from_bytes(sha256(f"{ward} {who}".encode()).digest()[:4]) % 100
    for name, share in REDRAWN.get(ward, ((ward, 100),)):
        if place < share:
            return name
        place -= share
    return ward


def redrawn_spells(spells: Iterable[Spell], day: date) -> Iterator[Spell]:
    """Each child's spells with the wards of their day; a spell that the day falls in becomes two."""
    for spell in spells:
        ward = ward_now(spell.ward, spell.child_id)
        if spell.since >= day:
            yield replace(spell, ward=ward)
        elif ward == spell.ward or (spell.until is not None and spell.until <= day):
            yield spell
        else:
            yield replace(spell, until=day)
            yield replace(spell, ward=ward, since=day)


def redrawn_residents(residents: Sequence[Residents], day: date) -> list[Residents]:
    """The estimates, and from the day on the newest of them counted again by the new wards."""
    before = [one for one in residents if one.since < day]
    newest = max(one.since for one in before)
    again = _by_new_ward((one for one in before if one.since == newest), since=day)
    later = sorted({one.since for one in residents if one.since >= day})
    anew = [
        counted
        for since in later
        for counted in _by_new_ward((one for one in residents if one.since == since), since=since)
    ]
    return [*before, *again, *anew]


def _by_new_ward(residents: Iterable[Residents], *, since: date) -> list[Residents]:
    people: Counter[tuple[str, int, str]] = Counter()
    for one in residents:
        for ward, count in _parted(one):
            people[ward, one.age, one.sex] += count
    return [
        Residents(since=since, ward=ward, age=age, sex=sex, people=count)
        for (ward, age, sex), count in people.items()
    ]


def _parted(one: Residents) -> Iterator[tuple[str, int]]:
    """The residents of an old ward by new wards: everyone is in one of them."""
    left = one.people
    *others, (last, _) = REDRAWN.get(one.ward, ((one.ward, 100),))
    for ward, share in others:
        count = round(one.people * share / 100)
        left -= count
        yield ward, count
    yield last, left
