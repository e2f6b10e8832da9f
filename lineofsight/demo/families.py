"""Everyone whom children's social care knows: families referred, children long in care, arrivals alone, short breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lineofsight.demo.assessment import recording_lag
from lineofsight.demo.care import care, short_break, single_breaks
from lineofsight.demo.cases import Care, Case
from lineofsight.demo.changes import Change
from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, arrivals
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import WHERE_CHILDREN_ARE, WHERE_NEED_IS
from lineofsight.demo.social_care import family_history, refused

# Events a year in a district of 99,822 children.
NEW_FAMILIES = 1_155
ASKING_FOR_ADVICE = 900
ENTERING_CARE = 275
ARRIVING_ALONE = 20
SHORT_BREAKS = 22
LONGEST_IN_CARE = 17 * 365
RECORDS_BEGAN = date(
    2015, 1, 5
)  # the case system's first day: what was open then was typed in as beginning then


def referred_families(
    dice: Dice, register: Register, *, scale: float, since: date, until: date, timely: Change
) -> Iterator[Case]:
    """Every case of every family referred between two days."""
    for day in arrivals(dice, since=since, until=until, per_year=NEW_FAMILIES * scale):
        family = register.family(day, dice.pick(WHERE_NEED_IS))
        yield from family_history(dice, family, day, until=until, timely=timely)


def advice_only(dice: Dice, register: Register, *, scale: float, since: date, until: date) -> Iterator[Case]:
    """Contacts that only asked for advice, since they are recorded as referrals with no further action."""
    for day in arrivals(dice, since=since, until=until, per_year=ASKING_FOR_ADVICE * scale):
        child = register.child(plus(day, -dice.between(30, 6200)))
        yield refused(dice, child, dice.pick(WHERE_CHILDREN_ARE), day)


def long_in_care(dice: Dice, register: Register, *, scale: float, until: date) -> Iterator[Case]:
    """Cases of children who entered care before a day and are still looked after on it."""
    since = plus(until, -LONGEST_IN_CARE)
    for entered in arrivals(dice, since=since, until=until, per_year=ENTERING_CARE * scale):
        child = register.child(plus(entered, -dice.between(1, 6300)))
        found = _as_recorded(dice, care(dice, child, entered, need="N1", lag=0))
        if found.left > until:
            yield _case_of(dice, child, found, referred=found.entered)


def _as_recorded(dice: Dice, found: Care) -> Care:
    began = plus(RECORDS_BEGAN, dice.between(0, 80))
    if found.entered >= began or found.left <= began:
        return found
    first, *rest = [episode for episode in found.episodes if episode.ended > began]
    first = replace(first, started=began, reason_started="S")
    return replace(found, entered=began, episodes=(first, *rest))


def arriving_alone(
    dice: Dice, register: Register, *, scale: float, since: date, until: date
) -> Iterator[Case]:
    """Unaccompanied asylum-seeking children: referred and looked after on the day that they arrive."""
    for day in arrivals(dice, since=since, until=until, per_year=ARRIVING_ALONE * scale):
        child = register.child(plus(day, -dice.between(5500, 6400)), disabled=0, male=0.9)
        found = care(dice, child, day, need="N8", lag=recording_lag(dice), unaccompanied=True)
        yield _case_of(dice, child, found, referred=day)


def _case_of(dice: Dice, child: Child, found: Care, *, referred: date) -> Case:
    return Case(
        child=child,
        ward=dice.pick(WHERE_NEED_IS),
        referred=referred,
        source="6" if found.unaccompanied else "5A",
        need=found.episodes[0].need,
        no_further_action=False,
        closed=min(plus(found.left, dice.between(0, 10)), child.adult_on),
        reason_closed="RC7",
        lag=found.lag,
        care=found,
    )


def short_breaks(dice: Dice, register: Register, *, scale: float, since: date, until: date) -> Iterator[Care]:
    """Disabled children who stay away from home for some days at a time: most in a series, some singly."""
    for number, day in enumerate(arrivals(dice, since=since, until=until, per_year=SHORT_BREAKS * scale)):
        child = register.child(plus(day, -dice.between(1500, 5800)), disabled=1)
        if number % 4:
            yield short_break(dice, child, day)
        else:
            yield from single_breaks(dice, child, day)
