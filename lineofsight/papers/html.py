"""The paper as one HTML file: no script, no other file, its style inside; it prints as the paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from lineofsight.papers.cells import Cell, CellKind, DataTable
from lineofsight.papers.charts import run_chart, sparkline
from lineofsight.papers.markup import element, text
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
    anchor_of,
    outline,
    spoken,
)
from lineofsight.papers.palette import PALETTE, variables

NARROW = 288  # pixels: what a screen of 320 leaves for a chart
WIDE = 680


def html_paper(paper: Paper) -> str:
    """Return the whole file."""
    body = "".join(_block(block, paper) for block in outline(paper))
    return page(
        title=f"{paper.title} – {paper.for_body}",
        body=element("a", "Skip to what changed", href="#changed", class_="skip")
        + element("main", body)
        + element("footer", element("p", text(_footer(paper)))),
    )


def page(*, title: str, body: str) -> str:
    """Return a page with the paper's style. Its policy allows that style, by its digest, and nothing else."""
    style = stylesheet()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    head = (
        element("meta", charset="utf-8")
        + element("meta", name="viewport", content="width=device-width, initial-scale=1")
        + element(
            "meta",
            http_equiv="Content-Security-Policy",
            content=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        )
        + element("meta", name="color-scheme", content="light dark")
        + element("title", text(title))
        + f"<style>{style}</style>"
    )
    return f"<!DOCTYPE html>\n{element('html', element('head', head), element('body', body), lang='en-GB')}\n"


@cache
def stylesheet() -> str:
    """Return the style: the palette on each ground, then the rules."""
    rules = resources.files("lineofsight.papers").joinpath("paper.css").read_text(encoding="utf-8")
    marks = "".join(
        f".fill-{name}{{fill:var(--{name})}}.line-{name}{{stroke:var(--{name})}}" for name in sorted(PALETTE)
    )
    return (
        f":root{{{variables('light')}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{variables('dark')}}}}}"
        f"@media (forced-colors:active){{:root{{{variables('forced')}}}}}{marks}{rules}"
    )


def _footer(paper: Paper) -> str:
    return f"{paper.council} · {paper.period_label} · {paper.provenance.run}"


def _block(block: Block, paper: Paper) -> str:
    match block:
        case Heading():
            return element(f"h{block.level}", text(block.text), id=block.anchor or None)
        case Prose():
            kind = "quiet" if block.quiet else "lead" if block.lead else None
            return element("p", text(block.text), class_=kind)
        case Bullets():
            return element("ul", *(element("li", text(item)) for item in block.items))
        case Flags():
            return _flags(block, {part.id for part in paper.measures})
        case Companion():
            return element("p", text(block.text), class_="companion")
        case Picture():
            return _picture(block)
        case Facts():
            rows = (
                element("div", element("dt", text(row.label)), element("dd", text(row.text)))
                for row in block.rows
            )
            return element("dl", *rows)
        case _:
            return _folded(block.table) if block.folded else _table(block.table)


def _picture(block: Picture) -> str:
    wide = run_chart(block.plot, name=f"{block.name}-wide", width=WIDE)
    narrow = run_chart(block.plot, name=f"{block.name}-narrow", width=NARROW)
    return element("figure", element("div", wide, class_="wide"), element("div", narrow, class_="narrow"))


def _flags(block: Flags, known: set[str]) -> str:
    items = "".join(_flag(line, known, full=block.full) for line in block.lines)
    return element("ul", items, class_="flags full" if block.full else "flags")


def _flag(line: Line, known: set[str], *, full: bool) -> str:
    sign = element("span", line.mark.sign, class_="sign", aria_hidden="true")
    words = element("span", text(f"{spoken(line)}."), class_="said" if full else "unseen")
    title = text(line.title)
    name = element("a", title, href=f"#{anchor_of(line.measure)}") if line.measure in known else title
    sentences = element("p", text(" ".join(line.sentences)))
    companion = element("p", text(line.companion), class_="companion") if line.companion and full else ""
    plot = line.plot
    spark = sparkline(plot, name=f"{line.measure}-spark") if plot is not None and plot.has_values else ""
    told = element(
        "div", element("p", element("strong", name), " ", words), sentences, companion, class_="told"
    )
    return element("li", sign, told, element("div", spark, class_="spark"))


def _folded(table: DataTable) -> str:
    name = f"The figures as a table: {table.caption}"
    return element("details", element("summary", text(name)), _table(table))


def _table(table: DataTable) -> str:
    head = element("tr", *(element("th", text(words), scope="col") for words in table.header))
    rows = "".join(_row(row, heads=table.row_headers) for row in table.rows)
    said = " ".join(note for note in (table.legend, table.note) if note)
    notes = element("p", text(said), class_="quiet note") if said else ""
    grid = element(
        "table", element("caption", text(table.caption)), element("thead", head), element("tbody", rows)
    )
    scroll = element("div", grid, class_="scroll", role="region", aria_label=table.caption, tabindex=0)
    return scroll + notes


def _row(row: tuple[Cell, ...], *, heads: bool) -> str:
    cells = [
        element("th", _cell(cell), scope="row")
        if heads and at == 0
        else element("td", _cell(cell), class_=_side(cell))
        for at, cell in enumerate(row)
    ]
    return element("tr", *cells)


def _side(cell: Cell) -> str | None:
    return "words" if cell.kind is CellKind.TEXT else None


def _cell(cell: Cell) -> str:
    if not cell.symbol:
        return text(cell.text)
    return element("span", cell.symbol, aria_hidden="true") + element(
        "span", text(cell.reason), class_="unseen"
    )
