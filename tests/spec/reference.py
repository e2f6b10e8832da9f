"""The reference page of the indicators: their words from the catalogue, their worked examples from the spec tests.

``python -m tests.spec.reference`` writes docs/reference/indicators.md, with returns.md, ssd.md and rules.md beside it; a test fails while the page says anything else.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import Any

from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.shapes import Indicator
from lineofsight.returns.columns import Table
from lineofsight.returns.tables import periods
from tests.spec.returns import dataset
from tests.spec.returns import reference as returns
from tests.spec.rules import reference as rules

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "indicators.md"
OPENING = """# The indicators

Made from the catalogue and the worked examples in `tests/spec` by `python -m tests.spec.reference`; do not edit it.
A figure's `unknown` counts rows whose condition was not recorded, its `open` those not decided or not yet due. Blank cells
are not recorded; what stands to the right of a table's last column is a remark.
"""


@dataclass(frozen=True, kw_only=True)
class Example:
    """One call of the spec fixture: what was drawn, and the figure expected."""

    given: Mapping[Table, object]
    expect: str
    indicator: Indicator


def page() -> str:
    """The whole page."""
    return "\n".join([OPENING, *(part for indicator in INDICATORS for part in _indicator(indicator))])


def _indicator(indicator: Indicator) -> Iterator[str]:
    yield f"## {indicator.title}\n"
    facts = {
        "Id": f"`{indicator.id}`",
        "Definition": indicator.definition,
        "Clock": indicator.clock,
        "Why it matters": indicator.why_it_matters,
        "Source": "; ".join(f"{s.title}, {s.place}" if s.place else s.title for s in indicator.sources),
        "Take care": indicator.caveats,
        "Read with": f"`{indicator.read_with}`" if indicator.read_with else "",
        "By": ", ".join(b.title for b in indicator.breakdowns),
        "Kind of figure": f"{indicator.measure_type}; {indicator.unit}; {indicator.polarity}",
        "Reviewed": indicator.reviewed.isoformat(),
    }
    yield "".join(f"- **{label}**: {text}\n" for label, text in facts.items() if text)
    module = import_module(f"tests.spec.test_{indicator.id}")
    for name, test in inspect.getmembers(module, inspect.isfunction):
        if name.startswith("test_"):
            yield from _examples(indicator, name, test)


def _examples(indicator: Indicator, name: str, test: Callable[..., None]) -> Iterator[str]:
    """The drawn tables of one test, under its name as a sentence; those drawn for another indicator are left out."""
    for example in _calls(test):
        if example.indicator is indicator:
            yield f"### {name.removeprefix('test_').replace('_', ' ').capitalize()}\n"
            drawn = [(t.name, str(text)) for t, text in example.given.items() if t is not periods]
            for title, text in [*drawn, ("the figure", example.expect)]:
                yield f"`{title}`\n\n```\n{dedent(text).strip()}\n```\n"


def _calls(test: Callable[..., None]) -> list[Example]:
    """What a test hands to the fixture, for the first of its parameters' values."""
    found: list[Example] = []

    def spec(indicator: Indicator, given: Mapping[Table, object], *, expect: str, **_: Any) -> None:
        found.append(Example(given=given, expect=expect, indicator=indicator))

    arguments: dict[str, Any] = {}
    for mark in getattr(test, "pytestmark", []):
        names, values = mark.args
        arguments |= dict(zip(names, values[0], strict=True))
    test(spec=spec, **arguments)
    return found


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    returns.PAGE.write_text(returns.page(), encoding="utf-8")
    dataset.PAGE.write_text(dataset.page(), encoding="utf-8")
    rules.PAGE.write_text(rules.page(), encoding="utf-8")
