"""Practice audits: what a file may call things, and what is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.indicators.audits import INDICATORS
from lineofsight.indicators.shapes import Indicator
from tests.unit.returns.files import csv_file, read

ANSWERS = "Audit ID,Question,Answer,Agreed answer\n"
every = pytest.mark.parametrize("each", INDICATORS, ids=lambda each: each.id)


def test_an_audit_is_kept_with_its_grade_in_the_form_s_word(tmp_path: Path) -> None:
    head = "Audit ID,Child ID,Team,Service,Auditor,Audited on,Moderated,Overall grade\n"
    row = "A1,C1,North,Support,Q7,10/09/2024,yes,Requires improvement to be good\n"
    found = read(csv_file(tmp_path, head + row))
    assert (found.part, found.problems) == ("audits", [])
    assert found.kept[0]["overall_grade"] == "requires_improvement"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("none", "none"), ("None", "none"), ("N/A", "na"), ("RI", "requires_improvement"), ("Y", "yes")],
)
def test_no_evidence_and_not_applicable_are_answers_and_not_blanks(
    tmp_path: Path, written: str, meant: str
) -> None:
    found = read(csv_file(tmp_path, f"{ANSWERS}A1,risk.addressed,{written},\n"))
    assert found.problems == []
    assert found.kept[0]["answer"] == meant


def test_a_domain_in_words_is_the_form_s_question_and_another_question_keeps_its_name(tmp_path: Path) -> None:
    rows = "A1,Partnership Working,good,\nA1, S_Plan.Grade ,good,\n"
    found = read(csv_file(tmp_path, ANSWERS + rows))
    assert [row["question"] for row in found.kept] == ["s_partner.grade", "s_plan.grade"]


def test_an_answer_that_is_no_word_of_the_form_is_kept_with_a_warning(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, f"{ANSWERS}A1,s_engage.grade,splendid,\n"))
    assert found.rules() == ["code_unknown"]
    assert found.kept[0]["answer"] == "splendid"


@every
def test_nobody_can_learn_from_a_figure_or_its_rows_who_audited(each: Indicator) -> None:
    names = [b.name for b in each.breakdowns]
    assert names == ["team", "service", "moderation"]
    assert "auditor" not in each.rows(*names).columns
