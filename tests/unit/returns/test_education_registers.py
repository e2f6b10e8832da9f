"""Enrolments, settings, alternative places, courses, activities and destinations: clean, dirty, empty and unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.after_sixteen import school_year_of_birth
from lineofsight.returns.known import PARTS
from lineofsight.returns.parts import Codes, Need, Part
from tests.unit.returns.files import Read, csv_file, read

CLEAN: Mapping[str, Mapping[str, str]] = {
    "enrolments": {
        "Child ID": "C1",
        "Setting": "Hill Primary",
        "Kind": "school",
        "Governance": "Community school",
        "Entry date": "02/09/2024",
    },
    "early_years_settings": {"Early-years setting": "Sunflower", "Kind of setting": "childminder"},
    "alternative_places": {
        "Child ID": "C1",
        "Provider": "Bridge",
        "Kind of provision": "PRU",
        "Place started": "02/09/2024",
    },
    "courses": {"Child ID": "C1", "Course": "Biology", "Kind of course": "A levels", "Started": "02/09/2024"},
    "activities": {
        "Child ID": "C1",
        "Birth date": "31/08/2008",
        "Activity": "NEET",
        "Activity started": "02/09/2024",
    },
    "leaver_destinations": {"Child ID": "C1", "Birth date": "01/09/2004", "Destination": "University"},
}
OURS = {part.name: part for part in PARTS if part.name in CLEAN}
every = pytest.mark.parametrize("name", CLEAN)


def of(tmp_path: Path, part: Part, *rows: Mapping[str, str]) -> Read:
    header = [column.header for column in part.columns]
    lines = [",".join(row.get(name, "") for name in header) for row in rows]
    return read(csv_file(tmp_path, "\n".join([",".join(header), *lines, ""])))


@every
def test_a_clean_row_is_kept_without_a_problem(tmp_path: Path, name: str) -> None:
    found = of(tmp_path, OURS[name], CLEAN[name])
    assert (found.part, len(found.kept), found.problems) == (name, 1, [])


@every
def test_a_file_of_headings_alone_says_so(tmp_path: Path, name: str) -> None:
    assert of(tmp_path, OURS[name]).rules() == ["no_rows"]


@every
def test_a_row_without_what_it_needs_is_held_for_each_of_them(tmp_path: Path, name: str) -> None:
    part = OURS[name]
    for column in (c for c in part.columns if c.need is Need.REQUIRED):
        found = of(tmp_path, part, {**CLEAN[name], column.header: ""})
        assert found.held == [2], column.header
        assert found.only("value_missing").column == column.header


@every
def test_a_date_that_cannot_be_read_holds_the_row_where_it_is_trusted(tmp_path: Path, name: str) -> None:
    part = OURS[name]
    for column in part.columns:
        if part.table.columns[column.to] == "date":
            found = of(tmp_path, part, {**CLEAN[name], column.header: "13/13/2024"})
            assert found.held == ([] if column.need is Need.OPTIONAL else [2]), column.header
            assert found.only("date_not_in_calendar").column == column.header


@every
def test_an_unknown_code_is_kept_as_it_stands_with_a_warning(tmp_path: Path, name: str) -> None:
    part = OURS[name]
    for column in (c for c in part.columns if isinstance(c.as_, Codes)):
        found = of(tmp_path, part, {**CLEAN[name], column.header: "Zeppelin"})
        assert found.kept[0][column.to] == "Zeppelin"
        assert found.only("code_unknown").column == column.header


def test_other_words_for_a_code_are_understood(tmp_path: Path) -> None:
    assert of(tmp_path, OURS["enrolments"], CLEAN["enrolments"]).kept[0]["governance"] == "maintained"
    assert of(tmp_path, OURS["courses"], CLEAN["courses"]).kept[0]["kind"] == "a_level"
    places = of(tmp_path, OURS["alternative_places"], CLEAN["alternative_places"])
    assert places.kept[0]["kind"] == "pupil_referral_unit"


@pytest.mark.parametrize(
    ("born", "aged_16_from"),
    [("31/08/2008", date(2024, 9, 1)), ("01/09/2008", date(2025, 9, 1))],
)
def test_academic_age_16_begins_in_the_september_after_year_11(
    tmp_path: Path, born: str, aged_16_from: date
) -> None:
    (kept,) = of(tmp_path, OURS["activities"], {**CLEAN["activities"], "Birth date": born}).kept
    assert kept["aged_16_from"] == aged_16_from
    assert kept["aged_18_from"] == aged_16_from.replace(year=aged_16_from.year + 2)


@pytest.mark.parametrize(
    ("born", "until"),
    [("31/08/2004", date(2024, 8, 31)), ("01/09/2004", date(2025, 8, 31))],
)
def test_the_school_year_of_age_19_ends_twenty_years_after_that_of_birth(
    tmp_path: Path, born: str, until: date
) -> None:
    row = {**CLEAN["leaver_destinations"], "Birth date": born}
    assert of(tmp_path, OURS["leaver_destinations"], row).kept[0]["aged_19_until"] == until


def test_a_school_year_begins_in_september() -> None:
    assert [school_year_of_birth(date(2008, m, 1)) for m in (8, 9)] == [2008, 2009]


@every
def test_every_column_of_the_table_is_filled(name: str) -> None:
    worked_out = {"aged_16_from", "aged_18_from", "aged_19_until"}
    assert set(OURS[name].table.columns) - worked_out == {column.to for column in OURS[name].columns}
