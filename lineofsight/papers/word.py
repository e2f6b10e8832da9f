"""The paper as a Word file, for councils that edit it: real headings, pictures with words, header rows that repeat."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lineofsight.papers.charts import in_words, run_chart, spark_in_words, sparkline
from lineofsight.papers.markup import plain
from lineofsight.papers.model import Line, Paper
from lineofsight.papers.outline import (
    Block,
    Bullets,
    Companion,
    Facts,
    Flags,
    Heading,
    Picture,
    Prose,
    Table,
    anchor_of,
    outline,
    spoken,
)
from lineofsight.papers.typesetting import typeset_pictures
from lineofsight.papers.word_marks import bookmark, describe, link_to, page_fields
from lineofsight.papers.word_styles import ready_document
from lineofsight.papers.word_tables import table_element

_CHART = 482  # points: the width of the text
_MEASURE = 3  # the level of a measure's heading
_SPARK = 84


def word_paper(paper: Paper) -> bytes:
    """Return the whole file, the same bytes for the same paper."""
    document = ready_document(title=paper.title, author=paper.council)
    blocks = list(outline(paper))
    writer = _Writer(document=document, paper=paper, pictures=_pictures(blocks))
    for block in blocks:
        writer.write(block)
    _running(document, paper)
    _properties(document, paper)
    out = BytesIO()
    document.save(out)
    return _dated(out.getvalue(), paper)


def _pictures(blocks: list[Block]) -> dict[str, bytes]:
    """Return every picture of the paper as PNG, by name, drawn in one go."""
    drawings: dict[str, dict[str, Any]] = {}
    for block in blocks:
        if isinstance(block, Picture):
            svg = run_chart(block.plot, name=block.name, height=160)
            drawings[block.name] = {"svg": svg, "width": _CHART}
        elif isinstance(block, Flags):
            for line in block.lines:
                if line.plot is not None and line.plot.has_values:
                    svg = sparkline(line.plot, name=line.measure)
                    drawings[f"{line.measure} spark"] = {"svg": svg, "width": _SPARK}
    return dict(zip(drawings, typeset_pictures(list(drawings.values())), strict=True))


class _Writer:
    """The document while it is written: python-docx works by adding to it."""

    def __init__(self, *, document: Any, paper: Paper, pictures: dict[str, bytes]) -> None:
        self.document = document
        self.paper = paper
        self.pictures = pictures
        self.known = {part.id for part in paper.measures}
        self.opening = False  # between a measure's title and its chart, which stay on one page

    def write(self, block: Block) -> None:
        if isinstance(block, Heading):
            self.opening = block.level == _MEASURE
        elif not isinstance(block, Prose | Companion):
            self.opening = False
        match block:
            case Heading():
                heading = self.document.add_heading(plain(block.text), level=block.level)
                bookmark(heading, block.anchor)
            case Prose():
                style = "Status" if block.quiet else "Subtitle" if block.lead else None
                self.paragraph(block.text, style)
            case Bullets():
                for item in block.items:
                    self.document.add_paragraph(plain(item), style="List Bullet")
            case Flags():
                for line in block.lines:
                    self.flag(line, full=block.full)
            case Companion():
                self.paragraph(block.text, "Companion")
            case Picture():
                self.picture(block)
            case Facts():
                for row in block.rows:
                    fact = self.document.add_paragraph(style="Fact")
                    fact.add_run(plain(row.label)).bold = True
                    fact.add_run(f"  {plain(row.text)}")
            case _:
                self.table(block)

    def paragraph(self, words: str, style: str | None) -> None:
        paragraph = self.document.add_paragraph(plain(words), style=style)
        if self.opening:
            paragraph.paragraph_format.keep_with_next = True

    def flag(self, line: Line, *, full: bool) -> None:
        paragraph = self.document.add_paragraph(style="Flag")
        paragraph.add_run(f"{line.mark.sign}\t")
        if line.measure in self.known:
            link_to(paragraph, anchor_of(line.measure), plain(line.title))
        else:
            paragraph.add_run(plain(line.title)).bold = True
        paragraph.add_run(f"  {spoken(line)}.").italic = True
        paragraph.add_run(" " + plain(" ".join(line.sentences)) + " ")
        png = self.pictures.get(f"{line.measure} spark")
        if png is not None and line.plot is not None:
            shape = paragraph.add_run().add_picture(BytesIO(png), width=_points(_SPARK))
            describe(shape, plain(f"{line.title}. {spark_in_words(line.plot)}"))
        if full and line.companion:
            self.document.add_paragraph(plain(line.companion), style="Companion")

    def picture(self, block: Picture) -> None:
        paragraph = self.document.add_paragraph(style="Picture")
        shape = paragraph.add_run().add_picture(BytesIO(self.pictures[block.name]), width=_points(_CHART))
        describe(shape, plain(in_words(block.plot)))

    def table(self, block: Table) -> None:
        table = block.printed()
        self.document.add_paragraph(plain(table.caption), style="Caption")
        self.document.element.body.insert_element_before(table_element(table, small=block.small), "w:sectPr")
        # Word asks for a paragraph after a table; it says where the figures stop rather than standing empty.
        said = " ".join(note for note in (table.legend, table.note) if note)
        closing = said or f"{len(table.rows)} rows, {self.paper.provenance.run}."
        self.document.add_paragraph(plain(closing), style="Note")


def _points(amount: float) -> Any:
    from docx.shared import Pt

    return Pt(amount)


def _running(document: Any, paper: Paper) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = plain(f"{paper.title}\t{paper.for_body}")
    footer = section.footer.paragraphs[0]
    footer.text = plain(f"{paper.council} · {paper.provenance.run}\t")
    page_fields(footer)


def _properties(document: Any, paper: Paper) -> None:
    made = _made(paper)
    core = document.core_properties
    core.title, core.author, core.language = plain(paper.title), plain(paper.council), "en-GB"
    core.subject = plain(f"{paper.for_body}, {paper.period_label}")
    core.comments, core.keywords, core.last_modified_by = "", "", plain(paper.council)
    core.created, core.modified, core.revision = made, made, 1


def _made(paper: Paper) -> datetime:
    day = paper.provenance.made_on
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _dated(made: bytes, paper: Paper) -> bytes:
    """Return the same archive with every member dated as the paper, so that the same paper is the same bytes."""
    day = paper.provenance.made_on
    out = BytesIO()
    with ZipFile(BytesIO(made)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = ZipInfo(name, date_time=(day.year, day.month, day.day, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            after.writestr(member, before.read(name))
    return out.getvalue()
