"""Every indicator in every period and group: the readings of a run, from the record's current loads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pyarrow as pa

from lineofsight import __version__
from lineofsight.calendar import Period, first_of_month, last_of_month, run_periods
from lineofsight.council import Council
from lineofsight.engines.engine import Engine, engine_called
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.lineage import tables_read
from lineofsight.indicators.shapes import Indicator
from lineofsight.indicators.tally import condensed
from lineofsight.record import Load, Record, Run
from lineofsight.run.attendance import supply_counts
from lineofsight.run.coverage import coverage_of, states
from lineofsight.run.grid import readings_of, states_table
from lineofsight.run.supplied import observed, with_supplied

Progress = Callable[[str, int, int], None]


class NothingToMeasureError(Exception):
    """There is no load, or none that covers a whole month, or one that was in use then is gone."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a run is asked for: the periods, and the loads that answer, as known at ``as_at`` (None: now)."""

    to: date
    months: int
    loads: tuple[Load, ...]
    as_at: datetime | None = None

    @property
    def periods(self) -> tuple[Period, ...]:
        return run_periods(self.to, self.months)


def question(record: Record, *, to: date | None, months: int, as_at: datetime | None = None) -> Question:
    """The months up to ``to``, by default up to the last whole month that any load covers."""
    loads = record.current(as_at)
    if as_at is not None:
        _refuse_what_is_gone(record, as_at)
    if not loads:
        when = "yet" if as_at is None else f"at the end of {as_at:%Y-%m-%d}"
        raise NothingToMeasureError(f"Nothing is loaded {when}. Load files first: los load PATH.")
    last = to or max(load.covers_until for load in loads)
    whole = last if last == last_of_month(last) else first_of_month(last) - timedelta(days=1)
    return Question(to=whole, months=months, loads=loads, as_at=as_at)


def _refuse_what_is_gone(record: Record, as_at: datetime) -> None:
    if gone := record.gone_since(as_at):
        listed = ", ".join(f"{load.id} ({load.return_name} {load.key})" for load in gone)
        raise NothingToMeasureError(
            f"The figures as at {as_at:%Y-%m-%d} cannot be computed again: {listed} was in use then and has been "
            "removed since. What was computed at the time is kept: los readings ID --run RUN."
        )


def supply(
    engine: Engine, record: Record, asked: Question, council: Council, only: Sequence[Indicator]
) -> None:
    """Give an engine the rows that these indicators read, the periods asked for, and the council's settings."""
    engine.supply_settings(settings_of(council))
    engine.supply_periods(asked.periods)
    needed = {name for i in only for name in tables_read(i.facts(*[b.name for b in i.breakdowns]))}
    engine.supply_sources(record.sources(asked.as_at), only=needed)
    supply_counts(engine, record, asked.loads, needed)


def settings_of(council: Council) -> Mapping[str, int]:
    """The council's settings that definitions read."""
    return {"first_working_day": council.settings.first_working_day, "ehc_days": council.settings.ehc_days}


def measure(
    record: Record,
    council: Council,
    *,
    to: date | None = None,
    months: int = 60,
    only: Sequence[Indicator] = INDICATORS,
    as_at: datetime | None = None,
    by_engine: str = "duckdb",
    progress: Progress = lambda _what, _done, _of: None,
) -> Run:
    """Compute every reading and store them as a run; with ``as_at``, from the loads that were current at that moment.

    ``by_engine`` is one of ``ENGINES``: whichever computes, the readings are the same. Raises EngineMissingError where it is
    not installed, NothingToMeasureError where there is nothing to compute from.
    """
    asked = question(record, to=to, months=months, as_at=as_at)
    tables: list[pa.Table] = []
    with closing(engine_called(by_engine)) as engine:
        supply(engine, record, asked, council, only)
        found = observed(engine, record.sources(asked.as_at))
        for done, indicator in enumerate(only):
            progress(indicator.title, done, len(only))
            tables.append(with_supplied(_readings(engine, indicator, asked), indicator, found))
    progress("", len(only), len(only))
    return record.write_run(
        table=pa.concat_tables(tables),
        loads=[load.id for load in asked.loads],
        engine=engine.name,
        settings=dict(settings_of(council)),
        version=__version__,
        months=asked.months,
        to=asked.to,
        now=datetime.now(UTC),
        as_at=asked.as_at,
    )


def _readings(engine: Engine, indicator: Indicator, asked: Question) -> pa.Table:
    """One indicator's totals and single breakdowns, with zeros where nothing was counted and a state everywhere."""
    names = [b.name for b in indicator.breakdowns]
    facts = engine.keep(f"facts_{indicator.id}", condensed(indicator.facts(*names), names))
    first = engine.table(facts.aggregate(first=facts.period_end.min())).to_pylist()[0]["first"]
    begins = None if first is None else first_of_month(first)
    states_of = states(indicator, coverage_of(indicator, asked.loads), asked.periods, begins)
    engine.supply(states_table, [_row(period, state) for period, state in states_of.items()])
    table = engine.table(readings_of(indicator, facts))
    engine.forget(f"facts_{indicator.id}")
    return table


def _row(period: Period, state: str) -> dict[str, object]:
    return {
        "period_kind": str(period.kind),
        "period_start": period.start,
        "period_end": period.end,
        "state": str(state),
    }
