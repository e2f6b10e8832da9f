"""Faults in the council's own registers."""

from __future__ import annotations

from lineofsight.demo.dice import Dice
from lineofsight.demo.faults import RULES, BadValue, Spot, repeat, spoil
from lineofsight.demo.sheets import Sheet, Value


def _is_refusal(value: Value) -> bool:
    return value == "N"


def _is_upheld(value: Value) -> bool:
    return value == "upheld"


def _is_manager(value: Value) -> bool:
    return value == "Team manager"


def _holds_cases(value: Value) -> bool:
    return value == "Social worker"


def _is_good(value: Value) -> bool:
    return value == "good"


def _is_open(value: Value) -> bool:
    return value is None


BAD_VALUES: dict[str, tuple[BadValue, ...]] = {
    "ehc_requests": (
        BadValue(column="Received", value=None, rule="value_missing", what="A request that came on no day."),
        BadValue(
            column="Plan issued",
            value="Feb 2026",
            rule="date_unreadable",
            what="A month where a day belongs.",
        ),
        BadValue(
            column="Request outcome date",
            value=None,
            rule="ehc_conclusion_undated",
            only_if=(("Request outcome", _is_refusal),),
            what="A refusal without a date, which would be open for ever.",
        ),
    ),
    "exclusions": (
        BadValue(
            column="Status",
            value="under review",
            rule="code_unknown",
            held=False,
            only_if=(("Status", _is_upheld),),
            what="No status is called so.",
        ),
        BadValue(
            column="Excluded from",
            value="32/01/2024",
            rule="date_not_in_calendar",
            what="January has no 32nd day.",
        ),
        BadValue(column="Sex", value="X", rule="sex_unknown", held=False, what="No sex has the code X."),
    ),
    "initial_health_assessments": (
        BadValue(
            column="Entered care", value=None, rule="value_missing", what="Nobody says when care began."
        ),
        BadValue(
            column="Completed", value="tbc", rule="date_unreadable", what="A note where a date belongs."
        ),
        BadValue(
            column="Status",
            value="waiting list",
            rule="code_unknown",
            held=False,
            what="No status is called so.",
        ),
    ),
    "health_referrals": (
        BadValue(
            column="Health referral received",
            value="awaiting",
            rule="date_unreadable",
            what="A note where a date belongs.",
        ),
        BadValue(
            column="Referral source",
            value="dentist",
            rule="code_unknown",
            held=False,
            what="No source is called so.",
        ),
    ),
    "attendance": (
        BadValue(
            column="Date", value="31/06/2026", rule="date_not_in_calendar", what="June has no 31st day."
        ),
    ),
    "Workers": (
        BadValue(
            column="Full-time share",
            value=37,
            rule="full_time_share_out_of_range",
            only_if=(("Role", _is_manager),),
            what="Hours a week where a share belongs.",
        ),
        BadValue(
            column="Full-time share",
            value=None,
            rule="share_not_recorded",
            held=False,
            only_if=(("Role", _holds_cases), ("Ended", _is_open)),
            found_by=RULES,
            reported_as="worker_id",
            what="A worker who holds cases and has no recorded share of full time.",
        ),
    ),
    "Allocations": (
        BadValue(
            column="Worker ID", value=None, rule="value_missing", what="A case that is allocated to nobody."
        ),
    ),
    "Vacancies": (
        BadValue(
            column="Cause",
            value="maternity cover",
            rule="code_unknown",
            held=False,
            what="No cause is called so.",
        ),
        BadValue(column="Vacant since", value=None, rule="value_missing", what="A post vacant since no day."),
    ),
    "Audits": (
        BadValue(
            column="Audited on", value="done", rule="date_unreadable", what="A note where a date belongs."
        ),
    ),
    "Answers": (
        BadValue(
            column="Answer",
            value="fine",
            rule="code_unknown",
            held=False,
            only_if=(("Answer", _is_good),),
            what="No grade is called so.",
        ),
    ),
    "population": (
        BadValue(column="People", value=-4, rule="number_negative", what="Fewer than no people."),
    ),
    "wards_and_teams": (
        BadValue(
            column="Since", value="n/a", rule="placeholder_for_nothing", what="A word where a date belongs."
        ),
    ),
}
REPEATED = {
    "ehc_requests": "request_id"
}  # the sheet that has a row twice, and the column that a problem names
IN_WORKBOOK = ("Workers", "Allocations", "Vacancies", "Moves", "Programmes", "Audits", "Answers")


def plant_in_registers(dice: Dice, sheet: Sheet) -> list[Spot]:
    """Plants the faults of one sheet, each in a row whose case no other fault has touched."""
    used: set[str] = set()
    named = sheet.name if sheet.name in IN_WORKBOOK else ""
    spots = [
        spot for bad in BAD_VALUES.get(sheet.name, ()) for spot in spoil(dice, sheet, bad, used, named=named)
    ]
    if column := REPEATED.get(sheet.name):
        spots += repeat(dice, sheet, used, column=column, what="The request stands in the register twice.")
    return spots
