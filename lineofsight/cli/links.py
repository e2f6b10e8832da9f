"""links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from lineofsight.cli import options
from lineofsight.cli.asked import vars_of
from lineofsight.cli.output import say, write, write_json, write_lines, write_records
from lineofsight.record import Record
from lineofsight.run.access import log_access
from lineofsight.run.links import LinkCounts, Listed, OpenLink, count_links, open_links
from lineofsight.run.reports import MASK


@click.command
@click.option(
    "--list",
    "listed",
    type=click.Choice([str(which) for which in Listed]),
    help="List the children who are not linked, in doubt or without a match (needs --reason; logged).",
)
@options.home_option
@options.json_option
@options.jsonl_option
@options.limit_option
@options.values_option
@options.reason_option
def links(listed: str | None, home: Path, **asked: Any) -> None:
    """Count the children known to social care who are linked to a pupil, how, and what leaves the others open."""
    if listed is not None:
        _list(home, Listed(listed), asked)
        return
    if asked["show_values"]:
        log_access(home, what="links", reason=options.needed_reason(asked["reason"]))
    counts = count_links(Record.open(home)) if home.exists() else None
    if counts is None or not counts.children:
        say("No child known to social care is loaded yet. Load files with: los load PATH.")
    if asked["as_json"] or asked["as_jsonl"]:
        write_json(_as_json(counts or LinkCounts(linked={}, doubtful={}, unlinked=0)))
    elif counts is not None:
        _print(counts)


def _list(home: Path, which: Listed, asked: dict[str, Any]) -> None:
    reason = options.needed_reason(asked["reason"])
    found: Iterator[OpenLink] = iter(())
    if home.exists():
        log_access(home, what=f"{which} links", reason=reason)
        found = open_links(Record.open(home), which)
    shown = ({**vars_of(one), "child": one.child if asked["show_values"] else MASK} for one in found)
    if asked["as_json"] or asked["as_jsonl"]:
        write_records(shown, jsonl=asked["as_jsonl"], limit=asked["limit"])
    else:
        lines = (f"{one['child']}  {one['doubt'] or 'no pupil fits'}" for one in shown)
        write_lines(lines, limit=asked["limit"])


def _as_json(counts: LinkCounts) -> dict[str, Any]:
    return {"children": counts.children, **vars_of(counts)}


def _print(counts: LinkCounts) -> None:
    write(f"{counts.children:,} children known to social care")
    for how, children in counts.linked.items():
        write(f"    {children:,} linked by {how}")
    for doubt, children in counts.doubtful.items():
        write(f"    {children:,} left open: {doubt}")
    write(f"    {counts.unlinked:,} without a pupil who fits")
