"""Rules about adoption: the decision, the match, the placement and how it ended."""

from __future__ import annotations

from ibis import _

from lineofsight.returns.rules.beside import OF_CHILD
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.rules.spells import next_start, several
from lineofsight.returns.tables import adoptions, episodes, placements_for_adoption

FOR_ADOPTION = ("A3", "A4", "A5", "A6")
ADOPTED = ("E11", "E12")
_decided = Beside(of=placements_for_adoption.rows, by=OF_CHILD, facts={"first": _.placed.min()})
_recorded = Beside(of=adoptions.rows, by=OF_CHILD, facts={"decided": _.decision_date.min()})

RULES = (
    Rule(
        id="placed_for_adoption_without_decision",
        table=episodes,
        broken=episodes.placement.isin(FOR_ADOPTION) & _decided.lacks_alone(episodes),
        column="placement",
        beside=(_decided,),
        message="The child is placed for adoption, and no decision that the child should be is recorded.",
        remedy="Add the decision to the file of placements for adoption, or correct the placement.",
        dfe="551",
    ),
    Rule(
        id="placed_for_adoption_before_decision",
        table=episodes,
        broken=episodes.placement.isin(FOR_ADOPTION) & (episodes.started < _decided["first"]),
        column="started",
        beside=(_decided,),
        message="The placement for adoption starts before the decision that the child should be placed.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="552",
    ),
    Rule(
        id="adopted_without_record",
        table=episodes,
        broken=episodes.reason_ended.isin(ADOPTED) & _recorded.lacks_alone(episodes),
        column="reason_ended",
        beside=(_recorded,),
        message="Care ended with adoption, and the file of adoptions does not hold the child.",
        remedy="Add the child to the file of adoptions, or correct the reason.",
        dfe="601",
    ),
    Rule(
        id="match_before_decision",
        table=adoptions,
        broken=adoptions.match_date < adoptions.decision_date,
        column="match_date",
        message="The match with adopters lies before the decision that adoption is in the child's best interests.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="333",
    ),
    Rule(
        id="adoption_decided_before_birth",
        table=adoptions,
        broken=adoptions.decision_date < adoptions.born,
        column="decision_date",
        message="The decision on adoption lies before the child was born.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="decision_before_birth",
        table=placements_for_adoption,
        broken=placements_for_adoption.placed < placements_for_adoption.born,
        column="placed",
        message="The decision that the child should be placed for adoption lies before the child was born.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="184",
    ),
    Rule(
        id="reversal_without_reason",
        table=placements_for_adoption,
        broken=placements_for_adoption.ceased.notnull() & placements_for_adoption.reason_ceased.isnull(),
        column="reason_ceased",
        message="The decision was reversed, and no reason is recorded.",
        remedy="Give the reason.",
        dfe="119",
    ),
    Rule(
        id="reason_without_reversal",
        table=placements_for_adoption,
        broken=placements_for_adoption.ceased.isnull() & placements_for_adoption.reason_ceased.notnull(),
        column="ceased",
        message="A reason for reversing the decision is recorded, and no day.",
        remedy="Give the day on which it was reversed, or remove the reason.",
        dfe="119",
    ),
    Rule(
        id="two_open_decisions",
        table=placements_for_adoption,
        broken=several(placements_for_adoption.ceased.isnull(), placements_for_adoption),
        column="placed",
        message="Two or more decisions to place the child for adoption are open.",
        remedy="Reverse the earlier one, or remove the one that was entered twice.",
        dfe="583",
    ),
    Rule(
        id="decisions_overlap",
        table=placements_for_adoption,
        broken=placements_for_adoption.ceased > next_start(placements_for_adoption),
        column="ceased",
        message="The decision was reversed after the child's next one.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="579",
    ),
)
