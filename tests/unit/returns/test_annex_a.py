"""Ofsted's ILACS Annex A: its lists by their headings, however those are written, and its values in every form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.annex_a import ANNEX_A, PARTS
from lineofsight.returns.known import RETURN_OF
from lineofsight.returns.parts import Codes, Need, Part
from tests.unit.returns.files import Read, csv_file, read, workbook

CONTACTS = [
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age",
    "Date of Contact",
    "Contact Source",
]
CONTACT = [
    "9001",
    "b) Female",
    "a) WBRI",
    date(2015, 1, 25),
    6.138261464750171,
    date(2024, 9, 16),
    "q) 6: Police",
]
BY_NAME = {part.name: part for part in PARTS}


def headings(part: Part) -> list[str]:
    return [column.header for column in part.columns]


def one_row(part: Part, **values: object) -> list[object]:
    """A row of a list with what makes it a row, and these values."""
    usual: dict[str, object] = {"child_id": "9001", "adopter_id": "A1"}
    days = {c.to: date(2024, 5, 1) for c in part.columns if c.need == Need.REQUIRED and c.to not in usual}
    given = {**usual, **days, **values}
    return [given.get(column.to) for column in part.columns]


def list_of(tmp_path: Path, name: str, **values: object) -> Read:
    part = BY_NAME[name]
    return read(workbook(tmp_path, List=[headings(part), one_row(part, **values)]))


def test_every_list_is_known_by_its_headings_whatever_its_sheet_is_called(tmp_path: Path) -> None:
    sheets = {f"Tab {n}": [headings(part), one_row(part)] for n, part in enumerate(PARTS)}
    found = read(workbook(tmp_path, **sheets))
    assert found.return_ is ANNEX_A
    assert [row.table for row in found.rows] == [part.table.name for part in PARTS]
    assert found.problems == []
    assert found.return_.needs_key


def test_each_list_has_as_many_columns_as_ofsted_asks_for() -> None:
    numbers = [len(part.columns) for part in PARTS]
    assert numbers == [7, 8, 11, 12, 14, 14, 17, 34, 17, 16, 19]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_column_of_the_table_is_filled(part: Part) -> None:
    assert {column.to for column in part.columns} == set(part.table.columns)
    assert RETURN_OF[part.name] is ANNEX_A


def test_a_contact_is_read_with_its_values_as_codes_and_its_age_with_its_fraction(tmp_path: Path) -> None:
    found = read(workbook(tmp_path, List=[CONTACTS, CONTACT]))
    assert found.problems == []
    assert found.kept == [
        {
            "child_id": "9001",
            "gender": "F",
            "ethnicity": "WBRI",
            "born": date(2015, 1, 25),
            "age": 6.13826146475017,
            "contact_date": date(2024, 9, 16),
            "source": "6",
        }
    ]


def test_headings_are_known_in_capitals_with_odd_quotes_brackets_blanks_and_dashes(tmp_path: Path) -> None:
    part = BY_NAME["annex_a_8"]
    written = [
        heading.upper()
        .replace("'", "\u2019")
        .replace("(Y/N)", "(Y/N))")
        .replace(" ", "\u00a0")
        .replace("/", " \u2013 ")
        + "  "
        for heading in headings(part)
    ]
    found = read(workbook(tmp_path, List=[written, one_row(part, urn="SC123456")]))
    assert found.part == "annex_a_8"
    assert found.kept[0]["urn"] == "SC123456"
    assert found.problems == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("a) Male", "M"),
        ("A)male", "M"),
        ("Male", "M"),
        ("M", "M"),
        ("1", "M"),
        ("1 - Male", "M"),
        ("2: Female", "F"),
        ("b) Female", "F"),
        ("c) Not stated/recorded", "U"),
        ("d) Neither", "N"),
    ],
)
def test_a_gender_is_read_in_each_of_its_forms(tmp_path: Path, written: str, code: str) -> None:
    found = list_of(tmp_path, "annex_a_1", gender=written)
    assert found.problems == []
    assert found.kept[0]["gender"] == code


@pytest.mark.parametrize(
    ("name", "column", "written", "code"),
    [
        ("annex_a_3", "no_further_action", "0 - No", "N"),
        ("annex_a_3", "no_further_action", "a) Yes", "Y"),
        ("annex_a_3", "source", "j) 3D: Health services", "3D"),
        ("annex_a_3", "source", "t) 9: Anonymous", "9"),
        ("annex_a_6", "need", "N1 - Abuse or neglect", "N1"),
        ("annex_a_6", "need", "N1 \u2013 Abuse, neglect and exploitation", "N1"),
        ("annex_a_6", "need", "Family dysfunction", "N5"),
        ("annex_a_6", "status", "c) Child in need plan", "in_need_plan"),
        ("annex_a_6", "reason_closed", "RC7", "RC7"),
        ("annex_a_7", "latest_category", "Emotional abuse", "EMO"),
        ("annex_a_7", "latest_category", "b) Physical abuse", "PHY"),
        ("annex_a_8", "placement", "f) U6: Foster placement - not FFA", "U6"),
        ("annex_a_8", "provider", "e) PR4 - Private provision", "PR4"),
        ("annex_a_8", "legal_status", "C2: FCO", "C2"),
        ("annex_a_8", "reason_ceased", "k) E47: Special Guardianship Orders - relative/friend", "E47"),
        ("annex_a_9", "eligibility", "b) Former relevant child", "former_relevant"),
        ("annex_a_9", "suitability", "a) Suitable", "suitable"),
        ("annex_a_9", "accommodation", "U: Independent living", "U"),
        ("annex_a_9", "activity", "G5: Not in education, employment or training - other", "G5"),
    ],
)
def test_a_code_is_found_between_its_letter_and_its_words(
    tmp_path: Path, name: str, column: str, written: str, code: str
) -> None:
    found = list_of(tmp_path, name, **{column: written})
    assert found.problems == []
    assert found.kept[0][column] == code


@pytest.mark.parametrize("written", ["PSRMEM - Support with memory", "b) N99", "needs help", "N1x"])
def test_a_value_in_no_list_is_kept_as_it_stands_with_a_warning(tmp_path: Path, written: str) -> None:
    found = list_of(tmp_path, "annex_a_6", need=written)
    assert found.kept[0]["need"] == written
    assert found.only("code_unknown").column == "Primary Need Code"


def test_a_cell_with_an_error_is_left_out_with_a_warning_and_holds_a_date_that_decides(
    tmp_path: Path,
) -> None:
    found = list_of(tmp_path, "annex_a_7", team="#N/A")
    assert found.kept[0]["team"] is None
    assert found.only("cell_shows_an_error").column == "Allocated Team"
    found = list_of(tmp_path, "annex_a_7", ended="#N/A")
    assert found.held == [2]


def test_a_formula_is_read_by_its_result(tmp_path: Path) -> None:
    found = list_of(tmp_path, "annex_a_7", previous_plans="=1-1")
    assert found.kept[0]["previous_plans"] == 0


def test_a_row_without_its_child_or_its_date_is_held_and_one_without_a_birthday_kept(tmp_path: Path) -> None:
    nobody, no_day = [None, *CONTACT[1:]], [*CONTACT[:5], None, CONTACT[6]]
    no_birthday = [*CONTACT[:3], None, *CONTACT[4:]]
    found = read(workbook(tmp_path, List=[CONTACTS, nobody, no_day, no_birthday]))
    assert found.held == [2, 3]
    assert [values["born"] for values in found.kept] == [None]


def test_a_column_without_a_heading_is_told_of_and_a_strange_date_left_out(tmp_path: Path) -> None:
    found = list_of(tmp_path, "annex_a_7", last_visit="soon")
    assert found.kept[0]["last_visit"] is None
    assert found.only("date_unreadable").column == "Date of the Last Statutory Visit"
    found = read(workbook(tmp_path, List=[[*CONTACTS, None, "X"], [*CONTACT, "note", "x"]]))
    assert len(found.kept) == 1
    assert found.rules() == ["column_ignored", "column_ignored"]


def test_an_empty_list_is_a_list_and_a_sheet_of_notes_is_left_alone(tmp_path: Path) -> None:
    found = read(workbook(tmp_path, List=[CONTACTS], Notes=[["Who to ask"], ["Performance team"]]))
    assert found.rows == []
    assert found.rules() == ["no_rows", "sheet_ignored"]


def test_a_list_may_come_as_csv(tmp_path: Path) -> None:
    text = ",".join(CONTACTS) + "\n9001,Female,WBRI,25/01/2015,9,16/09/2024,2A\n"
    (values,) = read(csv_file(tmp_path, text)).kept
    assert (values["contact_date"], values["age"], values["source"]) == (date(2024, 9, 16), 9.0, "2A")


def test_every_code_of_every_list_is_found_behind_a_letter_and_before_words() -> None:
    for part in PARTS:
        for column in part.columns:
            if isinstance(column.as_, Codes):
                assert column.as_.lettered
                for code in column.as_.known:
                    assert code in column.as_.ways(f"aa) {code}")
                    assert code in column.as_.ways(f"b) {code}: words - and more")
                    assert code in column.as_.ways(f"{code} - words")
