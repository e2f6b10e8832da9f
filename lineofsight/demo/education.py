"""What the education services keep as sheets: exclusions, closed days, enrolments and destinations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lineofsight.demo.days import age_on
from lineofsight.demo.exclusions import Exclusion
from lineofsight.demo.other_places import Before, before_school
from lineofsight.demo.school_year import Closure, closures_of
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

EXCLUSION_HEADINGS = (
    "Exclusion ID, Child ID, Notified, Excluded from, School, Phase, Year group, Sex, Birth date, Compulsory school age, SEN, "
    "Home ward, Reason, Reason 2, Reason 3, Governing board met, Review requested, Review outcome, Provision started, Status, "
    "Status date"
)


def exclusions(society: Society) -> Sheet:
    """One row for each status of each permanent exclusion."""
    sheet = Sheet("exclusions", tuple(EXCLUSION_HEADINGS.split(", ")))
    for found in society.elsewhere.exclusions:
        for state, day in found.statuses:
            if day <= society.size.until:
                _status(sheet, found, state, day, society.size.until)
    return sheet


def _status(sheet: Sheet, found: Exclusion, state: str, day: date, until: date) -> None:
    def come(happened: date | None) -> date | None:
        return happened if happened and happened <= until else None

    sheet.add(
        f"PEX{found.number:04}",
        found.child.child_id,
        found.notified,
        found.excluded_from,
        found.school,
        found.phase,
        found.year_group,
        found.child.sex,
        found.child.born,
        None,
        found.sen,
        found.ward,
        found.reason,
        found.second_reason,
        None,
        come(found.board_met),
        come(found.review_requested),
        found.review_outcome if come(found.statuses[-1][1]) else None,
        come(found.provision_started),
        state,
        day,
    )


def school_closures(society: Society) -> Sheet:
    """One row for each time that all schools are closed, as known on the last day."""
    sheet = Sheet("school_closures", ("School", "First day closed", "Last day closed", "Reason"))
    for closure in _from(society.size.windows[0].since, society.size.until):
        sheet.add(None, closure.first, closure.last, closure.why)
    return sheet


def _from(since: date, until: date) -> Iterator[Closure]:
    for year in range(since.year - 1, until.year + 1):
        for closure in closures_of(year):
            if closure.last >= since and closure.first <= until:
                yield closure


def enrolments(society: Society) -> Sheet:
    """One row for each pupil of the schools that send their lists, from the first day on the roll to the last, and for
    each of their spells at an early-years setting before."""
    sheet = Sheet(
        "enrolments",
        (
            "Child ID",
            "UPN",
            "Setting",
            "URN",
            "Kind",
            "Phase",
            "Governance",
            "Enrolment status",
            "Year group",
            "Entry date",
            "Leaving date",
        ),
    )
    until = society.size.until
    for pupil in sorted(society.elsewhere.pupils, key=lambda one: (one.entered, one.child.child_id)):
        at, upn = pupil.school, pupil.child.upn
        last = pupil.left if pupil.left <= until else None
        year = min(13, age_on(pupil.child.born, last or until) - 4)
        sheet.add(
            upn,
            upn,
            at.name,
            at.number,
            "school",
            at.phase,
            at.governance,
            "C",
            year or "R",
            pupil.entered,
            last,
        )
    for spell in before_school(society):
        _before(sheet, spell, until)
    return sheet


def _before(sheet: Sheet, spell: Before, until: date) -> None:
    upn, at = spell.pupil.child.upn, spell.setting
    if spell.entered <= until:
        last = spell.left if spell.left <= until else None
        sheet.add(upn, upn, at.name, at.number, "early_years", None, None, None, "N2", spell.entered, last)


def leaver_destinations(society: Society) -> Sheet:
    """One row for each pupil who was at a state school at 15, once the year in which the pupil is 19 has ended."""
    sheet = Sheet(
        "leaver_destinations",
        (
            "Child ID",
            "UPN",
            "Birth date",
            "Sex",
            "School at 15",
            "Free school meals",
            "SEN",
            "Destination",
            "Entered higher education",
        ),
    )
    for found in society.elsewhere.leavers:
        child = found.child
        sheet.add(
            child.child_id,
            child.upn,
            child.born,
            child.sex,
            found.school,
            found.free_meals,
            found.sen,
            found.destination,
            found.entered,
        )
    return sheet
