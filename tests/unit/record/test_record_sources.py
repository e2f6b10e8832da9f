"""Which load supplies which rows: the rule of one event, one row, as far as the record decides it."""

from __future__ import annotations

from datetime import date

APRIL_2023, MARCH_2024 = date(2023, 4, 1), date(2024, 3, 31)
APRIL_2024, MARCH_2025 = date(2024, 4, 1), date(2025, 3, 31)
APRIL_2025, MARCH_2026 = date(2025, 4, 1), date(2026, 3, 31)


def parts(record, table="referrals"):
    (source,) = [source for source in record.sources() if source.table == table]
    return [(part.load, part.rank, part.supplies_before) for part in source.parts]


def test_one_load_supplies_all_of_its_rows(record, load):
    loaded = load()
    assert parts(record) == [(loaded.id, 0, None)]
    assert record.sources()[0].parts[0].path.exists()


def test_an_older_year_supplies_what_lies_before_the_newer_one(record, load):
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024)
    newer = load(key="2025", since=APRIL_2024, until=MARCH_2025)
    assert parts(record) == [(older.id, 0, APRIL_2024), (newer.id, 1, None)]


def test_the_order_of_loading_makes_no_difference(record, load):
    newer = load(key="2025", since=APRIL_2024, until=MARCH_2025)
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024)
    assert parts(record) == [(older.id, 0, APRIL_2024), (newer.id, 1, None)]


def test_the_earliest_first_day_of_all_newer_loads_is_the_limit(record, load):
    oldest = load(key="2024", since=APRIL_2023, until=MARCH_2024)
    middle = load(key="2025", since=APRIL_2024, until=MARCH_2025)
    newest = load(key="2026", since=date(2023, 10, 1), until=MARCH_2026)
    assert parts(record) == [
        (oldest.id, 0, date(2023, 10, 1)),
        (middle.id, 1, date(2023, 10, 1)),
        (newest.id, 2, None),
    ]


def test_beside_a_newer_load_from_the_beginning_an_older_one_supplies_nothing(record, load):
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024)
    newer = load(key="2025", since=None, until=MARCH_2025)
    assert parts(record) == [(older.id, 0, date.min), (newer.id, 1, None)]


def test_an_older_load_from_the_beginning_supplies_what_lies_before_the_newer_one(record, load):
    newer = load(key="2025", since=APRIL_2024, until=MARCH_2025)
    older = load(key="2024", since=None, until=MARCH_2024)
    assert parts(record) == [(older.id, 0, APRIL_2024), (newer.id, 1, None)]


def test_of_two_loads_to_the_same_day_the_one_that_begins_later_is_newer(record, load):
    year = load(key="year", since=APRIL_2024, until=MARCH_2025)
    everything = load(key="everything", since=None, until=MARCH_2025)
    month = load(key="month", since=date(2025, 3, 1), until=MARCH_2025)
    assert parts(record) == [
        (everything.id, 0, APRIL_2024),
        (year.id, 1, date(2025, 3, 1)),
        (month.id, 2, None),
    ]


def test_of_two_loads_of_the_same_days_the_one_loaded_later_is_newer(record, load):
    one, two = load(key="one"), load(key="two")
    assert parts(record) == [(one.id, 0, APRIL_2024), (two.id, 1, None)]


def test_a_replaced_load_supplies_nothing_and_sets_no_limit(record, load):
    load(key="2025", since=APRIL_2023, until=MARCH_2025)
    newer = load(key="2025", since=APRIL_2024, until=MARCH_2025)
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024)
    assert parts(record) == [(older.id, 0, APRIL_2024), (newer.id, 1, None)]


def test_another_return_sets_no_limit(record, load):
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024)
    other = load(key="2025", return_name="annex_a", since=APRIL_2024, until=MARCH_2025)
    assert parts(record) == [(older.id, 0, None), (other.id, 1, None)]


def test_a_newer_load_without_a_table_says_nothing_of_it(record, load):
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024, fills=["assessments"])
    newer = load(key="2025", since=APRIL_2024, until=MARCH_2025)
    assert parts(record, "assessments") == [(older.id, 0, None)]
    assert parts(record, "referrals") == [(older.id, 0, APRIL_2024), (newer.id, 1, None)]


def test_a_newer_load_with_an_empty_table_says_that_there_are_no_rows(record, load):
    older = load(key="2024", since=APRIL_2023, until=MARCH_2024, fills=["assessments"])
    newer = load(key="2025", since=APRIL_2024, until=MARCH_2025, fills=["assessments"])
    assert parts(record, "assessments") == [(older.id, 0, APRIL_2024), (newer.id, 1, None)]


def test_tables_come_in_the_order_of_their_names(record, load):
    load(fills=["episodes", "children"])
    assert [source.table for source in record.sources()] == ["children", "episodes", "referrals"]
