"""The registers of what social care records beside the census: strategy discussions with times, outcomes, visits."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from lineofsight.returns.columns import Table
from lineofsight.returns.known import PARTS
from lineofsight.returns.parts import Codes, Need, Part
from lineofsight.returns.tables import (
    contacts,
    early_help_episodes,
    section_47_outcomes,
    strategy_discussions,
    supervisions,
    visits,
)
from tests.unit.returns.files import csv_file, read, workbook

TABLES = (
    strategy_discussions,
    section_47_outcomes,
    visits,
    supervisions,
    contacts,
    early_help_episodes,
)
REGISTERS = [part for part in PARTS if part.table in TABLES]
DISCUSSIONS = (
    "Child ID,Referral received,Referral received time,Discussion held,Discussion held time,Stood down,Team,"
    "Section 47"
)
ENQUIRIES = "Child ID,Enquiry started,Enquiry ended,Enquiry outcome,Team"
VISITS = "Child ID,Kind of visit,Visited,Child seen,Seen alone,Worker ID,Team"
CONTACTS = (
    "Contact ID,Child ID,Contact received,Contact received time,Contact source,Decision made,Decision time,"
    "Contact outcome,Team"
)
SUPERVISIONS = "Worker ID,Supervision held,Kind of supervision,Child ID,Team,Supervisor ID"
EARLY_HELP = "Child ID,Early help started,Assessment completed,Early help ended,Lead organisation,Reason,Reason ended,Worker ID"


def register_of(table: Table) -> Part:
    (part,) = [part for part in REGISTERS if part.table is table]
    return part


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_a_register_with_headings_alone_holds_nothing_and_says_so(tmp_path: Path, part: Part) -> None:
    found = read(csv_file(tmp_path, ",".join(column.header for column in part.columns) + "\n"))
    assert found.rows == []
    assert found.rules() == ["no_rows"]


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_a_row_without_what_makes_it_an_event_is_held(tmp_path: Path, part: Part) -> None:
    columns = [column for column in part.columns if column.need == Need.REQUIRED]
    header = ",".join(column.header for column in part.columns)
    line = ",".join("x" if column not in columns else "" for column in part.columns)
    found = read(csv_file(tmp_path, f"{header}\n{line}\n"))
    assert found.held == [2]
    missing = {problem.column for problem in found.problems if problem.rule == "value_missing"}
    assert missing == {column.header for column in columns}


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_a_date_that_trusts_its_value_holds_the_row_when_it_cannot_be_read(
    tmp_path: Path, part: Part
) -> None:
    header = ",".join(column.header for column in part.columns)
    dates = [c for c in part.columns if part.table.columns[c.to] == "date" and c.need != Need.OPTIONAL]
    line = ",".join("soon" if column in dates else "1" for column in part.columns)
    found = read(csv_file(tmp_path, f"{header}\n{line}\n"))
    assert found.held == [2]
    unreadable = {p.column for p in found.problems if p.rule == "date_unreadable"}
    assert unreadable == {column.header for column in dates}


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_every_column_of_the_table_is_filled_by_the_file_or_worked_out(part: Part) -> None:
    worked_out = {"concluded"} if part.table is strategy_discussions else set()
    assert {column.to for column in part.columns} == set(part.table.columns) - worked_out


def test_a_strategy_discussion_is_read_with_its_times(tmp_path: Path) -> None:
    text = f"{DISCUSSIONS}\n101,02/09/2024,16:40,03/09/2024,09:05,,North,yes\n"
    found = read(csv_file(tmp_path, text))
    assert found.problems == []
    assert found.kept == [
        {
            "child_id": "101",
            "referral_received": date(2024, 9, 2),
            "referral_received_minute": 16 * 60 + 40,
            "held": date(2024, 9, 3),
            "held_minute": 9 * 60 + 5,
            "stood_down": None,
            "team": "North",
            "section_47": True,
            "concluded": date(2024, 9, 3),
        }
    ]


def test_a_time_may_stand_in_the_cell_of_its_date(tmp_path: Path) -> None:
    text = (
        "Child ID,Referral received,Strategy meeting date,S47\n101,02/09/2024 16:40,2024-09-03T09:05:30,n\n"
    )
    (values,) = read(csv_file(tmp_path, text)).kept
    assert (values["referral_received"], values["referral_received_minute"]) == (date(2024, 9, 2), 1000)
    assert (values["held"], values["held_minute"]) == (date(2024, 9, 3), 545)
    assert type(values["held"]) is date


def test_times_are_read_from_the_cells_of_a_workbook(tmp_path: Path) -> None:
    rows = [
        ["Child ID", "Referral received", "Discussion held", "Discussion held time", "Section 47"],
        ["101", datetime(2024, 9, 2, 16, 40), date(2024, 9, 3), time(9, 5), "yes"],  # noqa: DTZ001
        ["102", date(2024, 9, 2), date(2024, 9, 2), time(0, 0), "no"],
    ]
    first, second = read(workbook(tmp_path, Discussions=rows)).kept
    assert (first["referral_received_minute"], first["held_minute"]) == (1000, 545)
    assert (second.get("referral_received_minute"), second["held_minute"]) == (None, 0)


def test_midnight_beside_a_date_is_no_time_and_the_column_of_the_time_comes_first(tmp_path: Path) -> None:
    text = f"{DISCUSSIONS}\n101,02/09/2024 00:00:00,,03/09/2024 10:00,00:00,,,\n"
    (values,) = read(csv_file(tmp_path, text)).kept
    assert (values["referral_received_minute"], values["held_minute"]) == (None, 0)


def test_a_time_that_cannot_be_read_is_left_out_with_a_warning_and_a_date_with_one_holds_the_row(
    tmp_path: Path,
) -> None:
    text = f"{DISCUSSIONS}\n101,02/09/2024,noon,03/09/2024,25:00,,,\n102,02/09/2024 noon,,03/09/2024,,,,\n"
    found = read(csv_file(tmp_path, text))
    assert [values["referral_received_minute"] for values in found.kept] == [None]
    assert found.rules() == ["time_unreadable", "time_unreadable"]
    assert found.held == [3]


@pytest.mark.parametrize(
    ("held", "stood_down", "concluded"),
    [
        ("", "", None),
        ("04/09/2024", "", date(2024, 9, 4)),
        ("", "05/09/2024", date(2024, 9, 5)),
        ("04/09/2024", "03/09/2024", date(2024, 9, 3)),
    ],
)
def test_a_discussion_is_concluded_when_held_or_stood_down_whichever_came_first(
    tmp_path: Path, held: str, stood_down: str, concluded: date | None
) -> None:
    (values,) = read(csv_file(tmp_path, f"{DISCUSSIONS}\n101,02/09/2024,,{held},,{stood_down},,\n")).kept
    assert values["concluded"] == concluded


def test_a_discussion_without_a_referral_date_is_kept_and_one_with_neither_date_is_held(
    tmp_path: Path,
) -> None:
    found = read(csv_file(tmp_path, f"{DISCUSSIONS}\n101,,,03/09/2024,,,,\n102,,,,,03/09/2024,,\n"))
    assert [values["child_id"] for values in found.kept] == ["101"]
    assert found.only("discussion_without_a_day").row == 3


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("ICPC", "conference"),
        ("Convene conference", "conference"),
        ("NFA", "no_further_action"),
        ("no further action", "no_further_action"),
        ("Concerns not substantiated", "no_further_action"),
        ("CIN plan", "child_in_need"),
        ("Step down to early help", "early_help"),
    ],
)
def test_the_outcome_of_an_enquiry_is_read_in_plain_words(tmp_path: Path, written: str, outcome: str) -> None:
    found = read(csv_file(tmp_path, f"{ENQUIRIES}\n101,02/09/2024,09/09/2024,{written},North\n"))
    assert found.problems == []
    assert found.kept[0]["outcome"] == outcome


def test_an_unknown_outcome_is_kept_as_it_stands_with_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{ENQUIRIES}\n101,02/09/2024,09/09/2024,paused,\n"))
    assert found.kept[0]["outcome"] == "paused"
    assert found.only("code_unknown").column == "Enquiry outcome"


def test_an_outcome_without_an_end_is_kept_as_open_with_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{ENQUIRIES}\n101,02/09/2024,,NFA,\n102,02/09/2024,,,\n"))
    assert [values["ended"] for values in found.kept] == [None, None]
    assert found.only("outcome_without_end").row == 2


def test_a_visit_is_read_with_its_kind_and_who_was_seen(tmp_path: Path) -> None:
    text = f"{VISITS}\n101,CP visit,02/09/2024,yes,no,W1,North\n101,walk,03/09/2024,,,,\n"
    found = read(csv_file(tmp_path, text))
    kinds = [(v["kind"], v["seen"], v["seen_alone"]) for v in found.kept]
    assert kinds == [("child_protection", True, False), ("walk", None, None)]
    assert found.only("code_unknown").column == "Kind of visit"


def test_a_supervision_is_of_a_worker_and_may_be_of_a_case(tmp_path: Path) -> None:
    text = (
        f"{SUPERVISIONS}\nW1,02/09/2024,case supervision,101,North,M1\nW1,02/09/2024,one to one,,North,M1\n"
    )
    found = read(csv_file(tmp_path, text))
    assert found.problems == []
    assert [(v["kind"], v["child_id"]) for v in found.kept] == [("case", "101"), ("personal", None)]


def test_a_contact_is_read_with_the_time_of_its_decision(tmp_path: Path) -> None:
    text = f"{CONTACTS}\nK1,101,02/09/2024,23:50,6,03/09/2024 08:30,,signposted,\nK2,102,02/09/2024,,,,,,\n"
    found = read(csv_file(tmp_path, text))
    assert found.problems == []
    first, second = found.kept
    assert (first["received_minute"], first["decided"], first["decided_minute"]) == (
        1430,
        date(2024, 9, 3),
        510,
    )
    assert first["outcome"] == "information"
    assert (second["decided"], second["outcome"]) == (None, None)


def test_an_early_help_episode_is_read(tmp_path: Path) -> None:
    text = f"{EARLY_HELP}\n101,02/09/2024,20/09/2024,,Hill Top School,debt,,W9\n"
    found = read(csv_file(tmp_path, text))
    assert found.problems == []
    assert (found.kept[0]["started"], found.kept[0]["ended"]) == (date(2024, 9, 2), None)


def test_codes_are_read_in_any_of_their_spellings() -> None:
    for part in REGISTERS:
        for column in part.columns:
            if isinstance(column.as_, Codes):
                assert {code for _, code in column.as_.also} <= set(column.as_.known)


def test_each_register_fills_a_table_of_its_own() -> None:
    assert {register_of(table).name for table in TABLES} == {part.name for part in REGISTERS}
    assert len(REGISTERS) == len(TABLES)
