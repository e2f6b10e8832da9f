"""Spark computes what DuckDB computes: every reading of every indicator, from the same files of the same record."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from lineofsight.council import Council
from lineofsight.engines.engine import EngineMissingError
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.readings import Reading
from lineofsight.record import Record, Run
from lineofsight.run.measure import measure
from tests.slow.conftest import Demo

pytestmark = [
    pytest.mark.slow,
    # Java's gateway leaves its socket to be closed with the process.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

MONTHS = 24  # so that of the rarest things there are some


@pytest.fixture(scope="module")
def record(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The synthetic council's record, in a home of its own, so that nobody else meets the runs made here."""
    home = tmp_path_factory.mktemp("spark") / "home"
    shutil.copytree(demo.home, home)
    return Record.open(home)


@pytest.fixture(scope="module")
def runs(record: Record) -> tuple[Run, Run]:
    """One run of each engine."""
    by_duckdb = measure(record, Council(), months=MONTHS)
    try:
        by_spark = measure(record, Council(), months=MONTHS, by_engine="spark")
    except EngineMissingError as missing:
        if "spark" in os.environ.get("LINEOFSIGHT_REQUIRE", "").split(","):
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    return by_duckdb, by_spark


def readings(record: Record, run: Run, indicator: str) -> dict[tuple[object, ...], Reading]:
    """Each reading by what it is of, without the run that it is from."""
    return {
        (r.period_kind, r.period_start, r.period_end, r.breakdown, r.group): replace(r, run="")
        for r in record.readings(run.id, indicator=indicator)
    }


@pytest.mark.parametrize("indicator", [i.id for i in INDICATORS])
def test_both_engines_give_exactly_the_same_readings(
    record: Record, runs: tuple[Run, Run], indicator: str
) -> None:
    duckdb, spark = (readings(record, run, indicator) for run in runs)
    assert duckdb
    assert set(spark) == set(duckdb)
    differ = [of for of, reading in duckdb.items() if spark[of] != reading]
    assert differ == []


def test_each_indicator_counted_something_and_some_groups_were_not_recorded(
    record: Record, runs: tuple[Run, Run]
) -> None:
    counted, not_recorded = set(), defaultdict(set)
    for indicator in INDICATORS:
        for reading in readings(record, runs[1], indicator.id).values():
            if reading.numerator or reading.denominator or reading.unknown:
                counted.add(indicator.id)
                if None in reading.group:
                    not_recorded[indicator.id].add(reading.breakdown)
    assert {i.id for i in INDICATORS} - counted == set()
    assert len(not_recorded) >= 8


def test_a_run_says_which_engine_computed_it(runs: tuple[Run, Run]) -> None:
    assert [run.engine for run in runs] == ["duckdb", "spark"]
    assert runs[0].readings == runs[1].readings


def test_the_record_is_read_where_it_lies(record: Record, runs: tuple[Run, Run]) -> None:
    """Nothing but the run's readings was written: Spark makes no warehouse and no metastore beside the home."""
    assert not [path for path in (Path("spark-warehouse"), Path("metastore_db")) if path.exists()]
