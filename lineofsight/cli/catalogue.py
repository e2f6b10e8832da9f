"""catalogue."""

from __future__ import annotations

from typing import Any

import click

from lineofsight.cli import options
from lineofsight.cli.output import stop, write, write_json
from lineofsight.indicators.catalogue import INDICATORS, UnknownIndicatorError, indicator
from lineofsight.indicators.shapes import Indicator


@click.command
@click.argument("id_", metavar="[ID]", required=False)
@options.json_option
def catalogue(id_: str | None, *, as_json: bool) -> None:
    """Show what is counted: every indicator, or one, with its definition, sources and caveats."""
    try:
        wanted = [indicator(id_)] if id_ else INDICATORS
    except UnknownIndicatorError as fault:
        stop(str(fault), 2)
    if as_json:
        write_json([_as_json(i) for i in wanted])
        return
    for i in wanted:
        write(f"{i.id}\n    {i.title}\n    {i.definition}")
        if id_:
            _print_rest(i)


def _as_json(i: Indicator) -> dict[str, Any]:
    return {
        "id": i.id,
        "title": i.title,
        "shape": i.shape,
        "definition": i.definition,
        "why_it_matters": i.why_it_matters,
        "clock": i.clock,
        "sources": [{"title": s.title, "place": s.place} for s in i.sources],
        "polarity": str(i.polarity),
        "unit": str(i.unit),
        "measure_type": str(i.measure_type),
        "counts": i.counts,
        "breakdowns": [b.name for b in i.breakdowns],
        "caveats": i.caveats,
        "read_with": i.read_with,
        "synonyms": list(i.synonyms),
        "matures_after": i.matures_after,
        "reviewed": i.reviewed,
    }


def _print_rest(i: Indicator) -> None:
    rest = {
        "Why it matters": i.why_it_matters,
        "Clock": i.clock,
        "Source": "; ".join(f"{s.title}, {s.place}" if s.place else s.title for s in i.sources),
        "Read with": i.read_with,
        "Caveats": i.caveats,
        "By": ", ".join(b.title for b in i.breakdowns),
        "Also called": ", ".join(i.synonyms),
        "Reviewed": i.reviewed,
    }
    for label, text in rest.items():
        if text:
            write(f"    {label}: {text}")
