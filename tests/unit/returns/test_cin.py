"""The children in need census: what each element becomes, and where each row was found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.cin import CIN_CENSUS
from tests.unit.returns.census import EVERYTHING, read

CASE = {"child_id": "c1", "referral_date": date(2023, 10, 6)}
EXPECTED = {
    "children": [
        {
            "child_id": "c1",
            "upn": "A123456789123",
            "former_upn": "X1",
            "born": date(2015, 3, 27),
            "expected_birth": date(2015, 3, 20),
            "died": date(2024, 2, 1),
            "sex": "F",
            "ethnicity": "WBRI",
        }
    ],
    "disabilities": [{"child_id": "c1", "disability": "HAND"}, {"child_id": "c1", "disability": "NONE"}],
    "referrals": [
        {
            **CASE,
            "source": "1A",
            "primary_need": "N4",
            "closure_date": date(2024, 2, 27),
            "closure_reason": "RC1",
            "no_further_action": False,
        }
    ],
    "assessments": [
        {
            **CASE,
            "started": date(2023, 10, 7),
            "internal_review": date(2023, 10, 22),
            "authorised": date(2023, 11, 18),
        }
    ],
    "assessment_factors": [
        {**CASE, "assessment_started": date(2023, 10, 7), "factor": factor} for factor in ("2A", "2B")
    ],
    "child_in_need_plans": [{**CASE, "started": date(2024, 1, 24), "ended": date(2024, 1, 26)}],
    "section_47_enquiries": [
        {
            **CASE,
            "started": date(2023, 10, 12),
            "conference_target": date(2023, 11, 2),
            "conference_date": date(2023, 10, 27),
            "conference_not_required": False,
        }
    ],
    "conferences": [
        {
            **CASE,
            "came_from": "section 47",
            "strategy_discussion_date": date(2023, 10, 12),
            "held_date": date(2023, 10, 27),
        },
        {**CASE, "came_from": "referral", "held_date": date(2023, 12, 6)},
    ],
    "child_protection_plans": [
        {
            **CASE,
            "started": date(2023, 10, 27),
            "ended": date(2024, 3, 14),
            "initial_category": "PHY",
            "latest_category": "NEG",
            "previous_plans": 1,
        }
    ],
    "child_protection_reviews": [
        {**CASE, "plan_started": date(2023, 10, 27), "review_date": date(2024, 1, 15)}
    ],
    "pre_proceedings": [
        {
            **CASE,
            "started": date(2024, 1, 9),
            "letter_sent": date(2024, 1, 20),
            "family_meeting_offered": "1",
            "family_meeting_facilitated": "0",
            "initial_meeting": date(2024, 1, 28),
            "reviews": 3,
            "decided": date(2024, 2, 1),
            "outcome": "A",
            "court_application": date(2024, 2, 18),
            "initial_letter": date(2024, 2, 5),
        }
    ],
}


@pytest.mark.parametrize("table", [table.name for table in CIN_CENSUS.tables])
def test_every_value_of_every_group_reaches_its_column(tmp_path: Path, table: str) -> None:
    assert read(tmp_path, EVERYTHING).of(table) == EXPECTED[table]


def test_a_good_file_has_no_findings_and_only_columns_that_its_tables_have(tmp_path: Path) -> None:
    result = read(tmp_path, EVERYTHING)
    assert result.problems == []
    columns = {table.name: set(table.columns) for table in CIN_CENSUS.tables}
    assert all(set(row.values) <= columns[row.table] for row in result.rows)


def test_every_row_knows_the_path_and_line_of_its_element(tmp_path: Path) -> None:
    places = {
        row.table: (row.sheet, row.row)
        for row in read(tmp_path, EVERYTHING).rows
        if row.table != "conferences"
    }
    assert places["children"] == ("Child", 3)
    assert places["referrals"] == ("Child/CINdetails", 12)
    assert places["section_47_enquiries"] == ("Child/CINdetails/Section47", 24)
    assert places["child_protection_reviews"] == (
        "Child/CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate",
        33,
    )
