"""The school census as COLLECT exports it: one CSV file for each table, whose year and term stand in its name alone."""

from __future__ import annotations

import re
from functools import partial

from lineofsight.calendar import Term, term_before, term_days
from lineofsight.returns.model import Covers, Named, Return
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.school_census_parts import PARTS
from lineofsight.returns.sheet_returns import filled, read, recognised

_YEAR_AND_TERM = re.compile(r"(?<!\d)(20\d\d)(?!\d)[ _-]*(autumn|spring|summer)", re.IGNORECASE)
_TERM_AND_YEAR = re.compile(r"(autumn|spring|summer)[ _-]*(20\d\d)(?!\d)", re.IGNORECASE)
_SCHOOLS = re.compile(
    r"(?<![a-z])(acad|la)(?![a-z])", re.IGNORECASE
)  # academies, or schools that the council maintains


def census_named(key: str | None, name: str) -> Named:
    """The census that a key such as ``2024-autumn`` or a name such as ``2024_autumn_pupilonroll.csv`` tells.

    A census holds the attendance of the term before. Academies and maintained schools may come in files of their own
    (``acad``, ``la``): then each are a load of their own. Raises FileRefusedError where neither tells the term.
    """
    found = (key and _year_and_term(key)) or _year_and_term(name)
    if not found:
        raise FileRefusedError(
            "term_unknown",
            "A table of the school census does not say which census it is from, and neither does the file's name.",
            "Name the census with --key, for example 2024-autumn, or give the file a name that begins with it, for example "
            "2024_autumn_pupilonroll.csv.",
        )
    year, term = found
    since, until = term_days(*term_before(term, year))
    schools = _SCHOOLS.search(name)
    census = f"{year}-{term}"
    return Named(
        key=f"{census} {schools[0].lower()}" if schools else census,
        covers=Covers(since=since, until=until),
        shared={"census": census, "attended_since": since, "attended_until": until},
    )


def _year_and_term(text: str) -> tuple[int, Term] | None:
    if found := _YEAR_AND_TERM.search(text):
        return int(found[1]), Term(found[2].lower())
    if found := _TERM_AND_YEAR.search(text):
        return int(found[2]), Term(found[1].lower())
    return None


SCHOOL_CENSUS = Return(
    name="school_census",
    title="School census, pupil tables",
    tables=tuple({part.table.name: part.table for part in PARTS}.values()),
    recognises=partial(recognised, PARTS),
    read=partial(read, PARTS),
    filled_by=partial(filled, PARTS),
    named=census_named,
)
