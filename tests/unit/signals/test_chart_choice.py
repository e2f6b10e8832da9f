"""Which chart a measure gets, when it gets none, and which points its limits are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lineofsight.calendar import PeriodKind
from lineofsight.council import BaselineChange, Target
from lineofsight.readings import MeasureType, Polarity, State
from lineofsight.signals.assurance import assurance
from lineofsight.signals.chart import Assurance, ChartKind, Signal
from lineofsight.signals.chooser import chart_for
from lineofsight.signals.limits import Limits
from lineofsight.signals.p_prime import p_prime
from lineofsight.signals.profile import MDC, NHSR
from lineofsight.signals.series import NotOneLineError, points_of
from lineofsight.signals.wording import changed
from lineofsight.signals.xmr import xmr


def steady(months: int, cases: int = 50) -> list[tuple[float, float]]:
    """Shares that go up and down around 60%, without a signal."""
    return [(round(cases * (0.56 if at % 2 else 0.64)), cases) for at in range(months)]


def counts(months: int, low: float = 8, high: float = 12) -> list[float]:
    return [high if at % 2 else low for at in range(months)]


def test_a_share_of_twenty_or_more_in_most_months_gets_p_prime(share, series):
    chart = chart_for(share, series(share, steady(24)))
    assert (chart.kind, chart.refusal, chart.profile) == (ChartKind.P_PRIME, None, "mdc-2024")


@pytest.mark.parametrize(("of_twenty", "kind"), [(12, ChartKind.DOTS), (13, ChartKind.P_PRIME)])
def test_most_months_are_more_than_half_of_them(share, series, of_twenty: int, kind: ChartKind):
    figures = [*steady(of_twenty, 20), *steady(24 - of_twenty, 19)]
    assert chart_for(share, series(share, figures)).kind is kind


def test_too_few_cases_by_month_offer_the_quarter_and_by_quarter_the_year(share, series):
    by_month = chart_for(share, series(share, steady(24, 19)))
    by_quarter = chart_for(share, series(share, steady(24, 19), kind=PeriodKind.QUARTER))
    assert by_month.refusal == (
        "No usual range: fewer than 20 conferences in most months are too few; by quarter they may be enough."
    )
    assert (by_quarter.refusal or "").endswith("in most quarters are too few; by year they may be enough.")
    assert by_month.baseline is None
    assert all(point.lower is None and point.signal is None for point in by_month.points)


def test_twelve_complete_points_get_dots_and_thirteen_a_range(share, series):
    twelve, thirteen = (chart_for(share, series(share, steady(months))) for months in (12, 13))
    assert (twelve.kind, twelve.refusal) == (
        ChartKind.DOTS,
        "No usual range yet: it needs 13 complete months, and there are 12.",
    )
    assert thirteen.kind is ChartKind.P_PRIME


def test_a_count_of_five_a_month_gets_xmr_unscreened_and_one_under_it_none(count, series):
    five, fewer = ([*counts(23, 4, 6), last] for last in (6, 5))
    drawn = chart_for(count, series(count, five))
    refused = chart_for(count, series(count, fewer))
    assert drawn.kind is ChartKind.XMR
    assert drawn.points[-1].upper == pytest.approx(5 + 2.66 * 2)
    assert (refused.kind, refused.refusal) == (
        ChartKind.DOTS,
        "Too few to chart: fewer than 5 exclusions in an average month; by quarter they may be enough.",
    )


def test_a_range_is_not_made_of_months_with_too_few_events_though_later_ones_have_more(count, series):
    chart = chart_for(count, series(count, [*counts(20, 3, 5), *counts(10, 30, 40)]))
    assert (chart.kind, chart.baseline) == (ChartKind.DOTS, None)
    assert (chart.refusal or "").startswith("Too few to chart")


@pytest.mark.parametrize(("zeros", "kind"), [(12, ChartKind.XMR), (13, ChartKind.DOTS)])
def test_a_count_that_is_zero_in_more_than_half_of_the_months_is_not_charted(count, series, zeros, kind):
    nought_and_many = [0] * zeros + [20 + at % 3 for at in range(24 - zeros)]
    mixed = [nought_and_many[(at * 5) % 24] for at in range(24)]
    chart = chart_for(count, series(count, mixed))
    assert chart.kind is kind
    assert (kind is ChartKind.XMR) == (chart.refusal is None)


@pytest.mark.parametrize(
    "measure_type",
    [MeasureType.STOCK, MeasureType.STOCK_PROPORTION, MeasureType.STOCK_RATE, MeasureType.MEAN],
)
def test_a_stock_is_a_plain_line_and_says_why(share, series, measure_type: MeasureType):
    measure = replace(share, measure_type=measure_type)
    chart = chart_for(measure, series(measure, steady(24)))
    assert (chart.kind, chart.baseline, chart.claim) == (ChartKind.LINE, None, None)
    assert "still there on the last day of the next, so limits would raise false alarms" in (
        chart.refusal or ""
    )
    assert "Starts and ends would show change better." in chart.sentence


def test_rolling_twelve_months_are_refused_in_plain_words(share, series):
    chart = chart_for(share, series(share, steady(24), kind=PeriodKind.ROLLING_12_MONTHS))
    assert chart.kind is ChartKind.LINE
    assert "a false alarm on 98 charts in 100" in (chart.refusal or "")


@pytest.mark.parametrize("kind", [kind for kind in PeriodKind if kind.endswith("_to_date")])
def test_years_to_date_are_refused(share, series, kind: PeriodKind):
    chart = chart_for(share, series(share, steady(24), kind=kind))
    assert chart.kind is ChartKind.LINE
    assert "holds those before it" in (chart.refusal or "")


def test_shares_that_never_differ_are_refused(share, series):
    chart = chart_for(share, series(share, [(50, 50)] * 24))
    assert (chart.kind, chart.refusal) == (
        ChartKind.DOTS,
        "No usual range: the months that would make it do not differ.",
    )


@pytest.mark.parametrize(("rare", "kind"), [(9, ChartKind.DOTS), (10, ChartKind.P_PRIME)])
def test_shares_that_are_nearly_all_alike_are_refused(share, series, rare: int, kind: ChartKind):
    figures = [(49, 50)] * rare + [(50, 50)] * (20 - rare) + [(50, 50)] * 4
    chart = chart_for(share, series(share, figures))
    assert chart.kind is kind
    if kind is ChartKind.DOTS:
        assert "nearly all conferences were alike" in (chart.refusal or "")


def test_counts_that_never_differ_are_refused(count, series):
    chart = chart_for(count, series(count, [7] * 24))
    assert "do not differ" in (chart.refusal or "")


def test_counts_that_never_have_two_months_in_a_row_are_refused(count, series):
    every_other = [7 + at if at % 2 == 0 else None for at in range(32)]
    chart = chart_for(count, series(count, every_other))
    assert "no two months in a row" in (chart.refusal or "")


def test_no_readings_at_all_are_a_chart_that_says_so(share):
    chart = chart_for(share, [])
    assert (chart.points, chart.sentence) == ((), "There are no figures yet.")


def test_the_baseline_is_the_first_twenty_points_and_stays(share, series):
    before = chart_for(share, series(share, steady(21))).baseline
    after = chart_for(
        share, [*series(share, [*steady(21), *[(5, 50)] * 15], last=date(2025, 11, 30))]
    ).baseline
    assert before is not None
    assert before == after
    assert (before.points, before.steady, before.sigma_z) == (20, True, after.sigma_z if after else None)


@pytest.mark.parametrize(("months", "points"), [(13, 12), (20, 19), (21, 20), (22, 20), (60, 20)])
def test_the_baseline_fills_up_to_twenty_without_the_latest_month(share, series, months: int, points: int):
    baseline = chart_for(share, series(share, steady(months))).baseline
    assert baseline is not None
    assert baseline.points == points


def test_the_limits_are_those_of_the_charts_own_functions(share, count, series):
    figures = steady(24)
    drawn = chart_for(share, series(share, figures)).points[-1]
    met, cases = zip(*figures, strict=True)
    limits = p_prime(met, cases, baseline=range(20))
    assert (drawn.centre, drawn.lower) == (limits.centre * 100, pytest.approx(100 * (limits.lower(23) or 0)))
    counted = chart_for(count, series(count, counts(24))).points[-1]
    assert counted.upper == xmr(counts(24), baseline=range(20)).upper(23)


def test_points_of_the_baseline_carry_no_signal_though_the_change_lies_within_it(share, series):
    falling = [(41 - at, 50) for at in range(24)]
    chart = chart_for(share, series(share, falling))
    assert all(point.signal is None for point in chart.points[:20])
    assert chart.points[-1].signal is not None
    assert chart.baseline is not None
    assert chart.baseline.steady is False


def test_a_missing_month_is_a_gap_and_never_nought(share, series):
    readings = series(share, [*steady(10), None, *steady(20)])
    chart = chart_for(share, readings)
    gap = chart.points[10]
    assert (gap.value, gap.state, gap.numerator) == (None, State.NOT_AVAILABLE, None)
    assert (gap.period_start, gap.period_end) == (date(2022, 12, 1), date(2022, 12, 31))
    assert len(chart.points) == 31
    assert chart.refusal is None


def test_a_gap_in_the_year_is_a_gap_for_every_kind_that_follows_on(share, series):
    for kind in (PeriodKind.QUARTER, PeriodKind.WEEK, PeriodKind.ACADEMIC_YEAR):
        assert len(points_of(share, series(share, [(1, 2), None, None, (1, 2)], kind=kind))) == 4


def test_days_without_a_reading_are_no_gaps_since_schools_close(share, series):
    assert len(points_of(share, series(share, [(1, 2), None, (1, 2)], kind=PeriodKind.DAY))) == 2


def test_a_gap_breaks_a_run(share, series):
    high = [(36, 50)] * 4
    whole = chart_for(share, series(share, [*steady(24), *high, *high]))
    broken = chart_for(share, series(share, [*steady(24), *high, None, *high]))
    assert Signal.RUN_HIGH in {point.signal for point in whole.points}
    assert Signal.RUN_HIGH not in {point.signal for point in broken.points}
    assert broken.run is not None
    assert broken.run.points == 4


def test_a_month_that_is_not_complete_yet_is_shown_and_carries_no_signal(share, series):
    *before, last = series(share, [*steady(24), (2, 50)])
    chart = chart_for(share, [*before, replace(last, state=State.NOT_COMPLETE_YET)])
    point = chart.points[-1]
    assert (point.value, point.signal, changed(chart)) == (4.0, None, False)
    assert point.lower is not None
    assert chart_for(share, [*before, last]).points[-1].signal is Signal.BELOW


def test_months_that_are_not_complete_make_no_baseline(share, series):
    readings = series(share, [(2, 50), *steady(24)])
    readings[0] = replace(readings[0], state=State.NOT_COMPLETE_YET)
    baseline = chart_for(share, readings).baseline
    assert baseline is not None
    assert baseline.first == readings[1].period_end


def test_a_month_without_cases_is_complete_and_claims_nothing(share, series):
    chart = chart_for(share, series(share, [*steady(24), (2, 50), (0, 0)]))
    assert changed(chart) is False
    assert chart.points[-1].value is None


def test_readings_are_put_in_order(share, series):
    readings = series(share, [*steady(24), (2, 50)])
    assert chart_for(share, readings[::-1]) == chart_for(share, readings)


def test_two_kinds_on_one_line_are_an_error(share, series):
    mixed = [*series(share, steady(3)), *series(share, steady(1), kind=PeriodKind.QUARTER)]
    with pytest.raises(NotOneLineError, match="2 period kinds"):
        chart_for(share, mixed)


def test_two_groups_on_one_line_are_an_error(share, series):
    first, second = series(share, steady(2))
    with pytest.raises(NotOneLineError, match="2 groups"):
        chart_for(share, [first, replace(second, breakdown=("team",), group=("North",))])


def test_another_measures_readings_are_an_error(share, count, series):
    with pytest.raises(NotOneLineError, match="icpc_15wd_pct was given readings of pex_confirmed_count"):
        chart_for(share, series(count, counts(2)))


def test_a_period_that_comes_twice_is_an_error(share, series):
    (reading,) = series(share, steady(1))
    with pytest.raises(NotOneLineError, match="two readings of August 2024"):
        chart_for(share, [reading, reading])


CHANGE = BaselineChange(
    first=date(2023, 9, 1), last=date(2024, 8, 31), reason="New screening team.", by="Improvement Board"
)


def changed_series(share, series, later: int):
    """Twenty-four steady months to August 2023, then so many at a higher level."""
    figures = [*steady(24), *[(met + 12, cases) for met, cases in steady(later)]]
    last = date(2023 + (7 + later) // 12, (7 + later) % 12 + 1, 1)
    return series(share, figures, last=last)


def test_a_change_of_baseline_keeps_both_with_its_reason(share, series):
    chart = chart_for(share, changed_series(share, series, 14), rebaselines=[CHANGE])
    assert chart.baseline is not None
    assert (chart.baseline.points, chart.baseline.reason, chart.baseline.by) == (
        12,
        "New screening team.",
        "Improvement Board",
    )
    assert chart.baseline.first == date(2023, 9, 30)
    (earlier,) = chart.earlier_baselines
    assert (earlier.points, earlier.reason) == (20, None)
    assert chart.points[23].centre == pytest.approx(60)
    assert chart.points[24].centre == pytest.approx(84)


def test_no_run_crosses_a_change_of_baseline(share, series):
    readings = changed_series(share, series, 14)
    assert chart_for(share, readings).run is not None
    crossing = chart_for(share, readings, rebaselines=[CHANGE])
    assert crossing.run is not None
    assert crossing.run.points == 1


@pytest.mark.parametrize("later", [1, 12, 13])
def test_a_new_baseline_has_limits_once_thirteen_points_are_complete(share, series, later: int):
    chart = chart_for(share, changed_series(share, series, later), rebaselines=[CHANGE])
    drawn = later == 13
    assert (chart.baseline is not None) == drawn
    assert chart.kind is ChartKind.P_PRIME
    assert len(chart.earlier_baselines) == 1
    if not drawn:
        assert "since it was set anew, fewer than 13 months are complete" in (chart.refusal or "")
        assert changed(chart) is False


def test_a_change_that_begins_after_the_last_point_changes_nothing(share, series):
    readings = series(share, steady(24), last=date(2023, 8, 31))
    assert chart_for(share, readings, rebaselines=[CHANGE]) == chart_for(share, readings)


def test_a_change_that_begins_with_the_first_point_leaves_no_earlier_baseline(share, series):
    readings = series(share, steady(24), last=date(2025, 8, 31))
    chart = chart_for(share, readings, rebaselines=[CHANGE])
    assert chart.earlier_baselines == ()
    assert chart.baseline is not None
    assert chart.baseline.last == CHANGE.last


def test_an_earlier_stretch_too_short_for_limits_has_none(share, series):
    readings = series(share, steady(24), last=date(2025, 2, 28))
    chart = chart_for(share, readings, rebaselines=[CHANGE])
    assert chart.points[0].centre is None
    assert chart.earlier_baselines == ()
    assert chart.baseline is not None


def test_a_trend_alone_heads_no_paper(share, series):
    rising = [(27, 50), (28, 50), (29, 50), (30, 50), (31, 50), (32, 50), (33, 50)]
    chart = chart_for(share, series(share, [*steady(22), *rising]))
    assert chart.points[-1].signal is Signal.TREND_UP
    assert changed(chart) is False


def test_a_point_outside_heads_a_paper(share, series):
    chart = chart_for(share, series(share, [*steady(24), (15, 50)]))
    assert (chart.claim, changed(chart)) == (Signal.BELOW, True)


def test_two_of_three_near_a_limit_head_a_paper_only_after_the_baseline(share, series):
    near = [(38, 50), (32, 50), (38, 50)]
    assert chart_for(share, series(share, [*steady(24), *near])).claim is Signal.NEAR_HIGH
    assert chart_for(share, series(share, [*steady(18), *near])).claim is None
    low = [(50 - met + 10, cases) for met, cases in near]
    assert chart_for(share, series(share, [*steady(24), *low])).claim is Signal.NEAR_LOW


@pytest.mark.parametrize(("level", "claim"), [(32, None), (36, Signal.RUN_HIGH)])
def test_seven_in_a_row_head_a_paper_only_where_they_lie_far_enough(share, series, level: int, claim):
    chart = chart_for(share, series(share, [*steady(24)[:-1], (28, 50), *[(level, 50)] * 7]))
    assert chart.points[-1].signal is Signal.RUN_HIGH
    assert chart.claim is claim
    assert chart.run is not None
    assert (chart.run.points, chart.run.since, chart.run.high) == (7, date(2024, 2, 1), True)


def test_a_latest_point_on_the_centre_ends_no_run(share, series):
    assert chart_for(share, series(share, [*steady(24), (30, 50)])).run is None


def target(value: float, *, at_least: bool = True, since: date = date(2024, 4, 1)) -> Target:
    return Target(value=value, at_least=at_least, since=since, set_by="Improvement Board")


def test_a_target_counts_from_its_own_day(share, series):
    readings = series(share, steady(24))
    on_the_day = chart_for(share, readings, target=target(90, since=date(2024, 8, 31)))
    too_new = chart_for(share, readings, target=target(90, since=date(2024, 9, 1)))
    assert (on_the_day.target is not None, on_the_day.assurance) == (True, Assurance.MISSED)
    assert (too_new.target, too_new.assurance) == (None, None)


def test_a_target_without_limits_has_no_assurance(share, series):
    chart = chart_for(share, series(share, steady(12)), target=target(90))
    assert (chart.target is not None, chart.assurance) == (True, None)


FORTY_TO_EIGHTY = Limits(centre=60.0, widths=(20.0, None), least=0.0, most=100.0)


@pytest.mark.parametrize(
    ("value", "at_least", "under_mdc", "under_nhsr"),
    [
        (80.1, True, Assurance.MISSED, Assurance.MISSED),
        (80, True, Assurance.MISSED, Assurance.HIT_OR_MISS),
        (79.9, True, Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),
        (40.1, True, Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),
        (40, True, Assurance.MET, Assurance.HIT_OR_MISS),
        (39.9, True, Assurance.MET, Assurance.MET),
        (80.1, False, Assurance.MET, Assurance.MET),
        (80, False, Assurance.MET, Assurance.HIT_OR_MISS),
        (40, False, Assurance.MISSED, Assurance.HIT_OR_MISS),
        (39.9, False, Assurance.MISSED, Assurance.MISSED),
    ],
)
def test_a_target_on_a_limit_is_decided_by_the_profile(value, at_least, under_mdc, under_nhsr):
    for profile, expected in ((MDC, under_mdc), (NHSR, under_nhsr)):
        found = assurance(
            target(value, at_least=at_least),
            FORTY_TO_EIGHTY,
            0,
            polarity=Polarity.HIGHER_IS_BETTER,
            profile=profile,
        )
        assert found is expected


def test_a_target_of_all_is_hit_or_miss_where_all_lies_in_the_range():
    clipped = Limits(centre=95.0, widths=(10.0,), least=0.0, most=100.0)
    assert assurance(target(100), clipped, 0, polarity=Polarity.HIGHER_IS_BETTER) is Assurance.HIT_OR_MISS
    none = Limits(centre=5.0, widths=(10.0,), least=0.0)
    assert (
        assurance(target(0, at_least=False), none, 0, polarity=Polarity.LOWER_IS_BETTER)
        is Assurance.HIT_OR_MISS
    )


def test_a_figure_without_a_direction_or_limits_has_no_assurance():
    assert assurance(target(90), FORTY_TO_EIGHTY, 0, polarity=Polarity.CONTEXT) is None
    assert assurance(target(90), FORTY_TO_EIGHTY, 1, polarity=Polarity.HIGHER_IS_BETTER) is None


@pytest.mark.parametrize(("high", "kind"), [(6, ChartKind.XMR), (5, ChartKind.DOTS)])
def test_a_rate_has_limits_by_how_many_events_it_is_made_of_and_not_by_its_value(rate, series, high, kind):
    of_events = replace(rate, measure_type=MeasureType.RATE)
    chart = chart_for(of_events, series(of_events, [(4, 100_000), (high, 100_000)] * 12))
    assert (chart.kind, chart.refusal is None) == (kind, kind is ChartKind.XMR)
