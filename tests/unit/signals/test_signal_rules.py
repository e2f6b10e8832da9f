"""Which points the four rules mark, and which they leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lineofsight.signals.chart import Signal
from lineofsight.signals.limits import Limits
from lineofsight.signals.profile import MDC, NHSR
from lineofsight.signals.rules import near, outside, run_ends, sides, signals, trend_ends, two_in_three, whole


def limits(points: int) -> Limits:
    """A centre of 0, the near limits at 2 and -2, the limits at 3 and -3."""
    return Limits(centre=0.0, widths=(3.0,) * points)


def marked(values: list[float | None], profile=MDC) -> list[Signal | None]:
    return list(signals(values, limits(len(values)), profile))


def test_a_point_on_the_limit_is_within_and_one_just_beyond_is_outside():
    assert outside([3.0, 3.0001, -3.0, -3.0001], limits(4)) == [0, 1, 0, -1]


def test_six_in_a_row_on_one_side_are_no_run_and_seven_are():
    assert marked([1, 1.5] * 3) == [None] * 6
    assert marked([1, 1.5] * 3 + [1]) == [Signal.RUN_HIGH] * 7
    assert marked([-1, -1.5] * 3 + [-1]) == [Signal.RUN_LOW] * 7


def test_a_point_on_the_centre_breaks_a_run():
    assert marked([1, 1.5, 1, 1.5, 0, 1, 1.5, 1]) == [None] * 8


def test_a_gap_breaks_a_run_and_a_trend_and_two_in_three():
    assert marked([1, 1.5, 1, 1.5, None, 1, 1.5, 1]) == [None] * 8
    assert trend_ends([1, 2, 3, 4, None, 5, 6, 7], 7) == [0] * 8
    assert marked([2.5, None, 2.5]) == [None] * 3


def test_seven_rising_points_are_a_trend_and_a_tie_breaks_it():
    rising = [-1.5, -1, -0.5, 0.2, 0.7, 1.1, 1.4]
    assert marked(rising) == [Signal.TREND_UP] * 7
    assert marked(rising[::-1]) == [Signal.TREND_DOWN] * 7
    assert marked([-1.5, -1, -0.5, -0.5, 0.7, 1.1, 1.4]) == [None] * 7


def test_a_point_that_ends_a_rise_and_begins_a_fall_is_of_the_fall():
    rise_and_fall = [-0.9, -0.6, -0.3, 0.3, 0.6, 0.9, 1.2, 0.9, 0.6, 0.3, -0.3, -0.6, -0.9]
    assert marked(rise_and_fall)[5:8] == [Signal.TREND_UP, Signal.TREND_DOWN, Signal.TREND_DOWN]


def test_two_of_three_near_one_limit_are_marked_and_the_third_is_not():
    assert marked([2.5, 0.5, 2.5]) == [Signal.NEAR_HIGH, None, Signal.NEAR_HIGH]
    assert marked([-2.5, -0.5, -2.5]) == [Signal.NEAR_LOW, None, Signal.NEAR_LOW]


def test_two_of_three_need_all_three_on_one_side():
    assert marked([2.5, -0.5, 2.5]) == [None] * 3
    assert marked([2.5, 0.0, 2.5]) == [None] * 3


def test_a_point_on_the_near_limit_is_not_near():
    assert near([2.0, 2.0001], limits(2), beyond_too=True) == [False, True]


def test_a_point_outside_counts_as_near_in_the_newer_profile_alone():
    values = [3.5, 0.5, 2.5]
    assert marked(values, MDC) == [Signal.ABOVE, None, Signal.NEAR_HIGH]
    assert marked(values, NHSR) == [Signal.ABOVE, None, None]


def test_what_lies_outside_is_named_so_before_trend_pairs_and_runs():
    assert marked([0.1, 0.5, 1, 1.5, 1.9, 2.5, 3.5])[-2:] == [Signal.TREND_UP, Signal.ABOVE]
    assert marked([1, 1.5, 1, 1.5, 1, 2.5, 2.6])[-2:] == [Signal.NEAR_HIGH, Signal.NEAR_HIGH]


def test_a_point_without_limits_is_never_outside():
    assert outside([5.0], Limits(centre=0.0, widths=(None,))) == [0]
    assert near([5.0], Limits(centre=0.0, widths=(None,)), beyond_too=True) == [False]


@pytest.mark.parametrize("length", [0, 1, 2, 6])
def test_short_series_have_no_signals(length: int):
    assert marked([1.0, 1.5, 1.0, 1.5, 1.0, 1.5][:length]) == [None] * length
    assert trend_ends([1.0, 2.0, 3.0][:length], 7) == [0] * min(3, length)


def test_a_profile_with_a_longer_run_asks_for_more_points():
    eight = replace(MDC, shift=8)
    assert marked([1, 1.5] * 3 + [1], eight) == [None] * 7
    assert marked([1, 1.5] * 4, eight) == [Signal.RUN_HIGH] * 8


def test_the_parts_of_the_rules_agree():
    assert sides([1, -1, 0, None], 0) == [1, -1, 0, None]
    assert run_ends([1, 1, 1], 3) == [0, 0, 1]
    assert whole([0, 0, 1], 3) == [1, 1, 1]
    assert two_in_three([True, False, True], [1, 1, 1]) == [True] * 3
