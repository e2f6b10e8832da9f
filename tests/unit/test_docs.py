"""The docs say what is so: a generated page is as generated, every command is told of, every indicator has its spec."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lineofsight.cli import COMMANDS
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.shapes import Indicator
from tests.spec.reference import PAGE, page
from tests.spec.returns import dataset
from tests.spec.returns import reference as returns
from tests.spec.rules import reference as rules

ROOT = Path(__file__).parents[2]


def told() -> str:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    return "\n".join(path.read_text(encoding="utf-8") for path in pages)


def test_the_reference_of_the_indicators_is_what_the_catalogue_and_the_examples_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_the_reference_of_the_returns_is_what_their_declarations_say() -> None:
    assert returns.PAGE.read_text(encoding="utf-8") == returns.page()


def test_the_mapping_of_the_dataset_is_what_its_declarations_say() -> None:
    assert dataset.PAGE.read_text(encoding="utf-8") == dataset.page()


def test_the_reference_of_the_rules_is_what_the_rules_say() -> None:
    assert rules.PAGE.read_text(encoding="utf-8") == rules.page()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_told_of(command: str) -> None:
    assert re.search(rf"los {command}\b", told())


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_an_indicator_has_its_spec_file(indicator: Indicator) -> None:
    assert (ROOT / "tests" / "spec" / f"test_{indicator.id}.py").exists()
