"""What a run chart draws, and what it says of what it cannot draw."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from lineofsight.council import Target
from lineofsight.papers import Plot, protected
from lineofsight.papers.charts import in_words, run_chart, sparkline
from lineofsight.papers.charts.labels import LETTER
from lineofsight.papers.charts.shapes import tone
from lineofsight.readings import Polarity, State
from lineofsight.signals.chart import Baseline, Signal
from tests.unit.papers.paper_sample import KINDS, plot

BY_ID = {kind.id: kind for kind in KINDS}
SVG = "{http://www.w3.org/2000/svg}"


def drawn(plot_: Plot, **options: int) -> ElementTree.Element:
    return ElementTree.fromstring(run_chart(plot_, name="c", **options))


def texts(svg: ElementTree.Element) -> list[str]:
    return [found.text or "" for found in svg.iter(f"{SVG}text")]


def made_of(kind_id: str, **changes: object) -> Plot:
    found = plot(BY_ID[kind_id])
    return replace(found, chart=replace(found.chart, **changes))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("width", [288, 680])
def test_every_chart_is_one_picture_with_a_title_and_a_description(kind, width):
    svg = drawn(plot(kind), width=width)
    assert svg.get("role") == "img"
    named = {child.get("id"): child.text for child in svg if child.tag in (f"{SVG}title", f"{SVG}desc")}
    assert list(named) == (svg.get("aria-labelledby") or "").split()
    assert all(named.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("width", [288, 680])
def test_names_of_periods_do_not_touch(kind, width):
    svg = drawn(plot(kind), width=width)
    names = [
        found for found in svg.iter(f"{SVG}text") if re.fullmatch(r"[A-Z][a-z]{2} \d{4}", found.text or "")
    ]
    places = sorted((float(found.get("x") or 0), len(found.text or "") * LETTER) for found in names)
    assert places
    assert all(right - left >= size for (left, size), (right, _) in itertools.pairwise(places))
    assert places[0][0] - places[0][1] / 2 >= 0
    assert places[-1][0] + places[-1][1] / 2 <= width + 1


def test_the_latest_value_is_written_beside_its_dot():
    assert "33%" in texts(drawn(plot(BY_ID["ehcp_20w_exc_pct"])))


def test_no_older_value_stands_in_for_a_latest_that_is_hidden():
    assert 'font-weight="bold"' in run_chart(plot(BY_ID["icpc_15wd_pct"]), name="c")
    assert 'font-weight="bold"' not in run_chart(plot(BY_ID["iha_overdue_open"]), name="c")


def test_a_hidden_a_missing_and_an_empty_period_are_marked_apart():
    chart = plot(BY_ID["icpc_15wd_pct"]).chart
    points = list(chart.points)
    points[5] = replace(points[5], value=None, numerator=None, denominator=None, state=State.NOT_AVAILABLE)
    points[9] = replace(points[9], value=None, numerator=0, denominator=0)
    found = protected(replace(chart, points=tuple(points)), [points[20].period_end])
    said = texts(drawn(found))
    assert {"hidden to protect children", "not available", "nothing to take a share of"} <= set(said)
    assert [said.count(sign) for sign in "cxz"] == [2, 2, 2]  # once at the gap, once in the key
    assert "Not drawn: 1 month hidden to protect children; 1 month not available" in in_words(found)


def test_a_gap_breaks_the_line():
    whole = plot(BY_ID["cla_rate"])
    broken = protected(whole.chart, [whole.chart.points[30].period_end])
    assert run_chart(broken, name="c").count('class="line-usual"') == 2
    assert run_chart(whole, name="c").count('class="line-usual"') == 1


def test_neighbouring_gaps_are_marked_once():
    whole = plot(BY_ID["cla_rate"])
    ends = [point.period_end for point in whole.chart.points[30:33]]
    assert texts(drawn(protected(whole.chart, ends))).count("c") == 2


def test_a_chart_that_refuses_limits_draws_none_and_says_why():
    found = plot(BY_ID["cla_rate"])
    assert "fill-band" not in run_chart(found, name="c")
    assert found.chart.refusal in in_words(found)


def test_an_axis_that_does_not_start_at_zero_says_so():
    assert any("axis starts at" in text and "not 0" in text for text in texts(drawn(plot(BY_ID["cla_rate"]))))


@pytest.mark.parametrize(("since", "there"), [(date(2026, 9, 30), True), (date(2026, 10, 1), False)])
def test_a_target_is_drawn_from_the_first_period_that_it_was_set_for(since, there):
    target = Target(value=60, set_by="Panel", since=since, at_least=True)
    assert ("Target: at least 60%" in texts(drawn(made_of("cla_kinship_foster_pct", target=target)))) is there


def test_a_target_is_written_as_it_was_set():
    target = Target(value=97.5, set_by="Panel", since=date(2022, 1, 1), at_least=False)
    assert "Target: at most 97.5%" in in_words(made_of("icpc_15wd_pct", target=target))


def test_where_the_baseline_ends_is_marked_unless_it_is_the_whole_chart():
    found = plot(BY_ID["icpc_15wd_pct"])
    assert "baseline ends" in texts(drawn(found))
    whole = replace(found.chart.baseline, last=found.chart.points[-1].period_end)
    assert "baseline ends" not in texts(drawn(made_of("icpc_15wd_pct", baseline=whole)))


def test_a_change_of_baseline_is_marked_and_its_reason_said():
    chart = plot(BY_ID["icpc_15wd_pct"]).chart
    new = Baseline(
        first=chart.points[30].period_end, last=chart.points[45].period_end, points=16, centre=80,
        reason="a new case system",
    )  # fmt: skip
    found = made_of("icpc_15wd_pct", baseline=new, earlier_baselines=(chart.baseline,))
    assert {"new baseline", "baseline ends"} <= set(texts(drawn(found)))
    assert "A new baseline begins with the period to 30 April 2024: a new case system." in in_words(found)


@pytest.mark.parametrize(
    ("signal", "polarity", "expected"),
    [
        (None, Polarity.HIGHER_IS_BETTER, "usual"),
        (Signal.ABOVE, Polarity.HIGHER_IS_BETTER, "better"),
        (Signal.ABOVE, Polarity.LOWER_IS_BETTER, "worse"),
        (Signal.TREND_DOWN, Polarity.HIGHER_IS_BETTER, "worse"),
        (Signal.RUN_LOW, Polarity.LOWER_IS_BETTER, "better"),
        (Signal.ABOVE, Polarity.CONTEXT, "neutral"),
        (Signal.BELOW, Polarity.CONTEXT, "neutral"),
    ],
)
def test_a_signal_has_the_colour_of_its_direction_and_neither_where_neither_is_better(
    signal, polarity, expected
):
    assert tone(signal, polarity) == expected


def test_a_signal_has_its_own_shape_and_its_words_in_the_key():
    svg = run_chart(plot(BY_ID["ehcp_20w_exc_pct"]), name="c")
    assert svg.count('class="fill-better"') == 2  # the point and the key: a triangle, not a dot
    assert not re.search(r"<circle[^>]*fill-better", svg)
    assert "above the usual range" in svg


def test_several_signals_of_one_direction_share_one_entry_in_the_key():
    assert "unusually high" in texts(drawn(plot(BY_ID["pex_confirmed_count"])))


def test_a_period_that_is_not_complete_yet_is_a_ring():
    assert "not complete yet" in texts(drawn(plot(BY_ID["s47_nfa_pct"])))


def test_limits_are_drawn_no_finer_than_they_are_printed():
    found = plot(BY_ID["icpc_15wd_pct"])
    nudged = [replace(point, upper=point.upper and round(point.upper) + 0.2) for point in found.chart.points]
    again = [replace(point, upper=point.upper and round(point.upper) - 0.2) for point in found.chart.points]
    first, second = (
        run_chart(made_of("icpc_15wd_pct", points=tuple(points)), name="c") for points in (nudged, again)
    )
    assert first == second


def test_a_chart_without_points_and_one_without_values_are_drawn_empty():
    assert "no periods yet" in in_words(made_of("icpc_15wd_pct", points=()))
    assert drawn(made_of("icpc_15wd_pct", points=())).get("role") == "img"
    whole = plot(BY_ID["cla_rate"]).chart
    empty = protected(whole, [point.period_end for point in whole.points])
    assert not empty.has_values
    assert "60 months hidden" in in_words(empty)
    assert "<circle" not in sparkline(empty, name="s")


def test_one_period_alone_is_drawn():
    one = made_of("cla_rate", points=plot(BY_ID["cla_rate"]).chart.points[-1:])
    assert "one period, September 2026" in in_words(one)
    assert "<circle" in run_chart(one, name="c")


def test_a_sparkline_has_no_words_in_it_and_says_what_it_is():
    svg = ElementTree.fromstring(sparkline(plot(BY_ID["icpc_15wd_pct"]), name="s"))
    assert texts(svg) == []
    assert [child.text for child in svg if child.tag == f"{SVG}desc"] == [
        "Small chart of 60 months, October 2021 to September 2026, with its usual range in grey."
    ]
