"""Small random rows for the raw tables, most of their dates at the edges at which a definition could be wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from lineofsight.calendar import FIRST_KNOWN, LAST_KNOWN, Period, run_periods
from lineofsight.returns import tables
from lineofsight.returns.columns import Table
from tests.generative.oracle import Row

EDGES = (  # the ends of months, quarters and years, a leap day, bank holidays
    date(2023, 12, 31),
    date(2024, 2, 29),
    date(2024, 3, 31),
    date(2024, 4, 1),
    date(2024, 8, 26),
    date(2024, 8, 31),
    date(2024, 9, 30),
    date(2024, 10, 31),
)
BEYOND = (date(1970, 6, 2), FIRST_KNOWN - timedelta(days=1), FIRST_KNOWN, LAST_KNOWN, date(2031, 3, 1))
# The limits of every clock in days, with the day after each: 15 and 20 working days, 20 weeks, a year, three months.
CLOCKS = (0, 1, 2, 20, 21, 22, 23, 24, 28, 29, 30, 90, 91, 92, 139, 140, 141, 365, 366)
ENDS = (date(2024, 2, 29), date(2024, 3, 31), date(2024, 9, 30), date(2024, 10, 31))

on_an_edge = st.sampled_from(EDGES)
by_an_edge = st.builds(
    lambda edge, clock, way: edge + timedelta(days=clock * way),
    on_an_edge,
    st.sampled_from(CLOCKS),
    st.sampled_from([-1, 1]),
)
days = st.one_of(
    on_an_edge,
    by_an_edge,
    by_an_edge,
    st.dates(date(2023, 7, 1), date(2024, 11, 30)),
    st.sampled_from(BEYOND),
)
some_day = st.one_of(days, days, st.none())
# A second date of the same row: on its own, or a clock's length after the first, which is the first date of the row.
later = st.one_of(st.none(), days, st.sampled_from(CLOCKS).map(lambda clock: timedelta(days=clock)))
births = st.one_of(
    st.none(),
    st.builds(lambda day, age: _years_before(day, age), st.sampled_from(EDGES), st.integers(-1, 19)),
    st.dates(date(2004, 1, 1), date(2024, 12, 31)),
)
children = st.sampled_from(["a", "b", "c"])
wards = st.sampled_from(["North", "South", None])
answers = st.sampled_from(["good", "inadequate", "yes", "no", "some", "none", "na", "splendid", None])
teams = st.sampled_from(["East", "West", None])
sexes = st.sampled_from(["F", "M", None])
flags = st.sampled_from([True, False, None])
minutes = st.sampled_from([None, None, 0, 1, 599, 600, 601, 1438, 1439])
requests = st.sampled_from(["1", "2", "3", "4", "5"])
outcomes = st.sampled_from(["Y", "Y", "N", "A", "W", "H", None])
schools = st.sampled_from(["High", "Primary", None])
upns = st.sampled_from(["A1", "A2", None])


def _years_before(day: date, years: int) -> date:
    year = day.year - years
    return date(year, 3, 1) if (day.month, day.day) == (2, 29) and year % 4 else day.replace(year=year)


COLUMNS: Mapping[Table, Mapping[str, st.SearchStrategy[object]]] = {
    tables.children: {"child_id": children, "born": births, "sex": sexes},
    tables.looked_after_children: {"child_id": children, "born": births, "sex": sexes},
    tables.child_areas: {
        "child_id": children,
        "ward": wards,
        "team": teams,
        "since": days,
        "until": later,
    },
    tables.population: {
        "since": st.sampled_from(
            [date(2022, 6, 30), date(2023, 12, 31), date(2024, 2, 29), date(2024, 10, 1)]
        ),
        "ward": st.sampled_from(["North", "South"]),
        "age": st.sampled_from([None, 0, 1, 9, 10, 17, 18]),
        "sex": sexes,
        "people": st.integers(0, 900),
    },
    tables.referrals: {
        "child_id": children,
        "referral_date": some_day,
        "source": st.sampled_from(["1A", "6", None]),
        "closure_date": later,
    },
    tables.conferences: {
        "child_id": children,
        "came_from": st.sampled_from(["section 47", "referral", None]),
        "strategy_discussion_date": some_day,
        "held_date": later,
    },
    tables.section_47_enquiries: {
        "child_id": children,
        "started": some_day,
        "conference_date": later,
        "conference_not_required": flags,
    },
    tables.section_47_outcomes: {
        "child_id": children,
        "started": some_day,
        "ended": later,
        "outcome": st.sampled_from(["conference", "no_further_action", "child_in_need", "paused", None]),
        "team": teams,
    },
    tables.strategy_discussions: {
        "child_id": children,
        "referral_received": some_day,
        "referral_received_minute": minutes,
        "held": later,
        "held_minute": minutes,
        "concluded": later,
        "team": teams,
    },
    tables.child_protection_plans: {"child_id": children, "started": some_day, "ended": later},
    tables.episodes: {
        "child_id": children,
        "started": st.one_of(on_an_edge, days),
        "ended": later,
        "reason_started": st.sampled_from(["S", "S", "P", None]),
        "legal_status": st.sampled_from(["C2", "C2", "V3", "V4", None]),
        "placement": st.sampled_from(["U1", "U3", "U4", "K2", None]),
        "provider": st.sampled_from(["PR1", "PR4", "PR5", None]),
    },
    tables.initial_health_assessments: {"child_id": children, "entered_care": days, "completed": some_day},
    tables.allocations: {
        "child_id": children,
        "worker_id": st.sampled_from(["w1", "w2", "w3"]),
        "team": teams,
        "started": days,
        "ended": later,
    },
    tables.workers: {
        "worker_id": st.sampled_from(["w1", "w2", "w3"]),
        "team": teams,
        "full_time_share": st.sampled_from([1.0, 0.5, 0.25, 0.0, None]),
        "is_agency": flags,
        "started": days,
        "ended": later,
    },
    tables.vacancies: {
        "post_id": st.sampled_from(["p1", "p2", "p3"]),
        "team": teams,
        "full_time_share": st.sampled_from([1.0, 0.5, None]),
        "opened": days,
        "filled": later,
    },
    tables.worker_moves: {
        "worker_id": st.sampled_from(["w1", "w2", "w3"]),
        "moved": some_day,
        "kind": st.sampled_from(["joined", "joined", "moved", "left", None]),
        "route": st.sampled_from(["frontline", "step_up", "experienced", None]),
        "team": teams,
    },
    tables.audits: {
        "audit_id": st.sampled_from(["1", "2", "3", "4"]),
        "child_id": children,
        "team": teams,
        "service": st.sampled_from(["Support", None]),
        "audited": some_day,
        "is_moderated": flags,
    },
    tables.audit_answers: {
        "audit_id": st.sampled_from(["1", "2", "3", "4", "5"]),
        "question": st.sampled_from(
            ["s_engage.grade", "s_partner.grade", "super.frequency", "risk.addressed"]
        ),
        "answer": answers,
        "agreed_answer": st.one_of(st.none(), st.none(), answers),
    },
    tables.ehc_requests: {
        "request_id": st.sampled_from(["1", "2", "3", "4"]),
        "child_id": st.one_of(st.none(), children),
        "upn": upns,
        "received": some_day,
        "plan_issued": later,
        "exceptions_apply": flags,
        "plan_ceased": later,
        "concluded": later,
    },
    tables.sen_persons: {"child_id": children, "upn": upns, "born": births},
    tables.sen_requests: {
        "request_id": requests,
        "child_id": children,
        "received": some_day,
        "outcome": outcomes,
        "moved_away": st.sampled_from([None, None, "0", "B"]),
        "settled": later,
    },
    tables.sen_assessments: {
        "assessment_id": requests,
        "request_id": requests,
        "outcome": outcomes,
        "outcome_date": some_day,
        "exceptions_apply": flags,
    },
    tables.sen_named_plans: {
        "plan_id": requests,
        "assessment_id": requests,
        "started": some_day,
        "ceased": later,
    },
    tables.sen_active_plans: {
        "active_plan_id": requests,
        "request_id": requests,
        "transferred_from": st.sampled_from([None, None, "382"]),
    },
    tables.sen_needs: {
        "active_plan_id": requests,
        "need": st.sampled_from(["ASD", "SLCN"]),
        "need_rank": st.sampled_from([1, 1, 2, None]),
    },
    tables.school_closures: {"school": schools, "first_day": days, "last_day": later},
    tables.health_referrals: {
        "referral_id": st.sampled_from(["1", "2", "3", "4", "5", "6"]),
        "child_id": children,
        "received": some_day,
        "first_contact": later,
        "closed": later,
        "born": births,
        "sex": sexes,
        "home_ward": wards,
        "service": st.sampled_from(["camhs", "camhs", "neurodevelopmental", "neurodevelopmental", "dental"]),
        "pathway": st.sampled_from(["autism", "adhd", None]),
        "team": teams,
        "source": st.sampled_from(["gp", "school", None]),
        "outcome": st.sampled_from(["accepted", "accepted", "signposted", "withdrawn", None]),
    },
    tables.attendance_counts: {
        "child_id": children,
        "school": schools,
        "since": some_day,
        "mark": st.sampled_from(["attended", "authorised", "unauthorised", "unauthorised", None]),
        "code": st.sampled_from(["I", "G", "O", None]),
        "sessions": st.sampled_from([1, 2, 9, 10, None]),
    },
    tables.enrolments: {
        "child_id": children,
        "setting": schools,
        "entered": days,
        "left": later,
        "kind": st.sampled_from(["school", "school", "early_years", None]),
        "enrolment_status": st.sampled_from(["C", "S", None]),
        "phase": st.sampled_from(["primary", None]),
        "governance": st.sampled_from(["academy", None]),
    },
    tables.leaver_destinations: {
        "child_id": st.sampled_from([str(number) for number in range(12)]),
        "aged_19_until": some_day,
        "entered_higher_education": later,
        "destination": st.sampled_from(["higher_education", "employment", "not_known", None]),
        "free_meals": flags,
        "sex": sexes,
        "sen": st.sampled_from(["K", None]),
    },
    tables.exclusion_statuses: {
        "exclusion_id": st.sampled_from(["1", "2", "3"]),
        "child_id": children,
        "notified": some_day,
        "excluded_from": some_day,
        "school": schools,
        "phase": st.sampled_from(["primary", "secondary", None]),
        "sex": sexes,
        "sen": st.sampled_from(["K", None]),
        "home_ward": wards,
        "of_school_age": flags,
        "leaves_school": some_day,
        "provision_started": later,
        "reason": st.sampled_from(["PP", "DB", None]),
        "reason_2": st.sampled_from(["DB", None]),
        "reason_3": st.sampled_from(["DB", None, None]),
        "status": st.sampled_from(
            ["notified", "pending", "upheld", "irp_upheld", "quashed", "on hold", None]
        ),
        "status_date": some_day,
    },
}


@st.composite
def loads(draw: st.DrawFn) -> list[Row]:
    """What the rows of each load carry: its name, its rank, and the day before which it may still supply."""
    count = draw(st.integers(1, 3))
    names = draw(st.permutations([f"load-{n:06d}" for n in range(1, count + 1)]))
    before = st.one_of(st.none(), days, st.just(date.min))
    return [
        {"load": name, "rank_": rank, "supplies_before_": None if rank == count - 1 else draw(before)}
        for rank, name in enumerate(names)
    ]


@st.composite
def raw_rows(draw: st.DrawFn, table: Table, *, least: int = 0, most: int = 8) -> list[Row]:
    """Every row that the current loads have of a table, in any order."""
    of = draw(loads())
    columns = st.fixed_dictionaries(dict(COLUMNS[table]))
    placed = st.tuples(columns, st.sampled_from(of), st.sampled_from(["a.csv", "b.csv"]))
    drawn = draw(st.lists(placed, min_size=least, max_size=most))
    return [
        {**dict.fromkeys(table.columns), **dated(values), **load, "file": file, "sheet": "", "row": row}
        for row, (values, load, file) in enumerate(drawn, start=2)
    ]


def dated(values: Mapping[str, object]) -> Row:
    """The values with each length of time turned into the day on which it has passed since the row's first date."""
    row, first = dict(values), next((day for day in values.values() if isinstance(day, date)), None)
    for column, day in values.items():
        if isinstance(day, timedelta):
            row[column] = None if first is None else first + day
    return row


@st.composite
def periods(draw: st.DrawFn) -> Sequence[Period]:
    """The periods of every kind that a run of one to three months computes; seldom beyond the known calendar."""
    end = draw(st.sampled_from([*ENDS, *ENDS, date(LAST_KNOWN.year + 1, 1, 31)]))
    return run_periods(end, draw(st.integers(1, 3)))


@st.composite
def worlds(draw: st.DrawFn, filled: Sequence[Table]) -> dict[Table, list[Row]]:
    """Raw rows for each of the tables: many for the first, which is the one that is counted."""
    counted, *others = filled
    return {counted: draw(raw_rows(counted, least=6, most=24)), **{t: draw(raw_rows(t)) for t in others}}
