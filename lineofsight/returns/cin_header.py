"""The header of the children in need census: which days the file speaks for, up to its reference date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lineofsight.returns.elements import LONGEST_SHOWN
from lineofsight.returns.model import Covers, Item
from lineofsight.returns.problems import FileRefusedError, Problem, Severity
from lineofsight.returns.values import EARLIEST, LATEST, UnreadableError, iso_date, trimmed, whole
from lineofsight.returns.xml import Element

PATH = "Header/CollectionDetails"


def period_items(header: Element, file: str) -> Iterator[Item]:
    """What the file covers: from 1 April on or before the reference date until that date, with what is wrong with it.

    A census that is run monthly has a reference date within the year. Without a readable one the year's last day is
    taken; without a year either, FileRefusedError.
    """
    details = [leaf for part in header.children if part.name == "CollectionDetails" for leaf in part.children]
    reference, year = _named(details, "ReferenceDate"), _named(details, "Year")
    until = _reference_date(reference)
    named = _year(year)
    if until is None:
        if named is None:
            raise period_unknown(reference or year or header)
        until = date(named, 3, 31)
        yield _instead(file, reference or header, until)
    elif year is not None and named not in _years(until):
        yield _disagrees(file, year, until)
    yield Covers(since=first_of_year(until), until=until)


def first_of_year(day: date) -> date:
    """1 April on or before a day: the census year begins there."""
    return date(day.year - (day < date(day.year, 4, 1)), 4, 1)


def period_unknown(element: Element | None) -> FileRefusedError:
    """The refusal of a file that does not say what it covers."""
    return FileRefusedError(
        "period_unknown",
        "The file's header, which stands before its children, gives neither a reference date nor a year that can be "
        "read, so it is not known which days the file covers.",
        "Export the census again with ReferenceDate (yyyy-mm-dd) and Year in its header.",
        row=element.line if element else None,
    )


def _named(leaves: list[Element], name: str) -> Element | None:
    return next((leaf for leaf in leaves if leaf.name == name and trimmed(leaf.text)), None)


def _reference_date(leaf: Element | None) -> date | None:
    try:
        return iso_date(leaf.text) if leaf else None
    except UnreadableError:
        return None


def _year(leaf: Element | None) -> int | None:
    try:
        year = whole(leaf.text) if leaf else 0
    except UnreadableError:
        return None
    return year if EARLIEST.year < year <= LATEST.year else None


def _years(until: date) -> set[int]:
    """What a council may call the year of a day: the calendar year, or the one that the census year ends in."""
    return {until.year, first_of_year(until).year + 1}


def _instead(file: str, about: Element, until: date) -> Problem:
    return Problem(
        rule="reference_date_unreadable",
        severity=Severity.WARNING,
        file=file,
        message=f"The header has no reference date that can be read; {until} was used, the last day of its year.",
        remedy="Give ReferenceDate as yyyy-mm-dd in the export.",
        sheet=PATH,
        row=about.line,
        column="ReferenceDate",
        value=trimmed(about.text)[:LONGEST_SHOWN] or None,
    )


def _disagrees(file: str, year: Element, until: date) -> Problem:
    return Problem(
        rule="year_disagrees",
        severity=Severity.WARNING,
        file=file,
        message=f"The header's year does not agree with its reference date; the reference date, {until}, was used.",
        remedy="Correct whichever is wrong in the export.",
        sheet=PATH,
        row=year.line,
        column="Year",
        value=trimmed(year.text)[:LONGEST_SHOWN],
    )
