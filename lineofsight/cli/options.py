"""Options that many commands share, and the home that they work in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
DEFAULT_HOME = "los-home"


def _home(ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path:
    """The home after the command's name, before it, in the environment, or the default: in that order."""
    given = value or ctx.find_root().obj
    return Path(given or os.environ.get("LOS_HOME") or DEFAULT_HOME)


home_option: Decorator = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    callback=_home,
    help="The folder that holds everything; LOS_HOME in the environment, or ./los-home.",
)
json_option: Decorator = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
jsonl_option: Decorator = click.option(
    "--jsonl", "as_jsonl", is_flag=True, help="Print one JSON record a line."
)
limit_option: Decorator = click.option(
    "--limit", type=click.IntRange(min=0), help="Show at most so many, and say how many were left out."
)
quiet_option: Decorator = click.option("--quiet", is_flag=True, help="Show no progress.")
values_option: Decorator = click.option(
    "--show-values", is_flag=True, help="Show values from children's rows (needs --reason; logged)."
)
reason_option: Decorator = click.option(
    "--reason", help="Why you look at children's rows; it is logged, so name no child."
)


def council_file(home: Path) -> Path:
    """Where a home keeps what its council decides."""
    return home / "council.toml"


def needed_reason(reason: str | None) -> str:
    """The reason given, or asked for on a terminal; without either, a usage error."""
    if reason and reason.strip():
        return reason.strip()
    if sys.stdin.isatty():
        asked: str = click.prompt("Why do you look at children's rows? (logged)", err=True)
        return asked.strip()
    raise click.UsageError(
        "Children's rows are shown only with a reason, which is logged. Add --reason 'WHY'."
    )
