"""The HTML form: one file, in order, and nothing in it that could run."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from lineofsight.papers import Line, Mark, Paper
from lineofsight.papers.html import html_paper
from lineofsight.papers.outline import MOST_FLAGS
from tests.unit.papers.paper_sample import KINDS, line, sample

ORDER = [
    "What you asked for last time", "What changed", "Within their usual range", "Without a usual range",
    "Not available", "Each measure", "What these figures can’t tell", "How children are protected",
    "Where these figures come from",
]  # fmt: skip


class Page(HTMLParser):
    """Headings, ids, links and what is loaded from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.styles: list[str] = []
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.tags.append(tag)
        self._in = tag
        self.ids += [str(held["id"])] if held.get("id") else []
        self.links += [str(held[name]) for name in ("href", "src") if held.get(name)]
        self.styles += [str(held["style"])] if "style" in held else []

    def handle_data(self, data: str) -> None:
        if re.fullmatch("h[1-6]", self._in):
            self.headings.append((self._in, data))
            self._in = ""


def read(markup: str) -> Page:
    page = Page()
    page.feed(markup)
    return page


def test_the_parts_come_in_the_papers_order():
    found = read(html_paper(sample(only=("cla_rate",)))).headings
    assert [words for level, words in found if level == "h2"] == ORDER
    assert found[0] == ("h1", "Children’s services: performance to 30 September 2026")


def test_nothing_is_loaded_and_nothing_can_run(written: dict[str, Path]):
    page = read(written["html"].read_text(encoding="utf-8"))
    assert {"script", "img", "iframe", "link", "object", "form"}.isdisjoint(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert page.styles == []


def test_every_id_is_there_once_and_every_link_leads_somewhere(written: dict[str, Path]):
    page = read(written["html"].read_text(encoding="utf-8"))
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_markup_in_any_text_stays_text():
    nasty = "</style><script>alert(1)</script>&amp;"
    paper = sample(only=("cla_rate",), title=nasty, council=nasty, for_body=nasty, asked_last_time=(nasty,))
    paper = replace(paper, measures=(replace(paper.measures[0], title=nasty, companion=nasty, status=nasty),))
    markup = html_paper(paper)
    assert "<script" not in markup
    assert markup.count("</style>") == 1


def test_what_was_asked_is_said_even_where_nothing_is_recorded(paper: Paper):
    assert "Nothing is recorded yet." in html_paper(paper)
    assert "Nothing is recorded yet." not in html_paper(replace(paper, asked_last_time=("Answered.",)))


def test_six_changes_are_told_in_full_and_a_seventh_is_named_after_them():
    lines = tuple(replace(line(kind, Mark.ABOVE), measure=kind.id) for kind in KINDS[:7])
    six = html_paper(sample(only=("cla_rate",), changed=lines[:MOST_FLAGS]))
    seven = html_paper(sample(only=("cla_rate",), changed=lines))
    assert "And 1 more, each in its own part of this paper:" not in six
    assert "And 1 more, each in its own part of this paper:" in seven
    assert lines[6].title in seven


def test_a_paper_in_which_nothing_changed_says_so():
    quiet = html_paper(sample(only=("cla_rate",), changed=(), within=(), not_available=()))
    assert "No measure is outside its usual range." in quiet
    assert "Every measure is available." in quiet


def test_a_mark_is_a_shape_with_words(paper: Paper):
    alone = Line(measure="x", title="X", sentences=("Nothing.",), mark=Mark.CANNOT_TELL)
    markup = html_paper(replace(paper, changed=(alone,)))
    assert "◆" in markup
    assert "Cannot tell." in markup


def test_a_hidden_cell_is_read_out_with_its_reason(paper: Paper):
    assert (
        '<span aria-hidden="true">c</span><span class="unseen">it counts 1 to 5 children</span>'
        in html_paper(paper)
    )


def test_a_companion_stands_in_its_measure(paper: Paper):
    assert (
        html_paper(paper).count("Late and still open: 212 children") == 2
    )  # what changed, and the measure itself


def test_the_same_paper_is_the_same_page(paper: Paper):
    assert html_paper(paper) == html_paper(sample(only=tuple(part.id for part in paper.measures)))
