"""Rules about what is recorded beside the episodes: reviews, missing episodes, social workers, outcomes, orders."""

from __future__ import annotations

from ibis import _

from lineofsight.returns.rules.beside import OF_CHILD, care, in_care, yes
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.rules.spells import next_start, several
from lineofsight.returns.tables import (
    care_leavers,
    deprivations_of_liberty,
    episodes,
    looked_after_outcomes,
    looked_after_reviews,
    missing_episodes,
    social_worker_episodes,
)

IN_TOUCH, NOT_KNOWN = "YES", "0"
_worker = Beside(of=social_worker_episodes.rows.filter(_.ended.isnull()), by=OF_CHILD)
_EITHER = "Correct whichever of the two dates is wrong."

_REVIEWS = (
    Rule(
        id="review_before_care",
        table=looked_after_reviews,
        broken=looked_after_reviews.review_date < care["first"],
        column="review_date",
        beside=(care,),
        message="The review lies before the child's first episode.",
        remedy=_EITHER,
    ),
    Rule(
        id="review_after_care",
        table=looked_after_reviews,
        broken=looked_after_reviews.review_date > care["last"],
        column="review_date",
        beside=(care,),
        message="The review lies after the child's last episode ended.",
        remedy=_EITHER,
    ),
)
_MISSING = (
    Rule(
        id="missing_spells_overlap",
        table=missing_episodes,
        broken=missing_episodes.ended > next_start(missing_episodes),
        column="ended",
        message="The missing episode ends after the child's next one starts.",
        remedy="Correct the end of this one or the start of the next.",
        dfe="574",
    ),
    Rule(
        id="two_open_missing_spells",
        table=missing_episodes,
        broken=several(missing_episodes.ended.isnull(), missing_episodes),
        column="started",
        message="Two or more missing episodes of the child are open.",
        remedy="End the earlier one on the day on which the child came back.",
        dfe="574",
    ),
    Rule(
        id="missing_before_care",
        table=missing_episodes,
        broken=missing_episodes.started < care["first"],
        column="started",
        beside=(care,),
        message="The child went missing before the first episode of being looked after.",
        remedy=_EITHER,
        dfe="581",
    ),
    Rule(
        id="missing_after_care",
        table=missing_episodes,
        broken=missing_episodes.started > care["last"],
        column="started",
        beside=(care,),
        message="The child went missing after the last episode of being looked after ended.",
        remedy=_EITHER,
        dfe="578",
    ),
    Rule(
        id="missing_spell_open_after_care",
        table=missing_episodes,
        broken=missing_episodes.ended.isnull() & (care["open"] == 0),
        column="ended",
        beside=(care,),
        message="The child is still recorded as missing, and is no longer looked after.",
        remedy="End the missing episode.",
        dfe="577",
    ),
    Rule(
        id="missing_before_birth",
        table=missing_episodes,
        broken=missing_episodes.started < missing_episodes.born,
        column="started",
        message="The child went missing before being born.",
        remedy=_EITHER,
        dfe="586",
    ),
)
_SOCIAL_WORKERS = (
    Rule(
        id="workers_spells_overlap",
        table=social_worker_episodes,
        broken=social_worker_episodes.ended > next_start(social_worker_episodes),
        column="ended",
        message="The social worker's time with the child ends after the next one's starts.",
        remedy="Correct the end of this one or the start of the next.",
        dfe="SW10STG2",
    ),
    Rule(
        id="two_social_workers",
        table=social_worker_episodes,
        broken=several(social_worker_episodes.ended.isnull(), social_worker_episodes),
        column="started",
        message="Two or more social workers of the child are recorded at once.",
        remedy="End the time of the worker who left the case.",
        dfe="SW08STG2",
    ),
    Rule(
        id="looked_after_without_social_worker",
        table=episodes,
        broken=in_care & episodes.ended.isnull() & _worker.lacks_alone(episodes),
        column="child_id",
        beside=(_worker,),
        message="The child is looked after, and no social worker is recorded.",
        remedy="Add the social worker to the file of social workers.",
        dfe="SW17STG2",
    ),
)
_OUTCOMES = (
    Rule(
        id="score_and_reason_for_none",
        table=looked_after_outcomes,
        broken=looked_after_outcomes.sdq_score.notnull() & looked_after_outcomes.sdq_reason.notnull(),
        column="sdq_reason",
        message="There is a strengths and difficulties score, and a reason why there is none.",
        remedy="Remove the one that is wrong.",
        dfe="197",
    ),
    Rule(
        id="help_received_and_offered",
        table=looked_after_outcomes,
        broken=yes(looked_after_outcomes.intervention_received)
        & looked_after_outcomes.intervention_offered.notnull(),
        column="intervention_offered",
        message="Help with substance misuse was received, and whether it was offered is recorded too.",
        remedy="Leave the offer blank where help was received.",
        dfe="158",
    ),
    Rule(
        id="help_without_problem",
        table=looked_after_outcomes,
        broken=~looked_after_outcomes.substance_misuse
        & looked_after_outcomes.intervention_received.notnull(),
        column="intervention_received",
        message="No substance misuse was found, and whether help was received is recorded.",
        remedy="Leave the help blank, or correct whether a problem was found.",
        dfe="193",
    ),
    Rule(
        id="problem_without_help_recorded",
        table=looked_after_outcomes,
        broken=looked_after_outcomes.substance_misuse & looked_after_outcomes.intervention_received.isnull(),
        column="intervention_received",
        message="A substance misuse problem was found, and whether help was received is not recorded.",
        remedy="Record whether help was received.",
        dfe="192",
    ),
    Rule(
        id="in_touch_and_nothing_known",
        table=care_leavers,
        broken=(care_leavers.in_touch == IN_TOUCH)
        & ((care_leavers.activity == NOT_KNOWN) | (care_leavers.accommodation == NOT_KNOWN)),
        column="activity",
        message="The council is in touch with the young person, and activity or accommodation is not known.",
        remedy="Record what the young person does and where the young person lives.",
        dfe="345",
    ),
)
_ORDERS = (
    Rule(
        id="liberty_orders_overlap",
        table=deprivations_of_liberty,
        broken=deprivations_of_liberty.ended > next_start(deprivations_of_liberty),
        column="ended",
        message="The order ends after the child's next one starts.",
        remedy="Correct the end of this one or the start of the next.",
        dfe="705",
    ),
    Rule(
        id="liberty_order_before_birth",
        table=deprivations_of_liberty,
        broken=deprivations_of_liberty.started < deprivations_of_liberty.born,
        column="started",
        message="The order starts before the child was born.",
        remedy=_EITHER,
        dfe="708",
    ),
    Rule(
        id="liberty_order_open_after_care",
        table=deprivations_of_liberty,
        broken=deprivations_of_liberty.ended.isnull() & (care["open"] == 0),
        column="ended",
        beside=(care,),
        message="The order is still open, and the child is no longer looked after.",
        remedy="End the order.",
        dfe="707",
    ),
)
RULES = (*_REVIEWS, *_MISSING, *_SOCIAL_WORKERS, *_OUTCOMES, *_ORDERS)
