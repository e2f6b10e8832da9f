"""A plain file gives the same rows and the same problems, whether it is read row by row or a column at a time."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineofsight.returns.forms import form_of
from lineofsight.returns.known import PARTS, RETURN_OF
from lineofsight.returns.model import Item, Row
from lineofsight.returns.parts import Codes, Part, ReadColumn
from lineofsight.returns.plain_columns import is_read_by_column, plain_file
from lineofsight.returns.problems import FileRefusedError, Problem
from tests.generative.test_readers import few

BY_COLUMN = [part for part in PARTS if RETURN_OF[part.name].read_many and is_read_by_column(part)]
STRANGE = (
    "",
    " ",
    "-",
    "n/a",
    "NULL",
    "0",
    "-1",
    "1.0",
    "101.0",
    "1.2E+11",
    "31/02/2024",
    "2024-02-29",
    "?",
    "x y",
)


def cells(column: ReadColumn) -> st.SearchStrategy[str]:
    """Mostly what the column understands, now and then anything that a plain file may hold."""
    good = [form_of(column.as_).example]
    if isinstance(column.as_, Codes):
        good += [way for way, _ in column.as_.spellings()][:12]
    plain = [text for text in good if text.isascii() and not set(text) & set('",;\t\n')]
    return st.one_of(
        st.sampled_from(plain or ["1"]), st.sampled_from(plain or ["1"]), st.sampled_from(STRANGE)
    )


def what(items: list[Item | pa.RecordBatch], columns: list[str]) -> tuple[Counter[str], Counter[str]]:
    """The rows, from batches and one by one, and the problems, each in a form that can be compared."""
    rows: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    for item in items:
        if isinstance(item, pa.RecordBatch):
            for values in item.to_pylist():
                number, given = values.pop("row"), values.pop("given")
                beside = json.loads(given) if given else None
                assert given is None or given == json.dumps(beside, ensure_ascii=False, sort_keys=True)
                rows[str((number, False, beside, [values[name] for name in columns]))] += 1
        elif isinstance(item, Row):
            values = [item.values.get(name) for name in columns]
            beside = dict(sorted(item.given.items())) if item.given else None
            rows[str((item.row, item.held, beside, values))] += 1
        elif isinstance(item, Problem):
            problems[str(item)] += 1
    return rows, problems


def both_ways(part: Part, path: Path) -> list[object]:
    known = RETURN_OF[part.name]
    assert known.read_many
    found: list[object] = []
    for read in (known.read, known.read_many):
        try:
            found.append(what(list(read(path, part.name, path.name)), list(part.table.columns)))
        except FileRefusedError as refused:
            found.append((refused.rule, refused.message))
    return found


@pytest.mark.parametrize("part", BY_COLUMN, ids=lambda part: part.name)
@given(data=st.data())
@few
def test_both_roads_lead_to_the_same(part: Part, tmp_path: Path, data: st.DataObject) -> None:
    columns = data.draw(st.permutations(part.columns))
    rows = data.draw(st.lists(st.tuples(*(cells(column) for column in columns)), min_size=1, max_size=8))
    lines = [",".join(column.header for column in columns), *(",".join(row) for row in rows)]
    path = tmp_path / "drawn.csv"
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
    by_row, by_column = both_ways(part, path)
    assert by_row == by_column


def test_most_columns_of_the_looked_after_return_are_read_so() -> None:
    parts = [part for part in BY_COLUMN if RETURN_OF[part.name].name == "ssda903"]
    assert len(parts) >= 8


@pytest.mark.parametrize(
    "text", ['CHILD,"DECOM"\n', "CHILD;DECOM,\u00e9\n", "\nCHILD\n", "CHILD,DECOM\r\n\r\n"]
)
def test_what_is_not_plain_is_left_to_the_ordinary_reader(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.csv"
    path.write_text(text, encoding="utf-8", newline="")
    assert plain_file(PARTS, path) is None
