"""The panel's paper of the synthetic council: what changed, and only that; and no small count in any of its forms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from click.testing import CliRunner

from lineofsight.cli import main
from lineofsight.indicators.catalogue import BY_ID
from lineofsight.papers import Mark
from lineofsight.readings import MeasureType, Reading, State
from lineofsight.run.paper import Order, panel_set, write_paper
from tests.slow.conftest import MADE_ON, Demo
from tests.slow.pages import Page, csv_lines, word_tables, word_text

pytestmark = pytest.mark.slow

# The paper's columns that count, and what of a reading they show.
COUNTS = {
    "Number": "numerator",
    "Children": "numerator",
    "Cases": "numerator",
    "Out of": "denominator",
    "Not recorded": "unknown",
    "Not decided yet": "open",
}
PEOPLE_COUNTED = ("Number", "Children", "Out of", "Not recorded", "Not decided yet")
HIDDEN = "hidden to protect children"


def figure(cell: str) -> float | None:
    """The number in a cell; None where it holds a marker."""
    text = cell.replace(",", "").rstrip("%")
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def test_what_the_paper_says_changed_is_what_was_changed_and_nothing_else(demo: Demo) -> None:
    paper = demo.composed(demo.run.to)
    marks = {"up": Mark.ABOVE, "down": Mark.BELOW}
    moved = [*demo.changes, *demo.artefacts_of_a_value]  # no chart can tell one from the other
    assert {line.measure: line.mark for line in paper.changed} == {
        one["indicator"]: marks[one["direction"]] for one in moved
    }
    assert all(line.sentences and line.plot for line in paper.changed)


def test_the_month_before_the_first_change_no_change_is_claimed(demo: Demo) -> None:
    first = min(
        *(date.fromisoformat(f"{change['month']}-01") for change in demo.changes),
        *(date.fromisoformat(artefact["since"]) for artefact in demo.artefacts_of_a_value),
    )
    assert demo.composed(first - timedelta(days=1)).changed == ()


def test_every_indicator_of_the_set_has_one_line_and_one_part(demo: Demo) -> None:
    paper = demo.composed(demo.run.to)
    lines = [*paper.changed, *paper.within, *paper.no_range, *paper.not_available]
    wanted = sorted(one.id for one, _ in panel_set(demo.council))
    assert sorted(line.measure for line in lines) == wanted
    assert sorted(part.id for part in paper.measures) == wanted
    companions = {one.id for one, companion in panel_set(demo.council) if companion}
    assert {line.measure for line in lines if line.companion} == companions


def test_the_command_writes_four_forms_and_counts_what_they_show_and_hide(demo: Demo, tmp_path: Path) -> None:
    words = ["paper", "--home", str(demo.home), "--out", str(tmp_path / "out"), "--json"]
    ran = CliRunner().invoke(main, words, catch_exceptions=False)
    assert ran.exit_code == 0
    told = json.loads(ran.stdout)
    files = [Path(name) for name in told["files"]]
    assert sorted(file.suffix for file in files) == [".csv", ".docx", ".html", ".pdf"]
    assert sorted((tmp_path / "out").iterdir()) == sorted(files)
    lines = csv_lines(next(file for file in files if file.suffix == ".csv"))
    assert told["figures"] == sum(figure(line["value"]) is not None for line in lines)
    assert told["suppressed"] == sum(line["value"] == "c" for line in lines)
    assert told["suppressed"] > 0


def test_no_count_of_1_to_5_stands_in_the_csv(demo: Demo) -> None:
    counted = [line for line in csv_lines(demo.paper("csv")) if line["figure"] in COUNTS]
    assert len(counted) > 1_000
    for line in counted:
        shown = figure(line["value"])
        if shown is None:
            assert line["value"] in ("c", "x", "z"), line
            assert line["why_no_value"], line
        elif line["figure"] in PEOPLE_COUNTED or line["measure"] != "sw_caseload_avg":
            assert shown == 0 or shown > 5, line  # full-time equivalents have tenths
            assert shown.is_integer() or BY_ID[line["measure"]].is_weighted, line


@dataclass(frozen=True)
class Printed:
    """One row of a table in the web page, with the reading that it shows."""

    table: str
    cells: dict[str, str]
    reading: Reading

    def value(self, column: str) -> float | None:
        return figure(self.cells[column])


def printed(demo: Demo, page: Page) -> Iterator[Printed]:
    """Every row of the page's tables of figures beside what was measured, in the page's own order."""
    grids = {grid.caption: grid for grid in page.tables}
    lines = csv_lines(demo.paper("csv"))
    for (measure, table, by), rows in groupby(
        lines, lambda line: (line["measure"], line["table"], line["by"])
    ):
        readings = _measured(demo, measure, by)
        codes = {line["row"]: line["row_code"] for line in rows}
        header, *body = grids[table].rows
        assert len(body) == len(codes)
        for cells in body:
            code = "All" if cells[0] == "All" else codes[cells[0]]
            yield Printed(table, dict(zip(header, cells, strict=True)), readings[code])


def _measured(demo: Demo, measure: str, by: str) -> dict[str, Reading]:
    """Readings by the code of the row that shows them: a month's last day, or a group."""
    indicator = BY_ID[measure]
    if by == "Month":
        months = demo.record.readings(demo.run.id, indicator=measure, kind="month", breakdown=())
        return {r.period_end.isoformat(): r for r in months}
    kind = "month" if indicator.measure_type.is_stock else "rolling_12_months"
    (breakdown,) = [b.name for b in indicator.breakdowns if b.title.capitalize() == by]
    latest = [
        r
        for names in ((), (breakdown,))
        for r in demo.record.readings(demo.run.id, indicator=measure, kind=kind, breakdown=names)
        if r.period_end == demo.run.to
    ]
    return {(r.group[0] or "Not recorded") if r.group else "All": r for r in latest}


