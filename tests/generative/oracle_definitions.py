"""The indicators as their definitions say in words, in plain loops: nothing here is taken from their expressions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Row, World, is_open, place_in_files


def share(row: Row, at: date, *, met: bool | None, is_open: bool = False) -> Case:
    """A row of a share: met or not, or not known, of one; or open, and then of none."""
    if is_open:
        return Case(row=row, at=at, numerator=0, denominator=0, open=1)
    return Case(row=row, at=at, numerator=int(met is True), denominator=1, unknown=int(met is None))


# ---- children in need ------------------------------------------------------------------------------------------


def rereferral_12m_pct(world: World, period: Period) -> Iterator[Case]:
    for referral in world.tables["referrals"]:
        day = referral["referral_date"]
        if day is None or day not in period:
            continue
        same_child = [r for r in world.tables["referrals"] if r["child_id"] == referral["child_id"]]
        earlier = [r["referral_date"] for r in same_child if r["referral_date"] and r["referral_date"] < day]
        again = any((day - before).days <= 365 for before in earlier)
        yield share(referral, day, met=again)


def icpc_15wd_pct(world: World, period: Period) -> Iterator[Case]:
    for conference in world.tables["conferences"]:
        held = conference["held_date"]
        if held is None or held not in period or conference["came_from"] == "referral":
            continue
        waited = world.working_days(conference["strategy_discussion_date"], held)
        yield share(conference, held, met=None if waited is None else waited <= 15)


def icpc_no_s47_count(world: World, period: Period) -> Iterator[Case]:
    for conference in world.tables["conferences"]:
        held = conference["held_date"]
        if held is not None and held in period and conference["came_from"] == "referral":
            yield Case(row=conference, at=held, numerator=1)


def icpc_overdue_open(world: World, period: Period) -> Iterator[Case]:
    for enquiry in world.tables["section_47_enquiries"]:
        waits = is_open(enquiry["started"], enquiry["conference_date"], period.end)
        if not waits or enquiry["conference_not_required"] is True:
            continue
        waited = world.working_days(enquiry["started"], period.end)
        yield share(enquiry, period.end, met=None if waited is None else waited > 15)


def s47_nfa_pct(world: World, period: Period) -> Iterator[Case]:
    for enquiry in world.tables["section_47_enquiries"]:
        if enquiry["started"] is None or enquiry["started"] not in period:
            continue
        of_the_register = _outcome_of(enquiry, world)
        not_needed = enquiry["conference_not_required"] is True
        decided = not_needed or enquiry["conference_date"] is not None
        if not decided and of_the_register is not None:
            decided, not_needed = True, of_the_register != "conference"
        yield share(enquiry, enquiry["started"], met=not_needed, is_open=not decided)


def _outcome_of(enquiry: Row, world: World) -> str | None:
    """What the register last says of an enquiry that has ended; nothing, if it is no word that is known."""
    same = [
        row
        for row in world.tables["section_47_outcomes"]
        if (row["child_id"], row["started"]) == (enquiry["child_id"], enquiry["started"])
        and row["started"] is not None
        and row["ended"] is not None
    ]
    outcome = max(same, key=place_in_files)["outcome"] if same else None
    known = ("conference", "no_further_action", "child_in_need", "early_help", "other")
    return outcome if outcome in known else None


def s47_rate(world: World, period: Period) -> Iterator[Case]:
    for enquiry in world.tables["section_47_enquiries"]:
        if enquiry["started"] is not None and enquiry["started"] in period:
            yield Case(row=enquiry, at=enquiry["started"], numerator=1)
    yield from residents_under_18(world, period)


def s47_5wd_pct(world: World, period: Period) -> Iterator[Case]:
    for enquiry in world.tables["section_47_outcomes"]:
        if enquiry["ended"] is not None and enquiry["ended"] in period:
            took = world.working_days(enquiry["started"], enquiry["ended"])
            yield share(enquiry, enquiry["ended"], met=None if took is None else took <= 5)


def s47_overdue_open(world: World, period: Period) -> Iterator[Case]:
    for enquiry in world.tables["section_47_outcomes"]:
        if is_open(enquiry["started"], enquiry["ended"], period.end):
            waited = world.working_days(enquiry["started"], period.end)
            yield share(enquiry, period.end, met=None if waited is None else waited > 5)


def strategy_24h_pct(world: World, period: Period) -> Iterator[Case]:
    for discussion in world.tables["strategy_discussions"]:
        held = discussion["held"]
        if held is not None and held in period:
            yield share(discussion, held, met=_within_a_day(discussion))


def _within_a_day(discussion: Row) -> bool | None:
    """Tried with every hour that a missing time may have been, to the minute at both ends."""
    if discussion["referral_received"] is None:
        return None
    began = _moments(discussion["referral_received"], discussion["referral_received_minute"])
    held = _moments(discussion["held"], discussion["held_minute"])
    elapsed = [end - start for start in began for end in held if end >= start]
    in_time = {each <= timedelta(hours=24) for each in elapsed}
    return in_time.pop() if len(in_time) == 1 else None


def _moments(day: date, minute: int | None) -> list[datetime]:
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    return [midnight + timedelta(minutes=n) for n in ((0, 1439) if minute is None else (minute,))]


def strategy_overdue_open(world: World, period: Period) -> Iterator[Case]:
    for discussion in world.tables["strategy_discussions"]:
        received = discussion["referral_received"]
        if is_open(received, discussion["concluded"], period.end):
            minute = discussion["referral_received_minute"] or 0
            midnight = datetime(period.end.year, period.end.month, period.end.day) + timedelta(days=1)  # noqa: DTZ001
            waited = midnight - _moments(received, minute)[0]
            yield share(discussion, period.end, met=waited > timedelta(hours=24))


def cpp_rate(world: World, period: Period) -> Iterator[Case]:
    plans = [
        p for p in world.tables["child_protection_plans"] if is_open(p["started"], p["ended"], period.end)
    ]
    for child in sorted({plan["child_id"] for plan in plans}):
        yield Case(row={"child_id": child}, at=period.end, numerator=1)
    yield from residents_under_18(world, period)


def residents_under_18(world: World, period: Period) -> Iterator[Case]:
    """The people of the latest estimate in use."""
    begun = [r["since"] for r in world.tables["population"] if r["since"] <= period.end]
    for row in world.tables["population"]:
        if begun and row["since"] == max(begun) and (row["age"] is None or row["age"] < 18):
            yield Case(row=row, at=period.end, denominator=row["people"], side="bottom")


# ---- looked-after children -------------------------------------------------------------------------------------


def looked_after(world: World, day: date) -> list[Row]:
    """Of each child looked after at the end of a day, short breaks left out, the placement that started last."""
    placements: dict[str, Row] = {}
    for episode in sorted(world.tables["episodes"], key=lambda e: (e["started"], place_in_files(e))):
        if is_open(episode["started"], episode["ended"], day) and episode["legal_status"] not in ("V3", "V4"):
            placements[episode["child_id"]] = episode
    return list(placements.values())


def cla_rate(world: World, period: Period) -> Iterator[Case]:
    for episode in looked_after(world, period.end):
        yield Case(row=episode, at=period.end, numerator=1)
    yield from residents_under_18(world, period)


def cla_kinship_foster_pct(world: World, period: Period) -> Iterator[Case]:
    for episode in looked_after(world, period.end):
        placement = episode["placement"]
        yield share(episode, period.end, met=None if placement is None else placement in ("U1", "U2", "U3"))


def cla_ifa_count(world: World, period: Period) -> Iterator[Case]:
    for episode in looked_after(world, period.end):
        placement, provider = episode["placement"], episode["provider"]
        ruled_out = (placement is not None and placement[0] != "U") or (
            provider is not None and provider not in ("PR4", "PR5")
        )
        known = placement is not None and provider is not None
        met = known and not ruled_out
        yield Case(row=episode, at=period.end, numerator=int(met), unknown=int(not known and not ruled_out))


def stays_in_care(world: World) -> list[Row]:
    """Each time that a child came into care: when, until when, when the health assessment was due and when done."""
    of_child: dict[str, list[Row]] = defaultdict(list)
    for episode in sorted(world.tables["episodes"], key=lambda e: (e["started"], e["file"], e["row"])):
        if episode["legal_status"] not in ("V3", "V4"):
            of_child[episode["child_id"]].append(episode)
    return [stay for child, theirs in of_child.items() for stay in _stays_of(world, child, theirs)]


def _stays_of(world: World, child: str, episodes: list[Row]) -> Iterator[Row]:
    entries = sorted({e["started"] for e in episodes if e["reason_started"] == "S"})
    for entered, following in pairwise([*entries, None]):
        until = following or date.max
        ends = [e["ended"] for e in episodes if entered <= e["started"] < until]
        last_end = None if None in ends else max(ends)
        left = min(last_end or date.max, until)
        assessed = [
            done
            for done in _assessments_of(world, child)
            if entered - timedelta(days=90)
            <= done
            < until  # one of the three months before is not done again
        ]
        yield {
            "child_id": child,
            "entered": entered,
            "left": None if left == date.max else left,
            "due": world.nth_working_day(entered, 20),
            "assessed": min(assessed, default=None),
        }


def _assessments_of(world: World, child: str) -> list[date]:
    theirs = [a for a in world.tables["initial_health_assessments"] if a["child_id"] == child]
    return [a["completed"] for a in theirs if a["completed"] is not None]


def iha_20wd_pct(world: World, period: Period) -> Iterator[Case]:
    for stay in stays_in_care(world):
        due, left = stay["due"], stay["left"]
        if due is None or due not in period or (left is not None and left < due):
            continue
        yield share(stay, due, met=stay["assessed"] is not None and stay["assessed"] <= due)


def iha_overdue_open(world: World, period: Period) -> Iterator[Case]:
    for stay in stays_in_care(world):
        is_there = is_open(stay["entered"], stay["left"], period.end)
        if not is_there or (stay["assessed"] is not None and stay["assessed"] <= period.end):
            continue
        waited = world.working_days(stay["entered"], period.end)
        yield share(stay, period.end, met=None if waited is None else waited > 20)


# ---- workforce, plans, exclusions ------------------------------------------------------------------------------


def sw_caseload_avg(world: World, period: Period) -> Iterator[Case]:
    def of_workers(table: str) -> dict[str, list[Row]]:
        by_worker: dict[str, list[Row]] = defaultdict(list)
        for row in world.tables[table]:
            if is_open(row["started"], row["ended"], period.end):
                by_worker[row["worker_id"]].append(row)
        return by_worker

    cases, posts = of_workers("allocations"), of_workers("workers")
    for worker, held in cases.items():
        theirs = posts.get(worker, [])
        shares = [post["full_time_share"] for post in theirs]
        teams = [row["team"] for row in (*held, *theirs) if row["team"] is not None]
        row = {"worker_id": worker, "team": max(teams, default=None)}
        if not shares or None in shares:
            yield Case(row=row, at=period.end, numerator=0, denominator=0, unknown=1)
        elif sum(shares) > 0:
            yield Case(row=row, at=period.end, numerator=len(held), denominator=sum(shares))
