"""Shares of amounts in place of rows, and events for a population."""

from __future__ import annotations

from lineofsight.indicators.child_protection import cpp_rate
from lineofsight.indicators.shapes import Ratio, Share
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import MeasureType, Unit
from lineofsight.returns.tables import population, section_47_enquiries, workers
from tests.unit.indicators.conftest import Held
from tests.unit.indicators.made_up import WORDS, share

agency = share(
    of=workers.rows,
    when=OpenAtEnd(workers.started, workers.ended),
    meeting=workers.is_agency,
    weight=workers.full_time_share,
)


def enquiries_per_10_000() -> Ratio:
    """Enquiries begun in the period, for every 10,000 residents under 18."""
    top = Tally(of=section_47_enquiries.rows, when=During(section_47_enquiries.started))
    return Ratio(
        **{**WORDS, "unit": Unit.PER_10_000, "top": top, "bottom": cpp_rate.bottom, "breakdowns": ()}
    )


def test_a_row_weighs_its_amount_and_one_without_an_amount_is_unknown(held: Held) -> None:
    held.draw(
        {
            workers: """
            worker_id | is_agency | full_time_share | started
            ----------+-----------+-----------------+-----------
            a         | yes       | 0.5             | 2024-01-01
            b         | no        | 1.0             | 2024-01-01
            c         |           | 0.5             | 2024-01-01   whether from an agency not recorded
            d         | yes       |                 | 2024-01-01   weighs nothing that is known
            e         |           |                 | 2024-01-01   neither: unknown once
            f         | no        | 0.0             | 2024-01-01
            """
        }
    )
    assert held.sums(agency) == {None: (0.5, 2.0, 3, 0)}
    assert held.value(agency) == 25.0


def test_a_share_of_amounts_that_are_all_nought_has_no_value(held: Held) -> None:
    held.draw(
        {
            workers: """
            worker_id | is_agency | full_time_share | started
            ----------+-----------+-----------------+-----------
            a         | yes       | 0.0             | 2024-01-01
            """
        }
    )
    assert held.sums(agency) == {None: (0, 0, 0, 0)}
    assert held.value(agency) is None


def test_what_is_not_decided_weighs_nothing(held: Held) -> None:
    held.draw(
        {
            workers: """
            worker_id | is_agency | full_time_share | started
            ----------+-----------+-----------------+-----------
            a         |           | 0.5             | 2024-01-01
            b         | yes       | 0.5             | 2024-01-01
            """
        }
    )
    waiting = share(
        of=workers.rows,
        when=OpenAtEnd(workers.started, workers.ended),
        meeting=workers.is_agency,
        undecided=workers.is_agency.isnull(),
        weight=workers.full_time_share,
    )
    assert held.sums(waiting) == {None: (0.5, 0.5, 0, 1)}


def test_a_weighted_share_is_of_the_kind_that_its_moment_makes_it() -> None:
    assert agency.measure_type is MeasureType.STOCK_PROPORTION
    assert isinstance(agency, Share)


def test_events_over_residents_are_a_rate_of_the_period_and_a_stock_over_them_of_its_last_day() -> None:
    assert enquiries_per_10_000().measure_type is MeasureType.RATE
    assert not MeasureType.RATE.is_stock
    assert cpp_rate.measure_type is MeasureType.STOCK_RATE


def test_a_rate_counts_the_events_of_the_period_over_the_residents_of_its_last_day(held: Held) -> None:
    held.draw(
        {
            population: """
            since      | ward  | age | sex | people
            -----------+-------+-----+-----+-------
            2023-06-30 | North | 5   | F   | 4000
            2024-09-30 | North | 5   | F   | 5000     used from the period's last day on
            """,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-08-31   the day before the period
            b        | 2024-09-01
            b        | 2024-09-30   the same child again: two enquiries
            c        | 2024-10-01
            """,
        }
    )
    assert held.sums(enquiries_per_10_000()) == {None: (2, 5000, 0, 0)}
    assert held.value(enquiries_per_10_000()) == 4.0
