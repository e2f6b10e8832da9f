"""Whatever stands in a file, a reader neither breaks nor loses a row, and says of each problem what to do."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lineofsight.returns.known import PARTS, recognise
from lineofsight.returns.model import Item, Return, Row, SetAside
from lineofsight.returns.parts import Codes, Part, ReadColumn
from lineofsight.returns.problems import FileRefusedError, Problem, Severity
from tests.unit.run.drawn_files import case, census, child, plan

SECRET = "Zqx"  # stands in cells and may stand in no sentence
STRANGE = (
    "", " ", "\u00a0", "-", "n/a", "?", "=1+1", "@SUM(A1)", "0", "-1", "1e9", "1.2E+11", "101.0", "9" * 400,
    "31/02/2024", "2024-02-29", "29/02/2024 00:00:00", "45385", "1900-01-01", "01/01/0001", "12:61", "24:00",
    "true", "Y", "a) Yes", '"', "'", ",", "\n", "\t", "\u202e", "\u2019", "\x07", f"{SECRET} 1", f"{SECRET}\n2",
)  # fmt: skip
texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12)
few = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
many = settings(few, max_examples=250)


def cells(column: ReadColumn) -> st.SearchStrategy[str]:
    """Anything, and often something that the column understands."""
    known = [way for way, _ in column.as_.spellings()] if isinstance(column.as_, Codes) else []
    return st.one_of(st.sampled_from([*STRANGE, *known[:20]]), texts)


def read(path: Path) -> list[Item]:
    """Every item of a file; the one problem of a file that is refused; nothing of one that is set aside."""
    try:
        found = recognise(path)
        if isinstance(found, SetAside):
            return []
        known, part = found
        assert isinstance(known, Return)
        return list(known.read(path, part, path.name))
    except FileRefusedError as refused:
        return [refused.problem(path.name)]


def says_what_to_do(items: list[Item]) -> None:
    problems = [item for item in items if isinstance(item, Problem)]
    assert [p for p in problems if not (p.message and p.remedy and p.rule)] == []
    assert [p for p in problems if SECRET in p.message or SECRET in p.remedy] == []
    told = {(p.sheet, p.row) for p in problems if p.severity is Severity.HELD}
    held = {(item.sheet, item.row) for item in items if isinstance(item, Row) and item.held}
    assert held <= told


def loses_nothing(part: Part, folder: Path, data: st.DataObject) -> None:
    columns = data.draw(st.permutations(part.columns))
    rows = data.draw(st.lists(st.tuples(*(cells(column) for column in columns)), min_size=1, max_size=6))
    path = folder / "drawn.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([column.header for column in columns])
        writer.writerows(rows)
    items = read(path)
    says_what_to_do(items)
    with path.open(encoding="utf-8", newline="") as file:
        stored = list(csv.reader(file))[1:]
    wanted = {number for number, row in enumerate(stored, start=2) if any(cell.strip() for cell in row)}
    refused = [item for item in items if isinstance(item, Problem) and item.severity is Severity.REFUSED]
    assert refused or wanted <= {item.row for item in items if isinstance(item, Row)}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
@few
@given(data=st.data())
def test_a_sheet_of_anything_is_read_to_its_end(part: Part, tmp_path: Path, data: st.DataObject) -> None:
    loses_nothing(part, tmp_path, data)


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
@many
@given(data=st.data())
def test_many_sheets_of_anything_are_read_to_their_end(
    part: Part, tmp_path: Path, data: st.DataObject
) -> None:
    loses_nothing(part, tmp_path, data)


def damaged(whole: bytes) -> st.SearchStrategy[bytes]:
    """The file cut, with bytes put in, taken out or doubled."""
    place = st.integers(0, len(whole))
    piece = st.one_of(
        st.binary(max_size=8),
        st.sampled_from(
            [b"\0", b"\xff\xfe", b"<", b">", b"&x;", b"]]>", b"<!DOCTYPE x>", b'"', b"\xed\xa0\x80", b",,,"]
        ),
    )
    return st.builds(
        lambda at, to, put: whole[: min(at, to)] + put + whole[max(at, to) :],
        place,
        st.one_of(place, st.none()).map(lambda to: len(whole) if to is None else to),
        piece,
    ) | st.builds(lambda at, put: whole[:at] + put + whole[at:], place, piece)


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A census in XML and two sheets as CSV, as they should be."""
    folder = tmp_path_factory.mktemp("wholes")
    xml = census(folder / "cin.xml", "2024-03-31", child("a", case("2023-05-01", "", plan("2023-06-01"))))
    sheets = [part for part in PARTS if part.name in ("ehc_requests", "marks")]
    headers = [
        ",".join(c.header for c in part.columns) + "\r\n" + "1," * len(part.columns) for part in sheets
    ]
    return [xml.read_bytes(), *(header.encode() for header in headers)]


@settings(many, max_examples=400)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_with_a_sentence(
    wholes: list[bytes], tmp_path: Path, data: st.DataObject
) -> None:
    path = tmp_path / "damaged"
    path.write_bytes(data.draw(st.sampled_from(wholes).flatmap(damaged)))
    says_what_to_do(read(path))


@settings(many, max_examples=200)
@given(content=st.binary(max_size=200))
def test_bytes_of_nothing_at_all_are_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bytes"
    path.write_bytes(content)
    assert [item for item in read(path) if isinstance(item, Row)] == []
