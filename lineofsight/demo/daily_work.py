"""The registers of social care's daily work in the last thirteen months: contacts, early help, visits, supervisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lineofsight.demo.cases import Case
from lineofsight.demo.days import age_on, months_before, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.enquiry_sheets import OPENS, clock, team_of
from lineofsight.demo.sheets import Sheet, Value
from lineofsight.demo.society import Society
from lineofsight.demo.turnover import HOLD_CASES
from lineofsight.demo.workforce import Allocation

MONTHS = 13
CLOSES = 17 * 60
OTHER_CONTACTS = 1.4  # beside the one that became a referral
CAME_OF_OTHERS = Shares.of({"information": 44, "no_further_action": 34, "early_help": 20, "other": 2})
EARLY_HELP_FOLLOWS = 0.22
ORGANISATIONS = Shares.of({"Family Hub": 40, "School": 38, "Health visiting": 14, "Youth service": 8})
REASONS = Shares.of({"parenting": 38, "behaviour": 26, "school attendance": 18, "housing": 10, "health": 8})
REASONS_ENDED = Shares.of({"needs met": 68, "disengaged": 21, "stepped up": 11})
EVERY = {"child_protection": 13, "child_in_need": 26, "looked_after": 36}  # days between visits, on average
SEEN, ALONE = 0.94, 0.72
ALONE_FROM = 4  # years
SUPERVISED_EVERY = 30


def first_day(society: Society) -> date:
    """The first day of the months that these registers hold."""
    return months_before(society.size.until, MONTHS - 1)


def contacts(society: Society) -> Sheet:
    """One row for each contact: each that became a referral, and those that did not."""
    sheet = Sheet(
        "contacts",
        (
            "Contact ID",
            "Child ID",
            "Contact received",
            "Contact received time",
            "Contact source",
            "Decision made",
            "Decision time",
            "Contact outcome",
            "Team",
        ),
    )
    dice, until = Dice(society.size.seed, "contacts"), society.size.until
    rows: list[tuple[date, Case, str]] = []
    for case in _known(society):
        rows.append((case.referred, case, "referral"))
        for _ in range(dice.events(OTHER_CONTACTS)):
            rows.append((plus(case.referred, dice.between(-300, 300)), case, dice.pick(CAME_OF_OTHERS)))
    within = [row for row in rows if first_day(society) <= row[0] <= until]
    for number, (day, case, outcome) in enumerate(sorted(within, key=lambda row: row[0]), start=1):
        decided = day if outcome == "referral" else plus(day, min(dice.days(0.9), 5))
        is_decided = decided <= until
        came = dice.between(OPENS, CLOSES - 120)
        sheet.add(
            f"CT{number:06}",
            case.child.child_id,
            day,
            clock(came),
            case.source,
            decided if is_decided else None,
            clock(dice.between(came + 20 if decided == day else OPENS, CLOSES)) if is_decided else None,
            outcome if is_decided else None,
            team_of(case),
        )
    return sheet


def early_help(society: Society) -> Sheet:
    """One row for each child whom early help took on when a case was closed."""
    sheet = Sheet(
        "early_help",
        (
            "Child ID",
            "Early help started",
            "Assessment completed",
            "Early help ended",
            "Lead organisation",
            "Reason",
            "Reason ended",
            "Worker ID",
        ),
    )
    dice, until = Dice(society.size.seed, "early help"), society.size.until
    for case in sorted(_known(society), key=lambda one: (one.closed, one.child.child_id)):
        started = plus(case.closed, dice.between(1, 14))
        if not first_day(society) <= started <= until or not dice.happens(EARLY_HELP_FOLLOWS):
            continue
        assessed, ended = plus(started, dice.between(10, 45)), plus(started, 40 + dice.days(110))
        reason_ended = dice.pick(REASONS_ENDED)
        sheet.add(
            case.child.child_id,
            started,
            assessed if assessed <= until else None,
            ended if ended <= until else None,
            dice.pick(ORGANISATIONS),
            dice.pick(REASONS),
            reason_ended if ended <= until else None,
            None,
        )
    return sheet


def visits(society: Society) -> Sheet:
    """One row for each visit under a plan, or to a child who is looked after."""
    sheet = Sheet(
        "visits",
        ("Child ID", "Kind of visit", "Visited", "Child seen", "Seen alone", "Worker ID", "Team"),
    )
    holders: defaultdict[str, list[Allocation]] = defaultdict(list)
    for spell in society.allocations:
        holders[spell.child_id].append(spell)
    for row in sorted(_visits(society, holders), key=lambda one: (one[2], one[0], one[1])):
        sheet.add(*row)
    return sheet


def _visits(
    society: Society, holders: dict[str, list[Allocation]]
) -> Iterator[tuple[str, str, date, Value, Value, Value, Value]]:
    dice, until, since = Dice(society.size.seed, "visits"), society.size.until, first_day(society)
    for case in _known(society):
        for kind, began, ended in _spells(case):
            day = plus(max(began, plus(since, -10)), dice.between(1, 10))
            while day <= min(ended, until):
                holder = next((s for s in holders[case.child.child_id] if s.started <= day < s.ended), None)
                seen = dice.happens(SEEN)
                old_enough = age_on(case.child.born, day) >= ALONE_FROM
                alone = dice.happens(ALONE) if seen and old_enough else False
                if holder and day >= since:
                    yield case.child.child_id, kind, day, seen, alone, holder.worker_id, holder.team
                day = plus(day, max(3, EVERY[kind] - 6 + dice.days(6)))


def _spells(case: Case) -> Iterator[tuple[str, date, date]]:
    if case.plan:
        yield "child_protection", case.plan.started, case.plan.ended
    if case.need_plan:
        yield "child_in_need", *case.need_plan
    if case.care and not case.care.short_breaks:
        yield "looked_after", case.care.entered, case.care.left


def supervisions(society: Society) -> Sheet:
    """One row for each personal supervision of a worker who holds cases, by the manager of the team."""
    sheet = Sheet(
        "supervisions",
        ("Worker ID", "Supervision held", "Kind of supervision", "Child ID", "Team", "Supervisor ID"),
    )
    dice, until = Dice(society.size.seed, "supervisions"), society.size.until
    rows: list[tuple[date, str, str, str | None]] = []
    managers = [worker for worker in society.workers if worker.role == "Team manager"]
    for worker in society.workers:
        if worker.role in HOLD_CASES:
            day = plus(max(worker.started, first_day(society)), dice.between(5, 28))
            while day <= min(worker.ended, until):
                of_team = [m for m in managers if m.team == worker.team and m.started <= day < m.ended]
                rows.append((day, worker.worker_id, worker.team, of_team[0].worker_id if of_team else None))
                day = plus(day, SUPERVISED_EVERY - 8 + dice.days(9))
    for day, worker_id, team, supervisor in sorted(rows, key=lambda row: row[:2]):
        sheet.add(worker_id, day, "personal", None, team, supervisor)
    return sheet


def _known(society: Society) -> list[Case]:
    """The cases that were typed in by the last day."""
    return [case for case in society.cases if plus(case.referred, case.lag) <= society.size.until]
