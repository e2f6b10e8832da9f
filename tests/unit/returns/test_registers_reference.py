"""The reference page of the registers says what the reader does: columns, needs, other names, codes, examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lineofsight.returns.headings import plain
from lineofsight.returns.known import PARTS
from lineofsight.returns.parts import Codes, Part
from tests.unit.returns.files import csv_file, read

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "registers.md").read_text(encoding="utf-8")
REGISTERS = [
    part for part in PARTS if not part.title.startswith(("SSDA903", "School census", "SEN2", "Annex A"))
]
EXAMPLES = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
SECTIONS = [section for section in PAGE.split("\n## ") if "```csv" in section]


def section_of(part: Part) -> str:
    """The section whose example begins with this part's headings."""
    header = ",".join(column.header for column in part.columns)
    (section,) = [each for each in SECTIONS if f"```csv\n{header}\n" in each]
    return section


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_each_column_is_documented_with_its_need_and_its_other_names(part: Part) -> None:
    lines = [line.split(" | ") for line in section_of(part).splitlines() if line.startswith("| ")]
    rows = {cells[0].removeprefix("| "): cells for cells in lines if len(cells) == 4}
    for column in part.columns:
        _, need, _, others = rows[column.header]
        named = {plain(name) for name in others.removesuffix(" |").split(", ")}
        assert need == column.need.value, column.header
        assert named - {plain(column.header)} == {plain(alias) for alias in column.aliases}, column.header


@pytest.mark.parametrize("part", REGISTERS, ids=lambda part: part.name)
def test_each_code_and_its_other_spellings_are_documented(part: Part) -> None:
    section = section_of(part)
    for column in part.columns:
        if isinstance(column.as_, Codes):
            missing = [way for way, _ in column.as_.spellings() if way not in section]
            assert missing == [], column.header


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_is_read_without_a_problem(tmp_path: Path, example: str) -> None:
    found = read(csv_file(tmp_path, example))
    assert found.kept
    assert found.problems == []


def test_there_is_one_section_for_each_register() -> None:
    assert len(SECTIONS) == len(REGISTERS)
    assert {section_of(part) for part in REGISTERS} == set(SECTIONS)
