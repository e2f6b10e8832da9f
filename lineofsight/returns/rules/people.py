"""Rules about who a child is: births, deaths, identifiers, disabilities."""

from __future__ import annotations

import ibis

from lineofsight.returns.rules.beside import cases_of_child
from lineofsight.returns.rules.model import Rule
from lineofsight.returns.tables import children, disabilities, looked_after_children, unaccompanied_children

NO_DISABILITY = "NONE"
_same_upn = ibis.window(group_by="upn")
_of_the_child = ibis.window(group_by="child_id")

RULES = (
    Rule(
        id="died_before_birth",
        table=children,
        broken=children.died < children.born,
        column="died",
        message="The child's date of death lies before the date of birth.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8535Q",
    ),
    Rule(
        id="born_and_still_expected",
        table=children,
        broken=children.born.notnull() & children.expected_birth.notnull(),
        column="expected_birth",
        message="The child has both a date of birth and an expected one; the date of birth is used.",
        remedy="Remove the expected date of birth once the child is born.",
        dfe="8525Q",
    ),
    Rule(
        id="sex_of_unborn_child",
        table=children,
        broken=children.born.isnull() & children.expected_birth.notnull() & (children.sex != "U"),
        column="sex",
        message="The child is not born yet and a sex is recorded.",
        remedy="Give U until the child is born, or give the date of birth.",
        dfe="8750",
    ),
    Rule(
        id="upn_of_two_children",
        table=children,
        broken=children.upn.notnull() & (children.child_id.nunique().over(_same_upn) > 1),
        column="upn",
        message="Two or more children have this unique pupil number, so none of them is linked to a school record by it.",
        remedy="Find out whose number it is, or whether the records are of one child and belong together.",
        dfe="1520",
    ),
    Rule(
        id="child_without_referral",
        table=children,
        broken=cases_of_child.lacks(children),
        column="child_id",
        beside=(cases_of_child,),
        message="No referral of this child was kept, so the child is in no figure of children in need.",
        remedy="See whether the referral is missing from the file or was held back, and mend it there.",
        dfe="8590",
    ),
    Rule(
        id="no_disability_and_one",
        table=disabilities,
        broken=(disabilities.disability == NO_DISABILITY)
        & (disabilities.disability.nunique().over(_of_the_child) > 1),
        column="disability",
        message="The child is said to have no disability, and to have one.",
        remedy="Remove NONE where a disability is recorded.",
        dfe="8790",
    ),
    Rule(
        id="upn_of_two_looked_after_children",
        table=looked_after_children,
        broken=looked_after_children.upn.notnull()
        & (looked_after_children.child_id.nunique().over(_same_upn) > 1)
        & ~looked_after_children.upn.startswith("UN"),
        column="upn",
        message="Two or more looked-after children have this unique pupil number, so none of them is linked by it.",
        remedy="Find out whose number it is, or whether the records are of one child and belong together.",
        dfe="444",
    ),
    Rule(
        id="birth_of_mothers_child_without_mother",
        table=looked_after_children,
        broken=looked_after_children.childs_birth.notnull() & ~looked_after_children.is_mother,
        column="childs_birth",
        message="A date of birth of the child's own child is recorded, and the child is said not to be a mother.",
        remedy="Correct the mark or remove the date.",
        dfe="612",
    ),
    Rule(
        id="mother_without_birth",
        table=looked_after_children,
        broken=looked_after_children.is_mother & looked_after_children.childs_birth.isnull(),
        column="childs_birth",
        message="The child is said to be a mother, and her child's date of birth is not recorded.",
        remedy="Give the date of birth, or correct the mark.",
        dfe="611",
    ),
    Rule(
        id="mother_under_eleven",
        table=looked_after_children,
        broken=looked_after_children.childs_birth < looked_after_children.born + ibis.interval(years=11),
        column="childs_birth",
        message="By the dates of birth the mother was under 11 when her child was born.",
        remedy="Correct whichever date of birth is wrong.",
        dfe="620",
    ),
    Rule(
        id="unaccompanied_after_eighteen",
        table=unaccompanied_children,
        broken=unaccompanied_children.status_ceased > unaccompanied_children.born + ibis.interval(years=18),
        column="status_ceased",
        message="The child is said to have been an unaccompanied asylum-seeking child after the 18th birthday.",
        remedy="Give the 18th birthday at the latest, or correct the date of birth.",
        dfe="304",
    ),
)
