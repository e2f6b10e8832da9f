"""Health assessments, workers and allocations, population, wards and teams: recognised, read, held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from lineofsight.returns.headings import plain
from lineofsight.returns.known import PARTS, recognise
from lineofsight.returns.parts import Need, Part
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.safeguarding import dataset
from lineofsight.returns.values import UnreadableError
from lineofsight.returns.workforce import full_time_share
from tests.unit.returns.files import csv_file, read, workbook

HEALTH = (
    "Child ID,Entered care,Consent given,Requested,Appointment,Completed,Report received,Reason late,Status"
)
WORKERS = "Worker ID,Team,Role,Full-time share,Agency,Started,Ended"
ALLOCATIONS = "Child ID,Worker ID,Team,Started,Ended"
POPULATION = "Since,Ward,Age,Sex,People"
AREAS = "Child ID,Ward,Team,Since,Until"

REGISTERS = [
    part
    for part in PARTS
    if not part.title.startswith(("SSDA903", "School census", "SEN2", "Annex A", "Safeguarding dataset"))
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_the_documented_headings_of_each_part_are_recognised_as_that_part_alone(
    tmp_path: Path, part: Part
) -> None:
    header = ",".join(column.header for column in part.columns)
    found = read(csv_file(tmp_path, header + "\n"))
    assert found.part == part.name


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_each_part_is_recognised_without_its_optional_columns(tmp_path: Path, part: Part) -> None:
    needed = [column for column in part.columns if column.need != Need.OPTIONAL]
    if part.name in (
        "areas",
        "health_assessments",
        "workers",
    ):  # known by columns that a council may leave out
        needed += [column for column in part.columns if column.header in ("Ward", "Requested", "Role")]
    assert read(csv_file(tmp_path, ",".join(column.header for column in needed) + "\n")).part == part.name


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_no_two_columns_of_a_part_share_a_heading_or_a_target(part: Part) -> None:
    names = [plain(name) for column in part.columns for name in (column.header, *column.aliases)]
    assert len(set(names)) == len(names)
    assert len({column.to for column in part.columns}) == len(part.columns)
    assert {column.to for column in part.columns} <= set(part.table.columns)
    assert set(part.known_by) <= {column.header for column in part.columns}
    assert 0 < part.enough <= len(part.known_by)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_what_makes_an_event_the_same_event_is_needed_in_every_row(part: Part) -> None:
    need = {column.to: column.need for column in part.columns}
    may_be_blank = {
        "reason_started",
        "status_date",
        "sex",
        "referral_received",
        "held",
        "child_id",
        "contact_id",
        "school",
    }  # a blank is itself part of the key
    of_the_file = {"census", "is_on_roll"}  # said of all its rows at once
    if part.title.startswith("SEN2"):  # what is not issued or begun yet, or has no number, may be blank there
        may_be_blank |= {
            "outcome_date",
            "started",
            "entered",
            "placement_rank",
            "urn",
            "ukprn",
            "setting",
            "need_rank",
        }
        need = {"assessment_id": Need.REQUIRED, **need}
    if part.name == "annex_a_6":  # inspectors are given a child in need whose start nobody recorded, too
        may_be_blank |= {"started"}
    if (
        part.name in dataset.BY_NAME
    ):  # an event that is not held yet; and what other tables or the load's day say
        may_be_blank |= {"held_date", "review_date", "as_at"}
        may_be_blank |= set(part.table.key) - set(need)
    others = may_be_blank | of_the_file
    assert all(need[column] == Need.REQUIRED for column in part.table.key if column not in others)


def test_a_health_assessment_is_read(tmp_path: Path) -> None:
    text = f"{HEALTH}\n101,02/01/2024,02/01/2024,03/01/2024,25/01/2024,25/01/2024,05/02/2024,,Done\n"
    (values,) = read(csv_file(tmp_path, text)).kept
    assert values["entered_care"] == date(2024, 1, 2)
    assert values["completed"] == date(2024, 1, 25)
    assert values["status"] == "completed"


def test_a_health_assessment_that_is_not_done_is_kept_and_one_with_an_unreadable_end_is_held(
    tmp_path: Path,
) -> None:
    found = read(csv_file(tmp_path, f"{HEALTH}\n101,02/01/2024,,,,,,,\n102,02/01/2024,,,,done,,,\n"))
    assert [values["child_id"] for values in found.kept] == ["101"]
    assert found.held == [3]


def test_workers_and_their_cases_come_in_one_workbook_of_two_sheets(tmp_path: Path) -> None:
    started = date(2024, 1, 2)
    path = workbook(
        tmp_path,
        People=[[], WORKERS.split(","), ["SW1", "North", "5", 0.8, "No", started, None]],
        Notes=[["Prepared by the team"], ["for the panel"]],
        Empty=[],
        Cases=[ALLOCATIONS.split(","), [101, "SW1", "North", started, None]],
    )
    found = read(path)
    assert (found.return_.name, found.part) == ("workforce", "workers and allocations")
    assert [table.name for table in found.return_.fills(found.part)] == ["workers", "allocations"]
    assert [(row.table, row.sheet, row.row) for row in found.rows] == [
        ("workers", "People", 3),
        ("allocations", "Cases", 2),
    ]
    assert found.kept[0]["full_time_share"] == 0.8
    assert found.kept[0]["is_agency"] is False
    assert found.kept[1] == {
        "child_id": "101",
        "worker_id": "SW1",
        "team": "North",
        "started": started,
        "ended": None,
    }
    assert found.only("sheet_ignored").sheet == "Notes"


@pytest.mark.parametrize(("written", "share"), [("0", 0.0), ("0.5", 0.5), ("1", 1.0), ("2", 2.0)])
def test_a_full_time_share_is_read_from_nought_to_two_posts(written: str, share: float) -> None:
    assert full_time_share(written) == share


@pytest.mark.parametrize("written", ["-0.1", "2.01", "37", "80", "80%"])
def test_hours_and_percentages_are_no_full_time_share(written: str) -> None:
    with pytest.raises(UnreadableError):
        full_time_share(written)


def test_a_worker_with_hours_for_a_share_is_held_and_one_without_a_share_is_kept(tmp_path: Path) -> None:
    text = f"{WORKERS}\nSW1,North,5,37,N,02/01/2024,\nSW2,North,5,,N,02/01/2024,\n"
    found = read(csv_file(tmp_path, text))
    assert found.held == [2]
    assert found.kept[0]["full_time_share"] is None


def test_an_allocation_list_without_ends_is_refused_since_every_case_would_look_open(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="'Ended'"):
        read(csv_file(tmp_path, ALLOCATIONS.replace(",Ended", "") + "\n"))


def test_allocations_are_not_taken_for_wards_and_teams(tmp_path: Path) -> None:
    assert read(csv_file(tmp_path, "Child ID,Worker ID,Team,Start date,End date\n")).part == "allocations"
    assert read(csv_file(tmp_path, "Child ID,Team,From,To\n")).part == "areas"


def test_a_child_without_a_ward_is_kept(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{AREAS}\n101,,North,02/01/2024,\n"))
    assert found.kept[0]["ward"] is None


def test_population_is_read_with_the_date_from_which_it_is_used(tmp_path: Path) -> None:
    (values,) = read(csv_file(tmp_path, f"{POPULATION}\n01/04/2024,Dalton,0,F,112\n")).kept
    assert values == {"since": date(2024, 4, 1), "ward": "Dalton", "age": 0, "sex": "F", "people": 112}


@pytest.mark.parametrize(("people", "is_kept"), [("0", True), ("-1", False), ("1,5", False), ("", False)])
def test_a_number_of_people_is_nought_or_more(tmp_path: Path, people: str, is_kept: bool) -> None:
    found = read(csv_file(tmp_path, f'{POPULATION}\n01/04/2024,Dalton,0,F,"{people}"\n'))
    assert bool(found.kept) == is_kept


@pytest.mark.parametrize(("age", "sex"), [("All ages", "F"), ("0-17", "F"), ("5", "Persons"), ("-1", "F")])
def test_a_total_among_the_rows_is_held_so_that_nobody_is_counted_twice(
    tmp_path: Path, age: str, sex: str
) -> None:
    assert read(csv_file(tmp_path, f"{POPULATION}\n01/04/2024,Dalton,{age},{sex},112\n")).held == [2]


def test_an_identifier_that_excel_took_for_a_date_holds_the_row(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [
        ALLOCATIONS.split(","),
        [date(2024, 5, 3), "SW1", "North", date(2024, 1, 2), None],
    ]
    found = read(workbook(tmp_path, S=rows))
    assert found.held == [2]
    assert found.only("date_where_none_belongs").column == "Child ID"


def test_text_dates_in_a_workbook_are_day_first_and_bare_numbers_are_no_dates(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [
        ALLOCATIONS.split(","),
        ["101", "SW1", "North", "03/04/2024", None],
        ["102", "SW1", "North", 45385, None],
    ]
    found = read(workbook(tmp_path, S=rows))
    assert found.kept[0]["started"] == date(2024, 4, 3)
    assert found.held == [3]


def test_an_excel_date_before_every_child_is_out_of_range_as_it_is_in_csv(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [ALLOCATIONS.split(","), ["101", "SW1", "North", date(1900, 1, 1), None]]
    assert read(workbook(tmp_path, S=rows)).held == [2]


def test_a_cell_that_shows_an_error_holds_the_row_where_it_is_needed_and_is_null_where_not(
    tmp_path: Path,
) -> None:
    rows: list[Sequence[object]] = [
        ALLOCATIONS.split(","),
        ["101", "SW1", "#N/A", date(2024, 1, 2), None],
        ["102", "SW1", "North", date(2024, 1, 2), "#REF!"],
    ]
    found = read(workbook(tmp_path, S=rows))
    assert found.kept[0]["team"] is None
    assert found.held == [3]


def test_a_look_up_that_failed_in_a_workbook_holds_the_row_where_the_value_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "errors.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Cases")
    sheet.write_row("A1", ALLOCATIONS.split(","))
    sheet.write_row("A2", ["101", "SW1", "North", "02/01/2024"])
    sheet.write_formula("E2", "=NA()", None, "#N/A")
    book.close()
    found = read(path)
    problem = found.only("cell_shows_an_error")
    assert (found.held, problem.sheet, problem.column, problem.value) == ([2], "Cases", "Ended", "#N/A")


@pytest.mark.parametrize(("size", "shown"), [(200, 200), (201, 200)])
def test_a_problem_shows_no_more_of_a_value_than_a_person_can_read(
    tmp_path: Path, size: int, shown: int
) -> None:
    found = read(csv_file(tmp_path, f"{ALLOCATIONS}\n101,SW1,North,{'x' * size},\n"))
    value = found.only("date_unreadable").value
    assert value is not None
    assert len(value) == shown


def test_a_register_needs_no_key_since_it_states_all_that_is_known(tmp_path: Path) -> None:
    found = recognise(csv_file(tmp_path, AREAS + "\n"))
    assert isinstance(found, tuple)
    assert not found[0].needs_key
