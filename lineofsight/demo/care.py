"""Children looked after: why they enter and leave, where they live, under which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lineofsight.demo.cases import Care, Episode
from lineofsight.demo.days import age_on, plus
from lineofsight.demo.dice import Dice
from lineofsight.demo.orders import Order, orders
from lineofsight.demo.people import Child
from lineofsight.demo.placements import Placement, placements
from lineofsight.demo.routes import Ending, ending

NEEDS_IN_CARE = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8")


def care(
    dice: Dice, child: Child, entered: date, *, need: str, lag: int, unaccompanied: bool = False
) -> Care:
    """One period of being looked after, from the day it begins to its end, which may lie in the future."""
    way_out = ending(dice, child, entered, unaccompanied=unaccompanied)
    where = placements(dice, child, entered, way_out, unaccompanied=unaccompanied)
    under = orders(dice, entered, way_out, voluntary=unaccompanied or age_on(child.born, entered) >= 15)
    return Care(
        child=child,
        entered=entered,
        left=way_out.left,
        episodes=_episodes(where, under, way_out, need if need in NEEDS_IN_CARE else "N8"),
        lag=lag,
        unaccompanied=unaccompanied,
    )


def _episodes(
    where: tuple[Placement, ...], under: tuple[Order, ...], way_out: Ending, need: str
) -> tuple[Episode, ...]:
    """An episode for each stretch of days with one order and one placement."""
    starts = sorted({p.since for p in where} | {o.since for o in under})
    ends = [*starts[1:], way_out.left]
    episodes = []
    for started, ended in zip(starts, ends, strict=True):
        placement = [p for p in where if p.since <= started][-1]
        order = [o for o in under if o.since <= started][-1]
        following = next((p for p in where if p.since == ended), None)
        episodes.append(
            Episode(
                started=started,
                reason_started=_why(started, starts[0], placement, order),
                legal_status=order.status,
                need=need,
                placement=placement.kind,
                provider=placement.provider,
                ended=ended,
                reason_ended="X1" if ended < way_out.left else way_out.reason,
                reason_moved=following.reason if following and ended < way_out.left else "",
                postcode=placement.postcode,
                urn=placement.urn,
            )
        )
    return tuple(episodes)


def _why(started: date, entered: date, placement: Placement, order: Order) -> str:
    """The reason for a new episode: S at the start; then by what is new, order, placement or carer."""
    if started == entered:
        return "S"
    new_order = order.since == started
    if placement.since != started:
        return "L"
    if placement.same_carer:
        return "U" if new_order else "T"
    return "B" if new_order else "P"


def short_break(dice: Dice, child: Child, since: date) -> Care:
    """A disabled child's series of short breaks (V4): in the return, but in no count of looked-after children."""
    left = min(plus(since, 200 + dice.days(500)), child.adult_on)
    episode = Episode(
        started=since,
        reason_started="S",
        legal_status="V4",
        need="N2",
        placement=dice.one_of(("U6", "K2")),
        provider="PR1",
        ended=left,
        reason_ended="E8",
        reason_moved="",
        postcode="",
        urn="",
    )
    return Care(child=child, entered=since, left=left, episodes=(episode,), lag=0, short_breaks=True)


def single_breaks(dice: Dice, child: Child, since: date) -> tuple[Care, ...]:
    """Single short breaks (V3) of some days each, one a month or so, within one year."""
    breaks, day = [], since
    while day < min(plus(since, 330), child.adult_on):
        base = short_break(dice, child, day)
        end = plus(day, dice.between(1, 3))
        episode = base.episodes[0]
        breaks.append(_shorter(base, episode, end))
        day = plus(end, dice.between(24, 40))
    return tuple(breaks)


def _shorter(base: Care, episode: Episode, left: date) -> Care:
    return replace(base, left=left, episodes=(replace(episode, legal_status="V3", ended=left),))
