"""Under which key a file is loaded, and which days it then covers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.calendar import KeyNotUnderstoodError
from lineofsight.record import Record
from lineofsight.run.load import check
from lineofsight.run.reports import has_findings
from tests.unit.run.drawn_files import case, census, child, episode, episodes, headers, lines
from tests.unit.run.loading import TODAY, loaded, tallies


def test_a_file_that_does_not_tell_its_year_is_refused_without_a_key_and_the_others_are_loaded(
    record: Record, tmp_path: Path
) -> None:
    episodes(tmp_path / "in" / "episodes.csv", episode("a", "01/05/2023"))
    census(tmp_path / "in" / "census.xml", "2024-03-31", child("a", case("2023-05-02")))
    reports = loaded(record, tmp_path / "in")
    (refused,) = [r for r in reports if r.refused]
    (problem,) = refused.problems
    assert (refused.file, problem.rule) == ("episodes.csv", "no_key")
    assert "does not say which year it covers" in problem.message
    assert "--key" in problem.remedy
    assert [found.return_name for found in record.loads()] == ["cin_census"]


def test_checking_needs_no_key(tmp_path: Path) -> None:
    reports = check([episodes(tmp_path / "episodes.csv", episode("a", "01/05/2023"))])
    assert not has_findings(reports)
    assert tallies(reports) == {("episodes.csv", "episodes"): (1, 0)}


@pytest.mark.parametrize(
    ("key", "stored", "since", "until"),
    [
        ("2023-24", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2023/24", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2024-03-31", "2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("2023-09-30", "2023-09-30", date(2023, 4, 1), date(2023, 9, 30)),
        (" 2023-09 ", "2023-09", date(2023, 9, 1), date(2023, 9, 30)),
    ],
)
def test_a_key_is_one_key_however_it_is_written(
    record: Record, tmp_path: Path, key: str, stored: str, since: date, until: date
) -> None:
    loaded(record, headers(tmp_path / "header.csv", "a"), key=key)
    (found,) = record.loads()
    assert (found.key, found.covers_since, found.covers_until) == (stored, since, until)


@pytest.mark.parametrize("key", ["2011-12", "last year", "2023-02-30"])
def test_a_key_that_is_no_period_or_could_be_two_is_refused(record: Record, tmp_path: Path, key: str) -> None:
    with pytest.raises(KeyNotUnderstoodError, match="A key is 2024-25"):
        loaded(record, headers(tmp_path / "header.csv", "a"), key=key)
    assert record.loads() == ()


def test_a_census_tells_its_own_period_whatever_the_key(record: Record, tmp_path: Path) -> None:
    loaded(record, census(tmp_path / "c.xml", "2024-09-30", child("a", case("2024-05-02"))), key="2019-20")
    (found,) = record.loads()
    assert (found.key, found.covers_since) == ("2024-09-30", date(2024, 4, 1))


def test_a_register_states_what_is_known_today(record: Record, tmp_path: Path) -> None:
    register = lines(tmp_path / "p.csv", "Since,Ward,Age,Sex,People", ["01/04/2023,North,4,F,100"])
    loaded(record, register)
    (found,) = record.loads()
    assert (found.key, found.covers_since, found.covers_until) == ("register", None, TODAY)


def test_a_register_loaded_again_takes_the_place_of_the_one_before(record: Record, tmp_path: Path) -> None:
    for people in (100, 101):
        row = f"01/04/2023,North,4,F,{people}"
        loaded(record, lines(tmp_path / "p.csv", "Since,Ward,Age,Sex,People", [row]))
    assert [found.current for found in record.loads()] == [False, True]
