"""Every children in need census among the real inputs, recounted from its elements alone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

from lineofsight.returns.cin import CIN_CENSUS
from lineofsight.returns.model import Covers, Row
from lineofsight.returns.problems import Problem, Severity

CASE = "./CINdetails"
ELEMENTS = {
    "children": ".",
    "disabilities": "./ChildCharacteristics/Disabilities/Disability",
    "referrals": CASE,
    "assessments": f"{CASE}/Assessments",
    "assessment_factors": f"{CASE}/Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors",
    "child_in_need_plans": f"{CASE}/CINPlanDates",
    "section_47_enquiries": f"{CASE}/Section47",
    "child_protection_plans": f"{CASE}/ChildProtectionPlans",
    "child_protection_reviews": f"{CASE}/ChildProtectionPlans/Reviews/CPPreviewDate",
    "pre_proceedings": f"{CASE}/PreProceedingsandFGDM",
}


def samples(data: Path) -> list[Path]:
    found = sorted(data.glob("samples/cin/*.xml"))
    assert found
    return found


def holds_text(element: ET.Element) -> bool:
    return any(text.strip() for text in element.itertext())


def dates(element: ET.Element) -> list[str]:
    """The conference dates directly in an element."""
    return [
        leaf.text.strip() for leaf in element.findall("DateOfInitialCPC") if leaf.text and leaf.text.strip()
    ]


def conferences(child: ET.Element) -> int:
    """One for each enquiry with a date, and for each referral whose date is none of its enquiries'."""
    count = 0
    for case in child.findall(CASE):
        of_enquiries = [day for enquiry in case.findall("Section47") for day in dates(enquiry)]
        count += len(of_enquiries) + sum(day not in of_enquiries for day in dates(case))
    return count


def recounted(path: Path) -> Counter[str]:
    counts: Counter[str] = Counter()
    for child in ET.parse(path).getroot().iter("Child"):
        counts["conferences"] += conferences(child)
        for table, where in ELEMENTS.items():
            counts[table] += sum(map(holds_text, child.findall(where)))
    return +counts


def test_rows_in_are_rows_kept_and_held_and_as_many_as_the_elements(data: Path) -> None:
    for path in samples(data):
        rows = [row for row in CIN_CENSUS.read(path, "census", path.name) if isinstance(row, Row)]
        kept = Counter(row.table for row in rows if not row.held)
        held = Counter(row.table for row in rows if row.held)
        assert kept + held == recounted(path)


def test_every_census_is_recognised_and_says_what_it_covers(data: Path) -> None:
    for path in samples(data):
        assert CIN_CENSUS.recognises(path) == "census"
        covers = [item for item in CIN_CENSUS.read(path, "census", path.name) if isinstance(item, Covers)]
        reference = ET.parse(path).getroot().findtext("Header/CollectionDetails/ReferenceDate")
        assert [cover.until.isoformat() for cover in covers] == [reference]


def test_every_row_stands_on_the_line_where_an_element_of_its_name_begins(data: Path) -> None:
    for path in samples(data):
        lines = path.read_text(encoding="utf-8").splitlines()
        for row in CIN_CENSUS.read(path, "census", path.name):
            if isinstance(row, Row):
                assert f"<{row.sheet.rpartition('/')[2]}" in lines[row.row - 1]


def test_every_held_row_has_a_problem_that_names_its_place(data: Path) -> None:
    for path in samples(data):
        items = list(CIN_CENSUS.read(path, "census", path.name))
        held = {(item.sheet, item.row) for item in items if isinstance(item, Row) and item.held}
        said = {(i.sheet, i.row) for i in items if isinstance(i, Problem) and i.severity is Severity.HELD}
        assert held <= said


def test_no_other_xml_among_the_inputs_is_taken_for_a_census(data: Path) -> None:
    others = [path for path in data.glob("samples/*/*.xml") if path.parent.name != "cin"]
    assert others
    assert [path for path in others if CIN_CENSUS.recognises(path)] == []
