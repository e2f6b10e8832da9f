"""Absence as its definitions say in words, in plain loops over the counted sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Row, World


def _missed(world: World, period: Period, is_meant: Callable[[Row], bool]) -> Iterator[Case]:
    for row in world.tables["attendance_counts"]:
        if row["since"] is None or row["since"] not in period:
            continue
        sessions = row["sessions"]
        is_unknown = row["mark"] is None or sessions is None
        met = row["mark"] is not None and is_meant(row)
        yield Case(
            row=row,
            at=row["since"],
            numerator=(sessions or 0) if met else 0,
            denominator=sessions or 0,
            unknown=int(is_unknown),
        )


def absence_unauth_pct(world: World, period: Period) -> Iterator[Case]:
    yield from _missed(world, period, lambda row: row["mark"] == "unauthorised")


def absence_reason_illness_pct(world: World, period: Period) -> Iterator[Case]:
    yield from _missed(world, period, lambda row: row["code"] == "I")


def absence_holiday_unauth_pct(world: World, period: Period) -> Iterator[Case]:
    yield from _missed(world, period, lambda row: row["code"] == "G")
