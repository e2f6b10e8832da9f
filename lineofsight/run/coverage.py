"""For which days an indicator's tables are loaded, and so how far a reading can be relied on to stay as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lineofsight.calendar import Period
from lineofsight.indicators.lineage import loaded_for
from lineofsight.indicators.shapes import Indicator
from lineofsight.readings import State
from lineofsight.record import Load
from lineofsight.returns.derived import EHC_SOURCES

# Without a population a number can be read and a rate cannot, so a rate is not made to wait for it here.
NOT_AWAITED = ("population",)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """The days that the loads of some tables cover. ``since`` None: from the first row that they hold."""

    since: date | None
    until: date


def coverage_of(indicator: Indicator, loads: Sequence[Load]) -> Coverage | None:
    """The days for which every table of the indicator is loaded; None if one of them is not there at all."""
    names = loaded_for(indicator) - {*NOT_AWAITED, *indicator.helped_by}
    either = {name for source in EHC_SOURCES for name in source.all}
    spans = [_table(name, loads) for name in names - either]
    if names & either:
        spans.append(_better_of([_together([_table(n, loads) for n in s.awaited]) for s in EHC_SOURCES]))
    return _together(spans)


def _together(spans: Sequence[Coverage | None]) -> Coverage | None:
    """The days for which all of them are there."""
    known = [span for span in spans if span is not None]
    if not known or len(known) < len(spans):
        return None
    starts = [span.since for span in known if span.since is not None]
    return Coverage(since=max(starts, default=None), until=min(span.until for span in known))


def _better_of(spans: Sequence[Coverage | None]) -> Coverage | None:
    """Of sources of which one is enough, the one that reaches furthest; of two, the one that begins first."""
    known = [span for span in spans if span is not None]
    return max(known, key=lambda s: (s.until, -(s.since or date.min).toordinal()), default=None)


def _table(name: str, loads: Sequence[Load]) -> Coverage | None:
    filling = [load for load in loads if name in load.fills]
    if not filling:
        return None
    starts = [load.covers_since for load in filling]
    since = None if None in starts else min(s for s in starts if s is not None)
    return Coverage(since=since, until=max(load.covers_until for load in filling))


def states(
    indicator: Indicator,
    coverage: Coverage | None,
    wanted: Iterable[Period],
    first_day: date | None,
) -> Mapping[Period, State]:
    """The state of each period. ``first_day`` is the first period start in which the tables hold a row."""
    return {period: _state(indicator, coverage, period, first_day) for period in wanted}


def _state(indicator: Indicator, coverage: Coverage | None, period: Period, first_day: date | None) -> State:
    if coverage is None or period.start > coverage.until:
        return State.NOT_AVAILABLE
    begins = coverage.since or first_day
    needed_from = period.end if indicator.measure.measure_type.is_stock else period.start
    enough_before = begins is not None and needed_from - timedelta(days=indicator.looks_back) >= begins
    mature = period.end + timedelta(days=indicator.matures_after) <= coverage.until
    return State.COMPLETE if enough_before and mature else State.NOT_COMPLETE_YET
