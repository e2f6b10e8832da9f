"""EHC plans as their definitions say in words, of the register and of SEN2 together, in plain loops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Group, Row, World, is_open, place_in_files
from tests.generative.oracle_definitions import share


def ehc_cases(world: World) -> Iterator[Row]:
    """Every request: the register's as it says itself, and SEN2's that the register does not have."""
    yield from world.tables["ehc_requests"]
    for request in world.tables["sen_requests"]:
        if not _is_in_the_register(world, request):
            yield _case(world, request)


def _is_in_the_register(world: World, request: Row) -> bool:
    upn = _of_request(world, request["request_id"])[2]
    for listed in world.tables["ehc_requests"]:
        same_day = request["received"] is not None and listed["received"] == request["received"]
        if listed["request_id"] == request["request_id"]:
            return True
        if same_day and listed["child_id"] is not None and listed["child_id"] == request["child_id"]:
            return True
        if same_day and upn is not None and listed["upn"] == upn:
            return True
    return False


def _case(world: World, request: Row) -> Row:
    theirs = [a for a in world.tables["sen_assessments"] if a["request_id"] == request["request_id"]]
    done: dict[str, list[date]] = {
        code: [a["outcome_date"] for a in theirs if a["outcome"] == code and a["outcome_date"]]
        for code in ("Y", "N", "W")
    }
    is_historical = request["outcome"] == "H" or any(a["outcome"] == "H" for a in theirs)
    is_transfer = request["request_id"] in _transferred(world)
    started = _first_plan(world, request["request_id"])
    issued = min(done["Y"], default=None if is_historical else started)
    issued = None if is_transfer else issued
    ends = [issued, *done["N"], *done["W"]]
    if request["outcome"] in ("N", "W"):
        ends.append(request["settled"])
    moved = request["moved_away"] is not None and request["moved_away"].lower() not in (
        "0",
        "n",
        "no",
        "false",
    )
    waits = _waits(world, request, theirs) and not moved and not is_transfer
    at_once = (request["settled"] or request["received"]) if moved else request["received"]
    return {
        **request,
        "exceptions_apply": any(a["exceptions_apply"] for a in theirs),
        "plan_issued": issued,
        "concluded": min((day for day in ends if day), default=None if waits else at_once),
    }


def _waits(world: World, request: Row, assessments: list[Row]) -> bool:
    if request["outcome"] in (None, "A"):
        return True
    if request["outcome"] == "Y" and not assessments:
        return request["load"] in _newest_loads(world)
    open_ones = [
        a
        for a in assessments
        if a["outcome"] in (None, "A") or (a["outcome"] == "Y" and not a["outcome_date"])
    ]
    return request["outcome"] != "H" and bool(open_ones)


def _newest_loads(world: World) -> set[str]:
    days = {r["load"]: r["received"] for r in sorted(_asked(world), key=lambda r: r["received"])}
    return {load for load, day in days.items() if day == max(days.values())}


def _asked(world: World) -> list[Row]:
    return [r for r in world.tables["sen_requests"] if r["received"] is not None]


def _of_request(world: World, id_: str | None) -> tuple[str | None, date | None, str | None]:
    """Of a request by its number: the child, when it was received, and the child's UPN."""
    same = [r for r in world.tables["sen_requests"] if r["request_id"] == id_]
    if id_ is None or not same:
        return None, None, None
    child = max(r["child_id"] for r in same)
    received = min((r["received"] for r in same if r["received"]), default=None)
    people = [p["upn"] for p in world.tables["sen_persons"] if p["child_id"] == child]
    return child, received, people[0] if people else None


def _request_of(world: World, assessment: str) -> str | None:
    same = [a["request_id"] for a in world.tables["sen_assessments"] if a["assessment_id"] == assessment]
    return max(same, default=None)


def _first_plan(world: World, request: str) -> date | None:
    plans = [p for p in world.tables["sen_named_plans"] if p["started"]]
    return min(
        (p["started"] for p in plans if _request_of(world, p["assessment_id"]) == request), default=None
    )


def _transferred(world: World) -> set[str]:
    return {p["request_id"] for p in world.tables["sen_active_plans"] if p["transferred_from"] is not None}


def ehc_plans(world: World) -> Iterator[Row]:
    """Every plan: the register's, and SEN2's that overlap none of the same child there."""
    for listed in world.tables["ehc_requests"]:
        if listed["plan_issued"]:
            yield {**listed, "started": listed["plan_issued"], "ceased": listed["plan_ceased"]}
    for plan in (*_named(world), *_unnamed(world)):
        if not any(_is_same_plan(plan, listed) for listed in world.tables["ehc_requests"]):
            yield plan


def _named(world: World) -> Iterator[Row]:
    for plan in world.tables["sen_named_plans"]:
        if plan["started"]:
            request = _request_of(world, plan["assessment_id"])
            child, _, upn = _of_request(world, request)
            yield {**plan, "request_id": request, "child_id": child, "upn": upn}


def _unnamed(world: World) -> Iterator[Row]:
    for plan in world.tables["sen_active_plans"]:
        if plan["load"] in _newest_loads(world) and _first_plan(world, plan["request_id"]) is None:
            child, received, upn = _of_request(world, plan["request_id"])
            yield {**plan, "child_id": child, "upn": upn, "started": received, "ceased": None}


def _is_same_plan(plan: Row, listed: Row) -> bool:
    if listed["plan_issued"] is None:
        return False
    if plan["request_id"] == listed["request_id"]:
        return True
    same = [plan[c] for c in ("child_id", "upn") if plan[c] is not None and plan[c] == listed[c]]
    if not same or plan["started"] is None:
        return False
    begins_in_time = listed["plan_issued"] < (plan["ceased"] or date.max)
    return begins_in_time and (listed["plan_ceased"] or date.max) > plan["started"]


def primary_need(world: World, case: Case) -> Group:
    """The need of rank 1 of the child: of several, the last that was loaded."""
    requests = {
        id_: max(p["request_id"] for p in world.tables["sen_active_plans"] if p["active_plan_id"] == id_)
        for id_ in {p["active_plan_id"] for p in world.tables["sen_active_plans"]}
    }
    theirs = [
        need
        for need in world.tables["sen_needs"]
        if need["need_rank"] == 1
        and case.row["child_id"] is not None
        and _of_request(world, requests.get(need["active_plan_id"]))[0] == case.row["child_id"]
    ]
    last: Any = max(theirs, key=place_in_files, default=None)
    return last["need"] if last else None


def ehcp_20w_exc_pct(world: World, period: Period) -> Iterator[Case]:
    for case in ehc_cases(world):
        received, issued = case["received"], case["plan_issued"]
        if issued is None or issued not in period or case["exceptions_apply"] is True:
            continue
        is_sound = received is not None and issued >= received
        yield share(case, issued, met=(issued - received).days <= world.ehc_days if is_sound else None)


def ehcp_overdue_open(world: World, period: Period) -> Iterator[Case]:
    for case in ehc_cases(world):
        if is_open(case["received"], case["concluded"], period.end):
            yield share(case, period.end, met=(period.end - case["received"]).days > world.ehc_days)


def ehcp_issued_count(world: World, period: Period) -> Iterator[Case]:
    for case in ehc_cases(world):
        if case["plan_issued"] is not None and case["plan_issued"] in period:
            yield Case(row=case, at=case["plan_issued"], numerator=1)


def ehcp_maintained(world: World, period: Period) -> Iterator[Case]:
    for plan in ehc_plans(world):
        if is_open(plan["started"], plan["ceased"], period.end):
            yield Case(row=plan, at=period.end, numerator=1)
