"""subject and erase: everything about one child, for a reason that is logged; and what a person is told."""

from __future__ import annotations

import csv
import json
import shutil
from io import StringIO
from pathlib import Path

import pytest

from lineofsight.record import Record
from tests.unit.cli.conftest import Los
from tests.unit.run.one_child import CHILD, NAME, NUMBER, OTHER, SIBLING, files, load_all, mentions

WHY = ("--reason", "a subject access request")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("subject")
    files(folder / "files")
    load_all(Record.open(folder / "home"), folder / "files")
    return folder / "home"


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "home")


def table(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO((folder / f"{name}.csv").read_text(encoding="utf-8-sig"))))


def test_everything_about_one_child_is_written_with_where_it_came_from(
    los: Los, home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ran = los("subject", CHILD, "--out", out, *WHY, "--json", "--home", home)
    assert ran.code == 0
    assert ran.json["rows"] == {
        "attendance_marks": 6,
        "child_areas": 1,
        "child_protection_plans": 2,
        "children": 2,
        "episodes": 1,
        "looked_after_children": 1,
        "names": 1,
        "referrals": 2,
    }
    assert sorted(path.name for path in out.iterdir()) == sorted(
        [*(f"{name}.csv" for name in ran.json["rows"]), "index.html"]
    )
    assert {row["load"] for row in table(out, "children")} == {"load-000001", "load-000002"}
    (episode,) = table(out, "episodes")
    assert (episode["child_id"], episode["file"], episode["row"]) == (CHILD, "episodes.csv", "3")
    assert table(out, "names")[0]["forename"] == NAME
    everything = "".join(path.read_text(encoding="utf-8") for path in out.iterdir())
    assert OTHER not in everything
    assert (out.stat().st_mode & 0o777) == 0o700


def test_the_page_holds_the_rows_that_were_held_back_and_says_what_cannot_be_taken_apart(
    los: Los, home: Path, tmp_path: Path
) -> None:
    los("subject", CHILD, "--out", tmp_path / "out", *WHY, "--home", home)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "31/02/2023" in page
    assert "areas.xlsx, load-000005" in page
    assert "It cannot be taken apart: open the file itself." in page
    assert f"Known by: {NUMBER}, {CHILD}." in page


def test_what_a_spreadsheet_or_a_browser_would_run_is_harmless(los: Los, tmp_path: Path) -> None:
    home, file = tmp_path / "h", tmp_path / "names.csv"
    file.write_text(f"Child ID,Forename,Surname\n{CHILD},=1+1,<script>x</script>\n", encoding="utf-8")
    los("load", file, "--home", home)
    los("subject", CHILD, "--out", tmp_path / "out", *WHY, "--home", home)
    assert table(tmp_path / "out", "names")[0]["forename"] == "'=1+1"
    assert "<script>" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("readers", ["[]", '["somebody.else"]'])
def test_names_are_left_out_for_those_who_may_not_see_them_and_that_is_said(
    los: Los, home: Path, tmp_path: Path, readers: str
) -> None:
    (home / "council.toml").write_text(f"[names]\nreaders = {readers}\n", encoding="utf-8")
    ran = los("subject", CHILD, "--out", tmp_path / "out", *WHY, "--home", home)
    assert "The child's name is held and was left out" in ran.err
    everything = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())
    assert NAME not in everything
    assert "is not shown to whoever made this page" in everything
    assert CHILD in everything


def test_without_names_everything_else_is_there(los: Los, home: Path, tmp_path: Path) -> None:
    los("remove", "load-000004", "--home", home)
    ran = los("subject", CHILD, "--out", tmp_path / "out", *WHY, "--json", "--home", home)
    assert "names" not in ran.json["rows"]
    assert not ran.json["names_left_out"]


def test_the_look_and_the_erasure_are_logged_without_the_child(los: Los, home: Path, tmp_path: Path) -> None:
    los("subject", CHILD, "--out", tmp_path / "out", *WHY, "--home", home)
    los("erase", CHILD, "--reason", "a court order", "--home", home)
    text = (home / "access-log.jsonl").read_text(encoding="utf-8")
    entries = [json.loads(line) for line in text.splitlines()]
    assert [(e["what"], e["reason"]) for e in entries] == [
        ("everything about a child: 16 rows", "a subject access request"),
        ("erasure of a child", "a court order"),
    ]
    assert mentions(home, CHILD) == []
    assert los("log", "verify", "--home", home).code == 0


def test_an_erasure_says_what_went_and_what_it_does_not_touch(los: Los, home: Path) -> None:
    ran = los("erase", CHILD, "--reason", "a court order", "--home", home)
    assert ran.code == 0
    assert "load-000005  areas.xlsx: the file could not be kept without the child" in ran.out
    assert "erasure-000001: 16 rows erased." in ran.err
    assert "backups" in ran.err
    assert CHILD not in ran.out + ran.err
    again = los("erase", CHILD, "--reason", "a court order", "--home", home)
    assert again.code == 2
    assert "Nothing is held about a child of this identifier." in again.err


