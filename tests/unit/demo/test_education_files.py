"""What the synthetic council's education services hold: SEN2, school censuses, settings, places and what comes after 16."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lineofsight.demo.days import plus, third_thursday
from lineofsight.demo.school_census import SUSPENSIONS, censuses, sheets_of
from lineofsight.demo.size import Size
from lineofsight.demo.society import Society, life_of
from lineofsight.demo.write_sen2 import census_days
from tests.unit.demo.conftest import UNTIL, Council


@pytest.fixture(scope="module")
def society() -> Society:
    return life_of(Size(pupils=2_000, months=24, seed=1, until=UNTIL))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def census_files(council: Council, table: str) -> dict[str, list[dict[str, str]]]:
    return {
        path.name.removesuffix(f"_{table}.csv"): rows(path)
        for path in sorted((council.folder / "school_census").glob(f"*_{table}.csv"))
    }


@pytest.mark.parametrize(("year", "day"), [(2025, 16), (2026, 15), (2024, 18), (2027, 21)])
def test_a_january_s_census_is_on_its_third_thursday(year: int, day: int) -> None:
    assert third_thursday(year) == date(year, 1, day)


def test_the_council_has_about_as_many_plans_as_the_district_whose_rates_it_has() -> None:
    size = Size(pupils=20_000, months=24, seed=1, until=UNTIL)
    known, day = life_of(size).elsewhere, date(2025, 1, 31)
    older = sum(plan.issued <= day < plan.ceases for plan in known.plans_before)
    newer = [asked for asked in known.requests if asked.conclusion == "Y" and asked.concluded]
    made = sum(a.concluded <= day and not (a.ceased and a.ceased <= day) for a in newer if a.concluded)
    assert (older + made) / size.scale == pytest.approx(4_475, rel=0.1)


def test_sen2_holds_every_case_of_the_register_that_its_year_saw(council: Council, society: Society) -> None:
    day = census_days(society)[-1]
    root = ElementTree.parse(council.folder / "sen2" / f"sen2_{day.year}.xml")
    held = {
        (person.findtext("UPN"), person.findtext("Requests/ReceivedDate")) for person in root.iter("Person")
    }
    in_year = [
        asked
        for asked in society.elsewhere.requests
        if date(day.year - 1, 1, 1) <= asked.received <= plus(day, -asked.lag)
    ]
    assert in_year
    assert {(asked.child.upn, asked.received.isoformat()) for asked in in_year} <= held


def test_a_plan_that_ceased_before_a_return_s_year_is_not_in_it(council: Council) -> None:
    for path in sorted((council.folder / "sen2").glob("*.xml")):
        january = f"{int(path.stem[-4:]) - 1}-01-01"
        ceased = [each.text or "" for each in ElementTree.parse(path).iter("CeaseDate")]
        assert ceased
        assert min(ceased) >= january


def test_sessions_are_told_once_by_the_census_or_by_the_marks(council: Council) -> None:
    named = census_files(council, "termlysessiondetailsonroll")
    assert named
    assert "2025_autumn" in named  # which tells of the summer before the marks begin
    assert [name for name in named if name.startswith("2026")] == []


def test_no_pupil_is_away_for_more_sessions_than_there_were(council: Council) -> None:
    possible = {
        row["pupilonrolltableid"]: int(row["termlysessionspossible"])
        for table in census_files(council, "pupilonroll").values()
        for row in table
    }
    away: defaultdict[str, int] = defaultdict(int)
    for table in census_files(council, "termlysessiondetailsonroll").values():
        for row in table:
            away[row["pupilonrolltableid"]] += int(row["sessions"])
    assert away
    assert all(0 < sessions <= possible[pupil] for pupil, sessions in away.items())


def test_a_suspension_is_written_as_in_its_year() -> None:
    early = life_of(Size(pupils=3_000, months=60, seed=1, until=UNTIL))
    words = {
        each.name: {row[4] for row in sheets[SUSPENSIONS].rows}
        for each in censuses(early)
        for sheets in [sheets_of(early, each)]
        if SUSPENSIONS in sheets
    }
    assert words.pop("2022_autumn", {"FIXD"}) == {"FIXD"}  # of the summer term of 2022
    assert set().union(*(found for name, found in words.items() if name >= "2023")) == {"SUSP"}


def test_children_were_at_a_setting_before_school_and_at_a_setting_that_there_is(council: Council) -> None:
    settings = {
        row["Early-years setting"] for row in rows(council.folder / "registers/early_years_settings.csv")
    }
    before = [
        row for row in rows(council.folder / "registers/enrolments.csv") if row["Kind"] == "early_years"
    ]
    assert before
    assert {row["Setting"] for row in before} <= settings


def test_a_young_person_s_activities_follow_one_another(council: Council) -> None:
    spells: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows(council.folder / "registers/activities.csv"):
        spells[row["Child ID"]].append(row)
    several = [found for found in spells.values() if len(found) > 1]
    assert several
    for first, second in several:
        assert day(first["Activity ended"]) < day(second["Activity started"])


def test_a_place_after_an_exclusion_begins_when_education_was_provided(
    council: Council, society: Society
) -> None:
    placed = {
        (row["Child ID"], day(row["Place started"]))
        for row in rows(council.folder / "registers/alternative_places.csv")
        if row["Reason"] == "permanent exclusion"
    }
    wanted = {
        (found.child.child_id, found.provision_started)
        for found in society.elsewhere.exclusions
        if found.provision_started and found.provision_started <= UNTIL
    }
    assert placed == wanted


def day(text: str) -> date:
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))