@pytest.fixture(scope="module")
def rows(demo: Demo) -> list[Printed]:
    return list(printed(demo, Page(demo.paper("html"))))


def is_average(reading: Reading) -> bool:
    return BY_ID[reading.indicator].measure_type is MeasureType.MEAN


def test_a_figure_in_the_web_page_is_the_one_measured_or_hidden(rows: list[Printed]) -> None:
    hidden = shown = 0
    for row in rows:
        for column in row.cells.keys() & COUNTS.keys():
            measured = getattr(row.reading, COUNTS[column])
            if row.cells[column].startswith("c"):
                assert HIDDEN in row.cells[column]
                hidden += 1
            elif row.reading.state is State.NOT_AVAILABLE:
                assert row.cells[column].startswith("x"), row
            elif measured is not None:
                assert row.value(column) == pytest.approx(measured), row
                shown += 1
    assert hidden > 100
    assert shown > 1_000


def test_a_small_count_is_hidden_wherever_the_web_page_would_show_it(rows: list[Printed]) -> None:
    small = 0
    for row in rows:
        for column in row.cells.keys() & COUNTS.keys():
            measured = getattr(row.reading, COUNTS[column])
            if measured is not None and 0 < measured <= 5 and not is_average(row.reading):
                assert row.value(column) is None, row
                small += 1
    assert small > 50


def test_a_small_number_of_those_who_did_not_is_not_left_to_subtraction(rows: list[Printed]) -> None:
    tried = 0
    for row in rows:
        reading = row.reading
        if "Out of" not in row.cells or reading.denominator is None or reading.numerator is None:
            continue
        if 0 < reading.denominator - reading.numerator <= 5:
            assert row.value("Number") is None or row.value("Out of") is None, row
            tried += 1
        if row.value("Number") is None:
            assert row.value("Share") is None, row
    assert tried > 5


def tells(hidden: list[Printed], column: str, total: float | None) -> bool:
    """Whether a reader could work out a count of 1 to 5: the only hidden one of a column whose total is shown."""
    if len(hidden) != 1 or total is None:
        return False
    return 0 < (getattr(hidden[0].reading, COUNTS[column]) or 0) <= 5


def test_no_hidden_count_of_a_breakdown_is_its_total_less_the_others(rows: list[Printed]) -> None:
    tried = 0
    for _, table in groupby(rows, lambda row: row.table):
        *groups, total = list(table)
        if total.cells.get(next(iter(total.cells))) != "All":
            continue
        for column in total.cells.keys() & COUNTS.keys():
            hidden = [row for row in groups if row.cells[column].startswith("c")]
            assert not tells(hidden, column, total.value(column)), (total.table, column)
            tried += bool(hidden)
    assert tried > 5


