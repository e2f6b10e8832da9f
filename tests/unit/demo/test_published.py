"""The published figures that the synthetic council stands beside."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lineofsight.calendar import PeriodKind, period_containing
from lineofsight.demo.published import Published, published
from lineofsight.indicators.catalogue import BY_ID


@pytest.mark.parametrize("one", published(), ids=lambda one: one.indicator)
def test_a_published_figure_is_of_a_whole_period_and_says_where_it_stands(one: Published) -> None:
    period = period_containing(PeriodKind(one.kind), one.period_end)
    assert period.end == one.period_end
    assert period_containing(PeriodKind(one.kind), one.period_end + timedelta(days=1)).start > one.period_end
    assert one.source.startswith("DfE LAIT ")


def test_stocks_are_of_a_month_and_events_of_a_year() -> None:
    known = [one for one in published() if one.indicator in BY_ID]
    assert known
    for one in known:
        is_stock = BY_ID[one.indicator].measure_type.is_stock
        assert (one.kind == "month") == is_stock, one.indicator
