"""A series with months in which schools are closed: those are gaps in print, and no hiding place for another month."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar import Period, PeriodKind, period_containing
from lineofsight.disclosure import Hidden, Missing, Published, Shown, protect, rule_for
from lineofsight.indicators.catalogue import BY_ID
from lineofsight.readings import Reading, State
from lineofsight.run.closed_months import protect_series

CONFIRMED = BY_ID["pex_confirmed_count"]
RULE = rule_for("exclusions", "strictest")
YEAR = period_containing(PeriodKind.ROLLING_12_MONTHS, date(2025, 8, 31))


def reading(period: Period, count: float | None) -> Reading:
    return Reading(
        indicator=CONFIRMED.id,
        period_kind=str(period.kind),
        period_start=period.start,
        period_end=period.end,
        breakdown=(),
        group=(),
        numerator=count,
        denominator=None,
        value=count,
        unknown=0,
        open=0,
        state=State.NOT_AVAILABLE if count is None else State.COMPLETE,
        run="run-1",
    )


def year(counts: list[float | None]) -> list[Reading]:
    """Twelve months from September to August, and their total."""
    months = [
        period_containing(PeriodKind.MONTH, date(2024 + (m > 12), (m - 1) % 12 + 1, 1)) for m in range(9, 21)
    ]
    rows = [reading(month, count) for month, count in zip(months, counts, strict=True)]
    return [*rows, reading(YEAR, sum(count or 0 for count in counts))]


ONE_SMALL = year([8, 3, 9, 7, 12, 9, 14, 8, 11, 9, 10, None])


def hidden(rows: tuple[Published, ...]) -> list[int]:
    return [place for place, row in enumerate(rows) if isinstance(row.numerator, Hidden)]


def test_a_closed_month_does_not_cover_for_the_only_small_one() -> None:
    rows = protect_series(CONFIRMED, ONE_SMALL, RULE)
    assert 1 in hidden(rows)
    assert len(hidden(rows)) >= 2


def test_taken_for_unknown_it_would_have_seemed_to_cover() -> None:
    assert hidden(protect(ONE_SMALL, CONFIRMED.measure, RULE)) == [1]


def test_a_closed_month_is_printed_as_a_gap() -> None:
    august = protect_series(CONFIRMED, ONE_SMALL, RULE)[-2]
    assert august.reading is ONE_SMALL[-2]
    assert {type(cell) for cell in (august.numerator, august.value, august.unknown)} == {Missing}


def test_a_month_without_figures_when_schools_are_open_stays_unknown() -> None:
    rows = year([8, 9, None, 7, 12, 9, 14, 8, 11, 9, 10, None])
    printed = protect_series(CONFIRMED, rows, RULE)
    assert isinstance(printed[2].numerator, Missing)
    assert isinstance(printed[0].numerator, Shown)


def test_in_a_closed_month_with_a_figure_the_figure_counts() -> None:
    rows = year([8, 9, 9, 7, 12, 9, 14, 8, 11, 9, 10, 4])
    assert 11 in hidden(protect_series(CONFIRMED, rows, RULE))
