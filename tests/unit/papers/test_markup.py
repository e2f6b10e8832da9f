"""Text made safe for each form."""

from __future__ import annotations

import pytest

from lineofsight.papers.markup import element, number, plain, text
from lineofsight.papers.pdf import breakable
from lineofsight.papers.sheet import harmless


def test_characters_that_xml_cannot_hold_are_replaced():
    assert plain("a\x00b\x0bc\ud800d\ufffee") == "a�b�c�d�e"
    assert plain("tab\tline\nGrüße ▲ 𝔸") == "tab\tline\nGrüße ▲ 𝔸"


def test_markup_in_words_stays_words():
    assert text("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#x27;"
    assert element("p", text("<script>"), class_='x"y') == '<p class="x&quot;y">&lt;script&gt;</p>'


def test_an_attribute_that_is_none_is_left_out():
    assert element("th", "x", scope=None) == "<th>x</th>"


@pytest.mark.parametrize(
    ("value", "said"), [(0.04, "0"), (-0.04, "0"), (2.0, "2"), (2.25, "2.2"), (-1.5, "-1.5")]
)
def test_a_coordinate_has_one_decimal_at_most(value, said):
    assert number(value) == said


@pytest.mark.parametrize("field", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "\n=x"])
def test_a_field_that_a_spreadsheet_would_run_is_quoted(field):
    assert harmless(field) == f"'{field}"


@pytest.mark.parametrize("field", ["-3", "-3.5", "+4", "-12%", "-1,234", "a=b", "", "c", "12"])
def test_a_negative_number_stays_a_number(field):
    assert harmless(field) == field


def test_a_long_file_name_may_be_broken_after_its_punctuation_and_a_digest_nowhere():
    assert breakable("ssda903_header_2026-09-30_final.csv").split("\u200b") == [
        "ssda903_", "header_", "2026-", "09-", "30_", "final.", "csv",
    ]  # fmt: skip
    assert breakable("a1" * 32) == "a1" * 32
    assert [len(piece) for piece in breakable("a" * 65).split("\u200b")] == [32, 32, 1]
    assert breakable("a" * 28) == "a" * 28
