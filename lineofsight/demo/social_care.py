"""A family's way through children's social care: referral after referral, each with all that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.assessment import NEEDS, NEW_CODES_SINCE, assessment, recording_lag, source
from lineofsight.demo.care import care
from lineofsight.demo.cases import Assessment, Care, Case, Enquiry, ProtectionPlan
from lineofsight.demo.changes import Change
from lineofsight.demo.days import plus
from lineofsight.demo.dice import SEASONS, Dice, Shares
from lineofsight.demo.people import Child, Family
from lineofsight.demo.places import WHERE_CHILDREN_ARE
from lineofsight.demo.protection import enquiry, pre_proceedings, protection_plan, removal

NO_FURTHER_ACTION = 0.035
IS_REFERRED_AGAIN = 0.385
DAYS_UNTIL_AGAIN = 110
MOVES_HOME = 0.10
ENQUIRY_FOLLOWS = {"N1": 0.66, "N5": 0.38, "N4": 0.34}
SECOND_ENQUIRY = 0.26
REMOVED_TOGETHER = 0.85
NEED_PLAN_DAYS = 150
DISABLED_CHILD_DAYS = 800
NEEDS_A_PLAN = 0.36
TRANSFERS_IN = 0.012
LEGAL_MEETINGS = 0.16
TOO_OLD = 6390  # days: a referral this close to 18 is taken by adult services
ENDINGS = Shares.of({"RC7": 60, "RC9": 35, "RC5": 5})
AFTER_ASSESSMENT = Shares.of({"RC8": 50, "RC9": 30, "RC7": 20})
CLOSED_AFTER_CARE = {
    "E11": "RC1",
    "E12": "RC1",
    "E41": "RC3",
    "E45": "RC4",
    "E46": "RC4",
    "E3": "RC5",
    "E7": "RC6",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shared:
    """What the whole family has in common in one case."""

    referred: date
    ward: str
    source: str
    need: str
    lag: int
    assessment: Assessment
    enquiries: tuple[Enquiry, ...]
    transferred_in: date | None
    removed: date | None  # the day from which the children are looked after


def family_history(dice: Dice, family: Family, first: date, *, until: date, timely: Change) -> Iterator[Case]:
    """Every case of a family, from its first referral until the end of the data."""
    day, ward, children = first, family.ward, family.children
    while day <= until:
        children = tuple(child for child in children if (day - child.born).days < TOO_OLD)
        cases = _cases(dice, children, ward, day, timely)
        yield from cases
        if not cases or not dice.happens(IS_REFERRED_AGAIN):
            return
        day = _again(dice, max(case.closed for case in cases))
        ward = dice.pick(WHERE_CHILDREN_ARE) if dice.happens(MOVES_HOME) else ward


def _again(dice: Dice, closed: date) -> date:
    """A working day after the case closed, in a month by how many concerns the month usually has."""
    while True:
        day = plus(closed, 3 + dice.days(DAYS_UNTIL_AGAIN, shape=1.3))
        if day.weekday() < 5 and dice.happens(SEASONS[day.month - 1] / max(SEASONS)):
            return day


def _cases(
    dice: Dice, children: tuple[Child, ...], ward: str, referred: date, timely: Change
) -> tuple[Case, ...]:
    if not children:
        return ()
    if dice.happens(NO_FURTHER_ACTION):
        return tuple(refused(dice, child, ward, referred) for child in children)
    shared = _shared(dice, ward, referred, timely)
    together = dice.happens(0.8)  # all brothers and sisters, or each on their own
    return tuple(_case(dice, child, shared, involved=together or dice.happens(0.6)) for child in children)


def refused(dice: Dice, child: Child, ward: str, referred: date) -> Case:
    """A referral with no further action: open for a day or two, and nothing follows from it."""
    return Case(
        child=child,
        ward=ward,
        referred=referred,
        source=source(dice, referred),
        need="N0",
        no_further_action=True,
        closed=plus(referred, dice.between(0, 2)),
        reason_closed="RC8",
        lag=recording_lag(dice),
    )


def _shared(dice: Dice, ward: str, referred: date, timely: Change) -> Shared:
    need = dice.pick(NEEDS)
    enquiries: tuple[Enquiry, ...] = ()
    if dice.happens(ENQUIRY_FOLLOWS.get(need, 0.08)):
        enquiries = tuple(_enquiries(dice, referred, timely))
    moved = dice.happens(TRANSFERS_IN) and not enquiries
    conference = _conference(enquiries)
    return Shared(
        referred=referred,
        ward=ward,
        source=source(dice, referred),
        need=need,
        lag=recording_lag(dice),
        assessment=assessment(dice, referred),
        enquiries=enquiries,
        transferred_in=plus(referred, dice.between(5, 20)) if moved else None,
        removed=removal(dice, referred, enquired=bool(enquiries), conference=conference),
    )


def _enquiries(dice: Dice, referred: date, timely: Change) -> Iterator[Enquiry]:
    first = enquiry(dice, plus(referred, min(dice.days(4, shape=0.6), 28)), timely)
    yield first
    if first.conference is None and dice.happens(SECOND_ENQUIRY):
        yield enquiry(dice, plus(first.started, dice.between(45, 120)), timely)


def _conference(enquiries: tuple[Enquiry, ...]) -> date | None:
    return next((found.conference for found in enquiries if found.conference), None)


def _case(dice: Dice, child: Child, shared: Shared, *, involved: bool) -> Case:
    enquiries = shared.enquiries if involved else ()
    conference = _conference(enquiries) or shared.transferred_in
    removed = _removed(dice, child, shared)
    latest = min(child.adult_on, plus(removed, 60)) if removed else child.adult_on
    plan = protection_plan(dice, conference, latest=latest) if conference else None
    period = care(dice, child, removed, need=shared.need, lag=recording_lag(dice)) if removed else None
    need_plan = None if period else _need_plan(dice, child, shared, plan)
    long_plan = plan is not None and (plan.ended - plan.started).days > 270
    closed = _closed(dice, child, shared, enquiries, plan, need_plan, period)
    return Case(
        child=child,
        ward=shared.ward,
        referred=shared.referred,
        source=shared.source,
        need=shared.need,
        no_further_action=False,
        closed=closed,
        reason_closed=_reason(dice, closed, plan, need_plan, period),
        lag=shared.lag,
        assessments=(shared.assessment,),
        enquiries=enquiries,
        transferred_in=shared.transferred_in,
        need_plan=need_plan,
        plan=plan,
        pre_proceedings=pre_proceedings(dice, plan)
        if plan and long_plan and dice.happens(LEGAL_MEETINGS)
        else None,
        care=period,
    )


def _removed(dice: Dice, child: Child, shared: Shared) -> date | None:
    if shared.removed is None or not dice.happens(REMOVED_TOGETHER):
        return None
    return max(shared.removed, plus(child.born, 1)) if plus(shared.removed, 20) < child.adult_on else None


def _need_plan(
    dice: Dice, child: Child, shared: Shared, plan: ProtectionPlan | None
) -> tuple[date, date] | None:
    """A child in need plan: after a protection plan to step down, or from the assessment on."""
    started = plan.ended if plan else shared.assessment.authorised
    mean = 110 if plan else DISABLED_CHILD_DAYS if shared.need == "N2" else NEED_PLAN_DAYS
    ended = min(plus(started, 28 + dice.days(mean)), child.adult_on)
    return (started, ended) if ended > started and dice.happens(0.6 if plan else NEEDS_A_PLAN) else None


def _closed(
    dice: Dice,
    child: Child,
    shared: Shared,
    enquiries: tuple[Enquiry, ...],
    plan: ProtectionPlan | None,
    need_plan: tuple[date, date] | None,
    period: Care | None,
) -> date:
    ends = [shared.assessment.authorised, *(found.started for found in enquiries)]
    ends += [day for found in enquiries for day in (found.conference, found.not_required_on) if day]
    ends += [shared.transferred_in] if shared.transferred_in else []
    ends += [plan.ended] if plan else []
    ends += [need_plan[1]] if need_plan else []
    ends += [period.left] if period else []
    return max(max(ends), min(plus(max(ends), dice.days(6)), child.adult_on))


def _reason(
    dice: Dice,
    closed: date,
    plan: ProtectionPlan | None,
    need_plan: tuple[date, date] | None,
    period: Care | None,
) -> str:
    if period:
        return CLOSED_AFTER_CARE.get(period.episodes[-1].reason_ended, "RC7")
    found = dice.pick(ENDINGS) if plan or need_plan else dice.pick(AFTER_ASSESSMENT)
    return "RC7" if found == "RC9" and closed < NEW_CODES_SINCE else found
