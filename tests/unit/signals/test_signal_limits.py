"""The limits of the two charts, from figures that can be worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lineofsight.signals.intervals import exact_poisson, wilson
from lineofsight.signals.limits import NoLimitsError, Reason
from lineofsight.signals.p_prime import p_limits, p_prime
from lineofsight.signals.profile import MDC, NHSR
from lineofsight.signals.xmr import moving_ranges, xmr


def refusal(make, *given, **options) -> Reason:
    with pytest.raises(NoLimitsError) as refused:
        make(*given, **options)
    assert str(refused.value) == f"No limits: {refused.value.reason}."
    return refused.value.reason


def test_limits_lie_two_point_six_six_mean_ranges_from_the_mean():
    limits = xmr([10, 12, 10, 12])
    assert (limits.centre, limits.lower(0), limits.upper(3)) == pytest.approx((11, 5.68, 16.32))


def test_near_limits_lie_at_two_thirds_of_the_way():
    limits = xmr([10, 12, 10, 12])
    assert limits.upper(0, sigmas=2 / 3) == pytest.approx(11 + 2.66 * 2 * 2 / 3)


def test_a_count_has_no_lower_limit_under_nought():
    assert xmr([1, 9, 1, 9], least=0.0).lower(0) == 0
    assert xmr([1, 9, 1, 9]).lower(0) < 0


def test_screening_leaves_out_a_range_that_is_not_below_its_bound():
    # Ranges 1, 1, 1, 1, 1, 1, 1, 30: their mean is 4.625, its bound 15.1.
    values = [0, 1, 0, 1, 0, 1, 0, 1, 31]
    assert xmr(values, profile=NHSR).widths[0] == pytest.approx(2.66)
    assert xmr(values, profile=MDC).widths[0] == pytest.approx(2.66 * 37 / 8)


def test_a_gap_breaks_the_ranges_on_both_sides_and_is_not_nought():
    assert moving_ranges([10, None, 30, 32]) == [2]
    assert xmr([10, None, 30, 32]).centre == 24


def test_a_ghost_is_left_out_and_its_neighbours_stand_side_by_side():
    assert xmr([10, 12, 99, 10, 12], ghosts=[2]).widths[0] == xmr([10, 12, 10, 12]).widths[0]
    shares = p_prime([5, 6, 20, 5, 6], [20] * 5, ghosts=[2])
    assert (shares.centre, shares.widths[0]) == (
        p_prime([5, 6, 5, 6], [20] * 4).centre,
        p_prime([5, 6, 5, 6], [20] * 4).widths[0],
    )


def test_a_frozen_baseline_is_not_moved_by_what_follows():
    before = [10, 12] * 6
    assert xmr([*before, 90, 95], baseline=range(12)).widths[0] == xmr(before).widths[0]
    assert (
        p_prime([*[10, 12] * 6, 2], [20] * 13, baseline=range(12)).centre
        == p_prime([10, 12], [20] * 2).centre
    )


def test_eleven_points_are_no_baseline_and_twelve_are():
    values = [10, 12] * 6
    assert refusal(xmr, values, baseline=range(11)) is Reason.TOO_FEW_POINTS
    assert refusal(p_prime, values, [20] * 12, baseline=range(11)) is Reason.TOO_FEW_POINTS
    assert xmr(values, baseline=range(12)).centre == 11


def test_a_constant_series_is_refused():
    assert refusal(xmr, [4, 4, 4, 4]) is Reason.NO_WIDTH
    assert refusal(xmr, [4, 4, 4, 4], profile=NHSR) is Reason.UNDEFINED


@pytest.mark.parametrize("values", [[], [4], [4, None, 6], [None, None]])
def test_a_series_without_two_neighbours_is_refused(values):
    assert refusal(xmr, values) is Reason.UNDEFINED


def test_one_rare_event_among_zeros_is_refused_where_screening_leaves_no_width():
    assert refusal(xmr, [0] * 20 + [4] + [0] * 15, profile=NHSR) is Reason.NO_WIDTH


def test_a_share_has_the_binomials_limits_where_sigma_z_is_one():
    limits = p_limits(0.5, [25, 100])
    assert (limits.lower(0), limits.upper(0)) == pytest.approx((0.2, 0.8))
    assert (limits.lower(1), limits.upper(1)) == pytest.approx((0.35, 0.65))


def test_sigma_z_is_never_below_one_unless_the_floor_is_taken_off():
    steady = [10, 10, 11, 10, 10, 10]
    floored = p_prime(steady, [20] * 6)
    assert floored.sigma_z == 1
    free = p_prime(steady, [20] * 6, profile=replace(MDC, sigma_z_floor=0.0))
    assert free.sigma_z is not None
    assert free.sigma_z < 1
    assert free.widths[0] < floored.widths[0]


def test_sigma_z_above_one_widens_the_limits():
    uneven = p_prime([5, 18, 5, 18], [20] * 4)
    assert uneven.sigma_z is not None
    assert uneven.sigma_z > 1
    assert uneven.lower(0) == 0
    assert uneven.upper(0) == 1


def test_a_month_without_cases_has_no_limits_and_breaks_the_ranges():
    limits = p_prime([5, 0, 6, 5], [20, 0, 20, 20])
    assert limits.lower(1) is None
    assert limits.upper(1) is None
    assert limits.centre == pytest.approx(16 / 60)


@pytest.mark.parametrize("met", [0, 20])
def test_shares_that_are_all_alike_are_refused(met):
    assert refusal(p_prime, [met] * 12, [20] * 12) is Reason.NO_WIDTH


def test_equal_shares_without_a_floor_have_no_width():
    assert refusal(p_prime, [5] * 4, [20] * 4, profile=replace(MDC, sigma_z_floor=0.0)) is Reason.NO_WIDTH


@pytest.mark.parametrize(("met", "cases"), [([], []), ([None], [20]), ([3], [0])])
def test_shares_of_nothing_are_refused(met, cases):
    assert refusal(p_prime, met, cases) is Reason.UNDEFINED


def test_one_share_alone_is_refused():
    assert refusal(p_prime, [5], [20]) is Reason.UNDEFINED


def test_limits_become_percentages_whole():
    limits = p_limits(0.5, [25, 0]).scaled(100)
    assert (limits.centre, limits.lower(0), limits.lower(1), limits.most) == (
        50,
        pytest.approx(20),
        None,
        100,
    )
    assert xmr([10, 12]).scaled(2).lower(0) == pytest.approx(2 * (11 - 5.32))


def test_twelve_of_twenty_could_be_39_to_78_in_100():
    assert wilson(12, 20) == pytest.approx((0.387, 0.781), abs=5e-4)


def test_none_and_all_have_an_interval_that_starts_or_ends_there():
    assert wilson(0, 20)[0] == 0
    assert wilson(20, 20)[1] == 1
    assert wilson(0, 20)[1] == pytest.approx(1 - wilson(20, 20)[0])


@pytest.mark.parametrize(("met", "cases"), [(0, 0), (5, 4), (-1, 4)])
def test_a_share_that_cannot_be_is_refused(met, cases):
    with pytest.raises(ValueError, match="needs cases"):
        wilson(met, cases)


def test_88_exclusions_could_be_71_to_108():
    assert exact_poisson(88) == pytest.approx((70.6, 108.4), abs=0.1)
    assert exact_poisson(0) == (0, pytest.approx(3.689, abs=1e-3))


def test_a_count_under_nought_is_refused():
    with pytest.raises(ValueError, match="never under 0"):
        exact_poisson(-1)
