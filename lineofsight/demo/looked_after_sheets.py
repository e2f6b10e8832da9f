"""The looked-after return as its CSV files, one set for a financial year, as the case system knew it when it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.cases import Care, Episode
from lineofsight.demo.days import Window, age_on, plus, working_days_after
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.leaving_care import care_leavers
from lineofsight.demo.people import Child
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.workforce import Allocation

HEADERS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "uasc": "CHILD,SEX,DOB,DUC",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placed_for_adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "sw_episodes": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
}
WORKERS_SINCE = 2023  # the file of social workers is new in the return of 2023/24
PARTICIPATION = Shares.of({"PN1": 55, "PN2": 8, "PN3": 10, "PN4": 4, "PN5": 8, "PN6": 11, "PN7": 4})
WORKER_LEFT = Shares.of({"FCONTA": 30, "LEFTRL": 30, "ORGRST": 10, "TSPROC": 25, "OTHERS": 5})
BEFORE = Shares.of({"Z1": 92, "P1": 3, "P2": 3, "P3": 2})


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """What a set of files is made from: the year, who was looked after in it, and whose worker was who."""

    window: Window
    cares: list[Care]
    everyone: list[Care]
    allocations: Mapping[str, list[Allocation]]
    dice: Dice


def sheets_of(
    window: Window, everyone: list[Care], allocations: Mapping[str, list[Allocation]], seed: int
) -> dict[str, Sheet]:
    """The set of one year, by the usual name of each file; a file without rows is not made."""
    cares = [care for care in everyone if window.holds(care.entered, care.lag) and care.left >= window.since]
    year = Year(
        window=window,
        cares=cares,
        everyone=everyone,
        allocations=allocations,
        dice=Dice(seed, f"903 {window.label}"),
    )
    names = [n for n in HEADERS if n != "sw_episodes" or window.since.year >= WORKERS_SINCE]
    sheets = {name: Sheet(name, tuple(HEADERS[name].split(","))) for name in names}
    for fill in (
        _header,
        _episodes,
        _reviews,
        _unaccompanied,
        _outcomes,
        _adoption,
        _permanence,
        _missing,
        _workers,
    ):
        fill(sheets, year)
    care_leavers(sheets["oc3"], everyone, window, year.dice)
    return {name: sheet for name, sheet in sheets.items() if sheet.rows}


def _looked_after(year: Year) -> list[Care]:
    return [care for care in year.cares if not care.short_breaks]


def _sex(child: Child, window: Window) -> str:
    return child.sex if window.letters_for_sex else {"M": "1", "F": "2"}[child.sex]


def _header(sheets: dict[str, Sheet], year: Year) -> None:
    for child in {care.child.child_id: care.child for care in year.cares}.values():
        old = (year.window.until - child.born).days > 1700
        mother = False if child.sex == "F" and age_on(child.born, year.window.until) >= 12 else None
        sheets["header"].add(
            child.child_id,
            _sex(child, year.window),
            child.born,
            child.ethnicity,
            child.upn if old else "UN1",
            mother,
            None,
        )


def _episodes(sheets: dict[str, Sheet], year: Year) -> None:
    for care in year.cares:
        for episode in care.episodes:
            if year.window.holds(episode.started, care.lag) and episode.ended >= year.window.since:
                _episode(sheets["episodes"], care, episode, year.window)


def _episode(sheet: Sheet, care: Care, episode: Episode, window: Window) -> None:
    ended = window.holds(episode.ended, care.lag)
    sheet.add(
        care.child.child_id,
        episode.started,
        episode.reason_started,
        episode.legal_status,
        episode.need,
        episode.placement,
        episode.provider,
        episode.ended if ended else None,
        episode.reason_ended if ended else "",
        episode.reason_moved if ended else "",
        "" if care.unaccompanied else care.child.home_postcode,
        episode.postcode,
        episode.urn,
    )


def reviews_of(care: Care) -> list[date]:
    """When a child's case is reviewed: within 20 working days, then within three months, then every six."""
    reviews, day = [], working_days_after(care.entered, 19)
    for months in range(60):
        if day > care.left:
            break
        reviews.append(day)
        day = working_days_after(plus(day, 86 if months == 0 else 174), 1)
    return reviews


