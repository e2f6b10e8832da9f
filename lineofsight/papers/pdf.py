"""The paper as a tagged PDF: its blocks as data for the template, then row headings marked as such."""

from __future__ import annotations

import re
from typing import Any

from lineofsight.papers.cells import CellKind, DataTable
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
from lineofsight.papers.palette import PALETTE
from lineofsight.papers.tags import with_row_headings
from lineofsight.papers.typesetting import typeset_pdf

_POINTS = 482.0  # the text's width on A4 between margins of 20 mm
_GUTTER = 16.0
_LETTER = 4.2  # points: a letter of the tables' type, on the wide side
_SMALL = 7  # points: type for digests
_PADDING = 10.0  # points between two columns of a table
_FLOWS_FROM = 10  # rows; a shorter table stays whole
_MOST_COLUMNS = 3
_WHOLE = 14  # rows; a longer table in one column may be broken over pages
_MEASURE = 3  # the level of a measure's heading
_OPENING = {"prose", "companion", "picture"}
_CHART = (
    160  # pixels: the height of a chart's plotting area, so that a measure's opening takes a third of a page
)


def pdf_paper(paper: Paper) -> bytes:
    """Return the whole file, PDF/UA-1. Raises PaperRefusedError where it cannot be made accessible."""
    tables = [block.table for block in outline(paper) if isinstance(block, Table)]
    made = typeset_pdf(pdf_words(paper), made_on=paper.provenance.made_on)
    return with_row_headings(made, [table.row_headers for table in tables])


def pdf_words(paper: Paper) -> dict[str, Any]:
    """Return all that the template is given: words, drawings and colours."""
    known = {part.id for part in paper.measures}
    return {
        "title": plain(f"{paper.title} – {paper.for_body}"),
        "running": plain(paper.title),
        "body": plain(paper.for_body),
        "council": plain(paper.council),
        "footer": plain(f"{paper.council} · {paper.provenance.run}"),
        "colours": {name: colour.light for name, colour in PALETTE.items()},
        "blocks": _kept_together([_block(block, known) for block in outline(paper)]),
    }


def _kept_together(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the blocks with each measure's opening, from its title to its chart, as one that no page breaks."""
    kept: list[dict[str, Any]] = []
    opening: list[dict[str, Any]] | None = None
    for block in blocks:
        if block["kind"] == "heading" and block["level"] == _MEASURE:
            after_part = bool(kept) and kept[-1]["kind"] == "heading"
            opening = [block]
            kept.append({"kind": "together", "first": after_part, "blocks": opening})
        elif opening is not None and block["kind"] in _OPENING:
            opening.append(block)
        else:
            opening = None
            kept.append(block)
    return kept


def _block(block: Block, known: set[str]) -> dict[str, Any]:
    match block:
        case Heading():
            return {
                "kind": "heading",
                "level": block.level,
                "text": plain(block.text),
                "anchor": block.anchor,
            }
        case Prose():
            return {"kind": "prose", "text": plain(block.text), "quiet": block.quiet, "lead": block.lead}
        case Bullets():
            return {"kind": "bullets", "items": [plain(item) for item in block.items]}
        case Flags():
            lines = [_flag(line, known) for line in block.lines]
            return {"kind": "flags", "full": block.full, "lines": lines}
        case Companion():
            return {"kind": "companion", "text": plain(block.text)}
        case Picture():
            svg = run_chart(block.plot, name=block.name, height=_CHART)
            return {"kind": "picture", "svg": svg, "alt": plain(in_words(block.plot))}
        case Facts():
            return {"kind": "facts", "rows": [[plain(row.label), plain(row.text)] for row in block.rows]}
        case _:
            # A table that can flow in columns is printed whole: sixty months then take a third of a page.
            whole = columns_that_fit(block.table) > 1 and not block.small
            return _table(block.table if whole else block.printed(), small=block.small)


def _flag(line: Line, known: set[str]) -> dict[str, Any]:
    plot = line.plot
    return {
        "sign": line.mark.sign,
        "said": f"{spoken(line)}.",
        "title": plain(line.title),
        "anchor": anchor_of(line.measure),
        "known": line.measure in known,
        "sentences": plain(" ".join(line.sentences)),
        "companion": plain(line.companion),
        "svg": sparkline(plot, name=line.measure) if plot is not None and plot.has_values else "",
        "alt": plain(f"{line.title}. {spark_in_words(plot)}") if plot is not None else "",
    }


def _table(table: DataTable, *, small: bool) -> dict[str, Any]:
    flow = 1 if small else columns_that_fit(table)
    return {
        "kind": "table",
        "caption": plain(table.caption),
        "header": [plain(words) for words in table.header],
        "rows": [[breakable(plain(cell.text)) for cell in row] for row in table.rows],
        "words": _wordy(table),
        "columns": _shares(table) if small else _columns(table, flow),
        "long": flow == 1 and len(table.rows) > _WHOLE,
        "flow": flow,
        "size": _SMALL if small else 8.5 if flow > 1 else 9,
        "note": plain(" ".join(note for note in (table.legend, table.note) if note)),
    }


def _wordy(table: DataTable) -> list[bool]:
    """Return for each column whether it holds words, which stand to the left; figures stand to the right."""
    return [
        at == 0 or any(row[at].kind is CellKind.TEXT for row in table.rows) for at in range(len(table.header))
    ]


def columns_that_fit(table: DataTable) -> int:
    """Return in how many columns a table may flow so that no cell needs a second line; 1 to 3."""
    if len(table.rows) < _FLOWS_FROM:
        return 1
    return max(1, min(_MOST_COLUMNS, int((_POINTS + _GUTTER) // (_natural_width(table) + _GUTTER))))


def _longest(table: DataTable) -> list[int]:
    return [
        max(len(words), *(len(row[at].text) for row in table.rows)) if table.rows else len(words)
        for at, words in enumerate(table.header)
    ]


def _natural_width(table: DataTable) -> float:
    return sum(_longest(table)) * _LETTER + _PADDING * (len(table.header) - 1)


def _columns(table: DataTable, flow: int) -> list[dict[str, Any]]:
    """Return each column's width: figures as wide as they are, and the first column what is left in its flow.

    A short table keeps its figures near their names.
    """
    longest = _longest(table)
    if _natural_width(table) > _POINTS:
        return _shares(table)
    first = {"unit": "share", "size": 1} if flow > 1 else {"unit": "points", "size": longest[0] * 5 + 40}
    return [first, *({"unit": "auto"} for _ in longest[1:])]


def _shares(table: DataTable) -> list[dict[str, Any]]:
    """Return columns that share the page's width by their longest words; a digest has room for its one line."""
    return [
        {"unit": "points", "size": letters * _DIGEST_LETTER + _PADDING}
        if letters == _DIGEST
        else {"unit": "share", "size": letters}
        for letters in _longest(table)
    ]


_DIGEST = 64  # letters
_DIGEST_LETTER = 3.6  # points, in small type
_LONG_WORD = re.compile(r"\S{29,}")
_PIECE = re.compile(r"[^_./\\-]{1,32}[_./\\-]*")


def breakable(words: str) -> str:
    """Return the words with places to break a long one, after a file name's punctuation; a digest stays whole."""
    if len(words) == _DIGEST and words.isalnum():
        return words
    return _LONG_WORD.sub(lambda found: "\u200b".join(_PIECE.findall(found.group())), words)
