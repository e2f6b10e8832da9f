"""Which pupil each child known to social care is: found by a stated rule, or left open with the doubt said.

1. **By number.** The child's pupil number is a pupil's number. A present number goes before a former one; a former number
   of either side counts. The dates of birth must not contradict each other.
2. **By birth, sex and postcode**, of a child for whom no number finds anybody: date of birth, sex and a home postcode are
   those of one pupil, and of no other child.

What is not clear is not decided: the child then has a doubt and no pupil. A name is never compared.
"""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Rows, Table, Text
from lineofsight.returns.linking.people import (
    SEXES,
    child_numbers,
    child_postcodes,
    known_children,
    pupil_numbers,
    pupil_postcodes,
    pupils,
)

BY_NUMBER, BY_FORMER_NUMBER, BY_BIRTH = "number", "former number", "birth, sex and postcode"
WAYS = (BY_NUMBER, BY_FORMER_NUMBER, BY_BIRTH)
SHARED = "the number is two children's"
SEVERAL = "several pupils fit"
TWO_CHILDREN = "two children fit one pupil"
BIRTH_DIFFERS = "the dates of birth differ"
NUMBERS_DIFFER = "birth, sex and postcode fit, and the numbers differ"
DOUBTS = (SHARED, SEVERAL, BIRTH_DIFFERS, TWO_CHILDREN, NUMBERS_DIFFER)

_NOBODY = ibis.null("string")


class LinkedChildren(Table):
    """Each child known to social care, with the pupil that the child is (``pupil_id``) and ``how`` that was found.

    ``pupil_id`` is the id under which the school census, SEN2 and attendance name the pupil. Where it is null, ``doubt``
    says why a pupil who may be the child was not taken, or is null, too, where there is no such pupil.
    """

    has_provenance = False

    child_id: Text
    pupil_id: Text
    how: Text
    doubt: Text

    def made_of(self) -> Rows:
        by_number = _by_number()
        found = by_number.union(_by_birth(by_number))
        # Two children who are one pupil are perhaps one child, recorded twice: neither is taken.
        of_pupil = ibis.window(group_by="pupil_id")
        twice = _.pupil_id.notnull() & (_.child_id.count().over(of_pupil) > 1)
        found = found.mutate(twice=twice)
        found = found.mutate(
            pupil_id=ibis.ifelse(_.twice, _NOBODY, _.pupil_id),
            how=ibis.ifelse(_.twice, _NOBODY, _.how),
            doubt=ibis.ifelse(_.twice, TWO_CHILDREN, _.doubt),
        )
        everyone = known_children.rows.select("child_id")
        return everyone.left_join(found, "child_id").select("child_id", "pupil_id", "how", "doubt")


def _by_number() -> Rows:
    """One row for each child for whom a number finds anybody."""
    theirs = child_numbers.rows
    shared = theirs.mutate(shared=_.child_id.nunique().over(ibis.window(group_by="number")) > 1)
    ours = pupil_numbers.rows.rename(pupil_former="former")
    pairs = shared.join(ours, "number").mutate(former=ibis.greatest(_.former, _.pupil_former))
    best = pairs.mutate(best=_.former.min().over(ibis.window(group_by="child_id"))).filter(_.former == _.best)
    told = (
        _with_births(best)
        .group_by("child_id")
        .agg(
            pupil_id=_.pupil_id.min(),
            several=_.pupil_id.nunique() > 1,
            shared=_.shared.cast("int64").max() > 0,
            differs=_.differs.cast("int64").max() > 0,
            former=_.former.min(),
        )
    )
    doubt = ibis.cases(
        (told.shared, SHARED), (told.several, SEVERAL), (told.differs, BIRTH_DIFFERS), else_=_NOBODY
    )
    how = ibis.ifelse(told.former == 1, BY_FORMER_NUMBER, BY_NUMBER)
    return _settled(told.mutate(doubt=doubt, found_by=how))


def _with_births(pairs: Rows) -> Rows:
    """Pairs of child and pupil, with whether their dates of birth contradict each other."""
    child = known_children.rows.select("child_id", child_born="born")
    pupil = pupils.rows.select("pupil_id", pupil_born="born")
    both = pairs.left_join(child, "child_id").left_join(pupil, "pupil_id")
    return both.mutate(differs=(_.child_born != _.pupil_born).fill_null(False))  # noqa: FBT003


def _by_birth(by_number: Rows) -> Rows:
    """One row for each child for whom no number finds anybody, and of whom birth, sex and postcode fit somebody."""
    same = ["born", "sex", "postcode"]
    child = known_children.rows.join(child_postcodes.rows, "child_id").filter(_.sex.isin(SEXES))
    pupil = pupils.rows.join(pupil_postcodes.rows, "pupil_id").filter(_.sex.isin(SEXES))
    pairs = child.join(pupil, same).select("child_id", "pupil_id").distinct()
    numbered_child = child_numbers.rows.select("child_id").distinct().mutate(child_numbered=1)
    numbered_pupil = pupil_numbers.rows.select("pupil_id").distinct().mutate(pupil_numbered=1)
    pairs = pairs.left_join(numbered_child, "child_id").drop("child_id_right")
    pairs = pairs.left_join(numbered_pupil, "pupil_id").drop("pupil_id_right")
    of_pupil = ibis.window(group_by="pupil_id")
    pairs = pairs.mutate(children=_.child_id.count().over(of_pupil))
    pairs = pairs.anti_join(by_number, "child_id")
    told = pairs.group_by("child_id").agg(
        pupil_id=_.pupil_id.min(),
        several=_.pupil_id.nunique() > 1,
        two=_.children.max() > 1,
        differs=(_.child_numbered.notnull() & _.pupil_numbered.notnull()).cast("int64").max() > 0,
    )
    doubt = ibis.cases(
        (told.several, SEVERAL), (told.two, TWO_CHILDREN), (told.differs, NUMBERS_DIFFER), else_=_NOBODY
    )
    return _settled(told.mutate(doubt=doubt, found_by=ibis.literal(BY_BIRTH)))


def _settled(told: Rows) -> Rows:
    """The pupil where there is no doubt, else the doubt alone."""
    sure = told.doubt.isnull()
    return told.select(
        "child_id",
        pupil_id=ibis.ifelse(sure, told.pupil_id, _NOBODY),
        how=ibis.ifelse(sure, told.found_by, _NOBODY),
        doubt=told.doubt,
    )


linked_children = LinkedChildren()
