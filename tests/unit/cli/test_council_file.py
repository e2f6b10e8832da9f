"""A council.toml that is not understood is answered with a sentence and exit code 2, by every command that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los, SmallHome

FAULTS = [
    ('nam = "Weavers"', "Did you mean 'name'?"),
    ("name = ", "council.toml"),
    ("[settings]\nehc_days = 141", "139 or 140"),
    ('[disclosure]\nexclusions = "none"', '"strictest" or "dfe"'),
    ('panel = ["cpp_rat"]', "There is no indicator 'cpp_rat'. Indicators: rereferral_12m_pct, "),
    (
        '[indicators.cpp_rat]\ntarget = { at_least = 1, from = 2024-01-01, set_by = "Board" }',
        "There is no indicator 'cpp_rat'.",
    ),
    (
        "[[indicators.cpp_rat.baselines]]\nfirst = 2023-01-01\nlast = 2023-12-31\nreason = 'x'\nby = 'y'",
        "There is no indicator 'cpp_rat'.",
    ),
]


@pytest.fixture
def settings(small: SmallHome) -> Path:
    """The home's council.toml, removed afterwards."""
    path = small.home / "council.toml"
    yield path
    path.unlink(missing_ok=True)


@pytest.mark.parametrize(("text", "says"), FAULTS, ids=range(len(FAULTS)))
@pytest.mark.parametrize("words", [["measure"], ["signal", "cpp_rate"], ["paper", "--out", "papers"]])
def test_a_fault_in_the_councils_file_ends_with_2_and_says_where_and_what_is_allowed(
    los: Los, small: SmallHome, settings: Path, tmp_path: Path, text: str, says: str, words: list[str]
) -> None:
    settings.write_text(text, encoding="utf-8")
    ran = los(*words, "--home", small.home)
    assert ran.code == 2
    assert says in ran.err
    assert "council.toml" in ran.err
    assert len(ran.err.splitlines()) <= 2
    assert list((tmp_path / "here").iterdir()) == []


def test_the_doctor_finds_a_fault_in_the_councils_file_and_ends_with_1(
    los: Los, small: SmallHome, settings: Path
) -> None:
    settings.write_text("panel_nam = 'x'", encoding="utf-8")
    ran = los("doctor", "--home", small.home, "--json")
    assert ran.code == 1
    (check,) = [c for c in ran.json["checks"] if not c["ok"]]
    assert check["name"] == "council.toml"
    assert not ran.json["ok"]


def test_the_doctor_finds_an_indicator_that_is_not_there(los: Los, small: SmallHome, settings: Path) -> None:
    settings.write_text('panel = ["cpp_rat"]', encoding="utf-8")
    ran = los("doctor", "--home", small.home)
    assert ran.code == 1
    assert "NOT  council.toml" in ran.out


def test_the_doctor_names_the_council_where_its_file_is_well(
    los: Los, small: SmallHome, settings: Path
) -> None:
    settings.write_text('name = "Weavers Vale"', encoding="utf-8")
    ran = los("doctor", "--home", small.home)
    assert ran.code == 0
    assert "ok   council.toml: Weavers Vale" in ran.out
