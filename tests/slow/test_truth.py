"""What the synthetic council's truth file lists can be seen in its readings."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest

from lineofsight.demo import beside
from lineofsight.demo.changes import planted
from lineofsight.indicators.catalogue import indicator
from lineofsight.readings import Reading
from lineofsight.run.charts import series_of
from tests.slow.conftest import Demo

pytestmark = pytest.mark.slow


def artefact(demo: Demo, kind: str) -> dict[str, Any]:
    listed = json.loads(demo.written.truth.read_text(encoding="utf-8"))["artefacts"]
    [found] = [each for each in listed if each["kind"] == kind]
    return dict(found)


def months(demo: Demo, told: dict[str, Any]) -> list[Reading]:
    by, group = ((told["by"],), (told["group"],)) if told["by"] else ((), ())
    return series_of(demo.record, indicator(told["indicator"]), demo.run.id, by=by, group=group)


def test_three_changes_and_four_artefacts_are_listed(demo: Demo) -> None:
    truth = json.loads(demo.written.truth.read_text(encoding="utf-8"))
    assert (len(truth["changes"]), len(truth["artefacts"])) == (3, 4)
    assert {each["indicator"] for each in truth["changes"]} == {
        c.indicator for c in planted(demo.run.to).listed()
    }


def test_since_the_definition_changed_there_are_more_referrals(demo: Demo) -> None:
    told = artefact(demo, "definition change")
    since = date.fromisoformat(told["since"])
    series = [(r.period_start, r.denominator or 0) for r in months(demo, told)]
    before = [cases for day, cases in series if since - timedelta(days=370) <= day < since]
    after = [cases for day, cases in series if since <= day < since + timedelta(days=360)]
    assert len(before) == len(after) == 12
    assert sum(after) > 1.15 * sum(before)


def test_the_team_of_the_late_batch_has_hardly_a_referral_in_the_newest_month(demo: Demo) -> None:
    told = artefact(demo, "late batch")
    *earlier, newest = [r.denominator or 0 for r in months(demo, told)]
    assert newest < 0.2 * sum(earlier[-12:]) / 12


def test_since_the_auditors_changed_fewer_audits_find_partnership_good(demo: Demo) -> None:
    told = artefact(demo, "change of auditors")
    since = date.fromisoformat(told["since"])
    series = [(r.period_start, r.numerator or 0, r.denominator or 0) for r in months(demo, told)]
    before = [(met, of) for day, met, of in series if since - timedelta(days=370) <= day < since]
    after = [(met, of) for day, met, of in series if since <= day]
    assert len(after) == 9
    shares = [sum(met for met, _ in part) / sum(of for _, of in part) for part in (before, after)]
    assert shares[0] - shares[1] > 0.1


def test_the_new_ward_begins_with_the_boundary_change_and_not_before(demo: Demo) -> None:
    told = artefact(demo, "boundary change")
    since = date.fromisoformat(told["since"])
    residents = {r.period_end: r.denominator for r in months(demo, told)}
    assert all(not people for end, people in residents.items() if end < since)
    assert all(people for end, people in residents.items() if end >= since)
    assert max(residents) >= since


def test_the_council_s_rates_are_near_the_published_ones(demo: Demo) -> None:
    rates = {one.published.indicator: one for one in beside(demo.record, demo.run.id)}
    for name in (
        "cpp_rate",
        "cla_rate",
        "rereferral_12m_pct",
        "icpc_15wd_pct",
        "sw_caseload_avg",
        "sw_vacancy_pct",
    ):
        assert rates[name].here == pytest.approx(rates[name].published.district, rel=0.2), name


def test_a_ward_that_has_ended_stands_only_where_something_happened_in_it(demo: Demo) -> None:
    page = demo.paper("html").read_text(encoding="utf-8")
    rows = re.findall(r">Larkrigg</th>(.*?)</tr>", page)
    assert ">Larkrigg &amp; Dunnock<" in page
    assert rows  # what happened in twelve months stands under the ward of its day
    without_residents = [row for row in rows if "not available" in row]
    assert [row for row in without_residents if row.count("<td>0</td>") > 1] == []
