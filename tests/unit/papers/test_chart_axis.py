"""Where a chart's axis begins and ends, and how its values are written."""

from __future__ import annotations

import pytest

from lineofsight.papers.charts.axis import axis, close_axis, printed, tick, written
from lineofsight.readings import Unit


def test_percentages_start_at_zero():
    assert axis([14, 35], Unit.PERCENT).ticks == (0, 10, 20, 30, 40)


def test_percentages_never_run_beyond_a_hundred():
    assert axis([55, 100], Unit.PERCENT).high == 100


@pytest.mark.parametrize(("least", "from_zero"), [(60, True), (61, False)])
def test_the_axis_leaves_zero_only_where_all_lies_above_six_tenths_of_the_highest(least, from_zero):
    assert axis([least, 100], Unit.PERCENT).from_zero is from_zero


@pytest.mark.parametrize("values", [[], [0], [0, 0, 0]])
def test_nothing_and_nothing_but_zeros_still_have_an_axis(values):
    scale = axis(values, Unit.NUMBER)
    assert scale.low == 0 < scale.high
    assert scale.share(0) == 0


def test_one_value_has_an_axis_that_holds_it():
    scale = axis([683], Unit.NUMBER)
    assert scale.low <= 683 <= scale.high
    assert scale.low < scale.high


def test_whole_numbers_have_whole_ticks():
    assert all(value.is_integer() for value in axis([0, 3], Unit.NUMBER).ticks)


def test_a_value_beyond_the_axis_is_drawn_at_its_end():
    assert axis([0, 50], Unit.PERCENT).share(500) == 1


def test_a_close_axis_just_holds_what_is_drawn():
    assert (close_axis([3, 9]).low, close_axis([3, 9]).high) == (3, 9)
    assert close_axis([]).low < close_axis([]).high
    assert close_axis([4, 4]).low < close_axis([4, 4]).high


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (74.5, Unit.PERCENT, "75%"),
        (74.4, Unit.PERCENT, "74%"),
        (1234.0, Unit.NUMBER, "1,234"),
        (61.25, Unit.PER_10_000, "61.3"),
        (17.0, Unit.CASES_PER_FTE, "17.0"),
    ],
)
def test_a_value_is_written_with_no_more_than_its_unit_bears(value, unit, said):
    assert written(value, unit) == said


def test_a_line_is_drawn_no_finer_than_its_value_is_printed():
    assert printed(33.3333, Unit.PERCENT) == printed(33.4, Unit.PERCENT) == 33
    assert printed(61.2501, Unit.PER_10_000) == 61.3


def test_a_tick_has_no_needless_decimals():
    assert [tick(value, Unit.PERCENT) for value in (2.5, 20)] == ["2.5%", "20%"]
