"""The words and settings of every indicator: complete, consistent with its shape, and without a doubt what is meant."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from lineofsight.council import FAMILIES
from lineofsight.disclosure import rule_for
from lineofsight.indicators.catalogue import BY_ID, INDICATORS, MODULES, UnknownIndicatorError, indicator
from lineofsight.indicators.shapes import Each, Indicator, Ratio, Share, UnknownBreakdownError
from lineofsight.indicators.tally import PERIOD, SUMS
from lineofsight.readings import MeasureType, Polarity, Unit
from lineofsight.returns.columns import PROVENANCE

every = pytest.mark.parametrize("each", INDICATORS, ids=lambda each: each.id)
timely = [i for i in INDICATORS if i.read_with]


def test_no_two_indicators_share_an_id_a_title_or_a_synonym() -> None:
    names = [name.casefold() for i in INDICATORS for name in (i.id, i.title, *i.synonyms)]
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_the_catalogue_lists_every_indicator_of_every_module_in_order() -> None:
    assert [i.id for i in INDICATORS] == [i.id for module in MODULES for i in module.INDICATORS]
    declared = {id(i) for m in MODULES for i in vars(m).values() if isinstance(i, Indicator)}
    inner = {id(i.measured_by) for i in INDICATORS if isinstance(i, Each)}
    assert declared - inner == {id(i) for i in INDICATORS}


@every
def test_its_words_are_there_and_are_sentences(each: Indicator) -> None:
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+", each.id)
    assert each.sources
    assert all(source.title for source in each.sources)
    assert each.title
    assert not each.title.endswith(".")
    sentences = [each.definition, each.why_it_matters, *filter(None, (each.clock, each.caveats))]
    assert [s for s in sentences if not (s[0].isupper() and s.endswith("."))] == []
    assert [s for s in (*sentences, each.title) if s != " ".join(s.split())] == []


@every
def test_it_says_what_it_counts_its_other_names_its_breakdowns_and_the_day_of_its_review(
    each: Indicator,
) -> None:
    assert each.counts.strip()
    assert each.synonyms
    assert all(synonym.strip() for synonym in each.synonyms)
    assert each.breakdowns
    assert type(each.reviewed) is date


@every
def test_its_unit_goes_with_its_shape_and_its_id(each: Indicator) -> None:
    endings = {
        Unit.PERCENT: ("_pct", "_open", "_split"),
        Unit.NUMBER: ("_count", "_maintained"),
        Unit.PER_10_000: ("_rate",),
    }
    assert each.id.endswith(endings.get(each.unit, ("_avg",)))
    assert (each.unit is Unit.PERCENT) == isinstance(each, Share)
    assert each.per == {Unit.PERCENT: 100, Unit.PER_10_000: 10_000}.get(each.unit, 1)
    assert each.family in FAMILIES


@every
def test_its_kind_follows_from_its_shape_and_its_moment(each: Indicator) -> None:
    looks_at_the_end = each.top.when.is_stock if isinstance(each, Ratio) else True
    if not isinstance(each, Ratio | Each):
        looks_at_the_end = each.when.is_stock  # type: ignore[attr-defined]
    assert each.measure_type.is_stock == looks_at_the_end
    counted = each.measure_type in (MeasureType.COUNT, MeasureType.STOCK)
    assert counted == (each.shape == "count") == (each.unit is Unit.NUMBER)


@every
def test_its_facts_say_when_how_much_of_what_and_from_where(each: Indicator) -> None:
    names = [b.name for b in each.breakdowns]
    assert len(set(names)) == len(names)
    facts, rows = each.facts(*names), each.rows(*names)
    assert {*PERIOD, *SUMS, *names} <= set(facts.columns)
    assert {*PERIOD, *SUMS, *names, *PROVENANCE} <= set(rows.columns)
    assert {"child_id", "worker_id"} & set(rows.columns)


@every
def test_what_signals_disclosure_and_papers_know_of_it_is_what_it_says(each: Indicator) -> None:
    known = each.measure
    assert (known.id, known.title, known.unit, known.polarity) == (
        each.id,
        each.title,
        each.unit,
        each.polarity,
    )
    assert (known.counts, known.family, known.read_with) == (each.counts, each.family, each.read_with)
    assert known.measure_type is each.measure_type
    assert rule_for(known.family).name == "strictest"


@pytest.mark.parametrize("each", timely, ids=lambda each: each.id)
def test_a_timeliness_figure_is_read_with_the_open_cases_of_the_same_children(each: Indicator) -> None:
    companion = BY_ID[each.read_with or ""]
    stem = companion.id.removesuffix("_overdue_open")
    assert companion.id != stem
    assert each.id.startswith(f"{stem}_")
    assert companion.measure_type is MeasureType.STOCK_PROPORTION
    assert companion.polarity is Polarity.LOWER_IS_BETTER
    assert companion.family == each.family
    assert {b.name for b in companion.breakdowns} == {b.name for b in each.breakdowns}
    assert tuple(b.words for b in companion.breakdowns) == tuple(b.words for b in each.breakdowns)


def test_every_figure_of_overdue_cases_has_the_figure_that_it_is_read_with() -> None:
    assert {i.id for i in INDICATORS if i.id.endswith("_overdue_open")} == {i.read_with for i in timely}


def test_a_figure_that_rows_can_wait_for_says_so() -> None:
    assert {i.id for i in INDICATORS if i.can_be_open} == {
        "s47_nfa_pct",
        "pex_confirmed_count",
        "pex_conversion_pct",
    }


def test_the_days_that_figures_look_back_and_wait_are_those_of_their_clocks() -> None:
    assert {i.id: i.looks_back for i in INDICATORS if i.looks_back} == {"rereferral_12m_pct": 365}
    assert {i.id: i.matures_after for i in INDICATORS if i.matures_after} == {"s47_nfa_pct": 60}
    closed = [i for i in INDICATORS if i.closed_months]
    assert {i.id: i.closed_months for i in closed if i.closed_months != (8,)} == {
        "he_by_19_pct": (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12)
    }
    assert {i.id for i in closed if i.closed_months == (8,)} == {
        "pex_notified_count",
        "pex_confirmed_count",
        "pex_conversion_pct",
        "pex_phase_split",
        "pex_reason_persistent_pct",
        "pex_repeat_count",
        "pex_ward_rate",
        "pex_day6_pct",
        "absence_unauth_pct",
        "absence_reason_illness_pct",
        "absence_holiday_unauth_pct",
    }


def test_an_unknown_id_is_answered_with_the_ids_there_are() -> None:
    with pytest.raises(
        UnknownIndicatorError, match=r"^There is no indicator 'icpc'\. Indicators: rereferral_12m_pct, "
    ):
        indicator("icpc")
    assert indicator("cla_rate") is BY_ID["cla_rate"]


@every
def test_an_unknown_breakdown_is_answered_with_those_on_offer(each: Indicator) -> None:
    offered = ", ".join(b.name for b in each.breakdowns)
    for ask in (each.by, each.rows):
        with pytest.raises(UnknownBreakdownError) as error:
            ask("shoe size")
        assert str(error.value) == f"{each.id} cannot be split by 'shoe size'. Breakdowns offered: {offered}."


def test_age_bands_follow_each_other_and_each_is_offered_once() -> None:
    bands = ("not yet born", "under 1", "1 to 4", "5 to 9", "10 to 15", "16 to 17", "18 and over")
    orders = {b.order for i in INDICATORS for b in i.breakdowns if b.name == "age_band"}
    assert orders == {bands}
