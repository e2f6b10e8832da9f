"""Every table says whose row it is, so that an erasure and a subject access request miss nothing."""

from __future__ import annotations

import pytest

from lineofsight.returns.persons import ABOUT_NO_CHILD, identifiers, is_pupil_number, links
from lineofsight.returns.tables import HELD

A, FORMER = "A111111111111", "C33333333333A"


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        *((A, True), (FORMER, True)),
        *((A[:-1], False), (A + "1", False), ("a111111111111", False), ("AA11111111111", False)),
        *(("UN1", False), ("1111111111111", False), ("", False)),
    ],
)
def test_a_unique_pupil_number_has_thirteen_places(text: str, *, is_number: bool) -> None:
    assert is_pupil_number(text) is is_number


@pytest.mark.parametrize("table", HELD, ids=lambda table: table.name)
def test_every_table_says_whose_row_it_is_or_is_known_to_be_about_no_child(table: object) -> None:
    columns, name = table.columns, table.name  # type: ignore[attr-defined]
    of_a_worker = "worker_id" in columns
    reached = bool(identifiers(columns) or links(columns))
    assert reached or of_a_worker or name in ABOUT_NO_CHILD, (
        f"{name} names no child. If it is about none, list it in returns/persons.py; otherwise give it a column that "
        "names the child or the record that it belongs to, or an erasure would leave its rows."
    )


def test_a_table_about_no_child_has_no_column_that_names_one() -> None:
    by_name = {table.name: table for table in HELD}
    assert [n for n in ABOUT_NO_CHILD if identifiers(by_name[n].columns) or links(by_name[n].columns)] == []
