"""A load that is killed at any moment, without a chance to tidy up, leaves the record as before or as after."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lineofsight.record import Record, sha256_of
from tests.slow.killed import load_into
from tests.unit.run.drawn_files import case, census, child, plan

pytestmark = pytest.mark.slow
MOMENTS = 50
CHILDREN = 700

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.slow.killed"])
State = tuple[tuple[str, bool, tuple[tuple[str, int], ...], tuple[str, ...]], ...]


def state(record: Record) -> State:
    """Every load with the rows that its tables really hold and the files that are really there."""
    return tuple(
        (
            load.id,
            load.current,
            tuple(
                (name, pq.read_table(record.path_of(load.id, name)).num_rows) for name in sorted(load.fills)
            ),
            tuple(sha256_of(record.folders.original(load.id, file.name)) for file in load.files),
        )
        for load in record.loads()
    )


def yearly(path: Path, first: int) -> Path:
    cases = (case("2024-06-03", "", plan("2024-07-01")), case("2024-09-02"))
    return census(
        path, "2025-03-31", *(child(f"c{number}", *cases) for number in range(first, first + CHILDREN))
    )


def killed_after(seconds: float, home: Path, file: Path) -> None:
    process = PROCESSES.Process(target=load_into, args=(home, file))
    process.start()
    process.join(seconds)
    process.kill()
    process.join()


def left_over(record: Record) -> list[str]:
    folders = [path.name for path in record.folders.staging.iterdir()]
    return folders + [path.name for path in record.folders.loads.iterdir() if path.name not in known(record)]


def known(record: Record) -> set[str]:
    return {load.id for load in record.loads()}


def test_a_load_that_is_killed_leaves_the_record_as_before_or_as_after(tmp_path: Path) -> None:
    seed = int(os.environ.get("LOS_TEST_SEED", random.randrange(10**6)))
    print(f"LOS_TEST_SEED={seed}")  # shown where the test fails
    dice = random.Random(seed)
    start, file = tmp_path / "start", yearly(tmp_path / "second.xml", 100)
    load_into(start, yearly(tmp_path / "first.xml", 0))
    before = state(Record.open(start))
    killed_after(
        60, shutil.copytree(start, tmp_path / "first"), file
    )  # the first process takes longer to begin
    done = shutil.copytree(start, tmp_path / "done")
    begun = time.monotonic()
    killed_after(60, done, file)
    lasts = time.monotonic() - begun
    after = state(Record.open(done))
    assert [each[:2] for each in after] == [("load-000001", False), ("load-000002", True)]
    ended: Counter[str] = Counter()
    for number in range(MOMENTS):
        home = shutil.copytree(start, tmp_path / f"home-{number}")
        moment = dice.uniform(0, 1.1 * lasts)
        killed_after(moment, home, file)
        record = Record.open(home, wait_seconds=0)
        found = state(record)
        assert found in (before, after), f"killed after {moment:.3f} of {lasts:.3f} seconds, seed {seed}"
        assert left_over(record) == []
        ended["before" if found == before else "after"] += 1
        if number % 25 == 0:  # and the same load, made again, ends well
            load_into(home, file)
            assert [each[1:] for each in state(Record.open(home))] == [each[1:] for each in after]
        shutil.rmtree(home)
    print(dict(ended))
    assert ended["before"] > 0
