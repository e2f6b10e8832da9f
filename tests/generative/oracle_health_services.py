"""Referrals to health services as their definitions say in words, in plain loops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Group, Row, World, age_on, area, band, is_open
from tests.generative.oracle_definitions import share

TURNED_AWAY = ("signposted", "not_accepted", "withdrawn")


def home_ward(world: World, case: Case) -> Group:
    """The ward on that day, else the extract's own."""
    return area("ward")(world, case) or case.row["home_ward"]


def age_then(_world: World, case: Case) -> Group:
    """The band of the age on that day, by the birth date that the extract gives."""
    born = case.row["born"]
    return None if born is None else band(age_on(born, case.at))


def _to(world: World, service: str) -> Iterator[Row]:
    return (row for row in world.tables["health_referrals"] if row["service"] == service)


def _received(world: World, period: Period, service: str) -> Iterator[Case]:
    for row in _to(world, service):
        if row["received"] is not None and row["received"] in period:
            yield Case(row=row, at=row["received"], numerator=1)


def camhs_referrals_count(world: World, period: Period) -> Iterator[Case]:
    yield from _received(world, period, "camhs")


def nd_referrals_count(world: World, period: Period) -> Iterator[Case]:
    yield from _received(world, period, "neurodevelopmental")


def _in_time(row: Row, days: int) -> bool | None:
    """Whether the contact came soon enough; nobody knows where it came before the referral, or that has no day."""
    received, seen = row["received"], row["first_contact"]
    if received is None or seen < received:
        return None
    return (seen - received).days <= days


def camhs_wait_4w_pct(world: World, period: Period) -> Iterator[Case]:
    for row in _to(world, "camhs"):
        seen = row["first_contact"]
        if seen is not None and seen in period:
            yield share(row, seen, met=_in_time(row, 28))


def nd_wait_13w_pct(world: World, period: Period) -> Iterator[Case]:
    for row in _to(world, "neurodevelopmental"):
        if row["received"] is None:
            continue
        due, seen, closed = row["received"] + timedelta(days=91), row["first_contact"], row["closed"]
        if due not in period:
            continue
        seen_by_then = seen is not None and seen <= due
        gone_by_then = row["outcome"] in TURNED_AWAY or (closed is not None and closed <= due)
        if seen_by_then or not gone_by_then:
            yield share(row, due, met=False if seen is None else _in_time(row, 91))


def _late(world: World, period: Period, service: str, days: int) -> Iterator[Case]:
    for row in _to(world, service):
        ends = [day for day in (row["first_contact"], row["closed"]) if day is not None]
        waits = is_open(row["received"], min(ends, default=None), period.end)
        if waits and row["outcome"] not in TURNED_AWAY:
            yield share(row, period.end, met=(period.end - row["received"]).days > days)


def camhs_overdue_open(world: World, period: Period) -> Iterator[Case]:
    yield from _late(world, period, "camhs", 28)


def nd_overdue_open(world: World, period: Period) -> Iterator[Case]:
    yield from _late(world, period, "neurodevelopmental", 91)
