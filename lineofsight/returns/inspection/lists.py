"""The eleven lists: which part of the workbook each fills, what it is made from, and what nobody can make it from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lineofsight.returns import annex_a, annex_a_care
from lineofsight.returns.columns import Rows
from lineofsight.returns.inspection import care, front_door, plans
from lineofsight.returns.inspection.people import with_child, with_disability, with_team
from lineofsight.returns.parts import Part

Made = Callable[[date], Rows]


@dataclass(frozen=True, kw_only=True)
class InspectionList:
    """One list of the workbook. ``made`` gives its own columns; those about the child are added here.

    ``made`` None: the record holds nothing of it.
    """

    number: int
    part: Part
    made: Made | None

    @property
    def sheet(self) -> str:
        """What inspectors call the sheet."""
        return f"List {self.number}"

    def rows(self, day: date) -> Rows | None:
        """The rows as at the end of a day, with every column of the list that can be filled."""
        if self.made is None:
            return None
        wanted = [column.to for column in self.part.columns]
        rows = with_child(self.made(day), day)
        if "disability" in wanted:
            rows = with_disability(rows)
        if "team" in wanted:
            rows = with_team(rows, day)
        return rows.select(*(name for name in wanted if name in rows.columns))


LISTS: tuple[InspectionList, ...] = tuple(
    InspectionList(number=number, part=part, made=made)
    for number, (part, made) in enumerate(
        (
            (annex_a.CONTACTS, front_door.contacts_list),
            (annex_a.EARLY_HELP, front_door.early_help_list),
            (annex_a.REFERRALS, front_door.referrals_list),
            (annex_a.ASSESSMENTS, front_door.assessments_list),
            (annex_a.ENQUIRIES, front_door.enquiries_list),
            (annex_a.CHILDREN_IN_NEED, plans.children_in_need_list),
            (annex_a.PLANS, plans.plans_list),
            (annex_a_care.CHILDREN_IN_CARE, care.children_in_care_list),
            (annex_a_care.CARE_LEAVERS, care.care_leavers_list),
            (annex_a_care.ADOPTIONS, care.adoptions_list),
            (annex_a_care.ADOPTERS, None),
        ),
        start=1,
    )
)
