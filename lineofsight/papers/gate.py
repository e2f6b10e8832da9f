"""The gate for PDF files: what a tagged PDF must hold, checked apart from the program that made it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lineofsight.papers.tags import children, elements

Found = Iterator[str]


def check_pdf(path: Path) -> list[str]:
    """Return what is wrong with a PDF, one sentence a finding; an empty list if a reader can use it.

    Checked: language, title and that it is shown, tags, headings without skips, a text alternative for each figure,
    table headings with their scope, links with their words, tab order, embedded fonts, and the mark of PDF/UA.
    """
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            return [*_document(pdf), *_structure(pdf), *_pages(pdf), *_fonts(pdf)]
    except pikepdf.PdfError as problem:
        return [f"It cannot be read as a PDF: {problem}."]


def _document(pdf: Any) -> Found:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "It does not say its language (Lang)."
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "Its window would show the file's name and not its title (DisplayDocTitle)."
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "It is not marked as tagged (MarkInfo)."
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "It has no title."
        if not metadata.get("pdfuaid:part"):
            yield "It does not say that it is PDF/UA (pdfuaid)."


def _structure(pdf: Any) -> Found:
    if "/StructTreeRoot" not in pdf.Root:
        yield "It has no structure (StructTreeRoot)."
        return
    found = list(elements(pdf.Root.StructTreeRoot))
    yield from _headings([str(one.S) for one in found])
    for one in found:
        if one.S == "/Figure" and not str(one.get("/Alt", "")).strip():
            yield "A figure has no text alternative (Alt)."
        if one.S == "/Table":
            yield from _table(one)


def _headings(kinds: list[str]) -> Found:
    levels = [int(kind[2:]) for kind in kinds if kind.startswith("/H") and kind[2:].isdigit()]
    if not levels:
        yield "It has no headings."
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"A heading of level {level} follows one of level {before}."


def _table(table: Any) -> Found:
    headings = [one for one in elements(table) if one.S == "/TH"]
    if not headings:
        yield "A table has no headings (TH)."
    if any("/Scope" not in attributes for one in headings for attributes in _of_tables(one)):
        yield "A table's heading does not say what it heads (Scope)."
    widths = {
        sum(cell.S in ("/TH", "/TD") for cell in children(row)) for row in elements(table) if row.S == "/TR"
    }
    if len(widths) > 1:
        yield f"A table has rows of different lengths: {', '.join(str(width) for width in sorted(widths))}."


def _of_tables(heading: Any) -> Iterator[Any]:
    """Yield a heading's table attributes, an empty dictionary if it has none."""
    import pikepdf

    held = heading.get("/A", pikepdf.Dictionary())
    every = list(held) if isinstance(held, pikepdf.Array) else [held]
    tables = [one for one in every if isinstance(one, pikepdf.Dictionary) and one.get("/O") == "/Table"]
    yield from tables or [pikepdf.Dictionary()]


def _pages(pdf: Any) -> Found:
    for number, page in enumerate(pdf.pages, start=1):
        links = [note for note in page.obj.get("/Annots", []) if note.get("/Subtype") == "/Link"]
        if any(not str(link.get("/Contents", "")).strip() for link in links):
            yield f"Page {number}: a link does not say where it leads (Contents)."
        if "/Annots" in page.obj and page.obj.get("/Tabs") != "/S":
            yield f"Page {number}: the tab key does not follow the structure (Tabs)."


def _fonts(pdf: Any) -> Found:
    for font in (one for one in pdf.objects if _is_font_descriptor(one)):
        if not any(name in font for name in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"The font {str(font.get('/FontName', '?'))[1:]} is not embedded."


def _is_font_descriptor(one: Any) -> bool:
    import pikepdf

    return isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
