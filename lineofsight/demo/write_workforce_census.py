"""The children's social work workforce census as XML, one file for each 30 September."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.nodes import Node, census_header, group, leaf, lines_of
from lineofsight.demo.society import Society
from lineofsight.demo.turnover import Move
from lineofsight.demo.workforce import Worker

NEW_NAMES_SINCE = 2025  # Sex and LALevel, which were GenderCurrent and LALevelVacancies before
ROLES = {"Team manager": 3, "Senior social worker": 4, "Social worker": 5}
NO_CASES = 6  # qualified, without cases
ORIGINS = {"experienced": 2, "overseas": 3, "agency_conversion": 4, "other": 8}
NEWLY_QUALIFIED, NOT_KNOWN = 1, 9
REASONS = {"resigned": 1, "dismissed": 4, "retired": 5}
MOVED_WITHIN, OTHER_REASON = 7, 8
DESTINATIONS = {"Another council": 1, "An agency": 3, "Other social work": 4, "Other work": 6, "Not known": 8}
QUALIFICATIONS = Shares.of({"1": 52, "2": 44, "3": 4})
ETHNICITIES = Shares.of({"WBRI": 74, "APKN": 8, "BCRB": 4, "BAFR": 4, "AIND": 4, "MWBC": 2, "REFU": 4})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Person:
    """What stays the same of a worker from one census to the next."""

    born: date
    sex: str
    ethnicity: str
    qualification: str


def census_days(society: Society) -> list[date]:
    """Every 30 September up to the last day whose whole year lies in the data."""
    first, until = society.size.windows[0].since, society.size.until
    days = [date(year, 9, 30) for year in range(first.year + 1, until.year + 1)]
    return [day for day in days if day <= until]


def write_workforce_census(path: Path, society: Society, day: date) -> int:
    """Writes the file of one year; answers with how many workers stand in it."""
    workers = [w for w in society.workers if w.started <= day and w.ended > date(day.year - 1, day.month, 30)]
    message = group(
        "Message", census_header("CSWW", day), _posts(society, day), *_workers(society, workers, day)
    )
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("<?xml version='1.0' encoding='utf-8'?>\n")
        file.writelines(lines_of(message, 2))
    return len(workers)


def _posts(society: Society, day: date) -> Node:
    vacant = sum(v.share for v in society.turnover.vacancies if v.opened <= day < v.filled)
    agency = [w for w in society.workers if w.agency and w.started <= day < w.ended]
    return group(
        "LALevel" if day.year >= NEW_NAMES_SINCE else "LALevelVacancies",
        leaf("NumberOfVacancies", round(vacant, 2)),
        leaf("NoAgencyFTE", round(sum(w.share for w in agency), 2)),
        leaf("NoAgencyHeadcount", len(agency)),
    )


def _workers(society: Society, workers: list[Worker], day: date) -> Iterator[Node]:
    held = Counter(a.worker_id for a in society.allocations if a.started <= day < a.ended)
    changes = {(move.worker_id, move.day, move.kind): move for move in society.turnover.moves}
    routes = {move.worker_id: move.route for move in society.turnover.moves if move.kind == "joined"}
    people = _people(society)
    for worker in workers:
        person, route = people[worker.worker_id], routes.get(worker.worker_id, "")
        left = changes.get((worker.worker_id, worker.ended, "left"))
        cases = held[worker.worker_id] if worker.ended > day else 0
        yield group("CSWWWorker", *_leaves(worker, person, route, left, cases, day))


def _leaves(
    worker: Worker, person: _Person, route: str, left: Move | None, cases: int, day: date
) -> Iterator[Node | None]:
    is_gone = worker.ended <= day
    yield leaf("AgencyWorker", worker.agency)
    yield leaf("SWENo", worker.worker_id)
    yield leaf("FTE", worker.share)
    yield leaf("PersonBirthDate", person.born)
    yield from _sex(person.sex, day)
    yield leaf("Ethnicity", person.ethnicity)
    yield leaf("QualLevel", person.qualification)
    yield leaf("StepUpGrad", route == "step_up")
    yield leaf("OrgRole", ROLES.get(worker.role, NO_CASES))
    yield leaf("RoleStartDate", worker.started)
    yield leaf("StartOrigin", ORIGINS.get(route, NEWLY_QUALIFIED) if route else NOT_KNOWN)
    if is_gone:
        yield leaf("RoleEndDate", worker.ended)
        yield leaf("LeaverDestination", DESTINATIONS[left.destination] if left else None)
        yield leaf("ReasonLeave", REASONS.get(left.reason, OTHER_REASON) if left else MOVED_WITHIN)
    else:
        yield leaf("FTE30", worker.share if cases else 0.0)
        yield leaf("Cases30", cases)
    yield leaf("FrontlineGrad", int(route == "frontline"))
    yield leaf("Absat30Sept", False)  # noqa: FBT003


def _sex(sex: str, day: date) -> Iterator[Node | None]:
    if day.year >= NEW_NAMES_SINCE:
        yield leaf("Sex", sex)
    else:
        yield leaf("GenderCurrent", 1 if sex == "M" else 2)


def _people(society: Society) -> dict[str, _Person]:
    dice = Dice(society.size.seed, "workers")
    people: dict[str, _Person] = {}
    for worker in society.workers:
        if worker.worker_id not in people:
            people[worker.worker_id] = _Person(
                born=plus(worker.started, -dice.between(23 * 366, 55 * 365)),
                sex="M" if dice.happens(0.15) else "F",
                ethnicity=dice.pick(ETHNICITIES),
                qualification=dice.pick(QUALIFICATIONS),
            )
    return people
