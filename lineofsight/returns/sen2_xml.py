"""SEN2 person level as one XML file: the same rows as its CSV files, under identifiers made of what the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lineofsight.returns.elements import Reader
from lineofsight.returns.model import Covers, Item, Return
from lineofsight.returns.opening import opening_of
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.sen2_people import person_items
from lineofsight.returns.sen2_period import first_of_return
from lineofsight.returns.tables import sen2
from lineofsight.returns.values import UnreadableError, iso_date, trimmed
from lineofsight.returns.xml import Element, Stray, records

ROOT = "Message"
PERSON = "Person"
AROUND = frozenset({"Persons", "SEN2"})


def _recognises(path: Path) -> str | None:
    opening = opening_of(path)
    if opening is None or opening.root != ROOT:
        return None
    collection = trimmed(opening.texts.get("Header/CollectionDetails/Collection", ""))
    return "person level" if collection.upper().startswith("SEN2") else None


def _read(path: Path, _part: str, file: str) -> Iterator[Item]:
    reader = Reader(file)
    reference: date | None = None
    persons = 0
    for record in records(path, root=ROOT, record=frozenset({"Header", PERSON}), around=AROUND):
        if isinstance(record, Stray):
            yield from reader.stray(record)
        elif record.name == "Header":
            reference = _reference_date(record)
            yield Covers(since=first_of_return(reference), until=reference)
        elif reference is None:
            raise _period_unknown(record)
        else:
            persons += 1
            yield from person_items(record, reader, f"{reference:%Y-%m-%d} {persons}")
    if not persons:
        raise FileRefusedError(
            "no_persons",
            "The file holds no person. It would say that nobody had a plan, or asked for one, in all its days.",
            "Export the return again.",
        )
    yield from reader.unknowns.problems(file)


def _reference_date(header: Element) -> date:
    for details in header.children:
        for leaf in details.children:
            if details.name == "CollectionDetails" and leaf.name == "ReferenceDate":
                try:
                    return iso_date(leaf.text)
                except UnreadableError:
                    raise _period_unknown(leaf) from None
    raise _period_unknown(header)


def _period_unknown(element: Element) -> FileRefusedError:
    return FileRefusedError(
        "period_unknown",
        "The file's header, which stands before its persons, gives no reference date that can be read, so it is not "
        "known which days the file covers.",
        "Export the return again with ReferenceDate (yyyy-mm-dd) in its header.",
        row=element.line,
    )


SEN2_XML = Return(
    name="sen2",
    title="SEN2 person level, XML",
    tables=sen2.TABLES,
    recognises=_recognises,
    read=_read,
    tells_period=True,
)
