"""What is printed in a cell, and what a row keeps to itself."""

from __future__ import annotations

import pytest

from lineofsight.disclosure import LEGEND, Hidden, Missing, Published, Shown, text
from tests.unit.disclosure.disclosure_sample import reading


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Shown(0), "0"),
        (Shown(6), "6"),
        (Shown(1234), "1,234"),
        (Hidden("small"), "c"),
        (Missing(), "x"),
        (Missing("not applicable"), "z"),
    ],
)
def test_a_cell_prints_its_figure_or_a_marker(cell: Shown | Hidden | Missing, expected: str) -> None:
    assert text(cell) == expected


def test_decimals_are_asked_for() -> None:
    assert text(Shown(16.25), decimals=1) == "16.2"


def test_every_hidden_cell_looks_the_same() -> None:
    assert {text(Hidden(why)) for why in ("small", "complement", "group", "subtraction", "percentage")} == {
        "c"
    }


def test_every_marker_has_its_sentence() -> None:
    assert set(LEGEND) == {"c", "x", "z"}


def test_a_published_row_does_not_tell_its_reading_when_it_is_written_to_a_log() -> None:
    c = Hidden("small")
    row = Published(reading=reading(3, 12347), numerator=c, denominator=c, value=c, unknown=c, open=c)
    assert "12347" not in repr(row)
