"""The PDF form, and its gate on both sides: a whole file passes, and each thing taken away is found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from lineofsight.papers import Paper, PaperRefusedError, check_pdf
from lineofsight.papers.pdf import columns_that_fit, pdf_paper, pdf_words
from lineofsight.papers.tags import elements
from lineofsight.papers.typesetting import typeset_pdf
from tests.unit.papers.paper_sample import sample


def test_a_written_paper_passes_its_gate(written: dict[str, Path]):
    assert check_pdf(written["pdf"]) == []


def test_a_picture_without_words_is_refused(paper: Paper):
    words = pdf_words(paper)
    pictures = [
        inner for block in words["blocks"] for inner in block.get("blocks", []) if inner["kind"] == "picture"
    ]
    pictures[0]["alt"] = None
    with pytest.raises(PaperRefusedError, match="alt"):
        typeset_pdf(words, made_on=date(2026, 10, 6))


def test_a_paper_without_a_title_is_refused(paper: Paper):
    with pytest.raises(PaperRefusedError, match="title"):
        typeset_pdf({**pdf_words(paper), "title": None}, made_on=date(2026, 10, 6))


def root_without(key: str) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[key]

    return spoil


def each(kind: str, change: Callable[[Any], None]) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        change(next(one for one in elements(pdf.Root.StructTreeRoot) if kind == one.S))

    return spoil


def without_metadata(key: str) -> Callable[[pikepdf.Pdf], None]:
    def spoil(pdf: pikepdf.Pdf) -> None:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            del metadata[key]

    return spoil


def without_fonts(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            for name in [name for name in one if name.startswith("/FontFile")]:
                del one[name]


def without_link_words(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", []):
            del note["/Contents"]


def without_tab_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


@pytest.mark.parametrize(
    ("spoil", "finding"),
    [
        (root_without("/Lang"), "language"),
        (root_without("/ViewerPreferences"), "DisplayDocTitle"),
        (root_without("/MarkInfo"), "MarkInfo"),
        (root_without("/StructTreeRoot"), "StructTreeRoot"),
        (lambda pdf: pdf.Root.StructTreeRoot.__delattr__("K"), "no headings"),
        (without_metadata("dc:title"), "no title"),
        (without_metadata("pdfuaid:part"), "pdfuaid"),
        (each("/H2", lambda one: one.__setattr__("S", pikepdf.Name.H4)), "level 4 follows one of level 1"),
        (each("/Figure", lambda one: one.__setattr__("Alt", pikepdf.String(" "))), "text alternative"),
        (each("/TH", lambda one: one.__delattr__("A")), "Scope"),
        (each("/TR", lambda one: one.K.__delitem__(0)), "different lengths"),
        (without_fonts, "not embedded"),
        (without_link_words, "a link does not say"),
        (without_tab_order, "tab key"),
    ],
)
def test_what_a_spoiled_file_lacks_is_found(spoil, finding, written: dict[str, Path], tmp_path: Path):
    path = tmp_path / "spoiled.pdf"
    with pikepdf.open(written["pdf"]) as pdf:
        spoil(pdf)
        pdf.save(path)
    assert any(finding in found for found in check_pdf(path))


def test_a_table_without_headings_and_a_file_without_any_are_found(written: dict[str, Path], tmp_path: Path):
    path = tmp_path / "spoiled.pdf"
    with pikepdf.open(written["pdf"]) as pdf:
        for one in elements(pdf.Root.StructTreeRoot):
            if one.S == "/TH":
                one.S = pikepdf.Name.TD
            elif str(one.S) in ("/H1", "/H2", "/H3"):
                one.S = pikepdf.Name.P
        pdf.save(path)
    assert {"A table has no headings (TH).", "It has no headings."} <= set(check_pdf(path))


@pytest.mark.parametrize("held", [b"", b"no PDF at all"])
def test_a_file_that_is_no_pdf_is_a_finding_and_no_crash(held, tmp_path: Path):
    path = tmp_path / "not.pdf"
    path.write_bytes(held)
    assert [found[:26] for found in check_pdf(path)] == ["It cannot be read as a PDF"]


def test_the_first_cell_of_each_row_heads_its_row(written: dict[str, Path]):
    with pikepdf.open(written["pdf"]) as pdf:
        rows = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/TR"]
        firsts = [next(iter(row.K)) for row in rows]
        assert len(firsts) > 60
        assert {str(first.S) for first in firsts} == {"/TH"}


def test_the_same_paper_is_the_same_file(paper: Paper, written: dict[str, Path]):
    assert pdf_paper(paper) == written["pdf"].read_bytes()


def test_what_looks_like_a_command_of_the_typesetter_stays_words(paper: Paper):
    nasty = '#panic("x") *bold* $x$ @ref <tag> \\ "quoted" [content] // remark'
    made = pdf_paper(sample(only=("cla_rate",), title=nasty, cannot_tell=(nasty,)))
    assert made.startswith(b"%PDF-1.7")


def test_a_long_narrow_table_flows_in_columns_and_a_short_one_does_not(paper: Paper):
    part = paper.measures[0]
    assert columns_that_fit(part.data) == 3
    assert columns_that_fit(part.breakdowns[0]) == 2
    few = pdf_words(sample(only=("sw_caseload_avg",)))
    tables = [block for block in few["blocks"] if block["kind"] == "table"]
    assert [(len(table["rows"]), table["flow"]) for table in tables] == [(60, 3), (9, 1), (7, 1)]
