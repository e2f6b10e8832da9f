"""The synthetic council at its full size, loaded, measured and written up once for all slow tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lineofsight.council import Council
from lineofsight.demo import Written, council_file, write_council
from lineofsight.record import Record, Run
from lineofsight.run.load import load
from lineofsight.run.measure import measure
from lineofsight.run.paper import Order, compose, write_paper

MADE_ON = date(2026, 10, 20)


@dataclass(frozen=True)
class Demo:
    """A home with its run and its papers."""

    home: Path
    written: Written
    record: Record
    run: Run
    papers: Path

    @property
    def council(self) -> Council:
        return Council.read(self.home / "council.toml")

    def paper(self, form: str) -> Path:
        (found,) = self.papers.glob(f"*.{form}")
        return found

    def composed(self, month_end: date) -> Any:
        order = Order(month_end=month_end, meeting=None, today=MADE_ON)
        return compose(self.record, self.council, self.run, order)

    @property
    def changes(self) -> list[dict[str, Any]]:
        return self._true("changes")

    @property
    def artefacts_of_a_value(self) -> list[dict[str, Any]]:
        """What moves an indicator's own figure, and not only one of its parts or groups, though nothing changed."""
        return [one for one in self._true("artefacts") if one["figure"] == "value" and not one["by"]]

    def _true(self, what: str) -> list[dict[str, Any]]:
        listed: list[dict[str, Any]] = json.loads(self.written.truth.read_text(encoding="utf-8"))[what]
        return listed


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    home = tmp_path_factory.mktemp("demo") / "home"
    written = write_council(home / "demo-files")
    record = Record.open(home)
    for paths, _, key in written.loads:
        load(record, paths, by="someone", key=key)
    (home / "council.toml").write_text(council_file(), encoding="utf-8")
    council = Council.read(home / "council.toml")
    run = measure(record, council)
    papers = home.parent / "papers"
    write_paper(record, council, run, papers, Order(month_end=run.to, meeting=None, today=MADE_ON))
    return Demo(home, written, record, run, papers)
