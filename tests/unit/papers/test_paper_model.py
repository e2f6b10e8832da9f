"""What a paper refuses to hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lineofsight.papers import DataTable, Plot, hidden, label, not_applicable, not_available, protected, shown
from lineofsight.papers.cells import Cell, CellKind
from tests.unit.papers.paper_sample import KINDS, part, plot, sample

KIND = KINDS[0]


def test_a_hidden_cell_holds_no_number():
    with pytest.raises(ValueError, match="holds no number"):
        Cell(kind=CellKind.HIDDEN, text="c", number=3)


def test_a_zero_is_shown_as_a_figure_and_not_as_a_gap():
    zero = shown("0", 0)
    assert (zero.is_figure, zero.symbol, zero.reason) == (True, "", "")


@pytest.mark.parametrize(
    ("cell", "symbol", "reason"),
    [
        (hidden(), "c", "hidden to protect children"),
        (not_available("no file since June"), "x", "no file since June"),
        (not_applicable(), "z", "not applicable"),
    ],
)
def test_a_cell_without_a_figure_says_why(cell, symbol, reason):
    assert (cell.symbol, cell.text, cell.reason) == (symbol, symbol, reason)


def test_a_table_explains_the_markers_that_it_holds_and_no_others():
    table = DataTable(
        caption="t", header=("Ward", "Children"), rows=((label("A"), hidden()), (label("B"), shown("7", 7)))
    )
    assert table.legend == "c: hidden to protect children."


def test_a_row_shorter_than_its_header_is_refused():
    with pytest.raises(ValueError, match="row 1 has 1 cells and the header 2"):
        DataTable(caption="t", header=("Ward", "Children"), rows=((label("A"),),))


def test_a_hidden_point_that_still_holds_its_figure_is_refused():
    chart = plot(KIND).chart
    with pytest.raises(ValueError, match="still holds a figure"):
        Plot(chart=chart, hidden=frozenset({chart.points[3].period_end}))


def test_protecting_a_chart_empties_the_hidden_points_and_leaves_the_others():
    chart = plot(KIND).chart
    kept, gone = chart.points[4], chart.points[3]
    drawn = protected(chart, [gone.period_end])
    assert drawn.chart.points[4] == kept
    empty = drawn.chart.points[3]
    assert (empty.value, empty.numerator, empty.denominator, empty.centre, empty.lower, empty.upper, empty.signal) == (
        None, None, None, None, None, None, None,
    )  # fmt: skip
    assert (empty.unknown, empty.open) == (0, 0)


def test_a_hidden_date_without_a_point_changes_nothing():
    chart = plot(KIND).chart
    assert protected(chart, [date(1990, 1, 31)]).chart == chart


def test_a_chart_without_the_table_of_its_figures_is_refused():
    with pytest.raises(ValueError, match="give data as well"):
        replace(part(KIND), data=None)


def test_a_paper_that_does_not_say_what_its_figures_cannot_tell_is_refused():
    with pytest.raises(ValueError, match="cannot tell"):
        sample(only=("cla_rate",), cannot_tell=())


def test_a_measure_shown_twice_is_refused():
    with pytest.raises(ValueError, match="cla_rate"):
        sample(only=("cla_rate",), measures=(part(KINDS[5]), part(KINDS[5])))
