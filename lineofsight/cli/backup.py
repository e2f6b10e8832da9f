"""backup, restore."""

from __future__ import annotations

from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import say, stop, write, write_json
from lineofsight.record import Record
from lineofsight.run import backup as run_backup
from lineofsight.run.backup import Kept, Restored


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@options.home_option
@options.json_option
def backup(folder: Path, home: Path, *, as_json: bool) -> None:
    """Copy the whole home into a new folder of DIR, check it, and let go of backups there whose last day is over."""
    if not home.exists():
        stop(f"There is no home {home}: there is nothing to copy.", 2)
    kept = run_backup.keep(Record.open(home), council_of(home), folder, by=getuser(), now=datetime.now(UTC))
    if as_json:
        write_json(
            {
                "ok": True,
                "files": len(kept.backup.files),
                "rows": kept.backup.rows,
                "backup": str(kept.backup.folder),
                "expires_on": kept.backup.expires_on,
                "expired": kept.gone,
                "held": kept.held,
            }
        )
    else:
        _tell_kept(kept)


@click.command
@click.argument("source", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--drill", is_flag=True, help="Only try it, in a folder of which nothing stays.")
@click.option("--replace", is_flag=True, help="Put it in the place of a home that holds a record.")
@options.home_option
@options.json_option
def restore(source: Path, home: Path, *, drill: bool, replace: bool, as_json: bool) -> None:
    """Bring the home back from the newest backup in DIR, or from the backup that DIR is; what was erased since goes again."""
    now = datetime.now(UTC)
    if drill:
        restored = run_backup.drill(source, home, by=getuser(), now=now)
    else:
        restored = run_backup.restore(source, home, replace=replace, by=getuser(), now=now)
    if as_json:
        write_json(
            {
                "ok": restored.log.ok,
                "files": len(restored.backup.files),
                "rows": restored.rows,
                "gone_again": restored.gone_again,
                "backup": str(restored.backup.folder),
            }
        )
    else:
        _tell_restored(restored, drill=drill)


def _tell_kept(kept: Kept) -> None:
    made = kept.backup
    write(str(made.folder))
    say(
        f"{len(made.files):,} files, {made.rows:,} rows, read back and as written. Kept until {made.expires_on}."
    )
    for name in kept.gone:
        say(f"{name} has gone: its last day was over.")
    for name in kept.held:
        say(f"{name} stays though its last day is over: council.toml has a hold.")


def _tell_restored(restored: Restored, *, drill: bool) -> None:
    write(str(restored.backup.folder))
    done = "can be restored; nothing was changed" if drill else "is restored"
    say(f"It {done}: {len(restored.backup.files):,} files, {restored.rows:,} rows.")
    if restored.gone_again:
        say(f"{restored.gone_again:,} rows that were removed or erased since went again.")
