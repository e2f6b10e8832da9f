"""The register of permanent exclusions: its statuses in plain words, and statuses without a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.exclusions import EXCLUSIONS_PART
from tests.unit.returns.files import csv_file, read

HEADER = "Exclusion ID,Child ID,Notified,Excluded from,School,Phase,Year group,Sex,Reason,Status,Status date"


def row(status: str, status_date: str = "20/02/2024", **values: str) -> str:
    usual = {"Exclusion ID": "X1", "Child ID": "101", "Notified": "01/02/2024", "Excluded from": "02/02/2024"}
    given = {**usual, "Status": status, "Status date": status_date, **values}
    return ",".join(given.get(name, "") for name in HEADER.split(","))


def statuses(tmp_path: Path, *rows: str) -> list[tuple[object, object]]:
    found = read(csv_file(tmp_path, "\n".join([HEADER, *rows, ""])))
    return [(values["status"], values["status_date"]) for values in found.kept]


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("notified", "notified"),
        ("Cancelled", "cancelled"),
        ("WITHDRAWN", "withdrawn"),
        ("upheld", "upheld"),
        ("Upheld by governors", "upheld"),
        ("Confirmed", "upheld"),
        ("Not upheld", "reinstated"),
        ("Reinstated", "reinstated"),
        ("IRP upheld", "irp_upheld"),
        ("irp_upheld", "irp_upheld"),
        ("Upheld by independent review panel", "irp_upheld"),
        ("Quashed by IRP", "quashed"),
        ("pending", "pending"),
        ("To be decided", "pending"),
    ],
)
def test_a_status_is_read_in_plain_words(tmp_path: Path, written: str, status: str) -> None:
    assert statuses(tmp_path, row(written)) == [(status, date(2024, 2, 20))]


def test_each_status_of_an_exclusion_is_a_row(tmp_path: Path) -> None:
    rows = [row("notified", "01/02/2024"), row("upheld", "20/02/2024"), row("quashed", "03/05/2024")]
    assert [status for status, _ in statuses(tmp_path, *rows)] == ["notified", "upheld", "quashed"]


def test_a_notification_without_its_own_date_is_dated_by_the_notice(tmp_path: Path) -> None:
    assert statuses(tmp_path, row("notified", "")) == [("notified", date(2024, 2, 1))]


def test_another_status_without_a_date_is_kept_with_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, "\n".join([HEADER, row("upheld", ""), ""])))
    assert found.kept[0]["status_date"] is None
    assert found.only("status_undated").column == "Status date"


def test_a_notification_with_neither_date_is_warned_of_too(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, "\n".join([HEADER, row("notified", "", Notified=""), ""])))
    assert found.only("status_undated").row == 2


def test_an_unknown_status_is_kept_with_a_warning_so_that_an_older_one_does_not_stand_for_it(
    tmp_path: Path,
) -> None:
    found = read(csv_file(tmp_path, "\n".join([HEADER, row("sent back"), ""])))
    assert found.kept[0]["status"] == "sent back"
    assert found.only("code_unknown").column == "Status"


@pytest.mark.parametrize("column", ["Exclusion ID", "Excluded from", "Status"])
def test_a_row_without_what_places_it_is_held(tmp_path: Path, column: str) -> None:
    blanked = {column: ""} if column != "Status" else {}
    written = row("" if column == "Status" else "upheld", **blanked)
    found = read(csv_file(tmp_path, "\n".join([HEADER, written, ""])))
    assert found.held == [2]
    assert found.only("value_missing").column == column


def test_a_status_date_that_cannot_be_read_holds_the_row(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, "\n".join([HEADER, row("upheld", "in May"), ""])))
    assert found.held == [2]


def test_every_column_of_the_table_is_filled() -> None:
    filled = {column.to for column in EXCLUSIONS_PART.columns}
    assert filled | {"leaves_school"} == set(EXCLUSIONS_PART.table.columns)


WIDE = f"{HEADER},Birth date,Compulsory school age,Reason 2,SEN"


@pytest.mark.parametrize(
    ("born", "year", "given", "of_age", "leaves"),
    [
        ("01/03/2008", "", "", True, date(2024, 6, 28)),
        ("31/08/2008", "", "", True, date(2024, 6, 28)),
        ("01/09/2008", "", "", True, date(2025, 6, 27)),
        ("01/10/2018", "", "", True, date(2035, 6, 29)),
        ("02/02/2019", "", "", False, date(2035, 6, 29)),
        ("", "11", "", True, date(2024, 6, 28)),
        ("", "Year 7", "", True, date(2028, 6, 30)),
        ("", "12", "", False, None),
        ("", "R", "", None, None),
        ("", "12", "yes", True, None),
    ],
)
def test_compulsory_school_age_follows_from_birth_or_year_and_what_is_given_stands(
    tmp_path: Path, born: str, year: str, given: str, of_age: bool | None, leaves: date | None
) -> None:
    written = row("upheld", **{"Year group": year}) + f",{born},{given},,"
    (kept,) = read(csv_file(tmp_path, f"{WIDE}\n{written}\n")).kept
    assert (kept["of_school_age"], kept["leaves_school"]) == (of_age, leaves)


def test_phases_and_reasons_are_read_in_plain_words_and_others_are_kept_with_a_warning(
    tmp_path: Path,
) -> None:
    first = row("upheld", Phase="High School", Reason="Persistent disruptive behaviour") + ",,,DB,EHCP"
    other = row("upheld", Phase="Studio", Reason="Mischief") + ",,,,"
    found = read(csv_file(tmp_path, f"{WIDE}\n{first}\n{other}\n"))
    assert [(v["phase"], v["reason"], v["reason_2"], v["sen"]) for v in found.kept] == [
        ("secondary", "DB", "DB", "E"),
        ("Studio", "Mischief", None, None),
    ]
    assert sorted(p.value or "" for p in found.problems if p.rule == "code_unknown") == ["Mischief", "Studio"]


def test_a_closure_without_a_last_day_is_of_one_day(tmp_path: Path) -> None:
    text = "School,First day closed,Last day closed,Reason\n,25/11/2024,,training\n,,26/11/2024,\n,1/8/24,,\n"
    found = read(csv_file(tmp_path, text))
    assert [(v["school"], v["first_day"], v["last_day"]) for v in found.kept] == [
        (None, date(2024, 11, 25), date(2024, 11, 25))
    ]
    assert found.held == [3, 4]
