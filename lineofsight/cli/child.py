"""subject, erase."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import say, stop, write, write_json
from lineofsight.record import Erasure, Record
from lineofsight.run import erasure
from lineofsight.run.access import log_access
from lineofsight.run.subject import held_about, write_held

child_argument = click.argument("child", metavar="CHILD")


@click.command
@child_argument
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="A new or an empty folder."
)
@options.home_option
@options.json_option
@options.reason_option
def subject(child: str, out: Path, home: Path, *, as_json: bool, reason: str | None) -> None:
    """Write everything that is held about one child into a folder: a CSV file for each table, and a page to read."""
    why = _reason(reason, child)
    _refuse_folder(out, home)
    record = _record(home)
    held = held_about(record, council_of(home), child.strip())
    log_access(home, what=f"everything about a child: {held.count} rows", reason=why)
    files = [str(path) for path in write_held(held, out)]
    if as_json:
        counts = {table: len(rows) for table, rows in held.rows.items()}
        write_json({"files": files, "rows": counts, "names_left_out": held.names_left_out})
        return
    for path in files:
        write(path)
    say(f"{held.count:,} rows, and {len(held.excerpts):,} places in the files as they came.")
    if held.names_left_out:
        say("The child's name is held and was left out: council.toml does not list you under [names].")


@click.command
@child_argument
@options.home_option
@options.json_option
@options.reason_option
def erase(child: str, home: Path, *, as_json: bool, reason: str | None) -> None:
    """Erase one child from every load and from the files as they came; readings that were computed stay."""
    why = _reason(reason, child)
    record = _record(home)
    log_access(home, what="erasure of a child", reason=why)
    done = erasure.erase(
        record, council_of(home), child.strip(), by=getuser(), reason=why, now=datetime.now(UTC)
    )
    elsewhere = [path.relative_to(home).as_posix() for path in record.eraser.elsewhere(done.id)]
    if as_json:
        shown = {"erasure": done.id, "rows": done.rows, "files": done.files, "elsewhere": elsewhere}
        write_json(shown)
    else:
        _tell(done, elsewhere)
    if elsewhere:
        raise click.exceptions.Exit(1)


def _tell(done: Erasure, elsewhere: Sequence[str]) -> None:
    for load, files in done.files.items():
        for file, how in files.items():
            write(f"{load}  {file}: {how}")
    say(
        f"{done.id}: {done.count:,} rows erased. Compute the figures again with: los measure. What lies outside the "
        "record (papers, exports, backups, the systems that the files come from) is not touched."
    )
    for file in elsewhere:
        say(
            f"The child is still named in {file} of the home, which is not part of the record: see to it by hand."
        )


def _reason(reason: str | None, child: str) -> str:
    """The reason, which is kept for good and so must not name the child."""
    why = options.needed_reason(reason)
    if not child.strip():
        raise click.UsageError("Name the child by its identifier.")
    if child.strip().casefold() in why.casefold():
        raise click.UsageError("The reason is kept in the log and must not hold the child's identifier.")
    return why


def _record(home: Path) -> Record:
    """The record of a home that is there; asking makes none."""
    if not home.exists():
        stop(f"There is no home {home}: nothing is held.", 2)
    return Record.open(home)


def _refuse_folder(out: Path, home: Path) -> None:
    """What is written about a child must neither mix with other files nor stay behind in the home."""
    if out.exists() and any(out.iterdir()):
        stop(f"{out} is not empty. Name a new folder, so that nothing of another child is in it.", 2)
    if out.resolve().is_relative_to(home.resolve()):
        stop(f"{out} lies in the home, where an erasure would not find it. Name a folder outside.", 2)
