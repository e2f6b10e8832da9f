"""The Word form, read back: headings, words for pictures, header rows, language, properties."""

from __future__ import annotations

import itertools
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from lineofsight.papers import Paper
from lineofsight.papers.outline import PRINTED_ROWS, Table
from lineofsight.papers.word import word_paper
from tests.unit.papers.paper_sample import sample


@pytest.fixture(scope="module")
def read(written: dict[str, Path]):
    return docx.Document(str(written["docx"]))


def test_headings_are_headings_without_a_skip(read, paper: Paper):
    levels = [int(one.style.name[-1]) for one in read.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert levels.count(3) == len(paper.measures)


def test_every_picture_has_its_words(read):
    described = [one.get("descr") for one in read.element.body.iter(qn("wp:docPr"))]
    assert len(described) >= 6
    assert all(words and len(words) > 20 for words in described)


def test_every_table_repeats_its_header_row_and_merges_no_cells(read):
    assert read.tables
    for table in read.tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))


def test_a_long_table_is_printed_from_its_newest_row_and_says_where_the_rest_is(read, paper: Paper):
    table = read.tables[0]
    printed, whole = len(table._tbl.tr_lst) - 1, len(paper.measures[0].data.rows)
    assert (printed, whole) == (PRINTED_ROWS, 60)
    assert table._tbl.tr_lst[1].tc_lst[0].p_lst[0].text == "Sep 2026"
    assert any(
        "The 35 rows before these are in the web page and the CSV file" in one.text for one in read.paragraphs
    )


def test_a_table_that_just_fits_is_printed_whole(paper: Paper):
    table = paper.measures[0].data
    fits = replace(table, rows=table.rows[:PRINTED_ROWS])
    assert Table(table=fits, folded=True).printed() == fits
    assert Table(table=table).printed() == table


def test_no_paragraph_is_empty(read):
    empty = [
        one
        for one in read.paragraphs
        if not one.text.strip() and not list(one._p.iter(qn("w:drawing"), qn("w:hyperlink")))
    ]
    assert empty == []


def test_it_is_in_british_english_and_says_what_it_is(read, paper: Paper):
    assert (
        read.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr/w:lang")[0].get(qn("w:val")) == "en-GB"
    )
    core = read.core_properties
    assert (core.title, core.author, core.language) == (paper.title, paper.council, "en-GB")
    assert core.created.date() == paper.provenance.made_on


def test_links_lead_to_bookmarks(read):
    places = {one.get(qn("w:name")) for one in read.element.body.iter(qn("w:bookmarkStart"))}
    links = {one.get(qn("w:anchor")) for one in read.element.body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= places


def test_the_same_paper_is_the_same_file(paper: Paper, written: dict[str, Path]):
    assert word_paper(paper) == written["docx"].read_bytes()


def test_characters_that_word_cannot_hold_do_not_spoil_the_file():
    nasty = "a\x00b\x0b<w:p/>&"
    made = word_paper(sample(only=("cla_rate",), title=nasty, cannot_tell=(nasty,)))
    assert docx.Document(BytesIO(made)).paragraphs[0].text == "a�b�<w:p/>&"
