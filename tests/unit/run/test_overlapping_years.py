"""One event, one row: yearly files that overlap, loaded in either order, equal a count by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lineofsight.indicators.catalogue import indicator
from lineofsight.record import Record, UnknownLoadError
from lineofsight.returns.tables import child_protection_plans, episodes, referrals
from lineofsight.run.load import load
from lineofsight.run.rows import case_rows, period_of
from tests.unit.run.drawn_files import case, census, child, episode
from tests.unit.run.drawn_files import episodes as episodes_file
from tests.unit.run.two_years import FIRST, SECOND, Home, counted, write_years


def filed(home: Home, year: str, file: str) -> str:
    """The id of the load that a year's file went into."""
    return next(r.load for r in home.reports[year] if r.file == file and r.load)


def test_each_referral_of_two_years_is_there_once_as_the_right_file_has_it(home: Home) -> None:
    one, two = filed(home, FIRST, "census.xml"), filed(home, SECOND, "census.xml")
    assert counted(home.record.sources(), referrals, "child_id", "referral_date", "closure_date", "load") == [
        (
            "carried",
            "2024-01-10",
            "2024-06-30",
            two,
        ),  # open over the year's end: once, closed as year two says
        ("carried", "2024-09-10", None, two),
        ("changed", "2023-11-20", "2024-04-20", two),  # closed in March in year one, corrected to April
        ("edge", "2024-03-04", "2024-03-31", one),  # closed on the last day of year one: it stays
        ("gone", "2024-10-07", None, two),  # its referral of February, open and no longer held, is gone
        ("new", "2024-09-02", None, two),
        ("stays", "2023-06-05", "2023-09-01", one),
    ]


def test_each_child_protection_plan_of_two_years_is_there_once_as_the_right_file_has_it(home: Home) -> None:
    one, two = filed(home, FIRST, "census.xml"), filed(home, SECOND, "census.xml")
    assert counted(home.record.sources(), child_protection_plans, "child_id", "started", "ended", "load") == [
        ("carried", "2024-02-01", "2024-05-05", two),
        ("changed", "2023-12-01", "2024-04-20", two),
        ("edge", "2024-03-08", "2024-03-31", one),
        ("new", "2024-10-01", None, two),
        ("stays", "2023-06-20", "2023-08-20", one),
    ]


def test_each_episode_of_two_years_is_there_once_as_the_right_file_has_it(home: Home) -> None:
    one, two = filed(home, FIRST, "episodes.csv"), filed(home, SECOND, "episodes.csv")
    assert counted(home.record.sources(), episodes, "child_id", "started", "ended", "load") == [
        ("carried", "2024-01-01", "2024-06-10", two),
        ("carried", "2024-06-10", None, two),
        ("changed", "2023-12-01", "2024-04-20", two),
        ("edge", "2024-03-06", "2024-03-31", one),
        ("new", "2024-10-01", None, two),
        ("stays", "2023-05-01", "2023-09-01", one),
    ]


def test_referrals_of_two_years_equal_a_count_by_hand(home: Home) -> None:
    assert home.denominators("both", "rereferral_12m_pct") == {
        "2023-06": 1,  # stays
        "2023-11": 1,  # changed
        "2024-01": 1,  # carried
        "2024-03": 1,  # edge
        "2024-09": 2,  # carried again, new
        "2024-10": 1,  # gone
    }
    # Carried came back within a year. Gone did not: its referral of February is no longer held.
    assert home.numerators("both", "rereferral_12m_pct") == {"2024-09": 1}


def test_children_on_plans_in_two_years_equal_a_count_by_hand(home: Home) -> None:
    assert home.numerators("both", "cpp_rate") == {
        **dict.fromkeys(("2023-06", "2023-07"), 1),  # stays, until 20 August
        **dict.fromkeys(("2023-12", "2024-01"), 1),  # changed
        **dict.fromkeys(("2024-02", "2024-03"), 2),  # changed, carried
        "2024-04": 1,  # carried, until 5 May
        **dict.fromkeys(("2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03"), 1),  # new
    }


def test_looked_after_children_in_two_years_equal_a_count_by_hand(home: Home) -> None:
    assert home.numerators("both", "cla_rate") == {
        **dict.fromkeys(("2023-05", "2023-06", "2023-07", "2023-08"), 1),  # stays, until 1 September
        "2023-12": 1,  # changed
        **dict.fromkeys(("2024-01", "2024-02", "2024-03"), 2),  # changed, carried
        **dict.fromkeys(("2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09"), 1),  # carried
        **dict.fromkeys(("2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03"), 2),  # and new
    }


