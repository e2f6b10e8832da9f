"""doctor, log."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from lineofsight import __version__
from lineofsight.cli import options
from lineofsight.cli.asked import read_council
from lineofsight.cli.output import say, write, write_json
from lineofsight.council import CouncilFileError
from lineofsight.record import Disposals, Record, RecordError, Verdict
from lineofsight.run.access import verify
from lineofsight.run.backup import MADE, TRIED, last_backups

LEANED_ON = ("ibis-framework", "duckdb", "sqlglot", "pyarrow", "scipy", "typst", "pikepdf", "python-docx")


@click.command
@options.home_option
@options.json_option
def doctor(home: Path, *, as_json: bool) -> None:
    """Show versions, and whether the home, its settings and its log are in order."""
    checks = [
        _python(),
        *(_package(name) for name in LEANED_ON),
        _council(home),
        _record(home),
        *_logs(home),
        _backup(home),
    ]
    well = all(c["ok"] for c in checks)
    if as_json:
        write_json({"ok": well, "version": __version__, "checks": checks})
    else:
        for c in checks:
            write(f"{'ok ' if c['ok'] else 'NOT'}  {c['name']}: {c['message']}")
    if not well:
        raise click.exceptions.Exit(1)


@click.group
def log() -> None:
    """The log of who looked at children's rows."""


@log.command("verify")
@options.home_option
@options.json_option
def verify_log(home: Path, *, as_json: bool) -> None:
    """Walk the chains of this log and of the disposal log, and say whether any entry was changed or removed."""
    looks, disposals = verify(home), Disposals(home=home).verify()
    well = looks.ok and disposals.ok
    if as_json:
        write_json({"ok": well, "entries": looks.entries, "disposals": disposals.entries})
    else:
        say(_told("log", looks))
        say(_told("disposal log", disposals))
    if not well:
        raise click.exceptions.Exit(1)


def _told(name: str, verdict: Verdict) -> str:
    if verdict.ok:
        return f"The {name} is whole: {verdict.entries} entries."
    return f"The {name} was changed: its chain breaks at entry {verdict.broken_at}."


def _check(name: str, message: str, *, ok: bool = True) -> dict[str, Any]:
    return {"name": name, "ok": ok, "message": message}


def _python() -> dict[str, Any]:
    found = ".".join(str(n) for n in sys.version_info[:3])
    return _check("Python", f"{found} (3.11 or later is needed)", ok=sys.version_info >= (3, 11))


def _package(name: str) -> dict[str, Any]:
    try:
        return _check(name, version(name))
    except PackageNotFoundError:
        return _check(name, "is not installed; install it with: ./los doctor (from the repository)", ok=False)


def _council(home: Path) -> dict[str, Any]:
    path = options.council_file(home)
    try:
        council = read_council(home)
    except CouncilFileError as fault:
        return _check("council.toml", str(fault), ok=False)
    return _check("council.toml", council.name if path.exists() else "not there; the defaults are used")


def _record(home: Path) -> dict[str, Any]:
    if not home.exists():
        return _check("home", "not there yet; los demo or los load makes it")
    try:
        record = Record.open(home)
        return _check("record", f"{len(record.current())} current loads, {len(record.loads())} in all")
    except RecordError as fault:
        return _check("record", str(fault), ok=False)


def _backup(home: Path) -> dict[str, Any]:
    known = last_backups(home)
    if MADE not in known:
        return _check("backup", "none was made yet; make one with: los backup DIR")
    made = "last made at {at} as {backup}".format_map(known[MADE])
    tried = "; its restore was last tried at {at}".format_map(known[TRIED]) if TRIED in known else ""
    return _check("backup", made + (tried or "; its restore was never tried: los restore DIR --drill"))


def _logs(home: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The logs of who looked and of what was disposed of."""
    return _log("access log", verify(home)), _log("disposal log", Disposals(home=home).verify())


def _log(name: str, verdict: Verdict) -> dict[str, Any]:
    if verdict.ok:
        return _check(name, f"{verdict.entries} entries, the chain is whole")
    return _check(name, f"the chain breaks at entry {verdict.broken_at}", ok=False)
