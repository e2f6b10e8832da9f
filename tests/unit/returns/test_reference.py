"""An export can be written from the reference: each example is read, fills every column, and every column has its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.returns.elements import Group
from lineofsight.returns.forms import code_words, form_of, reads
from lineofsight.returns.known import PARTS, XML_RETURNS
from lineofsight.returns.model import Return, Row
from lineofsight.returns.parts import Codes, Part, ReadColumn
from lineofsight.returns.problems import Problem
from lineofsight.returns.safeguarding import dataset
from lineofsight.returns.tables import BY_NAME
from tests.spec.returns import reference
from tests.spec.returns.dataset import filled_by
from tests.spec.returns.rows import example_of
from tests.unit.returns.files import csv_file, read

REGISTERS = [
    part
    for part in PARTS
    if not part.title.startswith(("SSDA903", "School census", "SEN2", "Annex A", "Safeguarding dataset"))
]
COLUMNS = [(part, column) for part in PARTS for column in part.columns]


@pytest.mark.parametrize(
    "part",
    [part for part in PARTS if not part.title.startswith("Safeguarding dataset")],  # read together, below
    ids=lambda part: part.name,
)
def test_the_example_of_each_part_is_read_without_a_problem_and_fills_every_column(
    tmp_path: Path, part: Part
) -> None:
    found = read(csv_file(tmp_path, example_of(part)))
    assert found.part == part.name
    assert found.problems == []
    assert [
        name for name, value in found.kept[0].items() if value is None and name in part.table.columns
    ] in (
        [],
        ["settled"],  # what follows from other values may be nothing
    )


def test_the_examples_of_the_dataset_are_read_together_and_fill_every_column(tmp_path: Path) -> None:
    files = [(csv_file(tmp_path, example_of(part), f"{part.name}.csv"), part.name) for part in dataset.PARTS]
    reads_each = dataset.read_beside(files)
    items = [item for path, part in files for item in reads_each(path, part, path.name)]
    assert [item for item in items if isinstance(item, Problem)] == []
    rows = [item for item in items if isinstance(item, Row)]
    filled = {(row.table, name) for row in rows for name, value in row.values.items() if value is not None}
    told = {
        (made.table.name, name)
        for table in dataset.DATASET
        for made in table.makes
        for name in filled_by(table, made)
    }
    assert told
    assert told - filled == set()
    assert {row.table for row in rows} == {table.name for table in dataset.SAFEGUARDING_DATASET.tables}


@pytest.mark.parametrize(("known", "groups"), XML_RETURNS, ids=lambda each: getattr(each, "title", ""))
def test_the_example_of_each_xml_return_is_read_without_a_problem_and_fills_every_column(
    tmp_path: Path, known: Return, groups: tuple[Group, ...]
) -> None:
    found = read(csv_file(tmp_path, reference.xml_example(known), "example.xml"))
    assert found.problems == []
    filled = {
        (row.table, name) for row in found.rows for name, value in row.values.items() if value is not None
    }
    declared = {(group.table, leaf.column) for group in groups for leaf in group.leaves.values()}
    assert {each for each in declared if each[1] in BY_NAME[each[0]].columns} - filled == set()


@pytest.mark.parametrize(("known", "groups"), XML_RETURNS, ids=lambda each: getattr(each, "title", ""))
def test_the_groups_of_an_xml_return_fill_all_of_its_tables(known: Return, groups: tuple[Group, ...]) -> None:
    assert known.tables
    assert {group.table for group in groups} <= {table.name for table in known.tables}


@pytest.mark.parametrize(
    ("part", "column"), COLUMNS, ids=lambda each: getattr(each, "name", "") or each.header
)
def test_a_column_s_example_is_one_that_it_reads(part: Part, column: ReadColumn) -> None:
    example = form_of(column.as_).example
    if isinstance(column.as_, Codes):
        assert example in column.as_.known
    else:
        assert reads(column.as_, example)


def test_a_parser_without_words_of_its_own_speaks_by_its_docstring() -> None:
    def colour(text: str) -> str:
        """A colour by its English name. Nobody needs the rest."""
        return text

    assert form_of(colour).words == "a colour by its English name"
    assert form_of(colour).example


def test_every_spelling_of_a_code_stands_beside_it() -> None:
    words = code_words(Codes(("Y", "N"), (("yes", "Y"), ("agreed", "Y"), ("no", "N"))))
    assert [(word.code, word.also) for word in words] == [("Y", ("yes", "agreed")), ("N", ("no",))]


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_each_column_of_a_register_has_its_meaning(part: Part) -> None:
    assert [column.header for column in part.columns if not column.says.endswith(".")] == []
