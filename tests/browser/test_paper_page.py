"""The HTML paper as a reader has it: at three widths, light, dark and with forced colours, by the rules of axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe

from lineofsight.papers import index_page, write
from tests.unit.papers.conftest import FEW
from tests.unit.papers.paper_sample import sample

pytestmark = pytest.mark.slow

WIDTHS = (320, 768, 1280)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a whole paper, one of a few measures (all that a rule has to see) and an index as files."""
    folder = tmp_path_factory.mktemp("pages")
    (whole,) = write(sample(), folder / "whole", forms=("html",))
    (paper,) = write(sample(only=FEW), folder / "few", forms=("html",))
    index = folder / "index.html"
    index.write_text(index_page([sample()]), encoding="utf-8")
    return {"whole": whole, "paper": paper, "index": index}


@pytest.fixture
def opened(chromium: Any) -> Iterator[Any]:
    """Return a function that opens a file and gives the page with what its console said."""
    contexts = []

    def open_file(path: Path, *, width: int = 768, **options: Any) -> tuple[Any, list[str]]:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page, said = context.new_page(), []
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: None if request.url == path.as_uri() else said.append(request.url))
        page.goto(path.as_uri())
        return page, said

    yield open_file
    for context in contexts:
        context.close()


def axe_findings(page: Any) -> list[str]:
    found = Axe().run(page, options=RULES)
    return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]


def wide_things(page: Any) -> float:
    return page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_paper_meets_the_rules_of_axe(opened, files, width, scheme):
    page, _ = opened(files["paper"], width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert axe_findings(page) == []


def test_the_index_meets_the_rules_of_axe(opened, files):
    page, _ = opened(files["index"], bypass_csp=True)
    assert axe_findings(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(opened, files, width):
    page, _ = opened(files["whole"], width=width)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert wide_things(page) == width


@pytest.mark.parametrize("name", ["paper", "index"])
def test_the_page_asks_for_nothing_and_its_own_policy_lets_its_style_through(opened, files, name):
    page, said = opened(files[name])
    assert said == []
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"


@pytest.mark.parametrize(("width", "shown", "kept"), [(320, ".narrow", ".wide"), (1280, ".wide", ".narrow")])
def test_a_chart_is_shown_in_the_drawing_made_for_the_width(opened, files, width, shown, kept):
    page, _ = opened(files["paper"], width=width)
    assert page.locator(f"figure {shown} svg").first.is_visible()
    assert not page.locator(f"figure {kept} svg").first.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_words_on_a_chart_are_as_large_as_drawn_and_stay_inside_it(opened, files, width):
    page, _ = opened(files["whole"], width=width)
    found = page.evaluate(
        """() => [...document.querySelectorAll('figure svg')].filter(svg => svg.getBoundingClientRect().width).map(svg => {
            const box = svg.getBoundingClientRect(), texts = [...svg.querySelectorAll('text')];
            const beyond = texts.filter(one => { const at = one.getBoundingClientRect();
                return at.left < box.left - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 1; });
            return [box.width / svg.viewBox.baseVal.width, beyond.map(one => one.textContent)]; })"""
    )
    assert len(found) == 14
    assert {round(scale, 2) for scale, _ in found} == {1.0}
    assert [texts for _, texts in found if texts] == []


def test_dark_ground_changes_the_charts_too(opened, files):
    fills = set()
    for scheme in ("light", "dark"):
        page, _ = opened(files["paper"], color_scheme=scheme)
        fills.add(page.evaluate("getComputedStyle(document.querySelector('figure .wide .fill-band')).fill"))
    assert len(fills) == 2


def test_forced_colours_reach_the_charts(opened, files):
    page, _ = opened(files["paper"], forced_colors="active")
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert page.evaluate("getComputedStyle(document.querySelector('figure .wide .fill-usual')).fill") == ink


def test_the_figures_behind_a_chart_open_without_a_script(opened, files):
    page, _ = opened(files["paper"], java_script_enabled=False)
    table = page.locator("details table").first
    assert not table.is_visible()
    page.locator("summary").first.click()
    assert table.is_visible()


def test_on_paper_the_folded_figures_are_printed(opened, files):
    page, _ = opened(files["paper"])
    page.emulate_media(media="print")
    assert page.evaluate("document.querySelector('details .scroll').getBoundingClientRect().height") > 100
    assert not page.locator("summary").first.is_visible()


def test_the_first_stop_of_the_tab_key_leads_past_the_opening(opened, files):
    page, _ = opened(files["paper"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to what changed"
    assert page.locator(".skip").is_visible()