def _reviews(sheets: dict[str, Sheet], year: Year) -> None:
    for care in _looked_after(year):
        for day in reviews_of(care):
            if day >= year.window.since and year.window.holds(day, care.lag):
                young = age_on(care.child.born, day) < 4
                code = "PN0" if young else year.dice.pick(PARTICIPATION)
                sheets["reviews"].add(care.child.child_id, care.child.born, day, code)


def _unaccompanied(sheets: dict[str, Sheet], year: Year) -> None:
    for care in year.cares:
        if care.unaccompanied:
            child = care.child
            sheets["uasc"].add(child.child_id, _sex(child, year.window), child.born, child.adult_on)


def _outcomes(sheets: dict[str, Sheet], year: Year) -> None:
    """Children looked after for the whole twelve months before the last day."""
    dice, last = year.dice, year.window.until
    for care in _looked_after(year):
        if care.entered <= plus(last, -365) and care.left > last:
            age = age_on(care.child.born, last)
            scored = 4 <= age <= 16 and dice.happens(0.8)
            sheets["oc2"].add(
                care.child.child_id,
                care.child.born,
                dice.between(2, 28) if scored else None,
                "SDQ2" if 4 <= age <= 16 and not scored else "",
                age >= 10 and dice.happens(0.025),
                dice.happens(0.9) if age < 5 else None,
                dice.happens(0.82),
                dice.happens(0.65),
                dice.happens(0.91),
                dice.happens(0.02),
                None,
                None,
            )


def _adoption(sheets: dict[str, Sheet], year: Year) -> None:
    for care in year.cares:
        placed = next((e.started for e in care.episodes if e.placement.startswith("A")), None)
        if placed is None or not year.window.holds(placed, care.lag):
            continue
        child, left = care.child, year.window.holds(care.left, care.lag)
        sheets["placed_for_adoption"].add(child.child_id, child.born, placed, None, "")
        if left:
            sheets["ad1"].add(
                child.child_id,
                child.born,
                plus(placed, -120),
                plus(placed, -25),
                year.dice.happens(0.15),
                2,
                year.dice.one_of(("MF", "MF", "MF", "FF", "MM")),
                "L12",
            )


def _permanence(sheets: dict[str, Sheet], year: Year) -> None:
    """What children who came into care in the year had before; an order's day is often not known, its year is."""
    entered = {care.child.child_id: care for care in _looked_after(year) if care.entered >= year.window.since}
    for care in entered.values():
        before = year.dice.pick(BEFORE) if care.entered > plus(care.child.born, 1500) else "Z1"
        known = f"zz/zz/{care.entered.year - 3}" if before != "Z1" else ""
        sheets["previous_permanence"].add(care.child.child_id, care.child.born, before, "", known)


def _missing(sheets: dict[str, Sheet], year: Year) -> None:
    for care in _looked_after(year):
        first = max(care.entered, year.window.since)
        last = min(care.left, year.window.until)
        if age_on(care.child.born, first) < 11 or not year.dice.happens(0.2):
            continue
        day = plus(first, year.dice.between(1, 60))
        while plus(day, 4) < last:
            kind = "M" if year.dice.happens(0.9) else "A"
            back = plus(day, year.dice.between(0, 3))
            sheets["missing"].add(care.child.child_id, care.child.born, kind, day, back)
            day = plus(back, 4 + year.dice.days(70))


def _workers(sheets: dict[str, Sheet], year: Year) -> None:
    if "sw_episodes" not in sheets:
        return
    for care in _looked_after(year):
        for spell in year.allocations.get(care.child.child_id, ()):
            started, ended = max(spell.started, care.entered), min(spell.ended, care.left)
            if started < ended and ended >= year.window.since and started <= year.window.until:
                over = ended <= year.window.until
                sheets["sw_episodes"].add(
                    care.child.child_id,
                    care.child.born,
                    spell.worker_id,
                    started,
                    ended if over else None,
                    year.dice.pick(WORKER_LEFT) if over else "",
                )
