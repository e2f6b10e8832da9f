"""The alternative for measuring: three indicators in pandas, a period at a time: python period_by_period.py HOME [RUN].

It reads the same stored rows, and gives totals and every single breakdown. With a run it says whether that run agrees.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd  # type: ignore[import-untyped]
import pyarrow.parquet as pq

from lineofsight.calendar import Period, run_periods, working_day_numbers
from lineofsight.record import Record, TableSource
from lineofsight.returns.tables import BY_NAME

IDS = ("rereferral_12m_pct", "icpc_15wd_pct", "cla_rate")
MONTHS = 60
FAR = pd.Timestamp("9999-12-31").as_unit("ms")
BANDS = ["not yet born", "under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18 and over"]
Figures = Iterator[tuple[str, str, date, str, str | None, float, float]]
"""Indicator, kind and last day of the period, breakdown, group, numerator, denominator."""


class Held:
    """The rows that count, as frames."""

    def __init__(self, record: Record) -> None:
        self.sources = {source.table: source for source in record.sources()}
        self.areas = spells(self.rows("child_areas"))

    def rows(self, name: str) -> pd.DataFrame:
        """Of each event the newest load's, of an older load what lies before; of a person or thing the last row."""
        table = BY_NAME[name]
        parts = [part_of(self.sources[name], at) for at in range(len(self.sources[name].parts))]
        frame = pd.concat(parts, ignore_index=True).sort_values(["rank_", "file", "row"])
        if table.span is None:
            return frame.drop_duplicates(list(table.key), keep="last")
        newest = frame.groupby(list(table.key), dropna=False)["rank_"].transform("max")
        return frame[frame["rank_"] == newest]


def part_of(source: TableSource, at: int) -> pd.DataFrame:
    """One load's rows, without those that a newer load speaks for."""
    part, span = source.parts[at], BY_NAME[source.table].span
    frame = pq.read_table(part.path).to_pandas(date_as_object=False).assign(rank_=part.rank)
    before = part.supplies_before
    if before is None or (span is None and before != date.min):
        return frame
    if before == date.min or span is None:
        return frame.iloc[:0]
    return frame[frame[span.until or span.since] < pd.Timestamp(before)]


def spells(areas: pd.DataFrame) -> pd.DataFrame:
    """Each child's ward and team, every spell ended by the next at the latest."""
    areas = areas.sort_values(["child_id", "since", "load", "file", "row"])
    areas = areas.drop_duplicates(["child_id", "since"], keep="last")
    following = areas.groupby("child_id")["since"].shift(-1).fillna(FAR)
    until = areas["until"].fillna(FAR)
    areas = areas.assign(until=until.where(until < following, following))
    return areas[["child_id", "since", "until", "ward", "team"]].sort_values("since")


def with_groups(frame: pd.DataFrame, held: Held, people: pd.DataFrame) -> pd.DataFrame:
    """The same rows with ward, team, sex and age band on their day ``at``."""
    frame = frame.drop(columns=["sex", "born"], errors="ignore").sort_values("at")
    frame = pd.merge_asof(frame, held.areas, left_on="at", right_on="since", by="child_id")
    over = ~(frame["until"] > frame["at"])
    frame[["ward", "team"]] = frame[["ward", "team"]].mask(over)
    frame = frame.merge(people[["child_id", "sex", "born"]], on="child_id", how="left")
    at, born = frame["at"].dt, frame["born"].dt
    to_come = (at.month * 100 + at.day) < (born.month * 100 + born.day)
    return frame.assign(age_band=banded(at.year - born.year - to_come))


def banded(ages: pd.Series) -> pd.Series:
    """Age bands as text; an age that is not known has none."""
    edges = [-np.inf, 0, 1, 5, 10, 16, 18, np.inf]
    return pd.cut(ages.astype("float64"), edges, right=False, labels=BANDS).astype(object)


def referred_again(held: Held) -> pd.DataFrame:
    """Each referral, and whether the same child was referred in the 365 days before it."""
    rows = held.rows("referrals").dropna(subset=["referral_date"])
    days = rows[["child_id", "referral_date"]].drop_duplicates().sort_values("referral_date")
    days["before"] = days.groupby("child_id")["referral_date"].shift()
    rows = rows.merge(days, on=["child_id", "referral_date"], how="left")
    again = (rows["referral_date"] - rows["before"]).dt.days <= 365
    rows = rows.assign(at=rows["referral_date"], numerator=again.astype("int64"), denominator=1)
    return with_groups(rows, held, held.rows("children"))


