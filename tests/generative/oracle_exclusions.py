"""Permanent exclusions as their definitions say in words, in plain loops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lineofsight.calendar import Period
from tests.generative.oracle import (
    Case,
    Group,
    Row,
    World,
    area,
    is_open,
    is_working_day_known,
    place_in_files,
)
from tests.generative.oracle_definitions import share

CONFIRMED = ("upheld", "irp_upheld")
ENDED = ("cancelled", "withdrawn", "reinstated", "quashed")


def home_ward(world: World, case: Case) -> Group:
    """The ward on that day, else the register's own."""
    return area("ward")(world, case) or case.row.get("home_ward")


def home_or_resident(world: World, case: Case) -> Group:
    return home_ward(world, case) if case.side == "top" else case.row["ward"]


def exclusions(world: World) -> list[Row]:
    """Each exclusion by its latest status, with the first day of provision that any of its rows gives."""
    latest: dict[str, Row] = {}
    provided: dict[str, list[date]] = {}
    for row in sorted(world.tables["exclusion_statuses"], key=_when_said):
        latest[row["exclusion_id"]] = row
        provided.setdefault(row["exclusion_id"], []).extend(filter(None, [row["provision_started"]]))
    return [
        {
            **row,
            "provision_started": min(provided[id_], default=None),
            "noticed": row["notified"] or row["excluded_from"],
        }
        for id_, row in latest.items()
    ]


def _when_said(row: Row) -> tuple[object, ...]:
    """A status without a date was the first word on the matter: that of the day on which it was notified."""
    return row["status_date"] or row["notified"] or date(1900, 1, 1), place_in_files(row)


def _standing(status: str | None) -> tuple[int, int, int]:
    """Confirmed, not decided, not known."""
    if status in CONFIRMED:
        return 1, 0, 0
    if status in ("notified", "pending"):
        return 0, 1, 0
    return 0, 0, int(status not in ENDED)


def _during(world: World, period: Period, column: str) -> Iterator[Row]:
    for row in exclusions(world):
        if row[column] is not None and row[column] in period:
            yield row


def pex_confirmed_count(world: World, period: Period) -> Iterator[Case]:
    for row in _during(world, period, "excluded_from"):
        met, waits, unknown = _standing(row["status"])
        yield Case(row=row, at=row["excluded_from"], numerator=met, unknown=unknown, open=waits)


def pex_notified_count(world: World, period: Period) -> Iterator[Case]:
    for row in _during(world, period, "noticed"):
        yield Case(row=row, at=row["noticed"], numerator=1)


def pex_conversion_pct(world: World, period: Period) -> Iterator[Case]:
    for row in _during(world, period, "noticed"):
        met, waits, unknown = _standing(row["status"])
        yield share(row, row["noticed"], met=None if unknown else bool(met), is_open=bool(waits))


def _confirmed(world: World, period: Period) -> Iterator[Row]:
    return (row for row in _during(world, period, "excluded_from") if row["status"] in CONFIRMED)


def pex_phase_split(world: World, period: Period) -> Iterator[Case]:
    for row in _confirmed(world, period):
        yield share(
            row, row["excluded_from"], met=None if row["phase"] is None else row["phase"] == "primary"
        )


def pex_reason_persistent_pct(world: World, period: Period) -> Iterator[Case]:
    for row in _confirmed(world, period):
        given = [row[c] for c in ("reason", "reason_2", "reason_3") if row[c] is not None]
        yield share(row, row["excluded_from"], met="DB" in given if given else None)


def pex_repeat_count(world: World, period: Period) -> Iterator[Case]:
    confirmed = [r for r in exclusions(world) if r["status"] in CONFIRMED and r["excluded_from"]]
    again: dict[str, Row] = {}
    for row in sorted(_confirmed(world, period), key=lambda r: (r["excluded_from"], place_in_files(r))):
        earlier = [
            r
            for r in confirmed
            if r["child_id"] == row["child_id"] and r["excluded_from"] < row["excluded_from"]
        ]
        if row["child_id"] is not None and earlier:
            again[row["child_id"]] = row
    for row in again.values():
        yield Case(row=row, at=row["excluded_from"], numerator=1)


def pex_ward_rate(world: World, period: Period) -> Iterator[Case]:
    for row in _confirmed(world, period):
        yield Case(row=row, at=row["excluded_from"], numerator=1)
    begun = [r["since"] for r in world.tables["population"] if r["since"] <= period.end]
    for row in world.tables["population"]:
        if begun and row["since"] == max(begun) and row["age"] is not None and 5 <= row["age"] <= 15:
            yield Case(row=row, at=period.end, denominator=row["people"], side="bottom")


def _sixth_school_day(world: World, row: Row) -> date | None:
    """The sixth school day; none where it is not found within 120 days, or lies beyond the known calendar."""
    first = row["excluded_from"]
    open_days = []
    for number in range(120 if first else 0):
        day = first + timedelta(days=number)
        if is_working_day_known(day) and not _is_shut(world, row["school"], day):
            open_days.append(day)
    return open_days[5] if len(open_days) > 5 else None


def _is_shut(world: World, school: str | None, day: date) -> bool:
    for closure in world.tables["school_closures"]:
        of_it = closure["school"] is None or closure["school"] == school
        if of_it and closure["first_day"] <= day <= (closure["last_day"] or closure["first_day"]):
            return True
    return False


def pex_day6_pct(world: World, period: Period) -> Iterator[Case]:
    for row in exclusions(world):
        due, started = _sixth_school_day(world, row), row["provision_started"]
        if due is None or due not in period or row["of_school_age"] is False:
            continue
        if row["status"] in ENDED and row["status_date"] is not None and row["status_date"] <= due:
            continue
        is_sound = started is None or started >= row["excluded_from"]
        yield share(row, due, met=(started is not None and started <= due) if is_sound else None)


def pex_day6_overdue_open(world: World, period: Period) -> Iterator[Case]:
    for row in exclusions(world):
        ends = [
            row["provision_started"],
            row["leaves_school"],
            row["status_date"] if row["status"] in ENDED else None,
        ]
        settled = min((day for day in ends if day), default=None)
        if row["of_school_age"] is False or not is_open(row["excluded_from"], settled, period.end):
            continue
        due = _sixth_school_day(world, row)
        yield share(row, period.end, met=None if due is None else due <= period.end)
