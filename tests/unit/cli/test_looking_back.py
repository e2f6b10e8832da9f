"""measure --as-at, and --run: an earlier moment's figures, asked for by name."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los, SmallHome

TODAY = datetime.now(UTC).date()
ONLY = ("--months", "1", "--only", "cpp_rate")


@pytest.fixture
def home(small: SmallHome, tmp_path: Path) -> Path:
    return shutil.copytree(small.home, tmp_path / "home")


def test_the_end_of_today_is_now_and_tomorrow_is_not_known_yet(los: Los, home: Path) -> None:
    ran = los("measure", *ONLY, "--as-at", TODAY, "--json", "--home", home)
    assert (ran.code, ran.json["as_at"], len(ran.json["loads"])) == (0, str(TODAY), 2)
    ran = los("measure", *ONLY, "--as-at", TODAY + timedelta(days=1), "--home", home)
    assert ran.code == 2
    assert "is not known yet" in ran.err


def test_before_anything_was_loaded_there_is_nothing_to_measure(los: Los, home: Path) -> None:
    ran = los("measure", "--as-at", "2020-01-01", "--home", home)
    assert ran.code == 2
    assert "Nothing is loaded at the end of 2020-01-01." in ran.err


def test_a_run_is_shown_by_its_name_and_the_latest_one_without(los: Los, home: Path) -> None:
    told = los("measure", *ONLY, "--as-at", TODAY, "--home", home).err
    assert "los readings ID --run run-000002" in told
    latest = los("readings", "cpp_rate", "--json", "--home", home).json
    back = los("readings", "cpp_rate", "--run", "run-000002", "--json", "--home", home).json
    assert (len(latest), len(back)) == (12, 1)
    words = ("rows", "cpp_rate", "--period", "2024-03", "--reason", "a test", "--home", home, "--json")
    assert len(los(*words, "--run", "run-000002").json) == len(los(*words).json) == 3
    assert los("signal", "cpp_rate", "--run", "run-000002", "--home", home).code == 0


@pytest.mark.parametrize(
    "words", [["readings"], ["signal"], ["rows", "--period", "2024-03", "--reason", "a"]]
)
def test_a_run_that_there_is_not_is_named(los: Los, home: Path, words: list[str]) -> None:
    ran = los(*words, "cpp_rate", "--run", "run-000009", "--home", home)
    assert ran.code == 2
    assert "There is no run run-000009." in ran.err
