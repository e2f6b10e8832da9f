"""Which loads have been kept for as long as the council decided, and their disposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise

from lineofsight.council import Hold, Retention
from lineofsight.record import Load, Record, RecordError


@dataclass(frozen=True, kw_only=True)
class Due:
    """A load whose time is over: what replaced it and when, the first day on which it may go, and a hold, if any."""

    load: Load
    replaced_by: str
    replaced_on: date
    since: date
    rule: str
    hold: Hold | None


class OnHoldError(RecordError):
    """Something must be kept, because the council holds it."""


def due(record: Record, retention: Retention, *, today: date) -> tuple[Due, ...]:
    """The replaced loads whose years are over on ``today``, held ones among them, in the order of loading.

    A load that is current has not been replaced, and is never due.
    """
    return tuple(found for found in _replaced(record.loads(), retention) if found.since <= today)


def retain(record: Record, retention: Retention, *, today: date, by: str) -> tuple[Due, ...]:
    """Remove every load that is due and not held, each with an entry in the disposal log; gives what was due."""
    found = due(record, retention, today=today)
    for each in found:
        if each.hold is None:
            record.remove(each.load.id, by=by, now=datetime.now(UTC), rule=each.rule)
    return found


def refuse_if_held(retention: Retention, return_name: str) -> None:
    """Raise OnHoldError, saying why and by whose decision, if nothing of the return may be disposed of."""
    if hold := retention.hold_on(return_name):
        what = "everything" if hold.return_name is None else hold.return_name
        raise OnHoldError(
            f"Nothing was removed: {what} is on hold in council.toml ({hold.reason}; decided by {hold.by}). "
            "End the hold there first."
        )


def _replaced(loads: Sequence[Load], retention: Retention) -> Iterator[Due]:
    series: dict[tuple[str, str], list[Load]] = {}
    for load in loads:
        series.setdefault((load.return_name, load.key), []).append(load)
    pairs = [pair for same in series.values() for pair in pairwise(same)]
    for load, newer in sorted(pairs, key=lambda pair: pair[0].loaded_at):
        years = retention.years_of(load.return_name)
        replaced_on = newer.loaded_at.astimezone(UTC).date()
        yield Due(
            load=load,
            replaced_by=newer.id,
            replaced_on=replaced_on,
            since=years_after(replaced_on, years),
            rule=f"retention: {years} years after a load of {load.return_name} was replaced",
            hold=retention.hold_on(load.return_name),
        )


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February in a year without one, so that no day is lost."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
