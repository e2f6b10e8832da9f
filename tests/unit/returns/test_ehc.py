"""Requests for education, health and care plans: until when each was open, and under which headings it comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.ehc import REQUESTS, concluded
from lineofsight.returns.problems import FileRefusedError
from tests.unit.returns.files import csv_file, read, workbook

OURS = (
    "Request ID,Child ID,Received,Request outcome,Request outcome date,Assessment outcome,Assessment outcome date,"
    "Exceptions apply,Plan issued,Plan ceased"
)
SYSTEMS = (
    "Person ID,Requests Record ID,Date Request Was Received,Initial Request Whilst In RYA,Request Outcome Date,"
    "Request Outcome,Assessment Outcome To Issue EHCP,Assessment Outcome Date,"
    "Twenty Weeks Time Limit Exceptions Apply,EHC Plan Start Date,Date EHC Plan Ceased"
)
ELEMENTS = (
    "RequestID,PersonID,ReceivedDate,RequestOutcome,RequestOutcomeDate,AssessmentOutcome,AssessmentOutcomeDate,"
    "Week20,StartDate,CeaseDate"
)

RECEIVED, DECIDED, ISSUED = date(2024, 1, 2), date(2024, 2, 12), date(2024, 5, 20)


def request(**values: object) -> dict[str, object]:
    """A request with nothing decided, but for what is given."""
    return {"received": RECEIVED, "request_outcome": "A", **values}


def test_a_request_that_is_being_assessed_is_open() -> None:
    values = request(request_outcome="Y", request_outcome_date=DECIDED, assessment_outcome="A")
    assert concluded(values) == ()
    assert values["concluded"] is None


def test_a_plan_concludes_a_request_on_the_day_of_issue() -> None:
    values = request(request_outcome="Y", assessment_outcome="Y", plan_issued=ISSUED)
    assert concluded(values) == ()
    assert values["concluded"] == ISSUED


@pytest.mark.parametrize("outcome", ["N", "W"])
@pytest.mark.parametrize("stage", ["request_outcome", "assessment_outcome"])
def test_a_refusal_or_withdrawal_concludes_it_on_its_own_day(outcome: str, stage: str) -> None:
    values = request(**{stage: outcome, f"{stage}_date": DECIDED})
    assert concluded(values) == ()
    assert values["concluded"] == DECIDED


def test_the_earliest_of_several_conclusions_counts() -> None:
    values = request(assessment_outcome="N", assessment_outcome_date=DECIDED, plan_issued=ISSUED)
    concluded(values)
    assert values["concluded"] == DECIDED


def test_a_decision_to_assess_concludes_nothing() -> None:
    values = request(request_outcome="Y", request_outcome_date=DECIDED)
    concluded(values)
    assert values["concluded"] is None


@pytest.mark.parametrize("outcome", ["N", "W"])
@pytest.mark.parametrize("stage", ["request_outcome", "assessment_outcome"])
def test_a_refusal_or_withdrawal_without_its_day_is_held_and_never_open_for_ever(
    outcome: str, stage: str
) -> None:
    (flaw,) = concluded(request(**{stage: outcome}))
    assert flaw.holds
    assert flaw.about.rule == "ehc_conclusion_undated"


def test_a_withdrawal_without_its_day_is_kept_where_a_plan_tells_the_end() -> None:
    values = request(request_outcome="W", plan_issued=ISSUED)
    assert concluded(values) == ()
    assert values["concluded"] == ISSUED


@pytest.mark.parametrize("stage", ["request_outcome", "assessment_outcome"])
def test_a_historical_request_without_a_plan_is_open_on_no_day(stage: str) -> None:
    values = request(**{stage: "H"})
    assert concluded(values) == ()
    assert values["concluded"] == RECEIVED


def test_a_historical_request_with_a_plan_was_concluded_by_it() -> None:
    values = request(request_outcome="H", plan_issued=ISSUED)
    concluded(values)
    assert values["concluded"] == ISSUED


def test_an_outcome_that_is_no_code_is_held_since_it_may_have_ended_the_request() -> None:
    (flaw,) = concluded(request(request_outcome="Z"))
    assert (flaw.holds, flaw.about.rule, flaw.header) == (True, "ehc_outcome_unknown", "Request outcome")
    assert concluded(request(request_outcome="Z", plan_issued=ISSUED)) == ()


@pytest.mark.parametrize("header", [OURS, SYSTEMS, ELEMENTS])
def test_our_own_and_sen2_headings_are_read_alike(tmp_path: Path, header: str) -> None:
    by_name = {
        column: value
        for names, value in [
            (("Request ID", "Requests Record ID", "RequestID"), "R1"),
            (("Child ID", "Person ID", "PersonID"), "101"),
            (("Received", "Date Request Was Received", "ReceivedDate"), "02/01/2024"),
            (("Request outcome", "Request Outcome", "RequestOutcome"), "Y"),
            (("Request outcome date", "Request Outcome Date", "RequestOutcomeDate"), "12/02/2024"),
            (("Assessment outcome", "Assessment Outcome To Issue EHCP", "AssessmentOutcome"), "Y"),
            (("Assessment outcome date", "Assessment Outcome Date", "AssessmentOutcomeDate"), "20/05/2024"),
            (("Exceptions apply", "Twenty Weeks Time Limit Exceptions Apply", "Week20"), "0"),
            (("Plan issued", "EHC Plan Start Date", "StartDate"), "20/05/2024"),
            (("Plan ceased", "Date EHC Plan Ceased", "CeaseDate"), ""),
        ]
        for column in names
    }
    row = ",".join(by_name.get(name, "") for name in header.split(","))
    found = read(csv_file(tmp_path, f"{header}\n{row}\n"))
    assert found.kept == [
        {
            "request_id": "R1",
            "child_id": "101",
            "received": RECEIVED,
            "request_outcome": "Y",
            "request_outcome_date": DECIDED,
            "assessment_outcome": "Y",
            "assessment_outcome_date": ISSUED,
            "exceptions_apply": False,
            "plan_issued": ISSUED,
            "plan_ceased": None,
            "concluded": ISSUED,
        }
    ]


def test_dates_written_by_a_sen2_system_are_read_with_one_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{OURS}\nR1,101,2024-01-02,A,,,,,,\nR2,101,2024-01-03,A,,,,,,\n"))
    assert found.kept[0]["received"] == RECEIVED
    assert found.only("date_written_year_first").times == 2


def test_a_held_request_names_the_column_as_the_file_does(tmp_path: Path) -> None:
    row = {"Requests Record ID": "R1", "Date Request Was Received": "02/01/2024", "Request Outcome": "W"}
    found = read(
        csv_file(tmp_path, SYSTEMS + "\n" + ",".join(row.get(n, "") for n in SYSTEMS.split(",")) + "\n")
    )
    assert found.held == [2]
    assert found.only("ehc_conclusion_undated").column == "Request Outcome Date"


@pytest.mark.parametrize("column", ["Request ID", "Received"])
def test_a_request_without_its_number_or_day_is_held(tmp_path: Path, column: str) -> None:
    row = {"Request ID": "R1", "Received": "02/01/2024", "Request outcome": "A"} | {column: ""}
    found = read(csv_file(tmp_path, OURS + "\n" + ",".join(row.get(n, "") for n in OURS.split(",")) + "\n"))
    assert found.held == [2]


def test_a_file_without_outcomes_is_refused_since_every_refusal_would_look_open(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="'Request outcome'"):
        read(csv_file(tmp_path, OURS.replace("Request outcome,", "") + "\n"))


def test_a_workbook_with_real_dates_is_read(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [
        OURS.split(","),
        ["R1", 101, RECEIVED, "W", DECIDED, None, None, 0, None, None],
    ]
    found = read(workbook(tmp_path, Requests=rows))
    assert found.kept[0]["concluded"] == DECIDED
    assert (found.rows[0].sheet, found.rows[0].row) == ("Requests", 2)


def test_every_column_of_the_table_is_filled() -> None:
    assert {column.to for column in REQUESTS.columns} | {"concluded"} == set(REQUESTS.table.columns)
