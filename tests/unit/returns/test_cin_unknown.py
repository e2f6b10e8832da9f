"""The children in need census: elements that nobody knows, and elements that hold nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from lineofsight.returns.problems import Severity
from tests.unit.returns.census import EVERYTHING, REFERRED, child, message, read


def test_an_unknown_element_is_told_once_with_how_many_there_were(tmp_path: Path) -> None:
    result = read(
        tmp_path, message(child(REFERRED + "<Mood>good</Mood>"), child(REFERRED + "<Mood>bad</Mood>"))
    )
    (problem,) = result.problems
    assert (problem.rule, problem.sheet, problem.column) == ("element_unknown", "Child/CINdetails", "Mood")
    assert (problem.times, problem.row, problem.value) == (2, 3, None)
    assert len(result.of("referrals")) == 2


@pytest.mark.parametrize(
    ("text", "where", "name"),
    [
        (EVERYTHING.replace("<Child>", "<Child><Pets/>"), "Child", "Pets"),
        (EVERYTHING.replace("<Sex>", "<Shoes>3</Shoes><Sex>"), "Child", "Shoes"),
        (
            EVERYTHING.replace("<Reviews>", "<Reviews><Note/>"),
            "Child/CINdetails/ChildProtectionPlans/Reviews",
            "Note",
        ),
        (EVERYTHING.replace("<Children>", "<Parents/><Children>"), "Message", "Parents"),
    ],
)
def test_an_unknown_element_is_told_wherever_it_stands(
    tmp_path: Path, text: str, where: str, name: str
) -> None:
    result = read(tmp_path, text)
    assert [(problem.sheet, problem.column) for problem in result.problems] == [(where, name)]
    as_without = read(tmp_path, EVERYTHING)
    assert [row.values for row in result.rows] == [row.values for row in as_without.rows]


def test_empty_elements_are_no_rows(tmp_path: Path) -> None:
    empties = "<Section47/><CINPlanDates><CINPlanStartDate/></CINPlanDates><DateOfInitialCPC/>"
    assessment = (
        "<Assessments><AssessmentActualStartDate>2024-01-01</AssessmentActualStartDate>{}</Assessments>"
    )
    factors = "<FactorsIdentifiedAtAssessment><AssessmentFactors/></FactorsIdentifiedAtAssessment>"
    result = read(tmp_path, message(child(REFERRED + empties + assessment.format(factors), " ")))
    assert Counter(row.table for row in result.rows) == {"children": 1, "referrals": 1, "assessments": 1}
    assert result.problems == []


def test_a_missing_answer_on_whether_a_conference_was_needed_is_a_warning(tmp_path: Path) -> None:
    details = f"{REFERRED}<Section47><S47ActualStartDate>2024-01-01</S47ActualStartDate></Section47>"
    result = read(tmp_path, message(child(details)))
    assert result.said() == [("value_missing", "ICPCnotRequired", Severity.WARNING)]
    assert len(result.of("section_47_enquiries")) == 1


def test_no_message_gives_a_value_away(tmp_path: Path) -> None:
    text = EVERYTHING
    for value in ("2023-10-06", "2015-03-27", "2024-02-27", "2A", "PHY"):
        text = text.replace(f">{value}<", ">SECRET<")
    problems = read(tmp_path, text.replace(">F<", ">SECRET<")).problems
    assert len(problems) == 6
    assert all(
        problem.value == "SECRET" and "SECRET" not in problem.message + problem.remedy for problem in problems
    )
