"""A record in an empty home, and a short way to put a load into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from lineofsight.record import Load, Record
from lineofsight.returns.model import Row

LoadInto = Callable[..., Load]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "home", wait_seconds=0)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "census.csv"
    path.write_text("Child ID,Referral date\nc1,2024-05-01\n", encoding="utf-8")
    return path


@pytest.fixture
def clock() -> Iterator[datetime]:
    """A new moment each time that it is asked, an hour after the one before."""
    start = datetime(2026, 11, 2, 9, tzinfo=UTC)
    return (start + timedelta(hours=hour) for hour in range(1000))


@pytest.fixture
def load(record: Record, original: Path, clock: Iterator[datetime]) -> LoadInto:
    """Load one file with these children's referrals; days default to the year to March 2025."""

    def into(
        *,
        key: str = "2025",
        children: Iterable[str] = ("c1",),
        since: date | None = date(2024, 4, 1),
        until: date = date(2025, 3, 31),
        return_name: str = "cin_census",
        fills: Iterable[str] = ("referrals",),
        now: datetime | None = None,
    ) -> Load:
        days = {"covers_since": since, "covers_until": until}
        with record.staging(return_name=return_name, key=key, **days) as staging:
            staging.file(staging.add_original(original), fills=fills)
            for row, child in enumerate(children, start=2):
                staging.keep(Row("referrals", {"child_id": child}, "", row))
            return staging.commit(by="anna", now=now or next(clock))

    return into
