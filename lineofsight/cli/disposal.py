"""retain, remove."""

from __future__ import annotations

from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import say, write, write_json
from lineofsight.record import Record
from lineofsight.run import retention as run_retention
from lineofsight.run.retention import Due, due, refuse_if_held


@click.command
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@options.home_option
@options.json_option
def retain(home: Path, *, dry_run: bool, as_json: bool) -> None:
    """Dispose of loads that were replaced longer ago than council.toml says they are kept, unless they are on hold."""
    kept, today = council_of(home).retention, datetime.now(UTC).date()
    found: tuple[Due, ...] = ()
    if home.exists():
        record = Record.open(home)
        if dry_run:
            found = due(record, kept, today=today)
        else:
            found = run_retention.retain(record, kept, today=today, by=getuser())
    if as_json:
        write_json(
            {
                "dry_run": dry_run,
                "disposed": [_as_json(each) for each in found if each.hold is None],
                "held": [_as_json(each) for each in found if each.hold is not None],
            }
        )
        return
    for each in found:
        write(_line(each, dry_run=dry_run))
    if not found:
        say("No load has been kept for longer than council.toml says.")


@click.command
@click.argument("load_id", metavar="LOAD")
@options.home_option
@options.json_option
def remove(load_id: str, home: Path, *, as_json: bool) -> None:
    """Remove a load's rows and files; its counts and hashes stay, and the disposal log says who removed it."""
    record = Record.open(home)
    refuse_if_held(council_of(home).retention, record.load(load_id).return_name)
    removed = record.remove(load_id, by=getuser())
    if as_json:
        write_json({"removed": removed.id})
    else:
        say(f"{removed.id} is removed. Compute the figures again with: los measure.")


def _as_json(each: Due) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "load": each.load.id,
        "return": each.load.return_name,
        "key": each.load.key,
        "rows": each.load.rows_kept,
        "replaced_by": each.replaced_by,
        "replaced_on": each.replaced_on,
        "since": each.since,
        "rule": each.rule,
    }
    if each.hold is not None:
        shown["hold"] = {"reason": each.hold.reason, "by": each.hold.by}
    return shown


def _line(each: Due, *, dry_run: bool) -> str:
    what = (
        f"{each.load.id}  {each.load.return_name}  {each.load.key}  {each.load.rows_kept:,} rows"
        f"  replaced by {each.replaced_by} on {each.replaced_on}"
    )
    if each.hold is not None:
        return f"{what}  on hold: {each.hold.reason} ({each.hold.by})"
    return f"{what}  {'would go' if dry_run else 'gone'}"
