"""Social workers who join, move within the council and leave, and the posts that stand empty meanwhile."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.workforce import Worker

HOLD_CASES = ("Social worker", "Senior social worker")
MOVES_ON, WITHIN = (
    0.3,
    21,
)  # how many of those who leave a post look within the council, and for how many days
STANDING = 0.086  # posts that stand empty for long, beside those between two workers, of all posts
STANDS_FOR = 210  # days, on average
TRAINEES = 9  # a year, in a district of 99,822 children: those who are still on their programme
ROUTES = Shares.of(
    {
        "frontline": 7,
        "step_up": 6,
        "apprenticeship": 8,
        "newly_qualified": 31,
        "experienced": 34,
        "agency_conversion": 6,
        "overseas": 8,
    }
)
PROGRAMMES = ("frontline", "step_up", "apprenticeship")
BEGINS_IN = {"frontline": 7, "step_up": 1, "apprenticeship": 9}  # the month in which a programme begins
LASTS_AT_LEAST = 330
REASONS = Shares.of({"resigned": 78, "retired": 11, "end_of_contract": 5, "dismissed": 2, "other": 4})
GOES_TO = Shares.of(
    {"Another council": 55, "An agency": 20, "Other social work": 12, "Other work": 8, "Not known": 5}
)
STANDING_CAUSES = Shares.of({"new_post": 42, "leaver": 38, "transfer": 12, "promotion": 8})
SHARES = Shares.of({"1.0": 85, "0.5": 15})


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One change of one worker."""

    worker_id: str
    day: date
    kind: str
    agency: bool
    route: str = ""
    team: str = ""
    former_team: str = ""
    reason: str = ""
    destination: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vacancy:
    """One post that nobody held from a day on; ``filled`` may lie beyond the end of the data."""

    post_id: str
    team: str
    role: str
    share: float
    cause: str
    opened: date
    filled: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """One worker's time on a programme; ``ended`` is the day on which the worker took a post."""

    worker_id: str
    name: str
    started: date
    ended: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Turnover:
    """All that a personnel system knows of a workforce's changes."""

    moves: list[Move]
    vacancies: list[Vacancy]
    programmes: list[Programme]


def moved_on(dice: Dice, staff: list[Worker]) -> list[Worker]:
    """The same spells, some of them held by a worker who came from a post in another team and keeps the number."""
    staff = sorted(staff, key=lambda worker: (worker.started, worker.worker_id))
    days, taken = [worker.started for worker in staff], set[int]()
    for place in range(len(staff)):
        worker = staff[place]
        if worker.agency or worker.role not in HOLD_CASES or not dice.happens(MOVES_ON):
            continue
        first, last = bisect_left(days, worker.ended), bisect_left(days, plus(worker.ended, WITHIN))
        fits = (n for n in range(first, last) if n not in taken and _suits(worker, staff[n]))
        if (found := next(fits, None)) is not None:
            taken.add(found)
            staff[found] = replace(staff[found], worker_id=worker.worker_id)
    return staff


def _suits(worker: Worker, post: Worker) -> bool:
    return post.team != worker.team and not post.agency


def turnover(dice: Dice, staff: list[Worker], *, scale: float, since: date, until: date) -> Turnover:
    """What changed between two days, told from the spells in post."""
    careers: dict[str, list[Worker]] = defaultdict(list)
    for worker in staff:
        careers[worker.worker_id].append(worker)
    moves: list[Move] = []
    programmes: list[Programme] = []
    for career in careers.values():
        _career(dice, career, moves, programmes)
    _trainees(dice, moves, programmes, scale=scale, until=until)
    posts = [*_between_workers(staff, careers), *_standing(dice, staff, since=since, until=until)]
    return Turnover(
        moves=sorted(
            (m for m in moves if since <= m.day <= until), key=lambda m: (m.day, m.worker_id, m.kind)
        ),
        vacancies=sorted((v for v in posts if v.opened <= until), key=lambda v: (v.post_id, v.opened)),
        programmes=sorted(programmes, key=lambda p: (p.started, p.worker_id)),
    )


