"""The tables of the social work workforce: the yearly census, vacancies, moves and apprenticeships."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Flag, Number, Span, Table, Text, Whole


class CensusWorkers(Table):
    """One row for each social worker in a workforce census, with the role held or left in its year."""

    title = "Social workers in the workforce census"
    key = ("census_day", "worker_id", "role_started")
    span = Span(since="census_day")

    census_day: Date
    worker_id: Text
    is_agency: Flag
    full_time_share: Number
    born: Date
    sex: Text
    ethnicity: Text
    qualification: Text
    step_up_graduate: Flag
    frontline_graduate: Text
    role: Text
    role_started: Date
    came_from: Text
    role_ended: Date
    went_to: Text
    reason_left: Text
    share_with_cases: Number
    cases: Whole
    days_lost: Number
    contract_weeks: Number
    is_absent: Flag
    reason_absent: Text


class CensusPosts(Table):
    """One row for each workforce census: the council's vacancies and agency workers as it counted them."""

    title = "Vacancies and agency workers in the workforce census"
    key = ("census_day",)
    span = Span(since="census_day")

    census_day: Date
    vacancies: Number
    agency_share: Number
    agency_workers: Whole


class Vacancies(Table):
    """One row for each vacant post, from the day it fell vacant to the day it was filled or given up."""

    title = "Vacant posts"
    key = ("post_id", "opened")
    span = Span(since="opened", until="filled")

    post_id: Text
    team: Text
    role: Text
    full_time_share: Number
    cause: Text
    opened: Date
    filled: Date


class WorkerMoves(Table):
    """One row for each time that a worker joined the council, moved into another team, or left."""

    title = "Workers who joined, moved and left"
    key = ("worker_id", "moved", "kind")
    span = Span(since="moved")

    worker_id: Text
    moved: Date
    kind: Text
    route: Text
    team: Text
    former_team: Text
    reason: Text
    destination: Text
    is_agency: Flag


class Apprenticeships(Table):
    """One row for each apprenticeship or qualifying programme of a worker."""

    title = "Apprentices and qualifying programmes"
    key = ("worker_id", "started")
    span = Span(since="started", until="ended")

    worker_id: Text
    programme: Text
    started: Date
    ended: Date
    outcome: Text


census_workers = CensusWorkers()
census_posts = CensusPosts()
vacancies = Vacancies()
worker_moves = WorkerMoves()
apprenticeships = Apprenticeships()

TABLES: tuple[Table, ...] = (census_workers, census_posts, vacancies, worker_moves, apprenticeships)
