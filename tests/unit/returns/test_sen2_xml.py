"""SEN2 as XML: every level of a person's case, several plans' settings, and files that cannot be dated."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from lineofsight.returns.known import recognise
from lineofsight.returns.model import Covers, Return, Row
from lineofsight.returns.problems import FileRefusedError, Problem

HEADER = "<Header><CollectionDetails><Collection>SEN2</Collection><Year>2025</Year><ReferenceDate>2025-01-16</ReferenceDate></CollectionDetails></Header>"
PLAN = """<NamedPlan><StartDate>2024-05-20</StartDate><PlanRes/><PlanWPB>W</PlanWPB><PB>0</PB><CeaseDate/>
 <PlanDetail><URN>100001</URN><PlacementRank>1</PlacementRank></PlanDetail>
 <PlanDetail><URN>100002</URN><PlacementRank>2</PlacementRank></PlanDetail></NamedPlan>"""
ASSESSED = f"<Assessment><AssessmentOutcome>Y</AssessmentOutcome><AssessmentOutcomeDate>2024-05-20</AssessmentOutcomeDate><Week20>0</Week20>{PLAN}</Assessment>"
ACTIVE = """<ActivePlans><TransferLA/><LastReview>2024-12-01</LastReview>
 <PlacementDetail><URN>100001</URN><PlacementRank>1</PlacementRank><EntryDate>2024-09-02</EntryDate></PlacementDetail>
 <SENneed><SENtype>ASD</SENtype><SENtypeRank>1</SENtypeRank></SENneed>
 <SENneed><SENtype>SLCN</SENtype><SENtypeRank>2</SENtypeRank></SENneed></ActivePlans>"""
UPN = "<Surname>Smith</Surname><Forename>Ann</Forename><PersonBirthDate>2014-03-01</PersonBirthDate><Sex>F</Sex><UPN>A123456789012</UPN>"


def request(
    inside: str = "", received: str = "2024-01-02", outcome: str = "Y", day: str = "2024-02-12"
) -> str:
    return (
        f"<Requests><ReceivedDate>{received}</ReceivedDate><RYA>0</RYA><RequestOutcomeDate>{day}</RequestOutcomeDate>"
        f"<RequestOutcome>{outcome}</RequestOutcome>{inside}</Requests>"
    )


class Sen2:
    """What was read of one file, by table."""

    def __init__(self, path: Path) -> None:
        found = recognise(path)
        assert isinstance(found, tuple)
        return_, part = found
        assert isinstance(return_, Return)
        items = list(return_.read(path, part, path.name))
        self.covers = [item for item in items if isinstance(item, Covers)]
        self.problems = [item for item in items if isinstance(item, Problem)]
        self.rules = [problem.rule for problem in self.problems]
        self.kept: dict[str, list[dict[str, object]]] = defaultdict(list)
        self.held: list[str] = []
        for item in items:
            if isinstance(item, Row) and item.held:
                self.held.append(item.table)
            elif isinstance(item, Row):
                self.kept[item.table].append(item.values)


def file(tmp_path: Path, *persons: str, header: str = HEADER) -> Sen2:
    inside = "".join(f"<Person>{person}</Person>\n" for person in persons)
    path = tmp_path / "sen2.xml"
    path.write_text(f"<Message>{header}<Persons>{inside}</Persons></Message>", encoding="utf-8")
    return Sen2(path)


def test_every_level_of_a_case_is_a_row(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + request(ASSESSED + ACTIVE))
    assert found.problems == []
    assert {table: len(rows) for table, rows in found.kept.items()} == {
        "sen_persons": 1,
        "sen_requests": 1,
        "sen_assessments": 1,
        "sen_named_plans": 1,
        "sen_plan_details": 2,
        "sen_active_plans": 1,
        "sen_placements": 1,
        "sen_needs": 2,
    }
    (asked,) = found.kept["sen_requests"]
    assert (asked["child_id"], asked["request_id"]) == ("A123456789012", "A123456789012 2024-01-02")
    assert asked["settled"] == date(2024, 5, 20)
    (plan,) = found.kept["sen_named_plans"]
    assert (plan["assessment_id"], plan["work_based_learning"]) == (asked["request_id"], "W")


def test_each_setting_of_a_plan_is_its_own(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + request(ASSESSED))
    assert [(row["urn"], row["placement_rank"]) for row in found.kept["sen_plan_details"]] == [
        ("100001", 1),
        ("100002", 2),
    ]


def test_a_census_of_january_speaks_for_the_year_before_it(tmp_path: Path) -> None:
    assert file(tmp_path, UPN).covers == [Covers(since=date(2024, 1, 1), until=date(2025, 1, 16))]


def test_two_requests_of_a_person_on_one_day_are_two(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + request() + request(outcome="N"))
    assert [row["request_id"] for row in found.kept["sen_requests"]] == [
        "A123456789012 2024-01-02",
        "A123456789012 2024-01-02 2",
    ]


def test_a_person_without_a_number_is_kept_and_told_of(tmp_path: Path) -> None:
    found = file(tmp_path, "<PersonBirthDate>2021-03-01</PersonBirthDate>" + request(), UPN)
    assert [row["child_id"] for row in found.kept["sen_persons"]] == ["SEN2 2025-01-16 1", "A123456789012"]
    assert found.rules == ["person_without_number"]


def test_a_request_that_belongs_to_no_period_takes_what_hangs_below_it(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + request(ASSESSED, received=""))
    assert found.held == [
        "sen_requests",
        "sen_assessments",
        "sen_named_plans",
        "sen_plan_details",
        "sen_plan_details",
    ]
    assert "Everything below it is held back too." in found.problems[0].message


def test_a_historical_request_carries_its_plan_without_a_date(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + request(ASSESSED + ACTIVE, received="", outcome="H", day=""))
    assert found.held == []
    assert [row["request_id"] for row in found.kept["sen_requests"]] == ["A123456789012 historical"]


def test_an_element_that_nobody_knows_is_reported_once(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + "<Colour>red</Colour>" + request("<Mood>good</Mood>"), UPN + "<Colour/>")
    assert sorted(problem.column or "" for problem in found.problems) == ["Colour", "Mood"]


def test_an_unknown_code_is_kept_as_it_stands(tmp_path: Path) -> None:
    found = file(tmp_path, UPN + request(ACTIVE.replace("SLCN", "ZZZ")))
    assert [row["need"] for row in found.kept["sen_needs"]] == ["ASD", "ZZZ"]
    assert found.rules == ["code_unknown"]


@pytest.mark.parametrize("day", ["", "16/01/2025"])
def test_a_file_without_a_reference_date_is_refused(tmp_path: Path, day: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        file(tmp_path, UPN, header=HEADER.replace("2025-01-16", day))
    assert refused.value.rule == "period_unknown"


def test_a_file_without_a_person_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError) as refused:
        file(tmp_path)
    assert refused.value.rule == "no_persons"
