"""What a file wrote is kept beside what the record holds, wherever the two differ."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lineofsight.council import Council
from lineofsight.record import Record
from lineofsight.record.parquet import GIVEN, schema_of
from lineofsight.returns.columns import Table
from lineofsight.returns.headings import match
from lineofsight.returns.known import PARTS
from lineofsight.returns.part_rows import reader_of
from lineofsight.returns.parts import Codes, Part, ReadColumn
from lineofsight.returns.tables import HELD
from lineofsight.run.subject import held_about
from tests.unit.returns.files import csv_file
from tests.unit.run.drawn_files import census, child, episode, episodes
from tests.unit.run.loading import loaded

VISITS = "Child ID,Kind of visit,Visited,Child seen,Seen alone"


def stored(record: Record, table: str) -> list[dict[str, object]]:
    (load,) = [load for load in record.loads() if table in load.fills]
    return list(pq.read_table(record.path_of(load.id, table)).to_pylist())


def test_a_word_that_stands_for_a_code_is_kept_beside_the_code(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    loaded(
        record,
        csv_file(tmp_path, f"{VISITS}\n101, LAC visit ,02/01/2024,1,1\n102.0,looked_after,02/01/2024,1,\n"),
    )
    one, other = stored(record, "visits")
    assert (one["kind"], one[GIVEN]) == ("looked_after", '{"kind": "LAC visit"}')
    assert (other["child_id"], other[GIVEN]) == ("102", '{"child_id": "102.0"}')


def test_a_row_that_is_held_as_it_stood_has_nothing_beside_it(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    loaded(record, csv_file(tmp_path, f"{VISITS}\n101,looked_after,02/01/2024,yes,no\n"))
    assert stored(record, "visits")[0][GIVEN] is None


def test_a_code_of_an_earlier_year_is_kept_beside_the_one_that_it_became(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    path = episodes(tmp_path / "episodes.csv", episode("101", "02/01/2021").replace("N1", "n1"))
    loaded(record, path, key="2020-21")
    assert json.loads(str(stored(record, "episodes")[0][GIVEN])) == {"need": "n1"}


def test_an_element_s_text_is_kept_beside_its_value(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    girl = child("101").replace("<Sex>F</Sex>", "<GenderCurrent> 2 </GenderCurrent>")
    loaded(record, census(tmp_path / "cin.xml", "2024-03-31", girl))
    (held,) = stored(record, "children")
    assert (held["sex"], held[GIVEN]) == ("F", '{"sex": "2"}')


def test_what_is_held_about_a_child_says_how_its_files_wrote_it(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    loaded(record, csv_file(tmp_path, f"{VISITS}\n101,LAC,02/01/2024,1,1\n"))
    (row,) = held_about(record, Council(), "101").rows["visits"]
    assert row[GIVEN] == '{"kind": "LAC"}'


@pytest.mark.parametrize("table", HELD, ids=lambda table: table.name)
def test_every_table_but_those_by_day_has_room_for_it(table: Table) -> None:
    assert (GIVEN in schema_of(table.name).names) == (table.by_day is None)


SPELT = [
    (part, column, way, code)
    for part in PARTS
    for column in part.columns
    if isinstance(column.as_, Codes)
    for way, code in column.as_.also[:1]
]


@pytest.mark.parametrize(
    ("part", "column", "way", "code"), SPELT, ids=lambda x: getattr(x, "name", None) or str(x)[:40]
)
def test_each_coded_column_keeps_another_spelling(
    part: Part, column: ReadColumn, way: str, code: str
) -> None:
    seen = reader_of(column, match(part, [each.header for each in part.columns]))(way)
    assert (seen.value, seen.given) == (code, way if way != code else None)
