"""A paper with as little in it as may be, and the periods of other kinds than months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest

from lineofsight.papers import DataTable, Line, Mark, MeasurePart, Paper, check_pdf, label, write
from lineofsight.papers.charts.periods import counted, full_name, grain, short_name
from lineofsight.papers.html import html_paper
from lineofsight.papers.sheet import csv_paper
from lineofsight.papers.tags import elements
from lineofsight.papers.word import word_paper
from lineofsight.readings import State
from lineofsight.signals.chart import Point
from tests.unit.papers.paper_sample import sample

WORDS = DataTable(
    caption="In words",
    header=("First", "Second", "Third"),
    rows=((label("a " * 60), label("b " * 80), label("")),),
    row_headers=False,
)


@pytest.fixture(scope="module")
def sparse() -> Paper:
    """Return a paper of one measure without sentences, chart or definition, and one table of words."""
    bare = MeasurePart(
        id="bare", title="Bare", sentences=(), plot=None, data=None, facts=(), breakdowns=(WORDS,)
    )
    alone = Line(measure="elsewhere", title="Alone", sentences=("Said.",), mark=Mark.BELOW)
    return sample(
        only=("cla_rate",), measures=(bare,), changed=(alone,), within=(), no_range=(), meeting_date=None
    )


def test_a_measure_without_a_chart_is_written_in_every_form(sparse: Paper, tmp_path: Path):
    paths = write(sparse, tmp_path)
    assert [path.suffix for path in paths] == [".html", ".pdf", ".docx", ".csv"]
    assert check_pdf(paths[1]) == []


def test_a_table_of_words_heads_no_rows(sparse: Paper, tmp_path: Path):
    (path,) = write(sparse, tmp_path, forms=("pdf",))
    with pikepdf.open(path) as pdf:
        words, files = (one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/Table")
        assert [str(one.S) for one in elements(words)].count("/TH") == len(WORDS.header)
        assert [str(one.S) for one in elements(files)].count("/TH") > 3
    assert '<th scope="row">a a' not in html_paper(sparse)


def test_a_measure_that_is_not_in_the_paper_is_named_without_a_link(sparse: Paper):
    assert "<strong>Alone</strong>" in html_paper(sparse)
    flags = [one for one in docx.Document(BytesIO(word_paper(sparse))).paragraphs if one.style.name == "Flag"]
    assert "Alone  Below its usual range. Said." in flags[0].text


def test_no_meeting_leaves_no_comma_behind(sparse: Paper):
    assert "for the Children&#x27;s Scrutiny Panel</p>" in html_paper(sparse)


def test_a_cell_without_a_word_makes_no_row_in_the_csv(sparse: Paper):
    assert csv_paper(sparse).decode("utf-8-sig").count("\r\n") == 2  # the header and the one cell with words


def test_a_refusal_that_its_sentence_tells_is_not_told_again():
    paper = sample(only=("cla_rate",))
    part = paper.measures[0]
    refusal = part.plot.chart.refusal
    told = replace(paper, measures=(replace(part, sentences=(f"No change is told. {refusal}",)),))
    assert html_paper(paper).count(f'<p class="quiet">{refusal}</p>') == 1
    assert f'<p class="quiet">{refusal}</p>' not in html_paper(told)


def point(start: date, end: date) -> Point:
    return Point(
        period_start=start, period_end=end, numerator=1, denominator=None, value=1, unknown=0, open=0,
        state=State.COMPLETE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "start", "end", "short", "full"),
    [
        ("month", date(2026, 2, 1), date(2026, 2, 28), "Feb 2026", "February 2026"),
        ("quarter", date(2026, 7, 1), date(2026, 9, 30), "to Sep 2026", "quarter to 30 September 2026"),
        (
            "rolling_12_months",
            date(2025, 10, 1),
            date(2026, 9, 30),
            "to Sep 2026",
            "12 months to 30 September 2026",
        ),
        ("financial_year", date(2025, 4, 1), date(2026, 3, 31), "2025/26", "financial year 2025/26"),
    ],
)
def test_a_period_is_named_after_its_kind_with_the_whole_year(kind, start, end, short, full):
    assert (short_name(point(start, end), kind), full_name(point(start, end), kind)) == (short, full)


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (1, "month", "1 month"),
        (0, "quarter", "0 quarters"),
        (5, "financial_year", "5 financial years"),
        (2, "rolling_12_months", "2 periods"),
        (2, "financial_year_to_date", "2 periods"),
    ],
)
def test_periods_are_counted_by_their_kind(number, kind, said):
    assert counted(number, kind) == said
    assert grain("rolling_12_months") == "rolling 12 months"
