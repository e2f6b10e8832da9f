"""Which stored columns decide a figure, found in its own expressions and compared with what is written here."""

from __future__ import annotations

import pytest

from lineofsight.indicators.catalogue import INDICATORS, indicator
from lineofsight.indicators.lineage import columns_of, tables_of
from lineofsight.indicators.shapes import Indicator
from lineofsight.returns.tables import BY_NAME

COLUMNS = {
    "icpc_15wd_pct": {"conferences": {"came_from", "strategy_discussion_date", "held_date"}},
    "cla_rate": {
        "episodes": {"child_id", "started", "ended", "legal_status"},
        "population": {"since", "age", "people"},
    },
    "iha_20wd_pct": {
        "episodes": {"child_id", "started", "ended", "reason_started", "legal_status"},
        "initial_health_assessments": {"child_id", "completed"},
    },
    "ehcp_overdue_open": {
        "ehc_requests": {"request_id", "child_id", "upn", "received", "concluded"},
        "sen_persons": {"child_id", "upn"},
        "sen_requests": {"request_id", "child_id", "received", "outcome", "moved_away", "settled"},
        "sen_assessments": {"assessment_id", "request_id", "outcome", "outcome_date"},
        "sen_named_plans": {"assessment_id", "started"},
        "sen_active_plans": {"request_id", "transferred_from"},
    },
    "pex_confirmed_count": {
        "exclusion_statuses": {"exclusion_id", "notified", "excluded_from", "status", "status_date"}
    },
    "sw_caseload_avg": {
        "allocations": {"worker_id", "started", "ended"},
        "workers": {"worker_id", "full_time_share", "started", "ended"},
    },
}


@pytest.mark.parametrize("id_", COLUMNS)
def test_a_figure_is_decided_by_the_columns_written_here(id_: str) -> None:
    written = {(table, column) for table, columns in COLUMNS[id_].items() for column in columns}
    assert columns_of(indicator(id_)) == written
    assert tables_of(indicator(id_)) == set(COLUMNS[id_])


@pytest.mark.parametrize("of", INDICATORS, ids=lambda of: of.id)
def test_every_column_that_is_read_is_one_that_a_return_fills_in_a_table_that_is_needed(
    of: Indicator,
) -> None:
    read = columns_of(of)
    assert {table for table, _ in read} == tables_of(of)
    assert [(t, c) for t, c in read if c not in BY_NAME[t].columns] == []
