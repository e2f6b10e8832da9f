"""No form of a paper gives a hidden figure away, not by its text and not by a drawing's height."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf

from lineofsight.papers import Paper, write
from lineofsight.papers.pdf import pdf_words
from tests.unit.papers.conftest import FEW
from tests.unit.papers.paper_sample import SECRET, sample

SPELLINGS = tuple(text.encode() for text in (f"{SECRET}", f"{SECRET:,}", f"{SECRET + 1}", f"{SECRET + 1:,}"))


def test_the_sample_hides_figures_in_a_chart_and_in_its_tables(paper: Paper):
    assert any(part.plot is not None and part.plot.hidden for part in paper.measures)
    assert any(cell.is_hidden for row in paper.measures[0].breakdowns[0].rows for cell in row)


def test_no_form_holds_a_hidden_figure(paper: Paper, written: dict[str, Path]):
    given = {form: path.read_bytes() for form, path in written.items()}
    with ZipFile(BytesIO(given["docx"])) as parts:
        given["docx"] = b"".join(parts.read(name) for name in parts.namelist())
    with pikepdf.open(written["pdf"]) as pdf:
        given["pdf"] = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    given["typst"] = json.dumps(pdf_words(paper)).encode()
    assert [(form, spelling) for form in given for spelling in SPELLINGS if spelling in given[form]] == []


def test_papers_that_differ_in_a_hidden_figure_alone_are_the_same_bytes(
    written: dict[str, Path], tmp_path: Path
):
    other = write(sample(only=FEW, secret=2), tmp_path)
    assert {path.suffix[1:]: path.read_bytes() for path in other} == {
        form: path.read_bytes() for form, path in written.items()
    }
