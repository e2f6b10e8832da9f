"""Every return that is known goes the whole way: its example is loaded, the rules look at it, and an engine is given it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.engines.duckdb import DuckDB
from lineofsight.record import Record
from lineofsight.returns.known import SHEET_RETURNS, XML_RETURNS
from lineofsight.returns.model import Return
from lineofsight.returns.parts import Part
from tests.spec.returns.reference import xml_example
from tests.spec.returns.rows import example_of
from tests.unit.run.loading import loaded


@pytest.mark.parametrize("known", [known for known, _ in XML_RETURNS], ids=lambda known: known.title)
def test_the_example_of_each_xml_return_is_loaded_and_given_to_an_engine(
    record: Record, tmp_path: Path, known: Return
) -> None:
    path = tmp_path / "example.xml"
    path.write_text(xml_example(known), encoding="utf-8")
    (report,) = loaded(record, path, key="2024-25" if known.needs_key else None)
    assert report.load is not None
    DuckDB().supply_sources(record.sources())


@pytest.mark.parametrize(("known", "parts"), SHEET_RETURNS, ids=lambda each: getattr(each, "title", ""))
def test_the_examples_of_each_sheet_return_are_loaded_and_given_to_an_engine(
    record: Record, tmp_path: Path, known: Return, parts: tuple[Part, ...]
) -> None:
    for part in parts:
        path = tmp_path / "in" / f"2024_autumn_{part.name}.csv"  # a school census is told by its files' names
        path.parent.mkdir(exist_ok=True)
        path.write_text(example_of(part), encoding="utf-8")
    reports = loaded(record, tmp_path / "in", key="2024-25" if known.needs_key else None)
    assert [report.problems for report in reports if report.load is None] == []
    assert len(reports) == len(parts)
    DuckDB().supply_sources(record.sources())
