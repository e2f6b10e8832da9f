"""Where a home is looked for, and that nothing is written anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los, SmallHome


def current_loads(los: Los, *words: str | Path, env: dict[str, str | None] | None = None) -> int:
    return len(los(*words, "--json", env=env).json)


def test_the_home_is_named_after_the_command_or_before_it_or_in_the_environment(
    los: Los, small: SmallHome
) -> None:
    assert current_loads(los, "loads", "--home", small.home) == 2
    assert current_loads(los, "--home", small.home, "loads") == 2
    assert current_loads(los, "loads", env={"LOS_HOME": str(small.home)}) == 2


def test_a_home_named_after_the_command_goes_before_one_before_it_and_that_before_the_environment(
    los: Los, small: SmallHome, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    assert current_loads(los, "--home", empty, "loads", "--home", small.home) == 2
    assert current_loads(los, "--home", small.home, "loads", env={"LOS_HOME": str(empty)}) == 2
    assert current_loads(los, "loads", "--home", empty, env={"LOS_HOME": str(small.home)}) == 0


def test_without_any_of_them_the_home_is_los_home_in_the_current_folder(
    los: Los, small: SmallHome, tmp_path: Path
) -> None:
    assert los("load", small.files / "census.xml").code == 0
    assert (tmp_path / "here" / "los-home" / "record").is_dir()
    assert current_loads(los, "loads") == 1
    assert current_loads(los, "loads", env={"LOS_HOME": ""}) == 1


def test_a_home_of_a_group_of_commands_is_found_too(los: Los, small: SmallHome) -> None:
    assert los("--home", small.home, "log", "verify").code == 0
    assert los("log", "verify", "--home", small.home).code == 0


def test_a_file_is_no_home(los: Los, small: SmallHome) -> None:
    ran = los("loads", "--home", small.files / "census.xml")
    assert ran.code == 2
    assert "is a file" in ran.err


READING = [
    ["check", "FILES"],
    ["catalogue"],
    ["readings", "cpp_rate", "--home", "HOME"],
    ["signal", "cpp_rate", "--home", "HOME"],
    ["rows", "cpp_rate", "--period", "2024-03", "--reason", "a test", "--home", "HOME"],
    ["loads", "--home", "HOME"],
    ["doctor", "--home", "HOME"],
    ["log", "verify", "--home", "HOME"],
]


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_command_writes_nothing_into_the_current_folder(
    los: Los, small: SmallHome, tmp_path: Path, words: list[str]
) -> None:
    named = {"HOME": str(small.home), "FILES": str(small.files)}
    files = sorted(small.files.rglob("*"))
    assert los(*(named.get(word, word) for word in words)).code == 0
    assert list((tmp_path / "here").iterdir()) == []
    assert sorted(small.files.rglob("*")) == files


@pytest.mark.parametrize(
    "words",
    [
        ["readings", "cpp_rate"],
        ["signal", "cpp_rate"],
        ["rows", "cpp_rate", "--period", "2024-03", "--reason", "a test"],
        ["paper", "--out", "papers"],
    ],
    ids=lambda words: words[0],
)
def test_asking_makes_no_home_and_says_what_comes_first(los: Los, tmp_path: Path, words: list[str]) -> None:
    ran = los(*words)
    assert ran.code == 2
    assert "los measure" in ran.err
    assert list((tmp_path / "here").iterdir()) == []


def test_a_list_of_loads_without_a_home_is_empty_and_makes_none(los: Los, tmp_path: Path) -> None:
    ran = los("loads")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing is loaded yet" in ran.err
    assert los("loads", "--json").json == []
    assert list((tmp_path / "here").iterdir()) == []


def test_measuring_nothing_is_a_mistake_in_use(los: Los) -> None:
    ran = los("measure")
    assert ran.code == 2
    assert "Nothing is loaded yet. Load files first: los load PATH." in ran.err


def test_a_load_writes_into_its_home_alone(los: Los, small: SmallHome, tmp_path: Path) -> None:
    assert los("load", small.files, "--key", "2024-03-31", "--home", tmp_path / "home").code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["here", "home"]
    assert list((tmp_path / "here").iterdir()) == []


def test_the_doctor_says_that_a_home_is_not_there_yet_and_is_well(los: Los, tmp_path: Path) -> None:
    ran = los("doctor", "--json")
    assert ran.code == 0
    checks = {check["name"]: check for check in ran.json["checks"]}
    assert "not there yet" in checks["home"]["message"]
    assert ran.json["ok"]
    assert list((tmp_path / "here").iterdir()) == []
