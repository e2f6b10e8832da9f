"""New ward boundaries: the same children, homes and residents under new lines."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lineofsight.demo.areas import Spell
from lineofsight.demo.boundaries import REDRAWN, redrawn_residents, redrawn_spells, ward_now
from lineofsight.demo.dice import Dice
from lineofsight.demo.places import WARDS, Residents, population

DAY = date(2026, 5, 7)


def spell(ward: str, since: date, until: date | None = None, child_id: str = "a") -> Spell:
    return Spell(child_id=child_id, ward=ward, team="", since=since, until=until)


def test_the_new_wards_of_an_old_one_take_all_of_it() -> None:
    assert {ward: sum(share for _, share in parts) for ward, parts in REDRAWN.items()} == dict.fromkeys(
        REDRAWN, 100
    )
    assert set(REDRAWN) <= {ward.name for ward in WARDS}


def test_a_spell_that_the_day_falls_in_becomes_two_and_nobody_is_nowhere() -> None:
    found = list(redrawn_spells([spell("Larkrigg", date(2026, 1, 1))], DAY))
    assert [(one.ward, one.since, one.until) for one in found] == [
        ("Larkrigg", date(2026, 1, 1), DAY),
        ("Larkrigg & Dunnock", DAY, None),
    ]


def test_a_spell_that_ends_on_the_day_is_left_and_one_that_begins_on_it_is_redrawn() -> None:
    before = spell("Larkrigg", date(2026, 1, 1), DAY)
    after = spell("Larkrigg", DAY)
    assert [one.ward for one in redrawn_spells([before, after], DAY)] == ["Larkrigg", "Larkrigg & Dunnock"]


def test_a_ward_whose_lines_were_not_moved_keeps_its_spells_whole() -> None:
    untouched = spell("Millrace", date(2026, 1, 1))
    assert list(redrawn_spells([untouched], DAY)) == [untouched]


def test_a_child_of_a_parted_ward_is_in_the_same_new_ward_whenever_it_is_asked() -> None:
    now = [ward_now("Ropewalk", f"child {n}") for n in range(1_000)]
    assert now == [ward_now("Ropewalk", f"child {n}") for n in range(1_000)]
    assert 330 < Counter(now)["Canalside"] < 470


def test_from_the_day_on_as_many_people_live_in_the_new_wards_as_did_in_the_old() -> None:
    old = list(population(Dice(1, "p"), children=10_000, since=date(2024, 4, 1), until=date(2026, 9, 30)))
    new = redrawn_residents(old, DAY)
    newest = max(one.since for one in old)
    assert sum(one.people for one in new if one.since == DAY) == sum(
        one.people for one in old if one.since == newest
    )
    assert [one for one in new if one.since < DAY] == old
    wards = {one.ward for one in new if one.since == DAY}
    assert "Canalside" in wards
    assert wards.isdisjoint({"Larkrigg", "Dunnock Vale"})


def test_an_estimate_that_comes_after_the_day_is_redrawn_as_well() -> None:
    old = [
        Residents(since=since, ward="Larkrigg", age=5, sex="F", people=10)
        for since in (date(2026, 4, 1), date(2027, 4, 1))
    ]
    new = redrawn_residents(old, DAY)
    assert [(one.since, one.ward) for one in new] == [
        (date(2026, 4, 1), "Larkrigg"),
        (DAY, "Larkrigg & Dunnock"),
        (date(2027, 4, 1), "Larkrigg & Dunnock"),
    ]