def in_time(held: Held) -> pd.DataFrame:
    """Each conference from a section 47 enquiry, and whether it was held by the fifteenth working day."""
    rows = held.rows("conferences").dropna(subset=["held_date"])
    rows = rows[(rows["came_from"] == "section 47") | rows["came_from"].isna()]
    days = pd.Series(working_days(rows), index=rows.index)
    rows = rows.assign(at=rows["held_date"], numerator=days.between(0, 15).astype("int64"), denominator=1)
    return with_groups(rows, held, held.rows("children"))


def working_days(rows: pd.DataFrame) -> np.ndarray:
    """Working days from discussion to conference, the first day not counted; -1 where there is no answer."""
    off = [day for day, _, works in working_day_numbers() if not works and day.weekday() < 5]
    start, end = rows["strategy_discussion_date"], rows["held_date"]
    known = (start <= end).to_numpy()
    next_day = [d.fillna(FAR).to_numpy().astype("datetime64[D]") + 1 for d in (start, end)]
    counted = np.busday_count(np.where(known, next_day[0], next_day[1]), next_day[1], holidays=off)
    return np.where(known, counted, -1)


def of_events(id_: str, rows: pd.DataFrame, breakdowns: Sequence[str], periods: Sequence[Period]) -> Figures:
    """The sums of a share's rows in every period."""
    for period in periods:
        begin, end = pd.Timestamp(period.start), pd.Timestamp(period.end)
        within = rows[(rows["at"] >= begin) & (rows["at"] <= end)]
        yield from summed(id_, period, within, breakdowns)


def of_children_in_care(held: Held, periods: Sequence[Period]) -> Figures:
    """Children looked after, and residents, on the last day of every period."""
    people = held.rows("looked_after_children")
    episodes = held.rows("episodes").sort_values(["started", "load", "file", "row"])
    episodes = episodes[~episodes["legal_status"].isin(["V3", "V4"])]
    residents = held.rows("population")
    residents = residents[residents["age"].isna() | (residents["age"] < 18)]
    residents = residents.assign(
        age_band=banded(residents["age"]), numerator=0, denominator=residents["people"]
    )
    for period in periods:
        end = pd.Timestamp(period.end).as_unit("ms")
        is_open = (episodes["started"] <= end) & (episodes["ended"].fillna(FAR) > end)
        children = episodes[is_open].drop_duplicates("child_id", keep="last")
        children = with_groups(children.assign(at=end, numerator=1, denominator=0), held, people)
        used = residents["since"] == residents["since"][residents["since"] <= end].max()
        both = pd.concat([children, residents[used]], ignore_index=True)
        yield from summed("cla_rate", period, both, ("ward", "age_band", "sex"))


def summed(id_: str, period: Period, rows: pd.DataFrame, breakdowns: Sequence[str]) -> Figures:
    """The total and the single breakdowns of one period."""
    place = (id_, str(period.kind), period.end)
    if len(rows):
        yield (*place, "", "", rows["numerator"].sum(), rows["denominator"].sum())
    for name in breakdowns:
        sums = rows.groupby(name, dropna=False)[["numerator", "denominator"]].sum()
        for group, over, under in sums.itertuples():
            yield (*place, name, None if pd.isna(group) else group, over, under)


def figures(record: Record, last: date) -> pd.DataFrame:
    """Every figure of the three indicators."""
    held, periods = Held(record), run_periods(last, MONTHS)
    by_child = ("ward", "team", "age_band", "sex")
    found = [
        *of_events(IDS[0], referred_again(held), (*by_child, "source"), periods),
        *of_events(IDS[1], in_time(held), by_child, periods),
        *of_children_in_care(held, periods),
    ]
    names = ["indicator", "kind", "end", "breakdown", "group", "numerator", "denominator"]
    return pd.DataFrame(found, columns=names)


def disagreements(record: Record, run: str, found: pd.DataFrame) -> int:
    """How many of a run's readings, where it has any, say something else."""
    theirs = {tuple(row[:5]): (float(row[5]), float(row[6])) for row in found.itertuples(index=False)}
    wrong = 0
    for id_ in IDS:
        for reading in record.readings(run, indicator=id_):
            group = reading.group[0] if reading.group else ""
            key = (id_, reading.period_kind, reading.period_end, "".join(reading.breakdown), group)
            said = (reading.numerator, reading.denominator or 0.0)
            wrong += reading.numerator is not None and said != theirs.get(key, (0.0, 0.0))
    return wrong


def main() -> None:
    """Compute, and compare with a run if one is named."""
    home, *runs = sys.argv[1:]
    record = Record.open(Path(home))
    last = max(load.covers_until for load in record.current())
    found = figures(record, last)
    for run in runs:
        if wrong := disagreements(record, run, found):
            sys.exit(f"The two do not agree: {wrong} figures of {run} are others.")
    sys.stderr.write(f"{len(found)} figures\n")


if __name__ == "__main__":
    main()
