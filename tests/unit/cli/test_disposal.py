"""retain and remove: what would go, what went, and what a hold keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los
from tests.unit.run.drawn_files import episode, episodes

NOW_DUE = "[retention]\nyears = 0\n"
HELD = '[[retention.holds]]\nreturn = "ssda903"\nreason = "An inquiry"\nby = "The monitoring officer"\n'


@pytest.fixture
def home(los: Los, tmp_path: Path) -> Path:
    """A load of episodes, replaced a moment later."""
    home = tmp_path / "home"
    for rows in (["01/05/2023"], ["01/05/2023", "02/06/2023"]):
        file = episodes(tmp_path / "e.csv", *(episode("a", day) for day in rows))
        los("load", file, "--key", "2023-24", "--home", home)
    return home


def settings(home: Path, text: str) -> None:
    (home / "council.toml").write_text(text, encoding="utf-8")


def ids(los: Los, home: Path) -> list[str]:
    return [load["load"] for load in los("loads", "--json", "--home", home).json]


def test_a_dry_run_says_what_would_go_and_takes_nothing_away(los: Los, home: Path) -> None:
    settings(home, NOW_DUE)
    ran = los("retain", "--dry-run", "--json", "--home", home)
    assert (ran.code, ran.json["dry_run"], ran.json["held"]) == (0, True, [])
    (found,) = ran.json["disposed"]
    assert (found["load"], found["return"], found["key"], found["rows"]) == (
        "load-000001",
        "ssda903",
        "2023/24",
        1,
    )
    assert found["rule"] == "retention: 0 years after a load of ssda903 was replaced"
    assert los("retain", "--dry-run", "--home", home).out.endswith("would go\n")
    assert ids(los, home) == ["load-000001", "load-000002"]


def test_retain_disposes_of_what_is_due_and_the_log_says_so(los: Los, home: Path) -> None:
    settings(home, NOW_DUE)
    assert [x["load"] for x in los("retain", "--json", "--home", home).json["disposed"]] == ["load-000001"]
    assert ids(los, home) == ["load-000002"]
    assert los("log", "verify", "--json", "--home", home).json == {"ok": True, "entries": 0, "disposals": 1}
    again = los("retain", "--home", home)
    assert (again.code, again.out) == (0, "")
    assert "No load has been kept for longer" in again.err


def test_by_default_nothing_is_due_for_six_years(los: Los, home: Path) -> None:
    assert los("retain", "--json", "--home", home).json == {"dry_run": False, "disposed": [], "held": []}


def test_what_is_on_hold_is_said_and_can_not_be_removed_by_hand_either(los: Los, home: Path) -> None:
    settings(home, NOW_DUE + HELD)
    (held,) = los("retain", "--json", "--home", home).json["held"]
    assert held["hold"] == {"reason": "An inquiry", "by": "The monitoring officer"}
    assert "on hold: An inquiry" in los("retain", "--home", home).out
    ran = los("remove", "load-000001", "--home", home)
    assert ran.code == 2
    assert "ssda903 is on hold in council.toml" in ran.err
    assert ids(los, home) == ["load-000001", "load-000002"]


@pytest.mark.parametrize("text", [HELD.replace("ssda903", "ssda90"), "[retention.returns]\nssda90 = 1\n"])
def test_a_return_that_there_is_not_is_refused_with_those_that_there_are(
    los: Los, home: Path, text: str
) -> None:
    settings(home, text)
    ran = los("retain", "--home", home)
    assert ran.code == 2
    assert "there is no return 'ssda90'. Returns: cin_census, ssda903" in ran.err


def test_retaining_makes_no_home(los: Los, tmp_path: Path) -> None:
    assert los("retain", "--json").json == {"dry_run": False, "disposed": [], "held": []}
    assert list((tmp_path / "here").iterdir()) == []


def test_a_disposal_log_that_was_changed_shows(los: Los, home: Path) -> None:
    assert "load-000001 is removed." in los("remove", "load-000001", "--home", home).err
    path = home / "disposals.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("ssda903", "cin_census"), encoding="utf-8")
    ran = los("log", "verify", "--home", home)
    assert ran.code == 1
    assert "The disposal log was changed: its chain breaks at entry 1." in ran.err
    assert los("doctor", "--home", home).code == 1
