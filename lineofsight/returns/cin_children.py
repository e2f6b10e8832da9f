"""One Child of the children in need census as rows: the child, and everything that its referrals hold."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from lineofsight.returns import cin_groups as groups
from lineofsight.returns.elements import Group, Reader, everything_held, holds_something, row_in
from lineofsight.returns.model import Item
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.values import blank
from lineofsight.returns.xml import Element

Given = dict[str, object]
_PERSON = ("ChildIdentifiers", "ChildCharacteristics")


def child_items(child: Element, reader: Reader) -> list[Item]:
    """Every row of one child, with problems. Without a readable child id all of them are held back."""
    person = [part for part in child.children if part.name in _PERSON]
    leaves = chain.from_iterable(part.children for part in person)
    items = reader.row_of(leaves, child.line, groups.CHILD, {})
    values = row_in(items).values
    items += _birth(values, reader.file, child.line)
    given: Given = {"child_id": values.get("child_id")}
    for part in person:
        items += _listed(part, "Disabilities", groups.DISABILITY, reader, given)
    for part in child.children:
        if part.name == "CINdetails":
            items += _referral(part, reader, given) if holds_something(part) else []
        elif part.name not in _PERSON:
            reader.unknowns.note(groups.CHILD.path, part.name, part.line)
    return items if given["child_id"] is not None else everything_held(items)


def _birth(values: Given, file: str, line: int) -> list[Item]:
    """A child has been born or is expected; a warning if neither is recorded."""
    if "born" in values or "expected_birth" in values:
        return []
    return [
        Problem(
            rule="birth_date_missing",
            severity=Severity.WARNING,
            file=file,
            message="There is neither a date of birth nor an expected one, so the child's age is unknown.",
            remedy="Give PersonBirthDate, or ExpectedPersonBirthDate for an unborn child.",
            table=groups.CHILD.table,
            sheet=groups.CHILD.path,
            row=line,
            column="PersonBirthDate",
        )
    ]


def _referral(details: Element, reader: Reader, given: Given) -> list[Item]:
    items = reader.row(details, groups.REFERRAL, given)
    given = {**given, "referral_date": row_in(items).values.get("referral_date")}
    conferences: set[object] = set()
    for part in details.children:
        read = _PARTS.get(part.name)
        if read is not None and holds_something(part):
            inner = read(part, reader, given)
            items += inner
            conferences.add(row_in(inner).values.get("conference_date"))
    return items + _conferences_of_referral(details, reader, given, conferences)


def _conferences_of_referral(
    details: Element, reader: Reader, given: Given, of_section_47: set[object]
) -> list[Item]:
    """A conference that stands on the referral alone; one with a section 47 enquiry's date is that enquiry's."""
    items = _conference(details, reader, groups.CONFERENCE_OF_REFERRAL, {**given, "came_from": "referral"})
    same = items and row_in(items).values["held_date"] in of_section_47 - {None}
    return [] if same else items


def _conference(part: Element, reader: Reader, group: Group, given: Given) -> list[Item]:
    dates = [leaf for leaf in part.children if leaf.name in group.leaves and not blank(leaf.text)]
    return reader.row_of(dates, dates[0].line, group, given) if dates else []


def _section_47(part: Element, reader: Reader, given: Given) -> list[Item]:
    items = reader.row(part, groups.SECTION_47, given)
    discussed = row_in(items).values.get("started")
    given = {**given, "came_from": "section 47", "strategy_discussion_date": discussed}
    return items + _conference(part, reader, groups.CONFERENCE_OF_SECTION_47, given)


def _assessment(part: Element, reader: Reader, given: Given) -> list[Item]:
    items = reader.row(part, groups.ASSESSMENT, given)
    started = row_in(items).values.get("started")
    factors = _listed(
        part,
        "FactorsIdentifiedAtAssessment",
        groups.FACTOR,
        reader,
        {**given, "assessment_started": started},
    )
    if factors and started is None:
        problem = _no_start(reader.file, part.line)
        factors = everything_held([problem, *factors])
    return items + factors


def _no_start(file: str, line: int) -> Problem:
    return Problem(
        rule="assessment_start_missing",
        severity=Severity.HELD,
        file=file,
        message="The assessment has no start date that can be read, so its factors belong to no time.",
        remedy="Give AssessmentActualStartDate in the source system.",
        table=groups.FACTOR.table,
        sheet=groups.ASSESSMENT.path,
        row=line,
        column="AssessmentActualStartDate",
    )


def _child_in_need_plan(part: Element, reader: Reader, given: Given) -> list[Item]:
    return reader.row(part, groups.CHILD_IN_NEED_PLAN, given)


def _child_protection_plan(part: Element, reader: Reader, given: Given) -> list[Item]:
    items = reader.row(part, groups.CHILD_PROTECTION_PLAN, given)
    given = {**given, "plan_started": row_in(items).values.get("started")}
    return items + _listed(part, "Reviews", groups.CHILD_PROTECTION_REVIEW, reader, given)


def _pre_proceedings(part: Element, reader: Reader, given: Given) -> list[Item]:
    return reader.row(part, groups.PRE_PROCEEDINGS, given)


def _listed(part: Element, container: str, group: Group, reader: Reader, given: Given) -> list[Item]:
    """A row for each element of a list: several in one container, or a container for each."""
    items: list[Item] = []
    for inner in part.children:
        if inner.name == container:
            for leaf in reader.listed(inner, group):
                items += reader.row_of([leaf], leaf.line, group, given)
    return items


_PARTS: dict[str, Callable[[Element, Reader, Given], list[Item]]] = {
    "Assessments": _assessment,
    "CINPlanDates": _child_in_need_plan,
    "ChildProtectionPlans": _child_protection_plan,
    "PreProceedingsandFGDM": _pre_proceedings,
    "Section47": _section_47,
}
