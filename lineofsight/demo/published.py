"""What national publications say of a district of the synthetic council's size, beside what its files come to."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from lineofsight.indicators.catalogue import BY_ID
from lineofsight.record import Record
from lineofsight.run.charts import series_of


@dataclass(frozen=True, kw_only=True)
class Published:
    """One published figure: of the metropolitan district whose rates the council has, and of England."""

    indicator: str
    kind: str
    period_end: date
    district: float
    england: float
    source: str


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A published figure with the synthetic council's own for the same period; None where the run has none."""

    title: str
    unit: str
    published: Published
    here: float | None


def published() -> tuple[Published, ...]:
    """Every published figure that is kept, with the period that it is of.

    Source: the Local Authority Interactive Tool of the Department for Education, as published to November 2026.
    """
    text = files("lineofsight.demo").joinpath("published.csv").read_text(encoding="utf-8")
    return tuple(
        Published(
            indicator=row["indicator"],
            kind=row["kind"],
            period_end=date.fromisoformat(row["period_end"]),
            district=float(row["metropolitan_district"]),
            england=float(row["england"]),
            source=row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def beside(record: Record, run_id: str, known: Sequence[Published] | None = None) -> tuple[Beside, ...]:
    """The published figures of the indicators that can be computed, each with this run's figure of that period."""
    return tuple(_beside(record, run_id, each) for each in known or published() if each.indicator in BY_ID)


def _beside(record: Record, run_id: str, one: Published) -> Beside:
    indicator = BY_ID[one.indicator]
    series = series_of(record, indicator, run_id, kind=one.kind)
    here = next((reading.value for reading in series if reading.period_end == one.period_end), None)
    return Beside(title=indicator.title, unit=str(indicator.unit), published=one, here=here)
