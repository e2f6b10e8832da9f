"""Every colour that carries something is far enough from what it lies on, on light ground and on dark."""

from __future__ import annotations

import re

import pytest

from lineofsight.papers.html import stylesheet
from lineofsight.papers.palette import PALETTE, contrast

TEXT = [("ink", "ground"), ("quiet", "ground"), ("target", "ground"), ("link", "ground"), ("ink", "panel")]
MARKS = [
    (mark, ground)
    for mark in ("usual", "better", "worse", "neutral", "target", "centre", "limit")
    for ground in ("ground", "band")
]


def test_black_on_white_is_21_and_a_colour_on_itself_is_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#b85000", "#b85000") == 1


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), TEXT)
def test_words_reach_4_5_to_1(words, ground, shade):
    assert contrast(getattr(PALETTE[words], shade), getattr(PALETTE[ground], shade)) >= 4.5


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_reach_3_to_1(mark, ground, shade):
    assert contrast(getattr(PALETTE[mark], shade), getattr(PALETTE[ground], shade)) >= 3


def test_the_published_blue_and_grey_would_not_do():
    assert contrast("#00b0f0", "#ffffff") < 3
    assert contrast("#a6a6a6", "#ffffff") < 3


def test_the_style_names_no_colour_but_through_the_palette():
    rules = stylesheet().split("@media (forced-colors:active)")[1]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []
    assert set(re.findall(r"var\(--([a-z]+)\)", stylesheet())) <= set(PALETTE)
