"""What holds for any series: steady ones are seldom called a change, and no arithmetic of the reader's moves a signal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.calendar import Period, months_ending
from lineofsight.readings import Measure, MeasureType, Polarity, Reading, State, Unit
from lineofsight.signals.chart import Chart, Signal
from lineofsight.signals.chooser import chart_for
from lineofsight.signals.limits import NoLimitsError
from lineofsight.signals.p_prime import p_prime
from lineofsight.signals.profile import MDC
from lineofsight.signals.rules import signals
from lineofsight.signals.wording import banned_words, baseline_sentence, changed
from lineofsight.signals.xmr import xmr

CLAIMS = ("would be rare if nothing had changed", "a lasting change is likely")
MOVES = re.compile(
    r"\b(rose|fell|improved?|worsened|declined|increased|decreased|deteriorated)\b", re.IGNORECASE
)
RUNS = {Signal.RUN_HIGH, Signal.RUN_LOW}
MONTHS = months_ending(date(2024, 8, 31), 60)


def measure(measure_type: MeasureType) -> Measure:
    return Measure(
        id="m",
        title="A measure",
        unit=Unit.PERCENT if measure_type is MeasureType.PROPORTION else Unit.NUMBER,
        polarity=Polarity.HIGHER_IS_BETTER,
        measure_type=measure_type,
        counts="plans",
        family="f",
    )


SHARE, COUNT = measure(MeasureType.PROPORTION), measure(MeasureType.COUNT)


def charted(met: Sequence[int], cases: Sequence[int] | None = None) -> Chart:
    """The chart of so many months up to August 2024: of shares, or of counts where there are no cases."""
    months = MONTHS[-len(met) :]
    if cases is None:
        return chart_for(COUNT, [reading(k, None, k, month) for k, month in zip(met, months, strict=True)])
    figures = zip(met, cases, months, strict=True)
    return chart_for(SHARE, [reading(k, n, 100 * k / n if n else None, month) for k, n, month in figures])


def reading(met: int, cases: int | None, value: float | None, month: Period) -> Reading:
    return Reading(
        indicator="m",
        period_kind=month.kind,
        period_start=month.start,
        period_end=month.end,
        numerator=met,
        denominator=cases,
        value=value,
        unknown=0,
        open=0,
        state=State.COMPLETE,
        run="r",
    )


def binomial(dice: Random, cases: int, share: float) -> int:
    return sum(dice.random() < share for _ in range(cases))


def poisson(dice: Random, mean: float) -> int:
    """Arrivals in one unit of time."""
    count, waited = 0, dice.expovariate(mean)
    while waited < 1:
        count, waited = count + 1, waited + dice.expovariate(mean)
    return count


def steady_shares(dice: Random) -> Chart:
    months, share = dice.choice([16, 24, 28, 36, 60]), dice.choice([0.35, 0.5, 0.62, 0.8, 0.9, 0.95])
    least = dice.choice([20, 40])
    cases = [dice.randint(least, least + 20) for _ in range(months)]
    return charted([binomial(dice, n, share) for n in cases], cases)


def steady_counts(dice: Random) -> Chart:
    months, mean = dice.choice([16, 24, 28, 36, 60]), dice.choice([6, 8, 15, 30])
    return charted([poisson(dice, mean) for _ in range(months)])


@pytest.mark.parametrize("steady", [steady_shares, steady_counts])
def test_fewer_than_two_in_a_hundred_steady_series_are_called_a_change(steady):
    dice = Random(20241011)
    claims, drawn = Counter(), 0
    for _ in range(2000):
        chart = steady(dice)
        assert banned_words(chart.sentence) == []
        assert MOVES.search(chart.sentence) is None
        claimed = any(claim in chart.sentence for claim in CLAIMS)
        assert claimed == changed(chart)
        drawn += chart.baseline is not None
        claims[chart.claim] += claimed
    assert drawn > 1900
    assert 0 < claims.total() < 0.02 * drawn, claims


def test_a_clear_change_is_found_within_seven_months_in_nine_series_of_ten():
    dice = Random(7)
    found = 0
    for _ in range(200):
        before, after = (
            [binomial(dice, 50, share) for _ in range(months)] for share, months in ((0.6, 24), (0.8, 7))
        )
        found += any(changed(charted(before + after[:month], [50] * (24 + month))) for month in range(1, 8))
    assert found > 180


FIGURES = st.lists(st.integers(0, 60), min_size=13, max_size=40)


@given(FIGURES, st.integers(1, 5000))
def test_a_series_in_another_unit_has_the_same_signals_and_limits_in_that_unit(values: list[int], by: int):
    try:
        limits = xmr(values)
    except NoLimitsError:
        with pytest.raises(NoLimitsError):
            xmr([value * by for value in values])
        return
    scaled = xmr([value * by for value in values])
    assert scaled.centre == pytest.approx(limits.centre * by)
    assert scaled.widths[0] == pytest.approx((limits.widths[0] or 0) * by)


@given(FIGURES.filter(lambda values: len(set(values)) > 1), st.randoms(use_true_random=False))
def test_months_in_another_order_have_the_same_centre(values: list[int], dice: Random):
    shuffled = dice.sample(values, len(values))
    assert xmr(shuffled).centre == xmr(values).centre
    cases = [61] * len(values)
    assert p_prime(shuffled, cases).centre == p_prime(values, cases).centre


def test_months_in_another_order_have_no_run():
    dice = Random(3)
    values = [dice.gauss(10, 1) for _ in range(12)] + [dice.gauss(16, 1) for _ in range(12)]
    assert set(signals(values, xmr(values), MDC)) & RUNS
    with_a_run = 0
    for _ in range(500):
        dice.shuffle(values)
        with_a_run += bool(set(signals(values, xmr(values), MDC)) & RUNS)
    assert with_a_run < 0.1 * 500


@given(FIGURES.filter(lambda values: len(set(values)) > 1), st.data())
def test_a_ghost_changes_nothing_but_its_own_dot(values: list[int], data: st.DataObject):
    at = data.draw(st.integers(0, len(values)))
    with_ghost = [*values[:at], data.draw(st.integers(0, 10_000)), *values[at:]]
    ours, plain = xmr(with_ghost, ghosts=[at]), xmr(values)
    assert (ours.centre, ours.widths[0]) == (plain.centre, plain.widths[0])


PAIRS = [
    ("above", "below"),
    ("Above", "Below"),
    ("high", "low"),
    ("higher", "lower"),
    ("upper end", "lower end"),
    ("over 99%", "under 1%"),
]
SWAPS = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}
SWAPPED = re.compile(rf"\b(?:{'|'.join(sorted(SWAPS, key=len, reverse=True))})(?!\w)")


def mirrored(text: str) -> str:
    """The sentence of the measure that counts the others: 31 of 50 is 19 of 50, 62% is 38%, above is below."""
    text = re.sub(r"\b(\d+) of (\d+)\b", lambda m: f"{int(m[2]) - int(m[1])} of {m[2]}", text)
    text = re.sub(r"(\d+)% to (\d+)%", r"\2% to \1%", text)
    text = re.sub(r"(?<!over )(?<!under )\b(\d+)%", lambda m: f"{100 - int(m[1])}%", text)
    return SWAPPED.sub(lambda m: SWAPS[m[0]], text)


# Numbers of cases of which no count is an exact half per cent, which both measures would round up.
CASES = st.sampled_from([23, 29, 31, 47, 53, 101])


@settings(max_examples=150)
@given(st.lists(st.tuples(CASES, st.floats(0, 1)), min_size=14, max_size=40))
def test_the_measure_that_counts_the_others_has_the_mirrored_sentence(figures: list[tuple[int, float]]):
    cases = [n for n, _ in figures]
    met = [round(n * share) for n, share in figures]
    ours = charted(met, cases)
    theirs = charted([n - k for k, n in zip(met, cases, strict=True)], cases)
    assert ours.refusal == theirs.refusal
    assert mirrored(ours.sentence) == theirs.sentence


@settings(max_examples=150)
@given(
    st.lists(
        st.one_of(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), st.just([0, 0])),
        min_size=1,
        max_size=45,
    )
)
def test_any_series_has_a_chart_with_limits_or_a_reason_and_a_clean_sentence(figures: list[list[int]]):
    chart = charted([k for k, _ in figures], [n for _, n in figures])
    assert (chart.refusal is None) == (chart.baseline is not None)
    assert banned_words(chart.sentence + baseline_sentence(chart)) == []
    for point in chart.points:
        if point.lower is not None and point.upper is not None and point.centre is not None:
            assert 0 <= point.lower <= point.centre <= point.upper <= 100
        if point.value is None:
            assert point.signal is None
