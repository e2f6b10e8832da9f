"""Who is known to social care and who to education, each once, with every number and home postcode that is recorded.

The numbers and postcodes are kept apart from the people, since a child may have several of each: a number that was
replaced, an address before the last.
"""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Column, Date, Rows, Table, Text, Whole
from lineofsight.returns.tables import (
    census_pupils,
    children,
    episodes,
    looked_after_children,
    sen_persons,
)

PUPIL_NUMBER = r"^[A-Z][0-9]{11}[A-Z0-9]$"  # a reason why there is none (UN1 and the like) is no number
SEXES = ("F", "M")


class KnownChildren(Table):
    """Each child in the children in need census or the looked-after return, once.

    A date of birth or a sex is left blank where the two returns, or two loads, do not agree on it.
    """

    has_provenance = False

    child_id: Text
    born: Date
    sex: Text

    def made_of(self) -> Rows:
        told = ("child_id", "born", "sex")
        return _agreed(
            children.rows.select(*told).union(looked_after_children.rows.select(*told)), "child_id"
        )


class ChildNumbers(Table):
    """Each unique pupil number of each child known to social care; ``former`` is 1 for one that was replaced."""

    has_provenance = False

    child_id: Text
    number: Text
    former: Whole

    def made_of(self) -> Rows:
        return _numbers(
            "child_id",
            _numbered(children.rows, "child_id", "upn", former=0),
            _numbered(children.rows, "child_id", "former_upn", former=1),
            _numbered(looked_after_children.rows, "child_id", "upn", former=0),
        )


class ChildPostcodes(Table):
    """Each home postcode of each child known to social care: only the looked-after return holds any."""

    has_provenance = False

    child_id: Text
    postcode: Text

    def made_of(self) -> Rows:
        return _postcodes(episodes.rows, "child_id", "child_id", "home_postcode")


class Pupils(Table):
    """Each person in the school census or in SEN2, once, under the id that those returns use: the pupil number.

    A date of birth or a sex is left blank where they do not agree on it.
    """

    has_provenance = False

    pupil_id: Text
    born: Date
    sex: Text

    def made_of(self) -> Rows:
        told = {"pupil_id": "child_id", "born": "born", "sex": "sex"}
        return _agreed(census_pupils.rows.select(**told).union(sen_persons.rows.select(**told)), "pupil_id")


class PupilNumbers(Table):
    """Each unique pupil number of each person known to education; ``former`` is 1 for one that was replaced."""

    has_provenance = False

    pupil_id: Text
    number: Text
    former: Whole

    def made_of(self) -> Rows:
        return _numbers(
            "pupil_id",
            _numbered(census_pupils.rows, "pupil_id", "child_id", former=0),
            _numbered(census_pupils.rows, "pupil_id", "former_upn", former=1),
            _numbered(sen_persons.rows, "pupil_id", "upn", former=0),
        )


class PupilPostcodes(Table):
    """Each home postcode of each person known to education: of these returns only SEN2 holds any."""

    has_provenance = False

    pupil_id: Text
    postcode: Text

    def made_of(self) -> Rows:
        return _postcodes(sen_persons.rows, "pupil_id", "child_id", "postcode")


def _agreed(told: Rows, key: str) -> Rows:
    """One row a person, with what all that was told agrees on."""
    born = ibis.ifelse(_.born.min() == _.born.max(), _.born.min(), ibis.null("date"))
    sex = ibis.ifelse(_.sex.min() == _.sex.max(), _.sex.min(), ibis.null("string"))
    return told.filter(_[key].notnull()).group_by(key).agg(born=born, sex=sex)


def _numbered(rows: Rows, key: str, column: str, *, former: int) -> Rows:
    number = _without_spaces(rows[column])
    return rows.select(rows.child_id.name(key), number=number, former=ibis.literal(former, "int64"))


def _numbers(key: str, *lists: Rows) -> Rows:
    """What is a number, once a person; one that is both the present and a former number is the present one."""
    every = lists[0].union(*lists[1:])
    true = every.filter(_.number.re_search(PUPIL_NUMBER), _[key].notnull())
    return true.group_by(key, "number").agg(former=_.former.min())


def _postcodes(rows: Rows, key: str, id_: str, column: str) -> Rows:
    postcode = _without_spaces(rows[column])
    found = rows.select(rows[id_].name(key), postcode=postcode)
    return found.filter(_.postcode.length() > 0, _[key].notnull()).distinct()


def _without_spaces(text: Column) -> Column:
    """As it is compared: in capitals and without spaces, which people write as they like."""
    return text.upper().replace(" ", "")


known_children = KnownChildren()
child_numbers = ChildNumbers()
child_postcodes = ChildPostcodes()
pupils = Pupils()
pupil_numbers = PupilNumbers()
pupil_postcodes = PupilPostcodes()
