"""los template: what there is, a workbook that los check knows again, and never over a file that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Los


def test_without_a_name_the_templates_are_listed_each_with_its_title(los: Los) -> None:
    found = los("template")
    assert found.code == 0
    assert "workforce" in found.out
    assert "Visits to children" in found.out
    assert {
        "name": "visits",
        "title": "Visits to children (the council's register)",
        "parts": ["visits"],
    } in los("template", "--json").json


def test_a_template_is_written_here_and_known_again(los: Los) -> None:
    assert los("template", "workforce").out == "workforce.xlsx\n"
    (file,) = los("check", "workforce.xlsx", "--json").json["files"]
    assert file["return"] == "workforce"
    assert [table["table"] for table in file["tables"]] == ["workers", "allocations"]


def test_it_goes_where_it_is_told(los: Los, tmp_path: Path) -> None:
    path = tmp_path / "mine.xlsx"
    assert los("template", "visits", "--out", path, "--json").json == {"file": str(path), "parts": ["visits"]}
    assert path.exists()


def test_a_file_that_is_there_is_left_as_it_is(los: Los) -> None:
    Path("visits.xlsx").write_text("filled")
    found = los("template", "visits")
    assert found.code == 2
    assert "--out" in found.err
    assert Path("visits.xlsx").read_text() == "filled"


@pytest.mark.parametrize("out", ["visits.csv", "nowhere/visits.xlsx"])
def test_a_place_that_cannot_be_written_to_is_a_usage_error(los: Los, out: str) -> None:
    found = los("template", "visits", "--out", out)
    assert found.code == 2
    assert "cannot be written" in found.err


def test_a_name_that_is_none_is_a_usage_error_with_those_that_come_close(los: Los) -> None:
    found = los("template", "visit")
    assert found.code == 2
    assert "'visits'" in found.err
