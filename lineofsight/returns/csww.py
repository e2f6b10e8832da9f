"""The children's social work workforce census: one XML file of the year to 30 September."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lineofsight.returns.csww_groups import GROUPS
from lineofsight.returns.elements import Reader
from lineofsight.returns.model import Covers, Item, Return
from lineofsight.returns.opening import opening_of
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.tables import census_posts, census_workers
from lineofsight.returns.values import UnreadableError, iso_date, trimmed
from lineofsight.returns.xml import Element, Stray, records

ROOT = "Message"
COLLECTION = "CSWW"
WORKER = "CSWWWorker"
FIRST_MONTH = 10  # the census tells of the year to 30 September


def _recognises(path: Path) -> str | None:
    opening = opening_of(path)
    if opening is None or opening.root != ROOT:
        return None
    collection = opening.texts.get("Header/CollectionDetails/Collection", "")
    return "census" if trimmed(collection).upper() == COLLECTION else None


def _read(path: Path, _part: str, file: str) -> Iterator[Item]:
    reader = Reader(file)
    census_day: date | None = None
    workers = 0
    for record in records(path, root=ROOT, record=frozenset({"Header", *GROUPS}), around=frozenset()):
        if isinstance(record, Stray):
            yield from reader.stray(record)
        elif record.name == "Header":
            census_day = _reference_date(record)
            yield Covers(since=first_of_year(census_day), until=census_day)
        elif census_day is None:
            raise _period_unknown(record)
        else:
            workers += record.name == WORKER
            yield from reader.row(record, GROUPS[record.name], {"census_day": census_day})
    if not workers:
        raise FileRefusedError(
            "no_workers",
            "The file holds no social worker. It would say that the council had none.",
            "Export the census again.",
        )
    yield from reader.unknowns.problems(file)


def first_of_year(census_day: date) -> date:
    """The first day of the year that a census with this reference date tells of.

    >>> first_of_year(date(2025, 9, 30))
    datetime.date(2024, 10, 1)
    """
    return date(census_day.year - (census_day.month < FIRST_MONTH), FIRST_MONTH, 1)


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
        "The file's header, which stands before its workers, gives no reference date that can be read, so it is not "
        "known which year the census is of.",
        "Export the census again with ReferenceDate (yyyy-mm-dd) in its header.",
        row=element.line,
    )


CSWW = Return(
    name="workforce_census",
    title="Children's social work workforce census",
    tables=(census_workers, census_posts),
    recognises=_recognises,
    read=_read,
    tells_period=True,
)