def _career(dice: Dice, career: list[Worker], moves: list[Move], programmes: list[Programme]) -> None:
    first, last = career[0], career[-1]
    route = "other" if first.agency else dice.pick(ROUTES)
    began = _began(route, first.started)
    who, agency = first.worker_id, first.agency
    if began < first.started:
        moves.append(Move(worker_id=who, day=began, kind="joined", agency=agency, route=route))
        programmes.append(Programme(worker_id=who, name=route, started=began, ended=first.started))
    kind = "moved" if began < first.started else "joined"
    moves.append(
        Move(worker_id=who, day=first.started, kind=kind, agency=agency, route=route, team=first.team)
    )
    for before, after in pairwise(career):
        moves.append(
            Move(
                worker_id=who,
                day=after.started,
                kind="moved",
                agency=agency,
                route="other",
                team=after.team,
                former_team=before.team,
            )
        )
    moves.append(
        Move(
            worker_id=who,
            day=last.ended,
            kind="left",
            agency=agency,
            former_team=last.team,
            reason="end_of_contract" if agency else dice.pick(REASONS),
            destination=dice.pick(GOES_TO),
        )
    )


def _began(route: str, started: date) -> date:
    """The first day of the programme by which somebody came into a post; of any other route, the day itself."""
    if route not in PROGRAMMES:
        return started
    latest = plus(started, -LASTS_AT_LEAST)
    month = BEGINS_IN[route]
    return date(latest.year - (latest < date(latest.year, month, 8)), month, 8)


def _trainees(
    dice: Dice, moves: list[Move], programmes: list[Programme], *, scale: float, until: date
) -> None:
    """Those who are on a programme on the last day, and hold no post yet."""
    number = 0
    for route, month in BEGINS_IN.items():
        began = date(until.year - (until < date(until.year, month, 8)), month, 8)
        for _ in range(dice.events(TRAINEES * scale / len(BEGINS_IN))):
            number += 1
            who = f"TR{number:03}"
            moves.append(Move(worker_id=who, day=began, kind="joined", agency=False, route=route))
            programmes.append(Programme(worker_id=who, name=route, started=began, ended=date.max))


def _between_workers(staff: list[Worker], careers: dict[str, list[Worker]]) -> Iterator[Vacancy]:
    """Posts from one worker's last day to the next one's first, and those that an agency worker covers."""
    posts: dict[str, list[Worker]] = defaultdict(list)
    for worker in staff:
        posts[worker.post].append(worker)
    for spells in posts.values():
        for worker, after in zip(spells, [*spells[1:], None], strict=True):
            filled = after.started if after else date.max
            if worker.agency:
                yield _vacancy(worker, "leaver", worker.started, filled)
            elif filled > worker.ended:
                yield _vacancy(worker, _cause(worker, careers[worker.worker_id]), worker.ended, filled)


def _vacancy(worker: Worker, cause: str, opened: date, filled: date) -> Vacancy:
    return Vacancy(
        post_id=worker.post,
        team=worker.team,
        role=worker.role,
        share=worker.share,
        cause=cause,
        opened=opened,
        filled=filled,
    )


def _cause(worker: Worker, career: list[Worker]) -> str:
    """Why a post fell vacant: its worker left, or holds another one, of the same kind or a higher one."""
    later = next((spell for spell in career if spell.started >= worker.ended), None)
    if later is None:
        return "leaver"
    return "transfer" if later.role == worker.role else "promotion"


def _standing(dice: Dice, staff: list[Worker], *, since: date, until: date) -> Iterator[Vacancy]:
    """Posts that stand empty for long: new ones, and those for which nobody could be found."""
    days, number = (until - since).days, 0
    for team, full_time in sorted(_full_time(staff, since, until).items()):
        spells = full_time * STANDING / (1 - STANDING) / 0.925 * (days + STANDS_FOR) / STANDS_FOR
        for _ in range(dice.events(spells)):
            number += 1
            opened = plus(since, dice.between(-STANDS_FOR, days))
            yield Vacancy(
                post_id=f"V{number:04}",
                team=team,
                role="Social worker",
                share=float(dice.pick(SHARES)),
                cause=dice.pick(STANDING_CAUSES),
                opened=opened,
                filled=plus(opened, 30 + dice.days(STANDS_FOR - 30)),
            )


def _full_time(staff: list[Worker], since: date, until: date) -> dict[str, float]:
    """Each team's full-time equivalents in post, on average over the days."""
    totals: defaultdict[str, float] = defaultdict(float)
    for worker in staff:
        held = (min(worker.ended, until) - max(worker.started, since)).days
        totals[worker.team] += worker.share * max(0, held) / max(1, (until - since).days)
    return totals
