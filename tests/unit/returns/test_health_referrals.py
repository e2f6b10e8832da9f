"""Referrals to health services as a provider gives them: headings, words, what does not agree, what is held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.health_referrals import REFERRALS
from lineofsight.returns.tables import health_referrals
from tests.unit.returns.files import csv_file, read, workbook

HEADER = "Health referral ID,Child ID,Health service,Health referral received,Referral outcome,First contact,Closed"
REQUESTED = (
    "Service request ID",
    "Child ID",
    "Service",
    "Referral request received date",
    "Source of referral",
)


def test_a_referral_is_read_with_what_a_provider_says_of_it(tmp_path: Path) -> None:
    header = ",".join(column.header for column in REFERRALS.columns)
    line = "R1,C1,14/03/2011,M,North,neurodevelopmental,autism,East clinic,school,02/01/2024,accepted,20/05/2024,"
    found = read(csv_file(tmp_path, f"{header}\n{line}\n"))
    assert [p for p in found.problems if p.severity != "note"] == []
    assert found.kept == [
        {
            "referral_id": "R1",
            "child_id": "C1",
            "born": date(2011, 3, 14),
            "sex": "M",
            "home_ward": "North",
            "service": "neurodevelopmental",
            "pathway": "autism",
            "team": "East clinic",
            "source": "school",
            "received": date(2024, 1, 2),
            "outcome": "accepted",
            "first_contact": date(2024, 5, 20),
            "closed": None,
        }
    ]
    assert set(found.kept[0]) == set(health_referrals.columns)


def test_the_words_of_the_national_data_set_and_of_services_are_understood(tmp_path: Path) -> None:
    rows = [
        [*REQUESTED, "Triage outcome", "Date of first contact", "Discharge date", "Assessment pathway"],
        ["1", "7", "CYPMHS", date(2024, 1, 2), "SENCO", "Rejected", None, date(2024, 1, 9), None],
        ["2", "8", "ND", date(2024, 1, 2), "Self-referral", None, None, None, "ASD and ADHD"],
    ]
    first, second = read(workbook(tmp_path, Referrals=rows)).kept
    assert (first["service"], first["source"], first["outcome"]) == ("camhs", "school", "not_accepted")
    assert (second["service"], second["source"], second["pathway"]) == (
        "neurodevelopmental",
        "family",
        "autism_and_adhd",
    )


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("R1,C1,camhs,02/01/2024,signposted,,09/01/2024", []),
        ("R1,C1,camhs,02/01/2024,signposted,,", ["referral_closed_undated"]),
        ("R1,C1,camhs,02/01/2024,accepted,,", []),
        ("R1,C1,camhs,02/01/2024,accepted,02/01/2024,", []),
        ("R1,C1,camhs,02/01/2024,accepted,01/01/2024,", ["contact_before_referral"]),
        ("R1,C1,physiotherapy,02/01/2024,accepted,,", ["code_unknown"]),
    ],
)
def test_what_does_not_agree_is_warned_of_and_the_row_is_kept(
    tmp_path: Path, line: str, rules: list[str]
) -> None:
    found = read(csv_file(tmp_path, f"{HEADER}\n{line}\n"))
    assert len(found.kept) == 1
    assert [p.rule for p in found.problems if p.row == 2] == rules


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        (",C1,camhs,02/01/2024,,,", "Health referral ID", "value_missing"),
        ("R1,,camhs,02/01/2024,,,", "Child ID", "value_missing"),
        ("R1,C1,,02/01/2024,,,", "Health service", "value_missing"),
        ("R1,C1,camhs,,,,", "Health referral received", "value_missing"),
        ("R1,C1,camhs,02/01/2024,,soon,", "First contact", "date_unreadable"),
        ("R1,C1,camhs,02/01/2024,,,31/02/2024", "Closed", "date_not_in_calendar"),
    ],
)
def test_a_row_that_could_not_be_counted_rightly_is_held(
    tmp_path: Path, line: str, column: str, rule: str
) -> None:
    found = read(csv_file(tmp_path, f"{HEADER}\n{line}\n"))
    assert found.held == [2]
    assert (found.only(rule).column, found.only(rule).rule) == (column, rule)
