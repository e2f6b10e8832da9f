"""Rules about social workers, their cases, and the wards and teams of children."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.derived import FAR
from lineofsight.returns.rules.beside import care, cases_of_child
from lineofsight.returns.rules.model import LAST_DAY, Beside, Rule
from lineofsight.returns.rules.spells import next_start, several
from lineofsight.returns.tables import allocations, child_areas, population, workers

FULL_TIME = 1.0
_in_post = Beside(
    of=workers.rows,
    by={"worker_id": "worker_id"},
    facts={"first": _.started.min(), "last": ibis.coalesce(_.ended, FAR).max()},
)
_residents = Beside(of=population.rows, by={"ward": "ward"})
_open_post = workers.ended.isnull()
_share_in_all = workers.full_time_share.sum().over(ibis.window(group_by=[workers.worker_id, _open_post]))

RULES = (
    Rule(
        id="share_not_recorded",
        table=workers,
        broken=workers.full_time_share.isnull(),
        column="worker_id",
        message="The worker's full-time share is not recorded, so the caseload cannot be worked out.",
        remedy="Enter the share of full time (1 for full time, 0.5 for half).",
    ),
    Rule(
        id="share_of_nought",
        table=workers,
        broken=_open_post & (workers.full_time_share == 0),
        column="full_time_share",
        message="The worker is in post with a full-time share of 0, so the worker's cases are in no caseload.",
        remedy="Enter the share of full time, or end the spell.",
    ),
    Rule(
        id="more_than_full_time",
        table=workers,
        broken=_open_post & (_share_in_all > FULL_TIME),
        column="full_time_share",
        message="The worker's open spells make more than one full post, so the caseload comes out too low.",
        remedy="End the spell that the worker has left, or correct the shares.",
    ),
    Rule(
        id="worker_without_team",
        table=workers,
        broken=workers.team.isnull(),
        column="team",
        message="The worker's team is not recorded, so the caseload is in no team's figure.",
        remedy="Enter the team.",
    ),
    Rule(
        id="allocated_to_unknown_worker",
        table=allocations,
        broken=_in_post.lacks(allocations),
        column="worker_id",
        beside=(_in_post,),
        message="The worker is not in the list of social workers, so the case is in no caseload.",
        remedy="Add the worker to the list, or correct the worker's number.",
    ),
    Rule(
        id="allocated_before_in_post",
        table=allocations,
        broken=allocations.started < _in_post["first"],
        column="started",
        beside=(_in_post,),
        message="The case was allocated before the worker's first day in post.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="allocated_after_leaving",
        table=allocations,
        broken=ibis.coalesce(allocations.ended, LAST_DAY) > _in_post["last"],
        column="ended",
        beside=(_in_post,),
        message="The case is still allocated to the worker after the worker's last day in post.",
        remedy="End the allocation, and enter who has the case now.",
    ),
    Rule(
        id="two_workers_at_once",
        table=allocations,
        broken=several(allocations.ended.isnull(), allocations),
        column="started",
        message="The case is allocated to two or more workers at once, and counts in the caseload of each.",
        remedy="End the allocation of the worker who left the case.",
    ),
    Rule(
        id="allocated_and_closed",
        table=allocations,
        broken=allocations.ended.isnull()
        & (cases_of_child["open"] == 0)
        & (ibis.coalesce(care["open"], 0) == 0),
        column="ended",
        beside=(cases_of_child, care),
        message="The case is allocated, and the child has neither an open referral nor an open episode of care.",
        remedy="End the allocation, or correct the closure of the case.",
    ),
    Rule(
        id="ward_not_recorded",
        table=child_areas,
        broken=child_areas.ward.isnull(),
        column="ward",
        message="The ward is not recorded, so the child is in no ward's figure.",
        remedy="Enter the ward of residence.",
    ),
    Rule(
        id="areas_overlap",
        table=child_areas,
        broken=child_areas.until > next_start(child_areas),
        column="until",
        message="The child's time in this ward and team ends after the next one starts; the later one is used.",
        remedy="Correct the end of this one or the start of the next.",
    ),
    Rule(
        id="ward_without_residents",
        table=child_areas,
        broken=_residents.lacks_alone(child_areas),
        column="ward",
        beside=(_residents,),
        message="The population holds no ward of this name, so no rate can be given for it.",
        remedy="Write the ward as the population file does, or add it there.",
    ),
    Rule(
        id="people_below_nought",
        table=population,
        broken=population.people < 0,
        column="people",
        message="The number of residents is below 0.",
        remedy="Correct the number.",
    ),
)
