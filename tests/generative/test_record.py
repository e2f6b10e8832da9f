"""Whatever is loaded, in whatever order: the same rows count, and every row that came in is kept or held."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.record import Load, Record, TableCount
from lineofsight.record.loads import seen_at
from lineofsight.record.sources import table_sources
from lineofsight.returns.model import Row

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DAYS = st.dates(date(2023, 1, 1), date(2023, 2, 28))  # few days, so that loads touch and overlap
TABLES = st.frozensets(st.sampled_from(["referrals", "assessments"]), min_size=1)


@st.composite
def drawn_loads(draw: st.DrawFn) -> Load:
    since, until = sorted((draw(DAYS), draw(DAYS)))
    return Load(
        id="",
        return_name=draw(st.sampled_from(["cin_census", "ssda903"])),
        key="",
        covers_since=draw(st.sampled_from([since, None])),
        covers_until=until,
        files=(),
        rows=tuple(TableCount(table=t, rows_in=0, rows_kept=0, rows_held=0) for t in sorted(draw(TABLES))),
        loaded_at=NOW,
        loaded_by="anna",
    )


# Two files of the same days have no order but that of loading, so each draws days of its own.
LOADS = st.lists(
    drawn_loads(), min_size=1, max_size=6, unique_by=lambda x: (x.return_name, x.covers_since, x.covers_until)
)


def as_loaded(drawn: list[Load], order: list[int]) -> tuple[Load, ...]:
    """The current loads of a record, had these come in this order, each under a key of its own."""
    return seen_at(
        Load(
            **{
                **vars(drawn[number]),
                "id": f"load-{place:06d}",
                "key": str(number),
                "loaded_at": NOW + timedelta(hours=place),
            }
        )
        for place, number in enumerate(order)
    )


def by_key(loads: tuple[Load, ...]) -> dict[str, list[tuple[str, date | None]]]:
    """For each table, the keys of its parts from the oldest to the newest, and the day before which each supplies."""
    keys = {load.id: load.key for load in loads}
    return {
        source.table: [(keys[part.load], part.supplies_before) for part in source.parts]
        for source in table_sources(loads, lambda load, table: Path(load, table))
    }


def in_return(parts: list[tuple[str, date | None]], loads: tuple[Load, ...]) -> dict[str, list[object]]:
    names = {load.key: load.return_name for load in loads}
    split: dict[str, list[object]] = {}
    for part in parts:
        split.setdefault(names[part[0]], []).append(part)
    return split


@given(drawn=LOADS, data=st.data())
def test_any_order_of_loading_gives_the_same_sources(drawn: list[Load], data: st.DataObject) -> None:
    straight = as_loaded(drawn, list(range(len(drawn))))
    shuffled = as_loaded(drawn, data.draw(st.permutations(range(len(drawn)))))
    one, other = by_key(straight), by_key(shuffled)
    assert one.keys() == other.keys()
    for table in one:
        # Between two returns there is no order, and none is needed: they limit each other in nothing.
        assert in_return(one[table], straight) == in_return(other[table], shuffled)


def is_newer(one: Load, other: Load) -> bool:
    if one.covers_until != other.covers_until:
        return one.covers_until > other.covers_until
    return (one.covers_since or date.min) > (other.covers_since or date.min)


@given(drawn=LOADS, day=DAYS)
def test_an_older_load_supplies_a_day_only_if_no_newer_load_has_begun_by_then(
    drawn: list[Load], day: date
) -> None:
    loads = as_loaded(drawn, list(range(len(drawn))))
    supplying = {
        (table, key)
        for table, parts in by_key(loads).items()
        for key, before in parts
        if before is None or day < before
    }
    expected = {
        (table, load.key)
        for load in loads
        for table in load.fills
        if not any(
            other.return_name == load.return_name
            and table in other.fills
            and is_newer(other, load)
            and (other.covers_since is None or other.covers_since <= day)
            for other in loads
        )
    }
    assert supplying == expected


@settings(max_examples=15, deadline=None)
@given(
    rows=st.lists(st.sampled_from(["kept", "held", "dropped"]), max_size=12),
    lines=st.integers(min_value=1, max_value=12),
)
def test_every_row_that_came_in_is_kept_or_held(rows: list[str], lines: int) -> None:
    """Also when several rows stand in one line, as they may in XML: each of them goes or stays by itself."""
    with TemporaryDirectory() as folder:
        record = Record.open(Path(folder))
        places = [number % lines for number in range(len(rows))]
        with record.staging(return_name="cin_census", key="2025", covers_until=date(2025, 3, 31)) as staging:
            name = staging.add_original(Path(__file__))
            staging.file(name, fills=["referrals"])
            for line, fate in zip(places, rows, strict=True):
                (staging.hold if fate == "held" else staging.keep)(Row("referrals", {}, "", line))
            staged = [fate for fate in rows if fate != "held"]
            staging.drop("referrals", {number for number, fate in enumerate(staged) if fate == "dropped"})
            load = staging.commit(by="anna", now=NOW)
        kept = [line for line, fate in zip(places, rows, strict=True) if fate == "kept"]
        assert pq.read_table(record.path_of(load.id, "referrals"))["row"].to_pylist() == kept
        assert load.rows[0].rows_in == len(rows)
        assert load.rows[0].rows_held == len(record.held(load.id)) == len(rows) - len(kept)
