"""One Person of the SEN2 return's XML as rows: the person, the requests, and all that hangs below each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lineofsight.returns import sen2_parts as p
from lineofsight.returns.columns import Table
from lineofsight.returns.elements import Group, Reader, everything_held, holds_something, row_in
from lineofsight.returns.leaves import leaf_of
from lineofsight.returns.model import Item, Row
from lineofsight.returns.parts import Flaw, ReadColumn
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.sen2_cases import ACCEPTED, settle_assessment, settle_request
from lineofsight.returns.tables import sen2 as t
from lineofsight.returns.values import Caution
from lineofsight.returns.xml import Element

Given = dict[str, object]

# Schemas and exports differ in how they write a name, and two misspell it: by its letters alone, the name as it is read.
_WRITTEN = {"planwpb": "PlanWBP", "wpb": "WBP", "gendercurrent": "Sex"}
NO_NUMBER = Caution(
    "person_without_number",
    "The person has neither a UPN nor a ULN, so this person cannot be found again in another file.",
    "Give the UPN, or from 16 on the unique learner number, where there is one.",
)


def _group(table: Table, path: str, columns: tuple[ReadColumn, ...], *elsewhere: str) -> Group:
    leaves = {column.header: leaf_of(column) for column in columns}
    return Group(table=table.name, path=path, leaves=leaves, elsewhere=frozenset(elsewhere))


PERSON = _group(t.sen_persons, "Person", p.PERSON, "Surname", "Forename", "Requests")
REQUEST = _group(t.sen_requests, "Person/Requests", p.REQUEST, "Assessment", "ActivePlans")
ASSESSMENT = _group(t.sen_assessments, "Person/Requests/Assessment", p.ASSESSMENT, "NamedPlan")
NAMED_PLAN = _group(t.sen_named_plans, "Person/Requests/Assessment/NamedPlan", p.NAMED_PLAN, "PlanDetail")
PLAN_DETAIL = _group(t.sen_plan_details, "Person/Requests/Assessment/NamedPlan/PlanDetail", p.SETTING)
ACTIVE_PLAN = _group(
    t.sen_active_plans,
    "Person/Requests/ActivePlans",
    p.ACTIVE_PLAN,
    "PlacementDetail",
    "SENneed",
    "RES",  # until version 1.2 of the specification they stood here
    "WBP",
)
PLACEMENT = _group(
    t.sen_placements, "Person/Requests/ActivePlans/PlacementDetail", p.PLACEMENT, "AttendancePattern"
)
NEED = _group(t.sen_needs, "Person/Requests/ActivePlans/SENneed", p.NEED)
EVERY_GROUP = (PERSON, REQUEST, ASSESSMENT, NAMED_PLAN, PLAN_DETAIL, ACTIVE_PLAN, PLACEMENT, NEED)
_NAMES = {name.casefold(): name for group in EVERY_GROUP for name in (*group.leaves, *group.elsewhere)}


def person_items(person: Element, reader: Reader, place: str) -> list[Item]:
    """Every row of one person, with problems. ``place`` names the person where neither UPN nor ULN does."""
    _rename(person)
    items = reader.row(person, PERSON, {})
    values = row_in(items).values
    values["child_id"] = values.get("upn") or values.get("uln") or f"SEN2 {place}"
    if not (values.get("upn") or values.get("uln")):
        items.append(_problem(reader, Flaw(about=NO_NUMBER, holds=False, header="UPN"), PERSON, person.line))
    seen: dict[str, int] = {}
    for request in _inner(person, "Requests"):
        items += _request(request, reader, str(values["child_id"]), seen)
    return items


def _rename(element: Element) -> None:
    """Every element below by the name that it is read under."""
    for inner in element.children:
        plain = inner.name.casefold()
        inner.name = _WRITTEN.get(plain) or _NAMES.get(plain, inner.name)
        _rename(inner)


def _inner(element: Element, name: str) -> Iterator[Element]:
    return (inner for inner in element.children if inner.name == name and holds_something(inner))


def _request(request: Element, reader: Reader, child: str, seen: dict[str, int]) -> list[Item]:
    """One request and what is below it; all of it is held back with a request that belongs to no period."""
    items = reader.row(request, REQUEST, {"child_id": child})
    values = row_in(items).values
    received = values.get("received")
    identity = f"{child} {received or 'historical'}"
    seen[identity] = seen.get(identity, 0) + 1
    values["request_id"] = identity if seen[identity] == 1 else f"{identity} {seen[identity]}"
    items = _settled(items, settle_request(values), reader, REQUEST)
    below: list[Item] = []
    for number, assessment in enumerate(_inner(request, "Assessment"), start=1):
        below += _assessment(assessment, reader, values, number)
    for number, plan in enumerate(_inner(request, "ActivePlans"), start=1):
        below += _active_plan(plan, reader, values, number)
    if values.get("outcome") == ACCEPTED:
        values["settled"] = _concluded(below)
    return everything_held(items + below) if row_in(items).held else items + below


def _concluded(below: list[Item]) -> date | None:
    """When the assessment of an accepted request ended, if it has."""
    rows = [item.values for item in below if isinstance(item, Row) and item.table == t.sen_assessments.name]
    days = [day for values in rows if isinstance(day := values.get("outcome_date"), date)]
    return min(days, default=None)


def _assessment(assessment: Element, reader: Reader, request: Given, number: int) -> list[Item]:
    identity = _numbered(request["request_id"], number)
    given = {"assessment_id": identity, "request_id": request["request_id"]}
    items = reader.row(assessment, ASSESSMENT, given)
    items = _settled(items, settle_assessment(row_in(items).values), reader, ASSESSMENT)
    for place, plan in enumerate(_inner(assessment, "NamedPlan"), start=1):
        named: Given = {"plan_id": _numbered(identity, place), "assessment_id": identity}
        items += reader.row(plan, NAMED_PLAN, named)
        for detail in _inner(plan, "PlanDetail"):
            items += reader.row(detail, PLAN_DETAIL, {"plan_id": named["plan_id"]})
    return items


def _active_plan(plan: Element, reader: Reader, request: Given, number: int) -> list[Item]:
    identity: Given = {"active_plan_id": _numbered(request["request_id"], number)}
    items = reader.row(plan, ACTIVE_PLAN, {**identity, "request_id": request["request_id"]})
    for placement in _inner(plan, "PlacementDetail"):
        items += reader.row(placement, PLACEMENT, identity)
    for need in _inner(plan, "SENneed"):
        items += reader.row(need, NEED, identity)
    return items


def _numbered(identity: object, number: int) -> str:
    return str(identity) if number == 1 else f"{identity} {number}"


def _settled(items: list[Item], flaws: tuple[Flaw, ...], reader: Reader, group: Group) -> list[Item]:
    """A row with what its values say about one another added to its problems."""
    row = row_in(items)
    problems = [_problem(reader, flaw, group, row.row) for flaw in flaws]
    held = row.held or any(flaw.holds for flaw in flaws)
    return [replace(row, held=held), *items[1:], *problems]


def _problem(reader: Reader, flaw: Flaw, group: Group, line: int) -> Problem:
    return Problem(
        rule=flaw.about.rule,
        severity=Severity.HELD if flaw.holds else Severity.WARNING,
        file=reader.file,
        message=flaw.about.message,
        remedy=flaw.about.remedy,
        table=group.table,
        sheet=group.path,
        row=line,
        column=flaw.header,
    )
