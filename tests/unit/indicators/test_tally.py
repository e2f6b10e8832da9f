"""How rows are counted: unknown and open ones, edges of periods, groups not recorded, nothing to divide by."""

from __future__ import annotations

from datetime import date

import ibis
import pytest
from ibis import _

from lineofsight.calendar import Period, PeriodKind
from lineofsight.indicators.child_protection import cpp_rate
from lineofsight.indicators.shapes import Indicator
from lineofsight.returns.tables import (
    allocations,
    child_areas,
    child_protection_plans,
    population,
    section_47_enquiries,
    workers,
)
from tests.spec.conftest import SEPTEMBER
from tests.unit.indicators.conftest import Held
from tests.unit.indicators.made_up import count, plan_count, share, workers_share

UNDECIDED = (
    section_47_enquiries.conference_not_required.isnull() & section_47_enquiries.conference_date.isnull()
)
EVERY_ANSWER = """
    child_id | started    | conference_not_required | conference_date
    ---------+------------+-------------------------+----------------
    a        | 2024-09-02 | yes                     |
    b        | 2024-09-02 | no                      |
    c        | 2024-09-02 |                         | 2024-09-20        not recorded, and decided
    d        | 2024-09-02 |                         |                   neither: waiting
    """


def test_yes_no_and_not_recorded_are_counted_apart(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    assert held.sums(share()) == {None: (1, 4, 2, 0)}
    assert held.value(share()) == 25.0


def test_what_is_not_decided_is_outside_the_share_and_open_rather_than_unknown(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    assert held.sums(share(undecided=UNDECIDED)) == {None: (1, 3, 1, 1)}


def test_whether_it_is_decided_being_not_recorded_counts_as_decided(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    never_known = ibis.null("boolean")
    assert held.sums(share(undecided=never_known)) == held.sums(share())


def test_an_open_row_is_not_in_the_numerator_even_if_it_meets_the_condition(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    everything = ibis.literal(True)
    assert held.sums(share(undecided=everything)) == {None: (0, 0, 0, 4)}


def test_nothing_to_divide_by_is_no_value_and_not_nought(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    assert held.value(share(undecided=ibis.literal(True))) is None


def test_a_count_has_no_denominator_and_its_value_is_what_was_counted(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    not_needed = section_47_enquiries.conference_not_required
    assert held.sums(count()) == {None: (4, None, 0, 0)}
    assert held.sums(count(meeting=not_needed)) == {None: (1, None, 2, 0)}
    assert held.sums(count(meeting=not_needed, undecided=UNDECIDED)) == {None: (1, None, 1, 1)}
    assert held.value(count(meeting=not_needed)) == 1.0


def test_a_row_of_which_it_is_not_recorded_whether_it_belongs_is_left_out(held: Held) -> None:
    held.draw({section_47_enquiries: EVERY_ANSWER})
    assert held.sums(count(where=section_47_enquiries.conference_not_required)) == {None: (1, None, 0, 0)}


@pytest.mark.parametrize("indicator", [share(), count(), plan_count()], ids=["share", "count", "stock"])
def test_without_rows_there_is_no_figure(held: Held, indicator: Indicator) -> None:
    held.draw({})
    assert held.sums(indicator) == {}


def test_an_event_is_in_the_period_from_its_first_day_to_its_last(held: Held) -> None:
    events = """
        child_id | started
        ---------+-----------
        a        | 2024-08-31     the day before
        b        | 2024-09-01
        c        | 2024-09-30
        d        | 2024-10-01     the day after
        e        |                in no period
        """
    held.draw({section_47_enquiries: events})
    assert held.places(count().rows()) == [("section_47_enquiries.csv", 3), ("section_47_enquiries.csv", 4)]


def test_a_spell_is_open_at_the_end_if_it_began_by_the_last_day_and_ended_after_it(held: Held) -> None:
    spells = """
        child_id | started    | ended
        ---------+------------+-----------
        a        | 2024-09-30 |                began on the last day
        b        | 2024-10-01 |                began the day after
        c        | 2024-01-01 | 2024-09-30     ended on the last day
        d        | 2024-01-01 | 2024-10-01     ended the day after
        e        |            |                nobody knows when it began
        """
    held.draw({child_protection_plans: spells})
    assert held.places(plan_count().rows()) == [
        ("child_protection_plans.csv", 2),
        ("child_protection_plans.csv", 5),
    ]


def test_a_row_is_counted_once_in_every_period_that_it_falls_in(held: Held) -> None:
    year = Period(PeriodKind.FINANCIAL_YEAR, date(2024, 4, 1), date(2025, 3, 31))
    held.draw({section_47_enquiries: EVERY_ANSWER}, (*SEPTEMBER, year))
    rows = held.found(count().by())
    assert {row["period_kind"]: row["numerator"] for row in rows} == {"month": 4, str(year.kind): 4}


def test_a_child_with_several_open_plans_is_counted_by_the_newest(held: Held) -> None:
    spells = """
        child_id | started    | ended
        ---------+------------+-----------
        a        | 2024-02-01 |
        a        | 2024-06-01 |                the newest that is open
        a        | 2024-07-01 | 2024-09-01     newer, and over
        b        | 2024-01-01 |
        b        | 2024-01-01 |                of two on one day, the later row
        """
    held.draw({child_protection_plans: spells})
    once = plan_count(one_per="child_id", newest_by=child_protection_plans.started)
    assert held.places(once.rows()) == [
        ("child_protection_plans.csv", 3),
        ("child_protection_plans.csv", 6),
    ]
    assert held.sums(plan_count()) == {None: (4, None, 0, 0)}


def test_children_without_a_ward_are_a_group_of_their_own_and_the_groups_make_the_total(held: Held) -> None:
    wards = """
        child_id | ward  | since      | until
        ---------+-------+------------+-----------
        a        | North | 2024-01-01 | 2024-09-03    moved away the day after
        b        | North | 2024-01-01 | 2024-09-02    had moved away by that day
        c        |       | 2024-01-01 |
        """
    held.draw({section_47_enquiries: EVERY_ANSWER, child_areas: wards})
    assert held.sums(share(), "ward") == {"North": (1, 1, 0, 0), None: (0, 3, 2, 0)}


def test_a_rate_keeps_children_without_a_ward_and_wards_without_children(held: Held) -> None:
    held.draw(
        {
            child_protection_plans: """
            child_id | started
            ---------+-----------
            a        | 2024-01-01
            b        | 2024-01-01
            """,
            child_areas: """
            child_id | ward  | since
            ---------+-------+-----------
            a        | North | 2024-01-01
            """,
            population: """
            since      | ward  | age | people
            -----------+-------+-----+-------
            2024-01-01 | North | 5   | 100
            2024-01-01 | South | 5   | 200
            2024-01-01 | South | 18  | 400        no longer a child
            """,
        }
    )
    assert held.sums(cpp_rate, "ward") == {
        "North": (1, 100, 0, 0),
        "South": (None, 200, 0, 0),
        None: (1, None, 0, 0),
    }
    assert held.sums(cpp_rate) == {None: (2, 300, 0, 0)}
    assert held.value(cpp_rate) == pytest.approx(2 * 10_000 / 300)


@pytest.mark.parametrize(
    ("people", "denominator"),
    [("", None), ("since | age | people\n---+---+---\n2024-01-01 | 5 | 0\n", 0)],
    ids=["no population", "a population of nobody"],
)
def test_a_rate_without_people_has_no_value(held: Held, people: str, denominator: float | None) -> None:
    plan = "child_id | started\n---------+-----------\na | 2024-01-01\n"
    held.draw({child_protection_plans: plan, **({population: people} if people else {})})
    assert held.sums(cpp_rate) == {None: (1, denominator, 0, 0)}
    assert held.value(cpp_rate) is None


def test_each_worker_is_judged_by_the_sums_of_their_own_rows(held: Held) -> None:
    held.draw(
        {
            allocations: """
            child_id | worker_id | started
            ---------+-----------+-----------
            a        | half      | 2024-01-01
            b        | half      | 2024-01-01
            c        | whole     | 2024-01-01
            d        | whole     | 2024-01-01
            e        | unknown   | 2024-01-01
            f        | gone      | 2024-01-01     not in post: no share to judge by
            """,
            workers: """
            worker_id | team | full_time_share | started
            ----------+------+-----------------+-----------
            half      | East | 0.5             | 2024-01-01
            whole     | East | 1.0             | 2024-01-01
            unknown   | East |                 | 2024-01-01
            idle      | East | 0.0             | 2024-01-01
            """,
        }
    )
    # More than three cases for a full-time worker; a share that is not recorded has no sum, and no verdict.
    heavy = workers_share(having=_.denominator > 0, meeting=_.numerator > 3 * _.denominator)
    assert held.sums(heavy) == {None: (1, 2, 2, 0)}
    assert held.value(heavy) == 50.0
    assert held.sums(workers_share(having=_.denominator > 0, meeting=_.numerator > 4 * _.denominator)) == {
        None: (0, 2, 2, 0)
    }
