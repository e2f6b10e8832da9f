"""What is said of a figure, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lineofsight.calendar import PeriodKind
from lineofsight.council import BaselineChange, Target
from lineofsight.readings import State
from lineofsight.signals.chart import Signal
from lineofsight.signals.chooser import chart_for
from lineofsight.signals.figures import figures, number, percent, rounded, singular
from lineofsight.signals.wording import (
    banned_words,
    baseline_sentence,
    companion_sentence,
    falsealarm_budget,
    lateness,
    sentence,
    target_sentence,
)

RARE_LOW = "A result this low would be rare if nothing had changed. The data cannot say why."


def steady(months: int, cases: int = 50) -> list[tuple[float, float]]:
    """Shares that go up and down around 60%, without a signal."""
    return [(round(cases * (0.56 if at % 2 else 0.64)), cases) for at in range(months)]


@pytest.fixture
def said(share, series):
    """The sentence for 24 steady months and then these."""

    def sentence_for(*latest, kind: PeriodKind = PeriodKind.MONTH) -> str:
        return chart_for(share, series(share, [*steady(24), *latest], kind=kind)).sentence

    return sentence_for


def test_a_common_month(said):
    assert said((31, 50)) == (
        "62% (31 of 50) in August 2024. Within its usual range of 39% to 81%; no sign of change."
    )


def test_a_month_below_the_usual_range(said):
    assert (
        said((61, 150)) == f"41% (61 of 150) in August 2024, below the usual range of 48% to 72%. {RARE_LOW}"
    )


def test_a_welcome_month_gets_the_same_caution_as_a_worrying_one(said):
    assert said((119, 150)) == (
        "79% (119 of 150) in August 2024, above the usual range of 48% to 72%. "
        "A result this high would be rare if nothing had changed. The data cannot say why."
    )


def test_a_figure_that_is_printed_as_the_limit_it_passes_is_just_below_it(said):
    assert said((234, 500)).startswith(
        "47% (234 of 500) in August 2024, below the usual range of 53% to 67%."
    )
    assert said((266, 500)).startswith(
        "53% (266 of 500) in August 2024, just below the usual range of 53% to 67%."
    )


def test_a_run_that_lies_far_enough_is_a_lasting_change(said):
    assert said(*[(36, 50)] * 7) == (
        "72% (36 of 50) in August 2024. Above the earlier average of 60% for 7 months in a row; "
        "a lasting change is likely. Started about February 2024. Cause not established."
    )


def test_a_run_that_lies_too_near_is_told_and_not_called_a_change(said):
    assert said(*[(32, 50)] * 7) == (
        "64% (32 of 50) in August 2024. Within its usual range of 39% to 81%. "
        "Above the earlier average of 60% for 7 months in a row, by too little to call it a change."
    )


def test_six_in_a_row_are_not_told(said):
    assert said((28, 50), *[(32, 50)] * 6).endswith("no sign of change.")


def test_a_rare_month_at_the_end_of_a_run_tells_both(said):
    assert said(*[(24, 50)] * 7, (15, 50)).endswith(
        "A result this low would be rare if nothing had changed. "
        "Below the earlier average of 60% for 9 months in a row. The data cannot say why."
    )


def test_two_of_three_near_a_limit(said):
    assert said((38, 50), (32, 50), (38, 50)) == (
        "76% (38 of 50) in August 2024. Near the upper end of its usual range of 39% to 81% in two of the last "
        "three months, which would be rare if nothing had changed. The data cannot say why."
    )
    assert "Near the lower end" in said((22, 50), (28, 50), (22, 50))


def test_a_trend_alone_is_told_as_no_sign_of_change(said):
    rising = [(met, 50) for met in range(27, 34)]
    assert said(*rising).endswith(
        "Within its usual range of 39% to 81%; each of the last 6 months was higher than the one before, "
        "which alone is no sign of change."
    )
    assert "lower than the one before" in said(*rising[::-1])


def test_ten_to_twenty_nine_cases_have_the_range_beside_them_and_thirty_have_not(said):
    beside = "With so few, the true figure could be anywhere from"
    assert said((12, 20)).startswith(
        f"60% (12 of 20) in August 2024. {beside} 39% to 78%. Within its usual range"
    )
    assert beside in said((6, 10))
    assert beside in said((17, 29))
    assert beside not in said((18, 30))


def test_fewer_than_ten_cases_have_no_percentage_anywhere_and_ten_have(said):
    assert said((5, 9)) == ("5 of 9 conferences in August 2024. Within its usual range; no sign of change.")
    assert said((0, 9)) == f"0 of 9 conferences in August 2024, below the usual range. {RARE_LOW}"
    assert "%" in said((6, 10))
    few_in_a_run = said(*[(36, 50)] * 7, (7, 9))
    assert "%" not in few_in_a_run
    assert "Above the earlier average for 8 months in a row" in few_in_a_run


def test_no_cases_are_no_percentage_and_not_nought(said):
    assert said((0, 0)) == "No conferences to count in August 2024."


def test_none_of_many_and_all_of_many(said):
    assert said((0, 50)).startswith("0% (0 of 50) in August 2024, below")
    assert said((50, 50)).startswith("100% (50 of 50) in August 2024, above")


def test_nearly_all_is_not_called_all_nor_nearly_none_none(said):
    assert said((299, 300)).startswith("over 99% (299 of 300)")
    assert said((1, 300)).startswith("under 1% (1 of 300)")


def test_a_refused_share_has_its_count_and_the_refusal(share, series):
    assert chart_for(share, series(share, [(7, 9)] * 24)).sentence == (
        "7 of 9 conferences in August 2024. No usual range: fewer than 20 conferences in most months are too few; "
        "by quarter they may be enough."
    )


def test_a_month_without_a_reading_is_not_available_and_the_latest_complete_one_is_told(share, series):
    readings = series(share, [*steady(24), (31, 50), (15, 50)])
    missing = replace(readings[-1], state=State.NOT_AVAILABLE, numerator=None, denominator=None, value=None)
    assert chart_for(share, [*readings[:-1], missing]).sentence == (
        "Not available for August 2024. Latest complete month: 62% (31 of 50) in July 2024. "
        "Within its usual range of 39% to 81%; no sign of change."
    )


def test_a_month_that_is_not_complete_is_not_judged_and_the_latest_complete_one_is(share, series):
    *before, last = series(share, [*steady(24), (15, 50), (2, 12)])
    chart = chart_for(share, [*before, replace(last, state=State.NOT_COMPLETE_YET)])
    assert chart.sentence.startswith(
        "17% (2 of 12) in August 2024 so far; not complete yet, so it is not judged. With so few, the true figure "
        "could be anywhere from 5% to 45%. Latest complete month: 30% (15 of 50) in July 2024, below"
    )
    assert chart.claim is Signal.BELOW


def test_only_months_that_are_not_complete_have_no_latest_complete_one(share, series):
    readings = [replace(each, state=State.NOT_COMPLETE_YET) for each in series(share, steady(2))]
    assert chart_for(share, readings).sentence == (
        "56% (28 of 50) in August 2024 so far; not complete yet, so it is not judged."
    )


def test_a_figure_that_came_as_a_figure_is_not_judged(share, series):
    *before, last = series(share, [*steady(24), (2, 50)])
    supplied = replace(last, state=State.SUPPLIED, numerator=None, denominator=None, value=61.4)
    assert chart_for(share, [*before, supplied]).sentence.startswith(
        "61% in August 2024, as it was supplied, so it is not judged. Latest complete month:"
    )


def test_what_was_not_recorded_and_what_is_not_decided_is_told(share, series):
    *before, last = series(share, [*steady(24), (31, 50)])
    chart = chart_for(share, [*before, replace(last, unknown=2, open=3)])
    assert chart.sentence.startswith(
        "62% (31 of 50) in August 2024. Not recorded: 2 of the 50. Not decided, or not yet due: 3. Within"
    )


def test_counts_have_their_own_words(count, series):
    counts = [12 if at % 2 else 8 for at in range(24)]
    latest = {
        8: "8 exclusions in August 2024. Within its usual range of 0 to 20; no sign of change.",
        1: "1 exclusion in August 2024. Within its usual range of 0 to 20; no sign of change.",
        0: "No exclusions in August 2024. Within its usual range of 0 to 20; no sign of change.",
        1200: "1,200 exclusions in August 2024, above the usual range of 0 to 20. "
        "A result this high would be rare if nothing had changed. The data cannot say why.",
    }
    for figure, expected in latest.items():
        assert chart_for(count, series(count, [*counts, figure])).sentence == expected
    assert (
        "of the"
        not in chart_for(count, [replace(each, unknown=1) for each in series(count, [*counts, 8])]).sentence
    )


def test_an_average_count_has_one_decimal(count, series):
    counts = [12 if at % 2 else 8 for at in range(20)]
    run = chart_for(count, series(count, [*counts, *[14] * 9])).sentence
    assert "Above the earlier average of 10.0 for 10 months in a row" in run


def test_stocks_are_told_on_their_day(stock, rate, caseload, series):
    assert chart_for(stock, series(stock, [212])).sentence.startswith(
        "212 children on 31 August 2024. No usual range:"
    )
    assert chart_for(rate, series(rate, [(720, 99_800)])).sentence.startswith(
        "72.1 per 10,000 (720 children) on 31 August 2024. "
    )
    assert chart_for(caseload, series(caseload, [(352, 17.9)])).sentence.startswith(
        "19.7 cases per full-time worker (352 cases, 17.9 full-time workers) on 31 August 2024. "
    )
    yearly = chart_for(stock, series(stock, [212], kind=PeriodKind.FINANCIAL_YEAR))
    assert yearly.sentence.startswith("212 children on 31 March 2025 (the financial year 2024/25). ")


def test_open_cases_of_a_stock_are_what_it_counts_and_not_told_twice(stock, series):
    (reading,) = series(stock, [212])
    assert "Not decided" not in chart_for(stock, [replace(reading, open=212)]).sentence


def test_a_rate_without_its_population_says_so(rate, series):
    (reading,) = series(rate, [(720, 99_800)])
    alone = replace(reading, denominator=None, value=None)
    assert chart_for(rate, [alone]).sentence.startswith(
        "720 children (no rate: what it is a rate of is not available) on 31 August 2024."
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (PeriodKind.QUARTER, "in the quarter to 30 September 2024"),
        (PeriodKind.FINANCIAL_YEAR, "in the financial year 2024/25"),
        (PeriodKind.ROLLING_12_MONTHS, "in the 12 months to 31 August 2024"),
        (PeriodKind.ACADEMIC_YEAR_TO_DATE, "in the academic year 2023/24 to 31 August 2024"),
        (PeriodKind.DAY, "on Saturday 31 August 2024"),
    ],
)
def test_a_period_that_is_not_a_month_is_named_with_its_kind(said, kind: PeriodKind, words: str):
    assert said((31, 50), kind=kind).startswith(f"62% (31 of 50) {words}.")


# What is hidden


@pytest.fixture
def low_month(share, series):
    """A chart whose latest month lies below its range, so that there would be much to say."""
    return chart_for(share, series(share, [*steady(24), *[(24, 50)] * 6, (3, 50)]))


@pytest.mark.parametrize("part", ["numerator", "denominator", "value"])
def test_a_hidden_part_hides_everything_from_which_it_could_be_worked_out(share, low_month, part: str):
    shown = replace(figures(share, low_month.points[-1]), hidden="c", **{part: None})
    assert sentence(low_month, shown=shown) == "The figure for August 2024 is hidden to protect children."


def test_a_part_left_out_without_a_mark_is_hidden_too(share, low_month):
    shown = replace(figures(share, low_month.points[-1]), numerator=None)
    assert sentence(low_month, shown=shown) == "The figure for August 2024 is hidden to protect children."


def test_a_hidden_count_of_unknown_or_open_leaves_the_figure(share, series):
    *before, last = series(share, [*steady(24), (31, 50)])
    chart = chart_for(share, [*before, replace(last, unknown=2, open=3)])
    shown = replace(figures(share, chart.points[-1]), unknown=None, open=None, hidden="c")
    assert sentence(chart, shown=shown).startswith(
        "62% (31 of 50) in August 2024. Not recorded: hidden to protect children. "
        "Not decided, or not yet due: hidden to protect children. Within its usual range"
    )


def test_what_is_shown_whole_is_told_as_ever(share, low_month):
    assert sentence(low_month, shown=figures(share, low_month.points[-1])) == low_month.sentence


def test_an_earlier_month_is_told_only_where_it_too_may_be_shown(share, series):
    *before, last = series(share, [*steady(24), (15, 50), (20, 50)])
    chart = chart_for(share, [*before, replace(last, state=State.NOT_COMPLETE_YET)])
    latest, july = (figures(share, chart.points[at]) for at in (-1, -2))
    assert "July" not in sentence(chart, shown=latest)
    assert "Latest complete month: 30% (15 of 50) in July 2024" in sentence(chart, shown=latest, earlier=july)
    hidden = replace(july, numerator=None, hidden="c")
    assert sentence(chart, shown=latest, earlier=hidden).endswith(
        "Latest complete month: The figure for July 2024 is hidden to protect children."
    )


def test_a_companion_tells_who_is_late_and_still_open(share, series):
    (reading,) = series(share, [(4, 31)])
    assert companion_sentence(share, reading) == "Late and still open: 4 conferences."
    assert companion_sentence(share, replace(reading, numerator=1)) == "Late and still open: 1 conference."
    assert companion_sentence(share, replace(reading, numerator=0)) == "Late and still open: no conferences."
    assert (
        companion_sentence(share, replace(reading, numerator=None)) == "Late and still open: not available."
    )
    missing = replace(reading, state=State.NOT_AVAILABLE)
    assert companion_sentence(share, missing) == "Late and still open: not available."


@pytest.mark.parametrize("late", [0, 4])
def test_a_hidden_companion_tells_not_even_whether_there_are_any(share, series, late: int):
    (reading,) = series(share, [(late, 31)])
    shown = replace(figures(share, reading), numerator=None, hidden="c")
    assert (
        companion_sentence(share, reading, shown=shown) == "Late and still open: hidden to protect children."
    )


# Targets, baselines, false alarms, lateness


@pytest.mark.parametrize(
    ("value", "at_least", "expected"),
    [
        (90, True, "On present performance most months will miss it (usual range 39% to 81%)."),
        (62.5, True, "Hit or miss: some months will meet it by luck (usual range 39% to 81%)."),
        (30, True, "On present performance it should be met every month (usual range 39% to 81%)."),
        (30, False, "On present performance most months will miss it (usual range 39% to 81%)."),
    ],
)
def test_a_target_is_told_against_the_usual_range(share, series, value: float, at_least: bool, expected: str):
    target = Target(value=value, at_least=at_least, since=date(2024, 4, 1), set_by="Improvement Board")
    chart = chart_for(share, series(share, steady(25)), target=target)
    opening = f"Target: at {'least' if at_least else 'most'} {value:g}% (set by Improvement Board)."
    assert target_sentence(chart) == f"{opening} {expected}"
    hidden = replace(figures(share, chart.points[-1]), numerator=None, hidden="c")
    assert target_sentence(chart, shown=hidden) == f"{opening} Whether it can be expected is not known."


def test_a_target_of_a_count_has_no_per_cent(count, series):
    target = Target(value=5, at_least=False, since=date(2024, 4, 1), set_by="Cabinet")
    chart = chart_for(count, series(count, [3]), target=target)
    assert target_sentence(chart) == (
        "Target: at most 5 (set by Cabinet). Whether it can be expected is not known."
    )
    assert target_sentence(chart_for(count, series(count, [3]))) == ""


def test_a_baseline_is_told_with_the_months_that_made_it(share, series):
    filling, full, none = (chart_for(share, series(share, steady(months))) for months in (20, 24, 12))
    assert baseline_sentence(filling) == (
        "The usual range comes from 19 complete months up to 31 July 2024, and takes in more until they are 20."
    )
    assert baseline_sentence(full) == (
        "The usual range comes from 20 complete months up to 30 April 2024, and stays as it is."
    )
    assert baseline_sentence(none) == ""


def test_a_changed_baseline_is_told_with_its_reason_and_who_decided(share, series):
    change = BaselineChange(
        first=date(2023, 6, 1), last=date(2024, 5, 31), reason="New screening team.", by="the Board"
    )
    chart = chart_for(share, series(share, steady(40)), rebaselines=[change])
    assert baseline_sentence(chart) == (
        "The usual range comes from 12 complete months up to 31 May 2024, and stays as it is. "
        "It replaced an earlier one, by decision of the Board: New screening team."
    )


def test_a_baseline_that_was_not_steady_is_told_to_be_so(share, series):
    chart = chart_for(share, series(share, [(48, 50), *steady(23)]))
    assert baseline_sentence(chart).endswith("Those months may not have been steady themselves.")


@pytest.mark.parametrize(
    ("measures", "flagged", "expected"),
    [
        (0, 0, "No measure has figures enough for a usual range, so none could be flagged."),
        (
            1,
            0,
            "Of 1 measure with a usual range, expect none flagged in a month by chance alone. This month: 0.",
        ),
        (
            6,
            1,
            "Of 6 measures with a usual range, expect none flagged in a month by chance alone. This month: 1.",
        ),
        (
            7,
            1,
            "Of 7 measures with a usual range, expect none or one flagged in a month by chance alone. This month: 1.",
        ),
        (
            30,
            2,
            "Of 30 measures with a usual range, expect none or one flagged in a month by chance alone. This month: 2.",
        ),
        (
            30,
            3,
            "Of 30 measures with a usual range, expect none or one flagged in a month by chance alone. This month: 3. "
            "So many would be rare if nothing had changed.",
        ),
        (
            60,
            2,
            "Of 60 measures with a usual range, expect up to 2 flagged in a month by chance alone. This month: 2.",
        ),
    ],
)
def test_the_false_alarms_that_chance_would_raise_are_told(measures: int, flagged: int, expected: str):
    assert falsealarm_budget(measures, flagged) == expected


def test_how_late_a_figure_is():
    august = date(2024, 8, 31)
    meeting = date(2024, 10, 11)
    assert lateness(period_end=august, loaded=date(2024, 9, 6), shown_on=meeting) == (
        "The period ended 41 days before 11 October 2024. Its data were loaded on 6 September 2024, "
        "6 days after its end."
    )
    assert lateness(period_end=august, loaded=date(2024, 9, 1), shown_on=date(2024, 9, 1)) == (
        "The period ended 1 day before 1 September 2024. Its data were loaded on 1 September 2024, "
        "1 day after its end."
    )
    assert lateness(period_end=august, loaded=august, shown_on=meeting).endswith(
        "Its data were loaded on 31 August 2024, before it had ended."
    )
    assert lateness(period_end=august, loaded=None, shown_on=meeting).endswith(
        "When its data were loaded is not known."
    )
    assert lateness(period_end=august, loaded=None, shown_on=august) == (
        "On 31 August 2024 the period had not ended."
    )


# Numbers and words


def test_numbers_are_rounded_half_up_and_thousands_separated():
    assert [percent(share) for share in (12.5, 12.4999, 0.5, 99.5)] == ["13%", "12%", "1%", "100%"]
    assert [rounded(value, places=1) for value in (0.25, 2.0, 1234.56, -0.04)] == [
        "0.3",
        "2.0",
        "1,234.6",
        "0.0",
    ]


def test_a_rate_has_a_decimal_only_where_one_case_moves_it_by_less_than_one(rate, caseload):
    assert [number(rate, 72.14, cases=cases) for cases in (10_000, 10_001, None)] == ["72", "72.1", "72.1"]
    assert [number(caseload, 19.66, cases=cases) for cases in (1, 1.5)] == ["20", "19.7"]


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("conferences", "conference"),
        ("children", "child"),
        ("enquiries", "enquiry"),
        ("assessments due", "assessment due"),
        ("looked-after children", "looked-after child"),
        ("cases", "case"),
        ("previous plans", "previous plan"),
        ("staff", "staff"),
    ],
)
def test_one_of_what_is_counted(many: str, one: str):
    assert singular(many) == one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A significant fall, significantly so.", ["significant", "significantly"]),
        ("It proves a success, due to the team.", ["proves", "success", "due to"]),
        ("Because of failure we are on track.", ["Because", "failure", "on track"]),
        ("The best and the worst trend.", ["best", "worst", "trend"]),
        ("62.3% and 1.25 per child, and 4.5 per cent.", ["62.3%", "1.25", "4.5 per cent"]),
        ("Assessments due, improved, trendy, bestow, 19.7 cases, 62%.", []),
    ],
)
def test_banned_words_are_found_as_they_stand(text: str, found: list[str]):
    assert banned_words(text) == found


def test_trend_may_be_said_where_the_rule_fired():
    assert banned_words("A trend.", trend_fired=True) == []


@pytest.mark.parametrize(
    ("met", "cases", "printed"),
    [
        (13, 999, "1%"),
        (13, 1_000, "1.3%"),
        (0, 1_000, "0%"),
        (1, 10_000, "under 0.1%"),
        (9_999, 10_000, "over 99.9%"),
        (10_000, 10_000, "100%"),
    ],
)
def test_a_share_of_a_thousand_cases_or_more_has_one_decimal(share, series, met, cases, printed):
    [reading] = series(share, [(met, cases)])
    assert figures(share, reading).value == printed