def test_an_erasure_as_json(los: Los, home: Path) -> None:
    done = los("erase", CHILD, "--reason", "a court order", "--json", "--home", home).json
    assert done["erasure"] == "erasure-000001"
    assert done["rows"]["load-000004"] == {"names": 1}
    assert done["files"]["load-000004"] == {"names.csv": "the child's records were taken out"}


@pytest.mark.parametrize("command", [["erase"], ["subject", "--out", "out"]])
def test_a_reason_is_needed_and_must_not_name_the_child(los: Los, home: Path, command: list[str]) -> None:
    for why, says in (
        ([], "Add --reason 'WHY'."),
        (["--reason", " "], "Add --reason 'WHY'."),
        (["--reason", f"asked for {CHILD.lower()}"], "must not hold the child's identifier"),
    ):
        ran = los(*command, CHILD, *why, "--home", home)
        assert ran.code == 2
        assert says in ran.err
    assert not (home / "access-log.jsonl").exists()
    assert mentions(home, CHILD) != []


@pytest.mark.parametrize("command", [["erase"], ["subject", "--out", "out"]])
@pytest.mark.parametrize("child", ["K0000000", " "])
def test_a_child_of_whom_nothing_is_held_ends_with_2(
    los: Los, home: Path, command: list[str], child: str
) -> None:
    ran = los(*command, child, *WHY, "--home", home)
    assert ran.code == 2
    assert "K0000000" not in ran.err


@pytest.mark.parametrize("command", [["erase"], ["subject", "--out", "out"]])
def test_asking_makes_no_home(los: Los, tmp_path: Path, command: list[str]) -> None:
    ran = los(*command, CHILD, *WHY)
    assert ran.code == 2
    assert "nothing is held" in ran.err
    assert list((tmp_path / "here").iterdir()) == []


def test_a_folder_that_is_not_empty_or_lies_in_the_home_is_refused(
    los: Los, home: Path, tmp_path: Path
) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    for folder in (empty, full):
        folder.mkdir()
    (full / "other.csv").write_text("x", encoding="utf-8")
    assert "is not empty" in los("subject", CHILD, "--out", full, *WHY, "--home", home).err
    assert "lies in the home" in los("subject", CHILD, "--out", home / "out", *WHY, "--home", home).err
    assert los("subject", CHILD, "--out", empty, *WHY, "--home", home).code == 0


def test_a_runs_readings_and_rows_say_how_many_rows_were_erased_since(los: Los, home: Path) -> None:
    asked = ("--only", "cpp_rate", "--to", "2024-03-31", "--months", "1", "--home", home)
    los("measure", *asked)
    readings = ("readings", "cpp_rate", "--json", "--home", home)
    before = los(*readings)
    assert before.err == ""
    los("erase", CHILD, "--reason", "a court order", "--home", home)
    after = los(*readings)
    assert after.json == before.json
    assert after.err.startswith("13 rows of the loads of run-000001 have been erased since it was made.")
    rows = ("rows", "cpp_rate", "--period", "2024-03", "--reason", "a test", "--home", home)
    told = los(*rows)
    assert (len(told.out.splitlines()), told.err) == (2, after.err)
    los("measure", *asked)
    assert los(*rows).err == ""


def test_the_list_of_loads_says_what_was_erased_of_each(los: Los, home: Path) -> None:
    assert {load["erased"] for load in los("loads", "--json", "--home", home).json} == {0}
    los("erase", CHILD, "--reason", "a court order", "--home", home)
    erased = {load["load"]: load["erased"] for load in los("loads", "--json", "--home", home).json}
    assert (erased["load-000004"], erased["load-000006"]) == (1, 6)
    assert "1 rows since erased" in los("loads", "--home", home).out


def test_what_else_in_the_home_names_the_child_is_a_finding(los: Los, home: Path) -> None:
    (home / "demo-files").mkdir()
    shutil.copy(home / "record/loads/load-000005/originals/areas.xlsx", home / "demo-files" / "book.xlsx")
    (home / "note.txt").write_text(f"a word on {CHILD}.", encoding="utf-8")
    (home / "other.txt").write_text(f"a word on {CHILD}0 and {SIBLING}", encoding="utf-8")
    ran = los("erase", CHILD, "--reason", "a court order", "--home", home)
    assert ran.code == 1
    named = [line for line in ran.err.splitlines() if line.startswith("The child is still named in")]
    assert [line.split()[6] for line in named] == ["demo-files/book.xlsx", "note.txt"]


def test_a_look_that_named_the_child_in_its_reason_is_found_in_the_log(los: Los, home: Path) -> None:
    los("measure", "--only", "cpp_rate", "--to", "2024-03-31", "--months", "1", "--home", home)
    los("rows", "cpp_rate", "--period", "2024-03", "--reason", f"is {CHILD} in it", "--home", home)
    ran = los("erase", CHILD, "--reason", "a court order", "--json", "--home", home)
    assert (ran.code, ran.json["elsewhere"]) == (1, ["access-log.jsonl"])