def test_no_hidden_month_is_the_year_less_the_other_months(demo: Demo, rows: list[Printed]) -> None:
    years = {
        (row.reading.indicator, column): row.value(column)
        for row in rows
        if row.reading.period_kind == "rolling_12_months" and not row.reading.group
        for column in row.cells.keys() & COUNTS.keys()
    }
    assert years
    months = [row for row in rows if row.reading.period_kind == "month" and not row.reading.group]
    for (indicator, column), year in years.items():
        twelve = [row for row in months if row.reading.indicator == indicator][:12]
        assert len(twelve) == 12
        hidden = [row for row in twelve if row.cells[column].startswith("c")]
        assert not tells(hidden, column, year), (indicator, column)


def test_the_words_of_no_form_say_a_hidden_figure(demo: Demo, rows: list[Printed]) -> None:
    texts = [Page(demo.paper("html")).text, word_text(demo.paper("docx"))]
    said = {
        (row.value("Number"), row.value("Out of")) for row in rows if {"Number", "Out of"} <= row.cells.keys()
    }
    tried = 0
    for row in rows:
        pair = (row.reading.numerator, row.reading.denominator)
        if "Number" in row.cells and None not in pair and row.value("Number") is None and pair not in said:
            words = f"({pair[0]:,.0f} of {pair[1]:,.0f})"
            assert not any(words in text for text in texts), words
            tried += 1
    assert tried > 10


def test_a_measure_whose_latest_month_is_hidden_says_so_and_no_number(demo: Demo) -> None:
    paper = demo.composed(demo.run.to)
    latest = {part.id: part.data.rows[0] for part in paper.measures if part.data}
    quiet = [
        line for line in (*paper.within, *paper.no_range, *paper.changed) if latest[line.measure][1].is_hidden
    ]
    for line in quiet:
        assert line.mark is Mark.CANNOT_TELL, line
        assert not re.search(r"\d+ of \d|\d%", " ".join(line.sentences)), line


def _marker(cell: str) -> str:
    """A cell as Word shows it: the page tells those who cannot see a marker what it means."""
    return "c" if HIDDEN in cell else cell.removesuffix("not available")


def test_the_word_file_shows_the_same_figures_as_the_web_page(demo: Demo) -> None:
    page = Page(demo.paper("html"))
    word = {tuple(table[0]): [] for table in word_tables(demo.paper("docx"))}
    for table in word_tables(demo.paper("docx")):
        word[tuple(table[0])] += [tuple(row) for row in table[1:]]
    for grid in page.tables:
        shown = [tuple(_marker(cell) for cell in row) for row in grid.rows]
        if figure(shown[1][1] if len(shown) > 1 else "") is not None:
            assert set(shown[1:14]) <= set(word[shown[0]]), grid.caption


def test_a_council_may_show_exclusions_as_the_department_does_and_the_paper_says_so(
    demo: Demo, tmp_path: Path
) -> None:
    settings = demo.home / "council.toml"
    own = settings.read_text(encoding="utf-8")
    settings.write_text(f'{own}\n[disclosure]\nexclusions = "dfe"\n', encoding="utf-8")
    try:
        order = Order(month_end=demo.run.to, meeting=None, today=MADE_ON)
        written = write_paper(demo.record, demo.council, demo.run, tmp_path, order)
        paper = demo.composed(demo.run.to)
    finally:
        settings.write_text(own, encoding="utf-8")
    (html,) = [path for path in written.files if path.suffix == ".html"]
    lines = csv_lines(next(path for path in written.files if path.suffix == ".csv"))
    families = {line["measure"]: BY_ID[line["measure"]].family for line in lines}
    exclusions = [line for line in lines if line["measure"] == "pex_confirmed_count"]
    assert any(line["value"] in ("1", "2", "3", "4", "5") for line in exclusions)
    assert not any(line["value"] == "c" for line in exclusions)
    others = [line for line in lines if families[line["measure"]] not in ("exclusions", "workforce")]
    assert not any(line["value"] in ("1", "2", "3", "4", "5") for line in others if line["figure"] in COUNTS)
    rule = "Exclusions: Nothing is hidden, as the Department for Education hides nothing"
    assert [sentence for sentence in paper.protection if sentence.startswith(rule)]
    assert rule in Page(html).text
    assert rule not in Page(demo.paper("html")).text
    (strictest,) = demo.composed(demo.run.to).protection
    assert "exclusions: Any count of 1 to 5" in strictest
    assert strictest in Page(demo.paper("html")).text
