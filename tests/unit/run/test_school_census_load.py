"""A school census by the commands' road: each term a load, with its term on every row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from lineofsight.record import Record
from tests.unit.run.loading import loaded, tallies

SESSIONS = "pupilonrolltableid,NativeId,termlysessiondetailsonrolltableid,sessions,attendancereason\n"


def details(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text(SESSIONS + "a,SCH1,t1,3,I\n,SCH1,t2,3,I\n", encoding="utf-8")
    return path


def test_each_census_and_each_kind_of_school_is_a_load_of_its_own(record: Record, tmp_path: Path) -> None:
    names = ["2024_autumn_details.csv", "2025_spring_la_details.csv", "2025_spring_acad_details.csv"]
    loaded(record, *(details(tmp_path, name) for name in names))
    assert {(load.key, load.covers_since) for load in record.current()} == {
        ("2024-autumn", date(2024, 4, 1)),
        ("2025-spring la", date(2024, 9, 1)),
        ("2025-spring acad", date(2024, 9, 1)),
    }


def test_every_row_that_is_kept_says_which_census_it_is_from(record: Record, tmp_path: Path) -> None:
    reports = loaded(record, details(tmp_path, "anything.csv"), key="2024-autumn")
    assert tallies(reports) == {("anything.csv", "census_sessions"): (1, 1)}
    (load,) = record.loads()
    (row,) = pq.read_table(record.path_of(load.id, "census_sessions")).to_pylist()
    assert (row["census"], row["attended_since"], row["attended_until"]) == (
        "2024-autumn",
        date(2024, 4, 1),
        date(2024, 7, 31),
    )


def test_a_file_that_no_term_is_known_of_is_refused_and_the_others_are_loaded(
    record: Record, tmp_path: Path
) -> None:
    good, bad = details(tmp_path, "2024_autumn_details.csv"), details(tmp_path, "details.csv")
    reports = loaded(record, good, bad)
    assert {r.file: r.refused for r in reports} == {"details.csv": True, "2024_autumn_details.csv": False}
