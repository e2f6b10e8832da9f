"""Social workers in their posts, and who holds which child's case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from lineofsight.demo.areas import Spell
from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares

CASES_A_FULL_TIME_WORKER = 17.4
SHARES_OF_FULL_TIME = Shares.of({"1.0": 72, "0.8": 13, "0.6": 8, "0.5": 7})
STAYS = 1900  # days in a post, on average
ROLES = Shares.of({"Social worker": 75, "Senior social worker": 25})
AGENCY = 0.003


@dataclass(frozen=True, kw_only=True, slots=True)
class Worker:
    """One spell of a worker in a post; ``ended`` may lie beyond the end of the data."""

    worker_id: str
    team: str
    role: str
    share: float
    agency: bool
    started: date
    ended: date
    post: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Allocation:
    """One spell of a child's case with its worker."""

    child_id: str
    worker_id: str
    team: str
    started: date
    ended: date


def workers(
    dice: Dice, spells: list[Spell], *, scale: float, since: date, until: date
) -> tuple[list[Worker], list[Worker]]:
    """Those who hold cases, as many as their team's cases need, and those who lead or review and hold none."""
    days = (until - since).days
    load: defaultdict[str, int] = defaultdict(int)
    for spell in spells:
        ended = min(spell.until or until, until)
        load[spell.team] += max(0, (ended - max(spell.since, since)).days)
    holders: list[Worker] = []
    others: list[Worker] = []
    numbers = count(1)
    for team in sorted(load):
        posts = list(_posts(dice, load[team] / days / CASES_A_FULL_TIME_WORKER))
        for share in posts:
            one_post = _holders_of(dice, team, share, gaps=len(posts) > 2, since=since, until=until)
            holders += _in_post(one_post, next(numbers))
        leaders = _holders_of(dice, team, 1.0, gaps=False, since=since, until=until)
        others += _in_post(leaders, next(numbers), role="Team manager")
    for _ in range(round(80 * scale)):
        reviewers = _holders_of(dice, "Reviewing and Fostering", 1.0, gaps=True, since=since, until=until)
        others += _in_post(reviewers, next(numbers), role="Independent reviewing officer")
    return _numbered(holders, 1), _numbered(others, len(holders) + 1)


def _posts(dice: Dice, full_time: float) -> Iterator[float]:
    """Shares of full time that add up to what a team needs; the last post takes what is left."""
    left = max(0.2, full_time)
    while left > 0.15:
        share = float(dice.pick(SHARES_OF_FULL_TIME))
        share = share if share < left else max(0.2, round(left, 1))
        left -= share
        yield share


def _holders_of(
    dice: Dice, team: str, share: float, *, gaps: bool, since: date, until: date
) -> Iterator[Worker]:
    """One after another in one post, with a gap between them where the team can bear it."""
    started = plus(since, -dice.between(0, STAYS))
    while started <= until:
        ended = plus(started, 150 + dice.days(STAYS, shape=1.3))
        if ended > since:
            agency = dice.happens(AGENCY)
            role = dice.pick(ROLES)
            yield Worker(
                worker_id="", team=team, role=role, share=share, agency=agency, started=started, ended=ended
            )
        started = plus(ended, dice.between(0, 60) if gaps else 0)


def _in_post(found: Iterator[Worker], number: int, *, role: str = "") -> Iterator[Worker]:
    """The workers of one post with its number, and with its role where that is one for all."""
    return (replace(worker, post=f"P{number:04}", role=role or worker.role) for worker in found)


def _numbered(found: list[Worker], first: int) -> list[Worker]:
    return [replace(worker, worker_id=f"SW{number:04}") for number, worker in enumerate(found, start=first)]


@dataclass(slots=True)
class _Team:
    """A team while time passes: who is in post, with how many cases, and who holds which child."""

    cases: dict[str, int] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    held: dict[str, tuple[str, date]] = field(default_factory=dict)  # child -> worker, since
    waiting: dict[str, None] = field(default_factory=dict)  # children whom nobody could take yet
    done: list[Allocation] = field(default_factory=list)
    latest: tuple[str, date, str] | None = None  # ward, day and worker of the last case taken

    def take(self, child: str, ward: str, day: date) -> None:
        """Give a case to the worker with the least to do; brothers and sisters go to the same one."""
        if not self.cases:
            self.waiting[child] = None
            return
        same = self.latest and self.latest[:2] == (ward, day) and self.latest[2] in self.cases
        worker = self.latest[2] if same and self.latest else min(self.cases, key=self._burden)
        self.cases[worker] += 1
        self.held[child] = (worker, day)
        self.latest = (ward, day, worker)

    def _burden(self, worker: str) -> tuple[float, str]:
        return (self.cases[worker] + 1) / self.shares[worker], worker

    def close(self, child: str, day: date, team: str) -> None:
        """End the spell of a child with its worker."""
        self.waiting.pop(child, None)
        if child in self.held:
            worker, since = self.held.pop(child)
            self.cases[worker] -= 1
            if day > since:
                self.done.append(
                    Allocation(child_id=child, worker_id=worker, team=team, started=since, ended=day)
                )

    def join(self, worker: Worker, day: date) -> None:
        """A new worker takes over whoever waits, and some cases of those who have the most to do."""
        self.cases[worker.worker_id], self.shares[worker.worker_id] = 0, worker.share
        for child in list(self.waiting):
            del self.waiting[child]
            self.take(child, "", day)
        if len(self.cases) > 1:
            fair = sum(self.cases.values()) / sum(self.shares[w] for w in self.cases) * worker.share
            busiest = sorted(self.held, key=lambda child: (-self._burden(self.held[child][0])[0], child))
            for child in busiest[: int(fair * 0.7)]:
                self.close(child, day, worker.team)
                self.take(child, "new", day)

    def leave(self, worker: Worker, day: date) -> None:
        """A worker's cases go to the others."""
        self.cases.pop(worker.worker_id)
        children = [child for child, (holder, _) in self.held.items() if holder == worker.worker_id]
        self.latest = None
        for child in children:
            _, since = self.held.pop(child)
            if day > since:
                self.done.append(
                    Allocation(
                        child_id=child, worker_id=worker.worker_id, team=worker.team, started=since, ended=day
                    )
                )
            self.take(child, child, day)


def allocations(holders: list[Worker], spells: list[Spell], until: date) -> list[Allocation]:
    """Every spell of a case with a worker, up to a day after the data end; those are still open."""
    after = plus(until, 1)
    events: list[tuple[date, int, str, Worker | Spell]] = []
    for worker in holders:
        events.append((worker.started, 0, worker.worker_id, worker))
        events.append((min(worker.ended, after), 1, worker.worker_id, worker))
    for spell in spells:
        if spell.since <= until:
            events.append((min(spell.until or after, after), 2, spell.child_id, spell))
            events.append((spell.since, 3, f"{spell.ward} {spell.child_id}", spell))
    teams: defaultdict[str, _Team] = defaultdict(_Team)
    for day, kind, _, what in sorted(events, key=lambda event: event[:3]):
        _pass(teams[what.team], day, kind, what)
    return [done for team in sorted(teams) for done in teams[team].done]


def _pass(team: _Team, day: date, kind: int, what: Worker | Spell) -> None:
    if isinstance(what, Worker):
        team.join(what, day) if kind == 0 else team.leave(what, day)
    elif kind == 2:
        team.close(what.child_id, day, what.team)
    else:
        team.take(what.child_id, what.ward, day)
