"""The children in need census as XML, one file for a financial year, as the case system knew it when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from lineofsight.demo.cases import Assessment, Case, Enquiry, PreProceedings, ProtectionPlan
from lineofsight.demo.days import Window, working_days_after
from lineofsight.demo.nodes import Node, group, leaf, lines_of
from lineofsight.demo.people import Child
from lineofsight.demo.places import AUTHORITY_CODE

PRE_PROCEEDINGS_FROM = date(2026, 4, 1)  # the group is new in the census of 2026/27


class Known:
    """What of a case was known when the return was made."""

    def __init__(self, window: Window, lag: int) -> None:
        self.window, self.lag = window, lag

    def __call__(self, day: date | None) -> date | None:
        """The day, if it had come and been recorded."""
        return day if day is not None and self.window.holds(day, self.lag) else None


def cases_in(cases: Iterable[Case], window: Window) -> list[Case]:
    """The cases that a year's file holds: referred in the year, or open at any time in it."""
    return [case for case in cases if window.holds(case.referred, case.lag) and case.closed >= window.since]


def census(cases: Iterable[Case], window: Window) -> list[Node]:
    """A Child element for each child with a case in the year, with the whole of those cases."""
    in_order = sorted(cases_in(cases, window), key=lambda case: (case.child.child_id, case.referred))
    return [
        _child(list(theirs), window) for _, theirs in groupby(in_order, key=lambda case: case.child.child_id)
    ]


def write_census(path: Path, children: list[Node], window: Window) -> None:
    """Writes the file; each element's line is known afterwards."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(children, window))


def _lines(children: list[Node], window: Window) -> Iterator[str]:
    line = 1
    for part in ("<?xml version='1.0' encoding='utf-8'?>\n", "<Message>\n"):
        yield part
        line += 1
    for text in lines_of(_header(window), line):
        yield text
        line += 1
    yield "<Children>\n"
    line += 1
    for child in children:
        for text in lines_of(child, line):
            yield text
            line += 1
    yield "</Children>\n"
    yield "</Message>\n"


def _header(window: Window) -> Node:
    year = window.since.year + 1
    return group(
        "Header",
        group(
            "CollectionDetails",
            leaf("Collection", "CIN"),
            leaf("Year", year),
            leaf("ReferenceDate", window.until),
        ),
        group(
            "Source",
            leaf("SourceLevel", "L"),
            leaf("LEA", AUTHORITY_CODE),
            leaf("SoftwareCode", "Synthetic council"),
            leaf("Release", "1"),
            leaf("SerialNo", "001"),
            leaf("DateTime", f"{window.recorded_by.isoformat()}T09:00:00"),
        ),
    )


def _child(cases: list[Case], window: Window) -> Node:
    child = cases[0].child
    return group(
        "Child",
        _identifiers(child, window),
        group(
            "ChildCharacteristics",
            leaf("Ethnicity", child.ethnicity),
            group("Disabilities", *(leaf("Disability", code) for code in child.disabilities or ("NONE",))),
        ),
        *(_details(case, window) for case in cases),
    )


def _identifiers(child: Child, window: Window) -> Node:
    born = child.born <= window.until
    return group(
        "ChildIdentifiers",
        leaf("LAchildID", child.child_id),
        leaf("UPN", child.upn if born and (window.until - child.born).days > 1700 else None),
        leaf("UPNunknown", None if born and (window.until - child.born).days > 1700 else "UN1"),
        leaf("PersonBirthDate", child.born if born else None),
        leaf("ExpectedPersonBirthDate", child.expected or child.born if not born else None),
        _sex(child, window, born=born),
    )


def _sex(child: Child, window: Window, *, born: bool) -> Node | None:
    if window.letters_for_sex:
        return leaf("Sex", child.sex if born else "U")
    return leaf("GenderCurrent", {"M": "1", "F": "2"}[child.sex] if born else "0")


def _details(case: Case, window: Window) -> Node:
    known = Known(window, case.lag)
    closed = known(case.closed)
    return group(
        "CINdetails",
        leaf("CINreferralDate", case.referred),
        leaf("ReferralSource", case.source),
        leaf("PrimaryNeedCode", case.need),
        leaf("CINclosureDate", closed),
        leaf("ReasonForClosure", case.reason_closed if closed else None),
        leaf("DateOfInitialCPC", known(case.transferred_in)),
        *(_assessment(found, known) for found in case.assessments if known(found.started)),
        _need_plan(case, known),
        *(_enquiry(found, known) for found in case.enquiries if known(found.started)),
        leaf("ReferralNFA", case.no_further_action),
        _protection_plan(case.plan, known) if case.plan and known(case.plan.started) else None,
        _pre_proceedings(case.pre_proceedings, known),
    )


def _assessment(found: Assessment, known: Known) -> Node:
    authorised = known(found.authorised)
    factors = [leaf("AssessmentFactors", code) for code in found.factors] if authorised else []
    return group(
        "Assessments",
        leaf("AssessmentActualStartDate", found.started),
        leaf("AssessmentInternalReviewDate", known(found.reviewed)),
        leaf("AssessmentAuthorisationDate", authorised),
        group("FactorsIdentifiedAtAssessment", *factors) if factors else None,
    )


def _need_plan(case: Case, known: Known) -> Node | None:
    if case.need_plan is None or not known(case.need_plan[0]):
        return None
    started, ended = case.need_plan
    return group("CINPlanDates", leaf("CINPlanStartDate", started), leaf("CINPlanEndDate", known(ended)))


def _enquiry(found: Enquiry, known: Known) -> Node:
    return group(
        "Section47",
        leaf("S47ActualStartDate", found.started),
        leaf("InitialCPCtarget", working_days_after(found.started, 15)),
        leaf("DateOfInitialCPC", known(found.conference)),
        leaf("ICPCnotRequired", known(found.not_required_on) is not None),
    )


def _protection_plan(plan: ProtectionPlan, known: Known) -> Node:
    reviews = [leaf("CPPreviewDate", day) for day in plan.reviews if known(day)]
    return group(
        "ChildProtectionPlans",
        leaf("CPPstartDate", plan.started),
        leaf("CPPendDate", known(plan.ended)),
        leaf("InitialCategoryOfAbuse", plan.category),
        leaf("LatestCategoryOfAbuse", plan.latest_category),
        leaf("NumberOfPreviousCPP", plan.previous),
        group("Reviews", *reviews) if reviews else None,
    )


def _pre_proceedings(found: PreProceedings | None, known: Known) -> Node | None:
    if found is None or not known(found.started) or known.window.until < PRE_PROCEEDINGS_FROM:
        return None
    return group(
        "PreProceedingsandFGDM",
        leaf("PPStartDate", found.started),
        leaf("LBPSentDate", known(found.letter)),
        leaf("FGDMMeetingOffer", found.family_meeting_offered),
        leaf("FGDMMeetingFac", found.family_meeting_held),
        leaf("InitialPPMeetingDate", known(found.first_meeting)),
        leaf("ReviewMeetingsCount", found.reviews),
        leaf("StepDecisionDate", known(found.decided)),
        leaf("PPOutcome", found.outcome if known(found.decided) else None),
        leaf("CourtAppDate", known(found.application)),
    )
