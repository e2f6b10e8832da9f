"""A council's choice of rule, and the sentence that a paper prints about it."""

from __future__ import annotations

import pytest

from lineofsight.disclosure import CHOICES, FAMILIES, DisclosureError, rule_for, sentence, sentences
from lineofsight.disclosure.rules import SMALLEST_TEAM


def test_the_strictest_rule_is_the_default() -> None:
    assert all(rule_for(family).name == "strictest" for family in FAMILIES)
    assert all(rule_for(family) == rule_for(family, "strictest") for family in FAMILIES)


@pytest.mark.parametrize(("count", "is_hidden"), [(0, False), (1, True), (5, True), (6, False)])
def test_one_to_five_is_small_and_nought_and_six_are_not(count: int, is_hidden: bool) -> None:
    assert rule_for("exclusions").is_small(count) is is_hidden


@pytest.mark.parametrize("family", ["exclusions", "education, health and care plans", "workforce"])
def test_where_dfe_hides_nothing_its_rule_hides_no_count(family: str) -> None:
    assert not any(rule_for(family, "dfe").is_small(count) for count in range(7))


@pytest.mark.parametrize("family", ["children in need", "looked-after children"])
def test_where_dfe_hides_one_to_five_its_rule_does(family: str) -> None:
    assert [n for n in range(8) if rule_for(family, "dfe").is_small(n)] == [1, 2, 3, 4, 5]


def test_dfe_shows_how_many_looked_after_children_are_not_recorded() -> None:
    assert not rule_for("looked-after children", "dfe").protects_unknown
    assert rule_for("children in need", "dfe").protects_unknown


def test_small_teams_stay_hidden_under_every_rule() -> None:
    assert {rule_for("workforce", choice).smallest_team for choice in CHOICES} == {SMALLEST_TEAM}


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_says_which_family_it_is_for_what_it_does_and_where_it_comes_from(
    family: str, choice: str
) -> None:
    rule = rule_for(family, choice)
    words = sentence(rule)
    assert words.lower().startswith(f"{family}: ")
    assert rule.sentence.endswith(".")
    assert words.endswith(f"Source: {rule.source}")
    assert rule.source.endswith(".")


def test_an_unknown_family_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(
        DisclosureError, match=r"“weather” is not a disclosure family\. Families: children in need; "
    ):
        rule_for("weather")


def test_an_unknown_choice_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(
        DisclosureError, match=r"“none” is not a rule for exclusions\. Rules: strictest, dfe\."
    ):
        rule_for("exclusions", "none")


def test_families_under_one_rule_share_a_sentence_and_another_rule_has_its_own() -> None:
    rules = [rule_for("children in need"), rule_for("workforce"), rule_for("exclusions", "dfe")]
    shared, other = sentences(rules)
    assert shared.startswith("Children in need; workforce: ")
    assert other.startswith("Exclusions: Nothing is hidden")
