"""Faults in the children in need census, each in one year's file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice
from lineofsight.demo.faults import RULES, Spot, Wrong
from lineofsight.demo.nodes import Node

DETAILS = "Child/CINdetails"
Plant = Callable[[Node], Spot | None]


def child_id(child: Node) -> str:
    """The id in a Child element."""
    identifiers = child.first("ChildIdentifiers")
    return identifiers.text_of("LAchildID") if identifiers else ""


def plant_in_census(dice: Dice, children: list[Node], *, years_ago: int, used: set[str]) -> list[Spot]:
    """Plants one year's faults, each in a child that no other fault has touched."""
    spots = []
    for years, plant in PLANTS:
        if years == years_ago:
            spots += _planted(dice, children, plant, used)
    return spots


def _planted(dice: Dice, children: list[Node], plant: Plant, used: set[str]) -> list[Spot]:
    for number in dice.shuffled(len(children)):
        known = child_id(children[number])
        if known and known not in used and (spot := plant(children[number])):
            used.add(known)
            return [spot]
    return []


def _spot(where: Node, path: str, column: str, rule: str, what: str, *, held: bool = True) -> Spot:
    return Spot(where=where, sheet=path, column=column, rule=rule, what=what, held=held)


def _one(child: Node, name: str, *with_leaves: str) -> Node | None:
    """The only element of a name among the child's cases, if it has these leaves."""
    found = [part for details in child.every("CINdetails") for part in details.every(name)]
    if len(found) == 1 and all(found[0].first(leaf) for leaf in with_leaves):
        return found[0]
    return None


def _set(parent: Node, name: str, text: str) -> None:
    found = parent.first(name)
    assert found is not None  # noqa: S101 - the caller has looked
    found.text = text


def _remove(parent: Node, name: str) -> None:
    parent.children = [leaf for leaf in parent.children if leaf.name != name]


def _day_first(child: Node) -> Spot | None:
    found = _one(child, "Assessments", "AssessmentAuthorisationDate")
    if found is None:
        return None
    _set(found, "AssessmentAuthorisationDate", "03/04/2025")
    return _spot(
        found,
        f"{DETAILS}/Assessments",
        "AssessmentAuthorisationDate",
        "date_in_another_form",
        "3 April or 4 March: the census asks for yyyy-mm-dd, and nobody guesses.",
    )


def _without_id(child: Node) -> Spot | None:
    identifiers = child.first("ChildIdentifiers")
    if identifiers is None or len(child.every("CINdetails")) != 1:
        return None
    _remove(identifiers, "LAchildID")
    return _spot(child, "Child", "LAchildID", "value_missing", "A child without an id.")


def _enquiry_without_start(child: Node) -> Spot | None:
    found = _one(child, "Section47", "S47ActualStartDate")
    if found is None or found.first("DateOfInitialCPC"):
        return None
    _remove(found, "S47ActualStartDate")
    return _spot(
        found,
        f"{DETAILS}/Section47",
        "S47ActualStartDate",
        "value_missing",
        "An enquiry that began on no day.",
    )


def _outcome_missing(child: Node) -> Spot | None:
    found = _one(child, "Section47", "ICPCnotRequired")
    if found is None:
        return None
    _remove(found, "ICPCnotRequired")
    return _spot(
        found,
        f"{DETAILS}/Section47",
        "ICPCnotRequired",
        "value_missing",
        "Nothing says whether a conference is needed.",
        held=False,
    )


def _no_such_day(child: Node) -> Spot | None:
    details = child.first("CINdetails")
    if details is None or not details.first("CINclosureDate") or len(child.every("CINdetails")) > 1:
        return None
    _set(details, "CINclosureDate", "2025-02-30")
    return _spot(details, DETAILS, "CINclosureDate", "date_not_in_calendar", "February has no 30th day.")


def _stands_for_nothing(child: Node) -> Spot | None:
    found = _one(child, "CINPlanDates", "CINPlanEndDate")
    if found is None:
        return None
    _set(found, "CINPlanEndDate", "1900-01-01")
    return _spot(
        found,
        f"{DETAILS}/CINPlanDates",
        "CINPlanEndDate",
        "placeholder_for_nothing",
        "The date that a system writes when it has none.",
    )


