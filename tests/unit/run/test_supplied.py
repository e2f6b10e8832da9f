"""Figures that others counted: shown where nothing is loaded, never in place of our own, and protected like them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.council import Council
from lineofsight.indicators.catalogue import indicator
from lineofsight.readings import Reading, State
from lineofsight.record import Record
from lineofsight.run.measure import measure
from lineofsight.run.paper_tables import months_table
from lineofsight.run.shown import shown_measure
from lineofsight.run.supplied import figures_unknown
from tests.unit.run.loading import loaded, said

HEADER = "Figure,Period start,Period end,Supplied number,Supplied out of,Supplied by,Received,Note"
WAITS = "camhs_wait_4w_pct,01/07/2024,31/07/2024,62,140,The provider,,"
REFERRALS = "Health referral ID,Child ID,Health service,Health referral received,Referral outcome,First contact,Closed"


def file(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def july(record: Record, id_: str) -> Reading:
    run = measure(record, Council(), to=date(2024, 9, 30), months=3, only=[indicator(id_)])
    readings = record.readings(run.id, indicator=id_, kind="month", breakdown=())
    return next(r for r in readings if r.period_end == date(2024, 7, 31))


def test_a_figure_is_shown_as_supplied_where_nothing_is_loaded(record: Record, tmp_path: Path) -> None:
    loaded(record, file(tmp_path, "o.csv", HEADER, WAITS), key="2024-09-30")
    found = july(record, "camhs_wait_4w_pct")
    assert (found.numerator, found.denominator, found.state) == (62, 140, State.SUPPLIED)
    assert found.value == pytest.approx(44.2857, abs=0.0001)


def test_a_count_is_supplied_without_a_denominator_and_a_share_without_one_is_not_shown(
    record: Record, tmp_path: Path
) -> None:
    count = "camhs_referrals_count,01/07/2024,31/07/2024,201,,The provider,,"
    share = "nd_wait_13w_pct,01/07/2024,31/07/2024,9,,The provider,,"
    loaded(record, file(tmp_path, "o.csv", HEADER, count, share), key="2024-09-30")
    found = july(record, "camhs_referrals_count")
    assert (found.numerator, found.denominator, found.value, found.state) == (201, None, 201, State.SUPPLIED)
    assert july(record, "nd_wait_13w_pct").state is State.NOT_AVAILABLE


def test_rows_that_are_loaded_are_counted_and_the_supplied_figure_is_left_aside(
    record: Record, tmp_path: Path
) -> None:
    rows = file(tmp_path, "r.csv", REFERRALS, "R1,C1,camhs,02/07/2024,accepted,10/07/2024,")
    loaded(record, rows, key="2024-09-30")
    loaded(record, file(tmp_path, "o.csv", HEADER, WAITS), key="2024-09-30")
    found = july(record, "camhs_wait_4w_pct")
    assert (found.numerator, found.denominator) == (1, 1)
    assert found.state is not State.SUPPLIED


def test_nothing_out_of_nothing_has_no_value(record: Record, tmp_path: Path) -> None:
    none = WAITS.replace(",62,140,", ",0,0,")
    loaded(record, file(tmp_path, "o.csv", HEADER, none), key="2024-09-30")
    found = july(record, "camhs_wait_4w_pct")
    assert (found.numerator, found.denominator, found.value, found.state) == (0, 0, None, State.SUPPLIED)


def test_a_supplied_figure_says_so_wherever_it_is_printed_and_is_never_judged(
    record: Record, tmp_path: Path
) -> None:
    loaded(record, file(tmp_path, "o.csv", HEADER, WAITS), key="2024-09-30")
    about = indicator("camhs_wait_4w_pct")
    run = measure(record, Council(), to=date(2024, 9, 30), months=3, only=[about])
    shown = shown_measure(record, Council(), about, run.id, until=date(2024, 7, 31), companion=None)
    assert shown.chart.sentence == "44% (62 of 140) in July 2024, as it was supplied, so it is not judged."
    (row,) = [r for r in months_table(shown).rows if "July 2024" in r[0].text]
    assert row[-1].text == "Supplied, not recalculable"


def test_an_id_that_is_no_figure_is_told_with_how_often_it_stands(record: Record, tmp_path: Path) -> None:
    lines = [WAITS.replace("camhs_wait_4w_pct", "camhs waits"), WAITS]
    loaded(record, file(tmp_path, "o.csv", HEADER, *lines), key="2024-09-30")
    assert figures_unknown(record) == {"camhs waits": 1}


@pytest.mark.parametrize(
    ("line", "rule", "held"),
    [
        (WAITS.replace("31/07/2024", "30/06/2024"), "period_ends_before_it_begins", 1),
        (WAITS.replace("31/07/2024", "01/07/2024"), None, 0),
        (WAITS.replace(",62,", ",141,"), "numerator_above_denominator", 0),
        (WAITS.replace(",62,", ",140,"), None, 0),
        (WAITS.replace(",62,", ",-1,"), "number_negative", 1),
        (WAITS.replace(",62,", ",44%,"), "number_unreadable", 1),
        (WAITS.replace(",62,", ",,"), "value_missing", 1),
    ],
)
def test_what_is_wrong_with_a_supplied_figure_is_told(
    record: Record, tmp_path: Path, line: str, rule: str | None, held: int
) -> None:
    reports = loaded(record, file(tmp_path, "o.csv", HEADER, line), key="2024-09-30")
    assert [r for _, r, row, _ in said(reports) if row == 2] == ([rule] if rule else [])
    assert sum(t.held for r in reports for t in r.tables.values()) == held
