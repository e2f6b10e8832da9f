"""The docs say what is so: generated pages are as generated, and every command and key is told of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lineofsight.cli import COMMANDS
from lineofsight.disclosure import FAMILIES
from lineofsight.indicators.catalogue import BY_ID, INDICATORS
from tests.spec.reference import PAGE, page

ROOT = Path(__file__).parents[2]


def told() -> str:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    return "\n".join(path.read_text(encoding="utf-8") for path in pages)


def test_the_reference_of_the_indicators_is_what_the_catalogue_and_the_examples_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_told_of(command: str) -> None:
    assert re.search(rf"los {command}\b", told())


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_an_indicator_says_all_that_a_reader_needs_and_has_its_worked_example(indicator: object) -> None:
    i = BY_ID[indicator.id]  # type: ignore[attr-defined]
    for text in (
        i.title,
        i.definition,
        i.why_it_matters,
        i.counts,
        i.sources,
        i.synonyms,
        i.breakdowns,
        i.reviewed,
    ):
        assert text
    assert i.family in FAMILIES
    assert (ROOT / "tests" / "spec" / f"test_{i.id}.py").exists()
    companion = BY_ID[i.read_with] if i.read_with else None
    assert companion is None or (companion.id.endswith("_overdue_open") and companion.shape == "share")