def test_before_the_second_year_came_the_first_one_said_what_it_said(in_order: Home) -> None:
    assert in_order.denominators(FIRST, "rereferral_12m_pct") == {
        "2023-06": 1,
        "2023-11": 1,
        "2024-01": 1,
        "2024-02": 1,  # gone, which year one held
        "2024-03": 2,  # edge, over
    }
    assert in_order.numerators(FIRST, "cpp_rate")["2024-02"] == 3  # changed, carried, gone
    assert in_order.numerators(FIRST, "cla_rate")["2024-03"] == 3  # carried, gone, over


def test_the_record_as_at_the_first_load_still_shows_the_first_year(in_order: Home) -> None:
    loaded = in_order.record.load(filed(in_order, FIRST, "episodes.csv")).loaded_at
    then = in_order.record.sources(max(loaded, first_census(in_order)))
    assert counted(then, episodes, "child_id", "ended") == [
        ("carried", None),
        ("changed", "2024-03-10"),
        ("edge", "2024-03-31"),
        ("gone", None),
        ("over", "2024-04-01"),
        ("stays", "2023-09-01"),
    ]
    assert ("gone", None) in counted(then, child_protection_plans, "child_id", "ended")
    before = in_order.record.sources(min(loaded, first_census(in_order)) - timedelta(seconds=1))
    assert before == ()


def first_census(home: Home) -> datetime:
    return home.record.load(filed(home, FIRST, "census.xml")).loaded_at


def test_the_rows_of_an_earlier_run_are_those_that_it_read(in_order: Home) -> None:
    plans, march = indicator("cpp_rate"), period_of("month", "2024-03")
    first = case_rows(in_order.record, in_order.runs[FIRST], plans, march)
    assert sorted(str(row.child) for row in first if row.met) == ["carried", "gone", "over"]
    both = case_rows(in_order.record, in_order.runs["both"], plans, march)
    assert sorted(str(row.child) for row in both if row.met) == ["carried", "changed"]


def test_the_same_files_loaded_again_change_nothing(in_order: Home) -> None:
    before = in_order.record.loads()
    again = load(in_order.record, [in_order.years[SECOND]], by="someone else", key="2024/25")
    assert [(r.file, r.already_loaded) for r in again] == [
        ("census.xml", True),
        ("episodes.csv", True),
        ("header.csv", True),
    ]
    assert {r.load for r in again} == {r.load for r in in_order.reports[SECOND]}
    assert in_order.record.loads() == before


def test_a_file_put_right_takes_the_place_of_the_one_of_the_same_period(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    load(record, [census(tmp_path / "c.xml", "2024-03-31", child("a", case("2024-01-10")))], by="someone")
    put_right = census(tmp_path / "c.xml", "2024-03-31", child("a", case("2024-01-11", "2024-02-01")))
    load(record, [put_right], by="someone")
    assert [found.current for found in record.loads()] == [False, True]
    assert counted(record.sources(), referrals, "referral_date", "closure_date") == [
        ("2024-01-11", "2024-02-01")
    ]


def test_a_year_so_far_gives_way_to_the_whole_year(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    so_far = episodes_file(tmp_path / "far.csv", episode("a", "01/05/2023"), episode("b", "02/05/2023"))
    whole = episodes_file(tmp_path / "whole.csv", episode("a", "01/05/2023", "20/12/2023"))
    load(record, [so_far], by="someone", key="2023-09-30")
    load(record, [whole], by="someone", key="2023-24")
    assert counted(record.sources(), episodes, "child_id", "ended") == [("a", "2023-12-20")]


@pytest.fixture(scope="module")
def taken_back(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Both years loaded and measured, then the second removed, and measured again."""
    folder = tmp_path_factory.mktemp("taken-back")
    home = Home(Record.open(folder / "home"), write_years(folder))
    home.load(FIRST)
    home.load(SECOND)
    home.measure("both", "cpp_rate")
    home.remove(SECOND)
    home.measure("after", "cpp_rate", "rereferral_12m_pct")
    return home


def test_removing_the_second_year_brings_the_first_back(taken_back: Home, in_order: Home) -> None:
    assert taken_back.numerators("after", "cpp_rate") == in_order.numerators(FIRST, "cpp_rate")
    assert taken_back.denominators("after", "rereferral_12m_pct") == in_order.denominators(
        FIRST, "rereferral_12m_pct"
    )


def test_rows_of_a_load_that_was_removed_are_said_to_be_gone_and_not_left_out(taken_back: Home) -> None:
    asked = case_rows(
        taken_back.record, taken_back.runs["both"], indicator("cpp_rate"), period_of("month", "2024-03")
    )
    with pytest.raises(UnknownLoadError, match="removed since, whose rows are gone"):
        list(asked)
