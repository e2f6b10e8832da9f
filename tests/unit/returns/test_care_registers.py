"""Health checks, care leavers and foster homes: both sides of each limit, and what does not agree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.unit.returns.files import csv_file, read

CHECKS = "Child ID,Kind of check,Check due,Check done,Check status,Score"
LEAVERS = "Child ID,As at,In touch,Last contact,Accommodation,Accommodation suitable,Activity"
HOMES = "Household ID,Kind of fostering,Approved,Approved places,Approval ended"


@pytest.mark.parametrize(
    ("line", "held", "rules"),
    [
        ("1,SDQ,01/06/2024,21/05/2024,Completed,0", False, []),
        ("1,SDQ,01/06/2024,21/05/2024,Completed,40", False, []),
        ("1,SDQ,01/06/2024,21/05/2024,Completed,41", False, ["sdq_out_of_range"]),
        ("1,SDQ,01/06/2024,21/05/2024,Completed,-1", False, ["sdq_out_of_range"]),
        ("1,Dentist,01/06/2024,,Booked,", False, []),
        ("1,Dentist,01/06/2024,,Completed,", False, ["check_done_undated"]),
        ("1,Dentist,01/06/2024,21/05/2024,Completed,4", False, ["score_not_of_a_questionnaire"]),
        ("1,Dentist,01/06/2024,soon,,", True, ["date_unreadable"]),
        ("1,Dentist,,21/05/2024,,", True, ["value_missing"]),
        ("1,Chiropodist,01/06/2024,,,", False, ["code_unknown"]),
    ],
)
def test_a_health_check(tmp_path: Path, line: str, held: bool, rules: list[str]) -> None:
    found = read(csv_file(tmp_path, f"{CHECKS}\n{line}\n"))
    assert [row.held for row in found.rows] == [held]
    assert [p.rule for p in found.problems if p.row == 2] == rules


def test_a_care_leaver_is_read_in_the_words_of_annex_a(tmp_path: Path) -> None:
    line = "7,30/09/2024,Yes,12/09/2024,U,b) Unsuitable,F2"
    (values,) = read(csv_file(tmp_path, f"{LEAVERS}\n{line}\n")).kept
    assert (values["as_at"], values["in_touch"]) == (date(2024, 9, 30), "Y")
    assert (values["suitability"], values["activity"]) == ("unsuitable", "F2")


def test_a_care_leaver_without_the_day_of_the_list_is_held(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{LEAVERS}\n7,,Yes,12/09/2024,U,,F2\n"))
    assert (found.held, found.only("value_missing").column) == ([2], "As at")


def test_a_foster_home_is_of_no_child_and_may_have_no_place(tmp_path: Path) -> None:
    text = f"{HOMES}\nFH1,Connected person,01/02/2020,0,\nFH2,mainstream,01/02/2020,-1,31/03/2024\n"
    found = read(csv_file(tmp_path, text))
    assert [(v["kind"], v["places"], v["ended"]) for v in found.kept] == [
        ("kinship", 0, None),
        ("mainstream", None, date(2024, 3, 31)),
    ]
    assert found.only("number_negative").row == 3
