"""Children whom the education and health services know, most of them unknown to social care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lineofsight.demo.areas import Spell
from lineofsight.demo.attendance import Pupil, pupils
from lineofsight.demo.changes import Changes
from lineofsight.demo.days import plus
from lineofsight.demo.destinations import Leaver, leavers
from lineofsight.demo.dice import Dice
from lineofsight.demo.exclusions import Exclusion, excluded_again, exclusions
from lineofsight.demo.people import Register
from lineofsight.demo.plans_before import OlderPlan, plans_before
from lineofsight.demo.send import PlanRequest, plan_requests
from lineofsight.demo.size import Size
from lineofsight.demo.waits import HealthReferral, health_referrals


@dataclass(frozen=True, kw_only=True, slots=True)
class Elsewhere:
    """What each of those services holds."""

    requests: list[PlanRequest]
    exclusions: list[Exclusion]
    health_referrals: list[HealthReferral]
    pupils: list[Pupil]
    leavers: list[Leaver]
    plans_before: list[OlderPlan]

    def homes(self) -> Iterator[Spell]:
        """Where these children live. Schools and SEN2 know a child by the unique pupil number, so that is whose home it is."""
        known: list[PlanRequest | Exclusion | HealthReferral] = [
            *self.requests,
            *self.exclusions,
            *self.health_referrals,
        ]
        people = {found.child: (found.child.child_id, found.ward) for found in known}
        people |= {pupil.child: (pupil.child.upn or "", pupil.school.ward) for pupil in self.pupils}
        people |= {plan.child: (plan.child.upn or "", plan.ward) for plan in self.plans_before}
        for child, (number, ward) in people.items():
            yield Spell(child_id=number, ward=ward, team="", since=child.born, until=None)


def known_elsewhere(size: Size, register: Register, changes: Changes) -> Elsewhere:
    """The children in the order of their services: who comes later leaves the numbers of the earlier as they are."""
    seed, scale, until = size.seed, size.scale, size.until
    since, first_month = size.windows[0].since, size.first_month
    return Elsewhere(
        requests=list(
            plan_requests(
                Dice(seed, "send"),
                register,
                scale=scale,
                since=plus(since, -365),
                until=until,
                timely=changes.plans_in_20_weeks,
            )
        ),
        exclusions=excluded_again(
            Dice(seed, "excluded again"),
            list(exclusions(Dice(seed, "exclusions"), register, scale=scale, since=since, until=until)),
        ),
        health_referrals=list(
            health_referrals(Dice(seed, "waits"), register, scale=scale, since=since, until=until)
        ),
        pupils=list(pupils(Dice(seed, "pupils"), register, scale=scale, since=first_month, until=until)),
        leavers=list(leavers(Dice(seed, "leavers"), register, scale=scale, since=first_month, until=until)),
        plans_before=list(
            plans_before(Dice(seed, "plans before"), register, scale=scale, since=plus(since, -365))
        ),
    )
