"""Rules about vacant posts, and about workers who joined, moved and left."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.derived import FAR
from lineofsight.returns.rules.beside import yes
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.rules.spells import several
from lineofsight.returns.tables import apprenticeships, vacancies, worker_moves, workers

_in_post = Beside(
    of=workers.rows, by={"worker_id": "worker_id"}, facts={"last": ibis.coalesce(_.ended, FAR).max()}
)

RULES = (
    Rule(
        id="vacancy_share_not_recorded",
        table=vacancies,
        broken=vacancies.full_time_share.isnull(),
        column="post_id",
        message="How much of full time the post is is not recorded, so it is unknown in the share of vacant posts.",
        remedy="Enter the share of full time (1 for full time, 0.5 for half).",
    ),
    Rule(
        id="post_vacant_twice",
        table=vacancies,
        broken=several(vacancies.filled.isnull(), vacancies, ("post_id",)),
        column="opened",
        message="The post is vacant twice at once, and counts as two vacant posts.",
        remedy="Give the day on which it was filled the first time, or remove the row that was entered twice.",
    ),
    Rule(
        id="joined_without_route",
        table=worker_moves,
        broken=(worker_moves.kind == "joined") & worker_moves.route.isnull() & ~yes(worker_moves.is_agency),
        column="route",
        message="By which route the worker joined is not recorded, so the recruit is unknown in the figures by route.",
        remedy="Enter the route.",
    ),
    Rule(
        id="left_and_still_in_post",
        table=worker_moves,
        broken=(worker_moves.kind == "left") & (_in_post["last"] > worker_moves.moved),
        column="moved",
        beside=(_in_post,),
        message="The worker is said to have left, and the list of social workers has the worker in post after that day.",
        remedy="End the worker's spell in post, or correct the day.",
    ),
    Rule(
        id="programme_without_end",
        table=apprenticeships,
        broken=apprenticeships.outcome.notnull() & apprenticeships.ended.isnull(),
        column="ended",
        message="How the programme ended is recorded, and not when.",
        remedy="Give its last day.",
    ),
)
