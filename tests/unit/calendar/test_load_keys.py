"""What the key of a load covers."""

from __future__ import annotations

from datetime import date

import pytest

from lineofsight.calendar import KeyNotUnderstoodError, covered_by_key

YEAR_2024 = (date(2024, 4, 1), date(2025, 3, 31))


@pytest.mark.parametrize("key", ["2024-25", "2024/25", " 2024-25 "])
def test_a_financial_year_is_1_april_to_31_march(key):
    assert covered_by_key(key) == YEAR_2024


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("2024-09", (date(2024, 9, 1), date(2024, 9, 30))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-01", (date(2024, 1, 1), date(2024, 1, 31))),
        ("2024-12", (date(2024, 12, 1), date(2024, 12, 31))),
    ],
)
def test_a_month_is_its_days(key, days):
    assert covered_by_key(key) == days


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("2024-03-31", (date(2023, 4, 1), date(2024, 3, 31))),
        ("2024-04-01", (date(2024, 4, 1), date(2024, 4, 1))),
        ("2024-09-30", (date(2024, 4, 1), date(2024, 9, 30))),
    ],
)
def test_a_date_is_the_financial_year_up_to_it(key, days):
    assert covered_by_key(key) == days


def test_the_financial_year_over_the_century_is_understood():
    assert covered_by_key("1999-00") == (date(1999, 4, 1), date(2000, 3, 31))


@pytest.mark.parametrize(
    ("key", "slashed"), [("2011-12", "2011/12"), ("2000-01", "2000/01"), ("2008-09", "2008/09")]
)
def test_a_key_that_could_be_a_year_or_a_month_is_refused(key, slashed):
    with pytest.raises(KeyNotUnderstoodError, match=f"Write {slashed} for the year"):
        covered_by_key(key)


def test_the_ambiguous_year_is_understood_with_a_slash():
    assert covered_by_key("2011/12") == (date(2011, 4, 1), date(2012, 3, 31))
    assert covered_by_key("2012-13") == (date(2012, 4, 1), date(2013, 3, 31))
    assert covered_by_key("2011-11") == (date(2011, 11, 1), date(2011, 11, 30))


@pytest.mark.parametrize(
    "key",
    [
        "",
        "2024",
        "2024-26",
        "2024/26",
        "2024/09",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "2024-2025",
        "31/03/2024",
        "0000-01",
        "9999/00",
        "0001-01-15",
        "٢٠٢٤-25",
        "August 2024",
    ],
)
def test_any_other_key_is_refused_with_the_forms(key):
    with pytest.raises(KeyNotUnderstoodError) as refusal:
        covered_by_key(key)
    for form in ("2024-25", "2024/25", "2024-09", "2024-03-31"):
        assert form in str(refusal.value)
