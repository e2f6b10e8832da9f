"""What the education services keep as sheets: permanent exclusions and the days on which schools are closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lineofsight.demo.exclusions import Exclusion
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
    for found in society.exclusions:
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
