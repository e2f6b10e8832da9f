"""links: counts for anybody, children only with a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los, run
from tests.unit.run.drawn_files import HEADER, lines

PUPILS = "pupilonrolltableid,NativeId,dob,upn,sex,entrydate,parttime,termlysessionspossible"


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One child linked by number, two who share a number, one unknown to schools."""
    folder = tmp_path_factory.mktemp("town")
    children = [("c1", "A100000000001"), ("c2", "A100000000002"), ("c3", "A100000000002"), ("c4", "")]
    care = lines(
        folder / "header.csv", HEADER, [f"{name},M,05/06/2012,WBRI,{upn},0," for name, upn in children]
    )
    pupils = [f"p{n},SCH7,2012-Jun-05,A10000000000{n},M,2023-Sep-05,False,130" for n in (1, 2)]
    school = lines(folder / "pupils.csv", PUPILS, pupils)
    home = folder / "home"
    assert run("load", care, "--key", "2023-24", "--home", home).code == 0
    assert run("load", school, "--key", "2024 autumn", "--home", home).code == 0
    return home


def test_the_counts_add_up_and_need_no_reason(los: Los, town: Path) -> None:
    found = los("links", "--json", "--home", town).json
    assert found["children"] == 4
    assert found["linked"] == {"number": 1, "former number": 0, "birth, sex and postcode": 0}
    assert found["doubtful"]["the number is two children's"] == 2
    assert found["unlinked"] == 1
    assert sum(found["linked"].values()) + sum(found["doubtful"].values()) + found["unlinked"] == 4


def test_the_counts_are_told_in_lines_as_well(los: Los, town: Path) -> None:
    told = los("links", "--home", town).out.splitlines()
    assert told[0] == "4 children known to social care"
    assert "    1 linked by number" in told
    assert "    2 left open: the number is two children's" in told
    assert told[-1] == "    1 without a pupil who fits"


@pytest.mark.parametrize("which", ["doubtful", "unlinked"])
def test_children_are_listed_only_with_a_reason(los: Los, town: Path, which: str) -> None:
    ran = los("links", "--list", which, "--home", town)
    assert ran.code == 2
    assert "Add --reason 'WHY'." in ran.err
    assert ran.out == ""


def test_a_list_is_logged_and_masks_ids_unless_they_are_asked_for(los: Los, town: Path) -> None:
    asked = ("links", "--list", "doubtful", "--reason", "mend the numbers", "--home", town)
    masked = los(*asked, "--json")
    assert [row["doubt"] for row in masked.json] == ["the number is two children's"] * 2
    assert "c2" not in masked.out
    assert los(*asked, "--show-values").out.splitlines() == [
        "c2  the number is two children's",
        "c3  the number is two children's",
    ]
    log = (town / "access-log.jsonl").read_text(encoding="utf-8").splitlines()
    assert {(json.loads(line)["what"], json.loads(line)["reason"]) for line in log} == {
        ("doubtful links", "mend the numbers")
    }


def test_a_child_whom_no_pupil_fits_is_listed_apart(los: Los, town: Path) -> None:
    ran = los("links", "--list", "unlinked", "--reason", "look", "--show-values", "--home", town)
    assert ran.out.splitlines() == ["c4  no pupil fits"]


def test_without_a_home_nothing_is_counted_and_none_is_made(los: Los, tmp_path: Path) -> None:
    ran = los("links", "--home", tmp_path / "home")
    assert (ran.code, ran.out) == (0, "")
    assert "No child known to social care is loaded yet." in ran.err
    assert los("links", "--json", "--home", tmp_path / "home").json["children"] == 0
    ran = los("links", "--list", "doubtful", "--reason", "look", "--home", tmp_path / "home")
    assert (ran.code, ran.out) == (0, "")
    assert not (tmp_path / "home").exists()
