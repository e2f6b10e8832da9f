"""The children in need census, one XML file for a year or for a year so far."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lineofsight.returns.cin_children import child_items
from lineofsight.returns.cin_groups import EVERY_TABLE
from lineofsight.returns.cin_header import period_items, period_unknown
from lineofsight.returns.elements import Reader
from lineofsight.returns.model import Item, Return
from lineofsight.returns.opening import opening_of
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.values import trimmed
from lineofsight.returns.xml import Element, Stray, records

ROOT = "Message"  # DfE's other collections have it too; the header tells them apart
RECORDS = frozenset({"Header", "Child"})
AROUND = frozenset({"Children"})


def _recognises(path: Path) -> str | None:
    opening = opening_of(path)
    if opening is None or opening.root != ROOT:
        return None
    collection = opening.texts.get("Header/CollectionDetails/Collection", "")
    return "census" if trimmed(collection).upper() == "CIN" else None


def _read(path: Path, _part: str, file: str) -> Iterator[Item]:
    reader = Reader(file)
    header: Element | None = None
    child: Element | None = None
    for record in records(path, root=ROOT, record=RECORDS, around=AROUND):
        if isinstance(record, Stray):
            yield from reader.stray(record)
        elif record.name == "Child":
            child = record
            if header is None:
                raise period_unknown(child)
            yield from child_items(child, reader)
        elif header is None:
            header = record
            yield from period_items(header, file)
        else:
            reader.unknowns.note(ROOT, record.name, record.line)
    if child is None:
        raise period_unknown(header) if header is None else _without_children(header)
    yield from reader.unknowns.problems(file)


def _without_children(header: Element) -> FileRefusedError:
    return FileRefusedError(
        "no_children",
        "The file holds no child. It would say that no child was in need in all the days that it covers.",
        "Export the census again.",
        row=header.line,
    )


CIN_CENSUS = Return(
    name="cin_census",
    title="Children in need census",
    tables=EVERY_TABLE,
    recognises=_recognises,
    read=_read,
    tells_period=True,
)
