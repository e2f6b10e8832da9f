"""check and load: what they print, how much of it, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los
from tests.unit.run.drawn_files import EPISODES, episode, episodes, headers, lines


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return headers(tmp_path / "good" / "header.csv", "a", "b").parent


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Two files; of one a row must be held back, whose date nobody can read."""
    folder = tmp_path / "bad"
    headers(folder / "header.csv", "a")
    lines(folder / "episodes.csv", EPISODES, [episode("a", "01/05/2023"), episode("secret", "32/01/2024")])
    return folder


def test_a_file_without_findings_ends_with_0_and_one_with_a_held_row_with_1(
    los: Los, good: Path, bad: Path
) -> None:
    assert los("check", good).code == 0
    assert los("check", bad).code == 1


def test_a_refused_file_ends_with_1(los: Los, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    ran = los("check", tmp_path / "empty.csv", "--json")
    assert ran.code == 1
    assert [p["rule"] for p in ran.json["files"][0]["problems"]] == ["file_empty"]


def test_a_row_that_is_doubted_and_kept_is_no_finding(los: Los, tmp_path: Path) -> None:
    file = episodes(tmp_path / "e.csv", episode("a", "01/05/2023"), episode("a", "01/06/2023"))
    ran = los("check", file, "--json")
    assert ran.code == 0
    assert ran.json["files"][0]["problems"]


def test_the_json_of_a_check_has_the_keys_of_the_contract(los: Los, bad: Path) -> None:
    found = los("check", bad, "--json").json
    assert list(found) == ["files"]
    for file in found["files"]:
        assert {"file", "return", "tables", "problems"} <= file.keys()
        assert "load" not in file
        for table in file["tables"]:
            assert table["rows_in"] == table["rows_kept"] + table["rows_held"]
    (problem,) = [p for file in found["files"] for p in file["problems"]]
    keys = {"rule", "severity", "sheet", "row", "column", "value", "message", "remedy"}
    assert keys <= problem.keys()
    assert (problem["row"], problem["column"]) == (3, "DECOM")


def test_values_are_masked_without_a_reason_and_shown_with_one(los: Los, bad: Path, tmp_path: Path) -> None:
    for words in (["check", bad], ["check", bad, "--json"], ["check", bad, "--jsonl"]):
        ran = los(*words)
        assert "32/01/2024" not in ran.out + ran.err
        assert "secret" not in ran.out + ran.err
    home = ("--home", tmp_path / "home")
    shown = los("check", bad, "--json", "--show-values", "--reason", "find the row", *home)
    assert [p["value"] for f in shown.json["files"] for p in f["problems"]] == ["32/01/2024"]
    told = los("check", bad, "--show-values", "--reason", "find the row", *home)
    assert "Rows 3 (32/01/2024)." in told.out


@pytest.mark.parametrize("reason", [[], ["--reason", ""], ["--reason", "   "]])
@pytest.mark.parametrize("command", ["check", "load"])
def test_values_are_not_shown_without_a_reason_and_nothing_is_read(
    los: Los, bad: Path, tmp_path: Path, command: str, reason: list[str]
) -> None:
    ran = los(command, bad, "--show-values", *reason, "--home", tmp_path / "home")
    assert ran.code == 2
    assert "Add --reason 'WHY'." in ran.err
    assert ran.out == ""
    assert not (tmp_path / "home").exists()


def test_a_look_at_values_is_logged_with_its_reason_and_no_value(los: Los, bad: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    los("check", bad, "--show-values", "--reason", "find the row", "--home", home)
    los("load", bad, "--key", "2023-24", "--show-values", "--reason", "put it right", "--home", home)
    text = (home / "access-log.jsonl").read_text(encoding="utf-8")
    entries = [json.loads(line) for line in text.splitlines()]
    assert [(e["what"], e["reason"]) for e in entries] == [
        ("values in check", "find the row"),
        ("values in load", "put it right"),
    ]
    assert "32/01/2024" not in text
    los("check", bad, "--home", home)
    assert (home / "access-log.jsonl").read_text(encoding="utf-8") == text  # masked: nothing to log


def test_json_lines_are_one_record_a_line(los: Los, bad: Path) -> None:
    ran = los("check", bad, "--jsonl")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [record["file"] for record in records] == ["episodes.csv", "header.csv"]


@pytest.mark.parametrize("form", [[], ["--json"], ["--jsonl"]])
@pytest.mark.parametrize(("limit", "left"), [("0", "2 more"), ("1", "1 more"), ("2", ""), ("3", "")])
def test_a_limit_says_how_many_were_left_out(
    los: Los, bad: Path, form: list[str], limit: str, left: str
) -> None:
    ran = los("check", bad, "--limit", limit, *form)
    assert ran.code == 1  # also when the file with the finding is left out
    assert ran.out.count("header.csv") == (int(limit) >= 2)
    assert ran.err == (f"{left} left out by --limit.\n" if left else "")
    if form == ["--json"]:
        assert len(ran.json["files"]) == min(int(limit), 2)


def test_a_load_says_which_load_each_file_went_into_and_then_that_it_is_there_already(
    los: Los, good: Path, tmp_path: Path
) -> None:
    words = ("load", good, "--key", "2023-24", "--home", tmp_path / "home")
    first = los(*words, "--json")
    assert first.code == 0
    assert [(f["load"], f["already_loaded"]) for f in first.json["files"]] == [("load-000001", False)]
    again = los(*words, "--json")
    assert [(f["load"], f["already_loaded"]) for f in again.json["files"]] == [("load-000001", True)]
    assert "already stored as load-000001" in los(*words).out


def test_a_strict_load_ends_with_1_and_stores_nothing(los: Los, bad: Path, tmp_path: Path) -> None:
    home = ("--home", tmp_path / "home")
    ran = los("load", bad, "--key", "2023-24", "--strict", "--json", *home)
    assert ran.code == 1
    assert not any("load" in file for file in ran.json["files"])
    assert los("loads", "--json", *home).json == []


def test_a_load_without_strict_stores_what_can_be_trusted_and_ends_with_1(
    los: Los, bad: Path, tmp_path: Path
) -> None:
    home = ("--home", tmp_path / "home")
    assert los("load", bad, "--key", "2023-24", *home).code == 1
    (stored,) = los("loads", "--json", *home).json
    assert {"load", "return", "key", "loaded_at", "files", "rows", "current"} <= stored.keys()
    assert (stored["key"], stored["current"]) == ("2023/24", True)
    assert stored["rows"] == 2
    assert stored["tables"] == {"episodes": 1, "looked_after_children": 1}
    assert "current" in los("loads", *home).out


def test_a_file_without_a_key_is_refused_with_what_to_type(los: Los, good: Path, tmp_path: Path) -> None:
    ran = los("load", good, "--home", tmp_path / "home")
    assert ran.code == 1
    assert "does not say which year it covers" in ran.out
    assert "--key: 2024-25 for a financial year" in ran.out


def test_a_key_that_is_not_understood_ends_with_2_and_lists_the_forms(los: Los, good: Path) -> None:
    ran = los("check", good, "--key", "last year")
    assert ran.code == 2
    assert ran.err.startswith("The key 'last year' is not understood. A key is 2024-25")
    assert ran.out == ""


def test_removing_a_load_makes_it_gone_and_removing_what_is_not_there_ends_with_2(
    los: Los, good: Path, tmp_path: Path
) -> None:
    home = ("--home", tmp_path / "home")
    los("load", good, "--key", "2023-24", *home)
    assert los("remove", "load-000001", "--json", *home).json == {"removed": "load-000001"}
    assert los("loads", "--json", *home).json == []
    for gone in ("load-000001", "load-000009"):
        ran = los("remove", gone, *home)
        assert ran.code == 2
        assert gone in ran.err
