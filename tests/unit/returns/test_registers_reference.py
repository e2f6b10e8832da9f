"""The guide to the registers has a section for each, whose example is read as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lineofsight.returns.known import PARTS
from lineofsight.returns.parts import Part
from tests.unit.returns.files import csv_file, read

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "registers.md").read_text(encoding="utf-8")
REGISTERS = [
    part
    for part in PARTS
    if not part.title.startswith(("SSDA903", "School census", "SEN2", "Annex A", "Safeguarding dataset"))
]
EXAMPLES = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
SECTIONS = [section for section in PAGE.split("\n## ") if "```csv" in section]


def section_of(part: Part) -> str:
    """The section whose example begins with this part's headings."""
    header = ",".join(column.header for column in part.columns)
    (section,) = [each for each in SECTIONS if f"```csv\n{header}\n" in each]
    return section


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_is_read_without_a_problem(tmp_path: Path, example: str) -> None:
    found = read(csv_file(tmp_path, example))
    assert found.kept
    assert found.problems == []


def test_there_is_one_section_for_each_register() -> None:
    assert len(SECTIONS) == len(REGISTERS)
    assert {section_of(part) for part in REGISTERS} == set(SECTIONS)