def _sex_missing(child: Node) -> Spot | None:
    identifiers = child.first("ChildIdentifiers")
    if identifiers is None or not identifiers.first("Sex"):
        return None
    _remove(identifiers, "Sex")
    return _spot(child, "Child", "Sex", "value_missing", "A child whose sex is not recorded.", held=False)


def _birth_missing(child: Node) -> Spot | None:
    identifiers = child.first("ChildIdentifiers")
    if identifiers is None or not identifiers.first("PersonBirthDate"):
        return None
    _remove(identifiers, "PersonBirthDate")
    what = "A child with neither a date of birth nor an expected one."
    return _spot(child, "Child", "PersonBirthDate", "birth_date_missing", what, held=False)


def _plan_ends_first(child: Node) -> Spot | None:
    found = _one(child, "ChildProtectionPlans", "CPPendDate")
    if found is None:
        return None
    started = date.fromisoformat(found.text_of("CPPstartDate"))
    _set(found, "CPPendDate", plus(started, -7).isoformat())
    what = "A plan that ends a week before it starts."
    return Spot(
        where=found,
        sheet=f"{DETAILS}/ChildProtectionPlans",
        column="ended",
        rule="ends_before_it_starts",
        what=what,
        held=True,
        found_by=RULES,
    )


def _conference_first(child: Node) -> Spot | None:
    found = _one(child, "Section47", "DateOfInitialCPC")
    held = found.first("DateOfInitialCPC") if found else None
    if found is None or held is None:
        return None
    held.text = plus(date.fromisoformat(found.text_of("S47ActualStartDate")), -3).isoformat()
    return Spot(
        where=held,
        sheet=f"{DETAILS}/Section47/DateOfInitialCPC",
        column="held_date",
        rule="conference_before_discussion",
        what="A conference three days before the strategy discussion that led to it.",
        held=False,
        found_by=RULES,
    )


def _enquiry_twice(child: Node) -> Spot | None:
    found = _one(child, "Section47", "S47ActualStartDate")
    if found is None or found.first("DateOfInitialCPC"):
        return None
    details = next(part for part in child.every("CINdetails") if found in part.children)
    again = Node(found.name, children=[Node(leaf.name, leaf.text) for leaf in found.children])
    details.children.insert(details.children.index(found) + 1, again)
    return Spot(
        where=again,
        sheet=f"{DETAILS}/Section47",
        column="child_id",
        rule="repeated_row",
        what="The enquiry stands in the file twice.",
        held=True,
        found_by=RULES,
    )


PLANTS: tuple[tuple[int, Plant], ...] = (  # how many years before the last
    (1, _day_first),
    (2, _without_id),
    (1, _enquiry_without_start),
    (0, _outcome_missing),
    (2, _no_such_day),
    (1, _stands_for_nothing),
    (0, _sex_missing),
    (0, _birth_missing),
    (2, _plan_ends_first),
    (1, _conference_first),
    (0, _enquiry_twice),
)


def wrong_until_corrected(
    dice: Dice, children: list[Node], open_after: set[str], used: set[str]
) -> list[Wrong]:
    """Assessments signed a week later than one year's file says, of cases that the next year's file holds as well."""
    found: list[Wrong] = []
    for number in dice.shuffled(len(children)):
        child = children[number]
        signed = _one(child, "Assessments", "AssessmentAuthorisationDate")
        known = child_id(child)
        if len(found) == 2:
            break
        if signed is None or known in used or known not in open_after or len(child.every("CINdetails")) > 1:
            continue
        used.add(known)
        right = signed.text_of("AssessmentAuthorisationDate")
        wrong = max(
            plus(date.fromisoformat(right), -7),
            date.fromisoformat(signed.text_of("AssessmentActualStartDate")),
        ).isoformat()
        _set(signed, "AssessmentAuthorisationDate", wrong)
        found.append(
            Wrong(
                where=signed,
                sheet=f"{DETAILS}/Assessments",
                column="AssessmentAuthorisationDate",
                was=wrong,
                is_now=right,
            )
        )
    return found
