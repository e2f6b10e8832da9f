"""Rules about section 47 enquiries, conferences and what leads from one to the other."""

from __future__ import annotations

from ibis import _

from lineofsight.returns.columns import Column
from lineofsight.returns.rules.beside import OF_CASE, OF_CHILD, case, people, yes
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.rules.spells import several
from lineofsight.returns.tables import assessments, conferences, section_47_enquiries

SATURDAY = 5  # Monday is 0
_undecided = section_47_enquiries.conference_date.isnull() & ~yes(
    section_47_enquiries.conference_not_required
)
_assessed = Beside(of=assessments.rows, by=OF_CASE)
_enquired = Beside(of=section_47_enquiries.rows, by=OF_CHILD, facts={"first": _.started.min()})


def _weekend(day: Column) -> Column:
    return day.day_of_week.index() >= SATURDAY


RULES = (
    Rule(
        id="enquiry_before_referral",
        table=section_47_enquiries,
        broken=section_47_enquiries.started < section_47_enquiries.referral_date,
        column="started",
        message="The section 47 enquiry starts before the referral that it belongs to.",
        remedy="Correct whichever of the two dates is wrong, or move it to the referral before.",
        dfe="2889",
    ),
    Rule(
        id="enquiry_without_referral",
        table=section_47_enquiries,
        broken=case.lacks(section_47_enquiries),
        column="referral_date",
        beside=(case,),
        message="The referral that the enquiry belongs to was not kept, so nothing tells whether its case is open.",
        remedy="Mend the referral, which may have been held back.",
    ),
    Rule(
        id="enquiry_after_closure",
        table=section_47_enquiries,
        broken=section_47_enquiries.started > case["closed"],
        column="started",
        beside=(case,),
        message="The section 47 enquiry starts after its case was closed.",
        remedy="Correct the day of closure, or move the enquiry to the referral that it belongs to.",
        dfe="8565",
    ),
    Rule(
        id="enquiry_open_in_a_closed_case",
        table=section_47_enquiries,
        broken=_undecided & case["closed"].notnull(),
        column="conference_date",
        beside=(case,),
        message="The case is closed, and the enquiry has neither a conference nor the mark that none is needed, so a "
        "conference counts as still to be held.",
        remedy="Give the day of the conference, or mark that none is needed.",
        dfe="8868",
    ),
    Rule(
        id="enquiry_after_death",
        table=section_47_enquiries,
        broken=section_47_enquiries.started > people["died"],
        column="started",
        beside=(people,),
        message="The section 47 enquiry starts after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="two_undecided_enquiries",
        table=section_47_enquiries,
        broken=several(_undecided, section_47_enquiries, tuple(OF_CASE)),
        column="started",
        message="The case has two or more enquiries without a conference or the mark that none is needed; each waits.",
        remedy="Decide the earlier one, or remove the one that was entered twice.",
        dfe="8839",
    ),
    Rule(
        id="enquiry_without_assessment",
        table=section_47_enquiries,
        broken=_assessed.lacks_alone(section_47_enquiries),
        column="started",
        beside=(_assessed,),
        message="There is an enquiry and no assessment in the case.",
        remedy="See whether the assessment is missing from the file or was held back.",
        dfe="2991Q",
    ),
    Rule(
        id="conference_target_on_a_weekend",
        table=section_47_enquiries,
        broken=_weekend(section_47_enquiries.conference_target),
        column="conference_target",
        message="The day by which the conference should be held is a Saturday or Sunday; it is not used, the limit is "
        "worked out.",
        remedy="Correct how the case system works it out: 15 working days after the strategy discussion.",
        dfe="8870Q",
    ),
    Rule(
        id="conference_held_and_not_required",
        table=section_47_enquiries,
        broken=section_47_enquiries.conference_not_required & section_47_enquiries.conference_date.notnull(),
        column="conference_date",
        message="The enquiry has a conference and is also marked as needing none.",
        remedy="Remove the mark or the conference, whichever is wrong.",
    ),
    Rule(
        id="conference_before_discussion",
        table=conferences,
        broken=conferences.held_date < conferences.strategy_discussion_date,
        column="held_date",
        message="The conference is dated before the strategy discussion that began the enquiry, so its timeliness is "
        "unknown. It is never counted as in time.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8615",
    ),
    Rule(
        id="conference_before_referral",
        table=conferences,
        broken=conferences.held_date < conferences.referral_date,
        column="held_date",
        message="The conference is dated before the referral that it belongs to.",
        remedy="Correct whichever of the two dates is wrong, or move it to the referral before.",
        dfe="1104",
    ),
    Rule(
        id="conference_on_a_weekend",
        table=conferences,
        broken=_weekend(conferences.held_date),
        column="held_date",
        message="The conference is dated on a Saturday or Sunday.",
        remedy="Correct the date if it is a slip; if it is right, nothing is to be done.",
        dfe="8875",
    ),
    Rule(
        id="conference_after_closure",
        table=conferences,
        broken=conferences.held_date > case["closed"],
        column="held_date",
        beside=(case,),
        message="The conference is dated after its case was closed.",
        remedy="Correct the day of closure, or move the conference to the referral that it belongs to.",
        dfe="8565",
    ),
    Rule(
        id="conference_after_death",
        table=conferences,
        broken=conferences.held_date > people["died"],
        column="held_date",
        beside=(people,),
        message="The conference is dated after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="conference_without_enquiry",
        table=conferences,
        broken=_enquired.lacks_alone(conferences)
        | ((_enquired["first"] > conferences.held_date) & conferences.strategy_discussion_date.isnull()),
        column="held_date",
        beside=(_enquired,),
        message="No section 47 enquiry of this child stands before the conference, so no clock can be started for it.",
        remedy="Enter the enquiry that led to it. For a child who moved here from another authority there is none.",
    ),
)
