"""The tags of a PDF that the typesetter does not set: the first cell of a row as that row's heading."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any


def with_row_headings(made: bytes, wanted: list[bool]) -> bytes:
    """Return the PDF with each body row's first cell a TH of scope Row, in the tables for which it is wanted.

    ``wanted`` has one entry a table, in reading order. A screen reader then says the row's name with each figure.
    """
    import pikepdf

    with pikepdf.open(BytesIO(made)) as pdf:
        tables = [found for found in elements(pdf.Root.StructTreeRoot) if found.S == "/Table"]
        for table, heads in zip(tables, wanted, strict=True):
            if heads:
                _head_rows(table)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _head_rows(table: Any) -> None:
    import pikepdf

    bodies = [found for found in elements(table) if found.S == "/TBody"]
    for row in (row for body in bodies for row in elements(body) if row.S == "/TR"):
        first = next(children(row))
        first.S = pikepdf.Name.TH
        first.A = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)


def elements(root: Any) -> Iterator[Any]:
    """Yield every structure element below one, in reading order."""
    for child in children(root):
        yield child
        yield from elements(child)


def children(node: Any) -> Iterator[Any]:
    """Yield the structure elements directly below a node, leaving out marked content and objects."""
    import pikepdf

    below = node.get("/K")
    if below is None:
        return
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
