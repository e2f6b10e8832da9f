"""measure."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import progress, say, stop, write_json
from lineofsight.indicators.catalogue import INDICATORS, UnknownIndicatorError, indicator
from lineofsight.record import Record
from lineofsight.run.measure import NothingToMeasureError
from lineofsight.run.measure import measure as run_measure


@click.command
@click.option(
    "--to", type=click.DateTime(["%Y-%m-%d"]), help="The last day looked at; its month counts if it ends it."
)
@click.option(
    "--months", type=click.IntRange(min=1), default=60, show_default=True, help="How many months back."
)
@click.option(
    "--engine", type=click.Choice(["duckdb"]), default="duckdb", show_default=True, help="Who computes."
)
@click.option("--only", multiple=True, metavar="ID", help="Only this indicator; may be given several times.")
@options.home_option
@options.json_option
@options.quiet_option
def measure(
    to: datetime | None,
    months: int,
    engine: str,
    only: tuple[str, ...],
    home: Path,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Compute every indicator in every period and group, and store the readings as a run."""
    begun = time.monotonic()
    try:
        wanted = [indicator(id_) for id_ in only] or INDICATORS
        council = council_of(home)
        with progress(quiet=quiet) as show:
            day: date | None = to.date() if to else None
            run = run_measure(Record.open(home), council, to=day, months=months, only=wanted, progress=show)
    except (NothingToMeasureError, UnknownIndicatorError) as fault:
        stop(str(fault), 2)
    seconds = round(time.monotonic() - begun, 2)
    if as_json:
        write_json(
            {
                "run": run.id,
                "readings": run.readings,
                "seconds": seconds,
                "loads": list(run.loads),
                "engine": engine,
            }
        )
    else:
        say(f"{run.id}: {run.readings:,} readings from {len(run.loads)} loads in {seconds} seconds.")
