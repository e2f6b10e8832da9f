"""Files: their names, all or none of them, the CSV's figures, the index."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from lineofsight.papers import Paper, PaperRefusedError, count_figures, file_name, index_page, write
from lineofsight.papers.sheet import HEADER, csv_paper
from tests.unit.papers.paper_sample import sample


def rows(paper: Paper) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(csv_paper(paper).decode("utf-8-sig"))))


def test_files_are_named_after_the_body_and_the_month(written: dict[str, Path]):
    assert {path.name for path in written.values()} == {
        f"childrens-scrutiny-panel-2026-09.{form}" for form in ("html", "pdf", "docx", "csv")
    }


def test_a_body_without_a_letter_still_has_a_file_name(paper: Paper):
    assert file_name(replace(paper, for_body="…/.."), "pdf") == "paper-2026-09.pdf"


def test_a_form_that_is_not_known_is_refused_before_anything_is_written(paper: Paper, tmp_path: Path):
    with pytest.raises(ValueError, match="Forms offered: html, pdf, docx, csv"):
        write(paper, tmp_path / "new", forms=("html", "odt"))
    assert not (tmp_path / "new").exists()


def test_only_the_forms_asked_for_are_written_and_nothing_is_left_beside_them(paper: Paper, tmp_path: Path):
    paths = write(paper, tmp_path, forms=("csv", "html"))
    assert [path.suffix for path in paths] == [".csv", ".html"]
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_a_pdf_that_its_gate_refuses_leaves_no_form_behind(paper: Paper, tmp_path: Path, monkeypatch):
    from lineofsight.papers.write import _MAKERS

    monkeypatch.setitem(_MAKERS, "pdf", lambda paper: b"%PDF-1.7 broken")
    with pytest.raises(PaperRefusedError, match="not accessible"):
        write(paper, tmp_path, forms=("html", "pdf"))
    assert list(tmp_path.iterdir()) == []


def test_the_csv_begins_with_a_byte_order_mark_for_excel(paper: Paper):
    assert csv_paper(paper).startswith(b"\xef\xbb\xbfmeasure,")


def test_the_csv_holds_every_cell_of_every_table_once(paper: Paper):
    found = rows(paper)
    cells = sum(
        len(row) - 1
        for part in paper.measures
        for table in (part.data, *part.breakdowns)
        if table is not None
        for row in table.rows
    )
    assert len(found) == cells
    assert tuple(found[0]) == HEADER
    assert len({(row["table"], row["row"], row["figure"]) for row in found}) == cells


def test_a_hidden_figure_is_a_c_with_its_reason_and_a_zero_is_a_zero(paper: Paper):
    hidden = [row for row in rows(paper) if row["value"] == "c"]
    assert hidden
    assert {row["why_no_value"] for row in hidden} == {"it counts 1 to 5 children"}
    assert {row["shown_as"] for row in hidden} == {"c"}
    assert any(row["value"] == "0" and row["why_no_value"] == "" for row in rows(paper))


def test_figures_shown_and_hidden_are_counted(paper: Paper):
    figures, hidden = count_figures(paper)
    found = rows(paper)
    assert hidden == sum(row["value"] == "c" for row in found)
    assert figures == sum(row["value"] not in ("c", "x", "z") for row in found)


def test_a_heading_that_a_spreadsheet_would_run_is_quoted(paper: Paper):
    part = replace(paper.measures[0], title='=HYPERLINK("x")')
    assert rows(replace(paper, measures=(part,)))[0]["title"] == '\'=HYPERLINK("x")'


def test_the_index_leads_to_every_form_the_newest_paper_first(paper: Paper):
    older = replace(paper, title="Older", period_end=date(2026, 8, 31))
    markup = index_page([older, paper])
    assert markup.index(paper.title) < markup.index("Older")
    assert all(
        f'href="{file_name(one, form)}"' for one in (older, paper) for form in ("html", "pdf", "docx", "csv")
    )
    assert markup.count("<li>") == 8


def test_an_index_without_papers_says_so():
    assert "No paper has been written yet." in index_page([])


def test_reading_papers_loads_no_document_library():
    found = subprocess.run(
        [sys.executable, "-c", "import sys, lineofsight.papers; print(sorted({'typst', 'docx', 'pikepdf'} & set(sys.modules)))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert found.stdout.strip() == "[]"


def test_a_paper_of_fourteen_measures_has_15_to_25_pages(tmp_path: Path):
    import pikepdf

    (path,) = write(sample(), tmp_path, forms=("pdf",))
    with pikepdf.open(path) as pdf:
        assert 15 <= len(pdf.pages) <= 25
