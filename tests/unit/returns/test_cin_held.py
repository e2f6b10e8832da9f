"""The children in need census: rows that no indicator could trust are held back, and the rest kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.returns.problems import Severity
from tests.unit.returns.census import EVERYTHING, REFERRED, child, message, read

PLACED = {
    "referrals": "<CINreferralDate>{}</CINreferralDate><ReferralSource>1A</ReferralSource>",
    "assessments": "{r}<Assessments><AssessmentActualStartDate>{}</AssessmentActualStartDate><AssessmentAuthorisationDate>2024-01-02</AssessmentAuthorisationDate></Assessments>",
    "child_in_need_plans": "{r}<CINPlanDates><CINPlanStartDate>{}</CINPlanStartDate><CINPlanEndDate>2024-01-02</CINPlanEndDate></CINPlanDates>",
    "section_47_enquiries": "{r}<Section47><S47ActualStartDate>{}</S47ActualStartDate><ICPCnotRequired>1</ICPCnotRequired></Section47>",
    "child_protection_plans": "{r}<ChildProtectionPlans><CPPstartDate>{}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse></ChildProtectionPlans>",
    "pre_proceedings": "{r}<PreProceedingsandFGDM><PPStartDate>{}</PPStartDate><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>",
}


@pytest.mark.parametrize("table", PLACED)
@pytest.mark.parametrize("text", ["", "soon"])
def test_a_row_without_the_date_that_places_it_is_held_back(tmp_path: Path, table: str, text: str) -> None:
    result = read(tmp_path, message(child(PLACED[table].format(text, r=REFERRED))))
    assert (result.of(table), result.held(table)) == ([], 1)
    assert [problem.table for problem in result.problems if problem.severity is Severity.HELD] == [table]


@pytest.mark.parametrize("table", PLACED)
def test_the_same_row_with_its_date_is_kept(tmp_path: Path, table: str) -> None:
    result = read(tmp_path, message(child(PLACED[table].format("2024-01-01", r=REFERRED))))
    assert (len(result.of(table)), result.held(table)) == (1, 0)


DECIDING = {
    ("referrals", "closure_date"): "{r}<CINclosureDate>{}</CINclosureDate>",
    ("assessments", "authorised"): PLACED["assessments"]
    .replace("2024-01-02", "{}")
    .replace("{}", "2024-01-01", 1),
    ("child_in_need_plans", "ended"): PLACED["child_in_need_plans"]
    .replace("2024-01-02", "{}")
    .replace("{}", "2024-01-01", 1),
    ("section_47_enquiries", "conference_date"): PLACED["section_47_enquiries"]
    .replace("{}", "2024-01-01")
    .replace("<ICPC", "<DateOfInitialCPC>{}</DateOfInitialCPC><ICPC"),
    ("child_protection_plans", "ended"): PLACED["child_protection_plans"]
    .replace("{}", "2024-01-01")
    .replace("<Initial", "<CPPendDate>{}</CPPendDate><Initial"),
    ("pre_proceedings", "decided"): PLACED["pre_proceedings"]
    .replace("{}", "2024-01-01")
    .replace("<PPOut", "<StepDecisionDate>{}</StepDecisionDate><PPOut"),
}


@pytest.mark.parametrize(("table", "column"), DECIDING)
def test_an_end_that_cannot_be_read_holds_its_row_back(tmp_path: Path, table: str, column: str) -> None:
    result = read(tmp_path, message(child(DECIDING[table, column].format("soon", r=REFERRED))))
    assert (result.of(table), result.held(table)) == ([], 1)


@pytest.mark.parametrize(("table", "column"), DECIDING)
def test_an_end_that_is_not_there_means_open(tmp_path: Path, table: str, column: str) -> None:
    result = read(tmp_path, message(child(DECIDING[table, column].format("", r=REFERRED))))
    assert (result.of(table)[0].get(column), result.held(table), result.problems) == (None, 0, [])


def test_a_flag_that_decides_and_cannot_be_read_holds_its_enquiry_back(tmp_path: Path) -> None:
    details = PLACED["section_47_enquiries"].format("2024-01-01", r=REFERRED).replace(">1<", ">perhaps<")
    result = read(tmp_path, message(child(details)))
    assert result.said() == [("flag_unknown", "ICPCnotRequired", Severity.HELD)]
    assert result.held("section_47_enquiries") == 1


def test_a_flag_that_decides_nothing_is_a_warning(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(f"{REFERRED}<ReferralNFA>perhaps</ReferralNFA>")))
    assert result.said() == [("flag_unknown", "ReferralNFA", Severity.WARNING)]
    assert result.of("referrals")[0]["no_further_action"] is None


def test_a_number_below_zero_is_a_warning_and_zero_is_not(tmp_path: Path) -> None:
    details = PLACED["child_protection_plans"].format("2024-01-01", r=REFERRED)
    counted = details.replace("<Initial", "<NumberOfPreviousCPP>{}</NumberOfPreviousCPP><Initial")
    result = read(tmp_path, message(child(counted.format(0)), child(counted.format(-1))))
    assert [row["previous_plans"] for row in result.of("child_protection_plans")] == [0, None]
    assert result.said() == [("number_below_zero", "NumberOfPreviousCPP", Severity.WARNING)]


def test_what_a_held_referral_holds_is_kept_with_no_referral_date(tmp_path: Path) -> None:
    details = EVERYTHING.replace("<CINreferralDate>2023-10-06", "<CINreferralDate>06/10/2023")
    result = read(tmp_path, details)
    assert result.held("referrals") == sum(row.held for row in result.rows) == 1
    assert {row["referral_date"] for row in result.of("conferences")} == {None}


@pytest.mark.parametrize(
    "id_given", ["", "<LAchildID/>", "<LAchildID>None</LAchildID>", "<LAchildID>1.2E+11</LAchildID>"]
)
def test_without_a_child_id_everything_below_the_child_is_held_and_counted_once(
    tmp_path: Path, id_given: str
) -> None:
    result = read(tmp_path, EVERYTHING.replace("<LAchildID>c1</LAchildID>", id_given))
    assert all(row.held for row in result.rows)
    (problem,) = result.problems
    assert (problem.column, problem.severity, problem.times) == ("LAchildID", Severity.HELD, len(result.rows))


def test_a_child_without_identifiers_is_held_and_the_next_child_kept(tmp_path: Path) -> None:
    nobody = "<Child><CINdetails>" + REFERRED + "</CINdetails></Child>"
    result = read(tmp_path, message(nobody, child(REFERRED)))
    assert (result.held("referrals"), len(result.of("referrals"))) == (1, 1)


def test_factors_of_an_assessment_without_a_start_are_held_with_one_problem(tmp_path: Path) -> None:
    result = read(tmp_path, EVERYTHING.replace(">2023-10-07<", "><"))
    assert (result.held("assessments"), result.held("assessment_factors")) == (1, 2)
    assert [(problem.rule, problem.times) for problem in result.problems] == [
        ("value_missing", 1),
        ("assessment_start_missing", 2),
    ]


def test_factors_of_an_assessment_held_for_its_end_are_kept(tmp_path: Path) -> None:
    result = read(tmp_path, EVERYTHING.replace(">2023-11-18<", ">soon<"))
    assert (result.held("assessments"), len(result.of("assessment_factors"))) == (1, 2)


def test_reviews_of_a_plan_without_a_start_are_kept(tmp_path: Path) -> None:
    result = read(tmp_path, EVERYTHING.replace("<CPPstartDate>2023-10-27</CPPstartDate>", ""))
    assert (result.held("child_protection_plans"), len(result.of("child_protection_reviews"))) == (1, 1)


def test_a_value_given_twice_differently_is_not_chosen_from(tmp_path: Path) -> None:
    twice = "<CINclosureDate>2024-01-01</CINclosureDate><CINclosureDate>2024-01-02</CINclosureDate>"
    result = read(tmp_path, message(child(REFERRED + twice)))
    assert result.said() == [("element_repeated", "CINclosureDate", Severity.HELD)]


def test_a_value_given_twice_alike_is_one_value(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(REFERRED + REFERRED)))
    assert (result.problems, len(result.of("referrals"))) == ([], 1)


def test_elements_where_a_value_should_be_do_not_make_a_case_look_open(tmp_path: Path) -> None:
    result = read(tmp_path, message(child(f"{REFERRED}<CINclosureDate><Day>1</Day></CINclosureDate>")))
    assert result.said() == [("element_not_a_value", "CINclosureDate", Severity.HELD)]
