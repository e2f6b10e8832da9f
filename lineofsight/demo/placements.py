"""Where looked-after children live, with whom, and how often they move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lineofsight.demo.days import age_on, birthday, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.people import Child, postcode
from lineofsight.demo.routes import Ending

# A placement is its code and its provider's code: U3 with PR1 is a relative whom the council approved.
YOUNG = Shares.of({"U3 PR1": 27, "U6 PR1": 43, "U6 PR4": 19, "U6 PR5": 2, "P1 PR0": 9, "R3 PR4": 3})
MIDDLE = Shares.of(
    {"U3 PR1": 23, "U6 PR1": 36, "U6 PR4": 29, "U6 PR5": 3, "K2 PR4": 4, "K2 PR1": 1, "P1 PR0": 9}
)
TEENS = Shares.of(
    {"U3 PR1": 14, "U6 PR1": 29, "U6 PR4": 33, "U6 PR5": 3, "K2 PR4": 11, "K2 PR1": 4, "P1 PR0": 9}
)
OLDER = Shares.of(
    {"U3 PR1": 10, "U6 PR1": 18, "U6 PR4": 16, "K2 PR4": 12, "K2 PR1": 4, "H5 PR4": 36, "P1 PR0": 5}
)
UNACCOMPANIED = Shares.of({"U6 PR4": 45, "U6 PR1": 10, "H5 PR4": 45})
LONG_TERM = {"U3": "U1", "U6": "U4"}
WHY_MOVED = Shares.of(
    {"CARPL": 34, "CREQB": 22, "CREQO": 8, "CHILD": 8, "LAREQ": 12, "CLOSE": 3, "STAND": 2, "OTHER": 11}
)
REGISTERED = date(2024, 4, 1)  # from the return of 2024/25, supported accommodation is K3, before it was H5
FIRST_STAY, LATER_STAY = 260, 1000  # days


@dataclass(frozen=True, kw_only=True, slots=True)
class Placement:
    """A place to live from a day on. ``reason`` says why the child came from the one before."""

    since: date
    kind: str
    provider: str
    postcode: str
    urn: str
    reason: str
    same_carer: bool = False


def placements(
    dice: Dice, child: Child, entered: date, ending: Ending, *, unaccompanied: bool
) -> tuple[Placement, ...]:
    """One placement after another, from the day of entering care to the end."""
    found: list[Placement] = []
    since = entered
    while since < ending.left:
        placed = _placement(dice, child, since, first=not found, unaccompanied=unaccompanied)
        found.append(placed)
        since = plus(since, _stay(dice, since, entered, family=placed.kind == "U3"))
    found = list(_last_placement(dice, child, found, entered, ending))
    found = [step for placed in found for step in _settled(placed, found, ending)]
    return tuple(sorted(found, key=lambda placed: placed.since))


def _placement(dice: Dice, child: Child, since: date, *, first: bool, unaccompanied: bool) -> Placement:
    age = age_on(child.born, since)
    shares = YOUNG if age < 5 else MIDDLE if age < 12 else TEENS if age < 16 else OLDER
    if unaccompanied and since >= birthday(child.born, 15):
        shares = UNACCOMPANIED
    kind, provider = dice.pick(shares).split()
    if kind == "H5" and age < 16:
        kind, provider = "K2", "PR4"
    return Placement(
        since=since,
        kind="K3" if kind == "H5" and since >= REGISTERED else kind,
        provider=provider,
        postcode=child.home_postcode if kind == "P1" else postcode(dice, dice.between(1, 900)),
        urn="" if kind in ("P1", "U3") else f"99{dice.between(10000, 10240)}",
        reason="" if first else dice.pick(WHY_MOVED),
    )


def _stay(dice: Dice, since: date, entered: date, *, family: bool) -> int:
    settled = (since - entered).days > 120
    mean = LATER_STAY if settled else FIRST_STAY
    return 3 + dice.days(mean * (1.5 if family else 1), shape=0.8)


def _last_placement(
    dice: Dice, child: Child, found: list[Placement], entered: date, ending: Ending
) -> list[Placement]:
    """With the adopters before adoption, often with a parent before going home, in a flat before being adult."""
    match ending.route:
        case "adopted":
            kind, since = "A5", plus(ending.left, -dice.between(200, 330))
        case "later" if dice.happens(0.5):
            kind, since = "P1", plus(ending.left, -dice.between(90, 200))
        case "permanent" if dice.happens(0.3):
            kind, since = "U3", plus(ending.left, -200)
        case "adult" if dice.happens(0.62):
            since = plus(birthday(child.born, 16), dice.between(0, 460))
            kind = "K3" if since >= REGISTERED else "H5"
        case _:
            return found
    since = max(since, plus(entered, 21))
    last = Placement(
        since=since,
        kind=kind,
        provider={"P1": "PR0", "K3": "PR4", "H5": "PR4"}.get(kind, "PR1"),
        postcode=postcode(dice, dice.between(1, 900)),
        urn="",
        reason="PLACE" if kind in ("A5", "K3", "H5") else "CARPL",
    )
    return [*(placed for placed in found if placed.since < since), last] if since < ending.left else found


def _settled(placed: Placement, found: list[Placement], ending: Ending) -> list[Placement]:
    """A long stay with a carer is made long-term after a year; an H5 goes on as K3 from April 2024."""
    until = next((other.since for other in found if other.since > placed.since), ending.left)
    steps = [placed]
    matched = plus(placed.since, 400)
    if placed.kind in LONG_TERM and plus(matched, 30) < until:
        kind = LONG_TERM[placed.kind]
        steps.append(replace(placed, since=matched, kind=kind, same_carer=True, reason="PLACE"))
    if placed.kind == "H5" and placed.since < REGISTERED < until:
        steps.append(replace(placed, since=REGISTERED, kind="K3", same_carer=True, reason="OTHER"))
    return steps
