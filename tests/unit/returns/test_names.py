"""The register of names: read as it stands, recognised only where it names somebody, and read by no figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.lineage import tables_read
from lineofsight.returns.known import recognise
from lineofsight.returns.problems import FileRefusedError
from tests.unit.returns.files import csv_file, read

HEADER = "Child ID,Forename,Surname,Other names\n"


def test_a_register_of_names_is_read_as_it_stands(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, HEADER + "007,Zoë,O'Neill-Smith,Zo\n8,,,\n"))
    assert [row.values for row in found.rows] == [
        {"child_id": "007", "forename": "Zoë", "surname": "O'Neill-Smith", "other": "Zo"},
        {"child_id": "8", "forename": None, "surname": None, "other": None},
    ]
    assert found.problems == []


def test_the_shortest_form_and_other_headings_are_understood(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, "child unique id,first name,LAST NAME\n7,Robin,Example\n"))
    assert found.rows[0].values["forename"] == "Robin"
    assert [(p.rule, p.column) for p in found.problems] == [("column_missing", "Other names")]


def test_a_name_without_a_child_is_held_back(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, HEADER + ",Robin,Example,\n1.2E+11,Ann,Example,\n"))
    assert [(p.rule, p.row, p.value) for p in found.problems] == [
        ("value_missing", 2, None),
        ("id_has_lost_digits", 3, "1.2E+11"),
    ]
    assert all(row.held for row in found.rows)


@pytest.mark.parametrize("header", ["Child ID,Forename", "Child ID,Surname", "Forename,Surname"])
def test_a_file_that_lacks_one_of_the_three_is_no_register_of_names(tmp_path: Path, header: str) -> None:
    with pytest.raises(FileRefusedError):
        recognise(csv_file(tmp_path, header + "\na,b\n"))


def test_no_figure_reads_a_name() -> None:
    every = {i.id: tables_read(i.rows(*[b.name for b in i.breakdowns])) for i in INDICATORS}
    assert [id_ for id_, read_ in every.items() if "names" in read_] == []
