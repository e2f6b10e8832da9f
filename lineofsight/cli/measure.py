"""measure."""

from __future__ import annotations

import time as clock
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import progress, say, stop, write_json
from lineofsight.engines.engine import ENGINES, EngineMissingError
from lineofsight.indicators.catalogue import INDICATORS, UnknownIndicatorError, indicator
from lineofsight.record import Record, Run
from lineofsight.run.measure import NothingToMeasureError
from lineofsight.run.measure import measure as run_measure
from lineofsight.run.supplied import figures_unknown


@click.command
@click.option(
    "--to", type=click.DateTime(["%Y-%m-%d"]), help="The last day looked at; its month counts if it ends it."
)
@click.option(
    "--months", type=click.IntRange(min=1), default=60, show_default=True, help="How many months back."
)
@click.option(
    "--engine", type=click.Choice(ENGINES), default="duckdb", show_default=True, help="Who computes."
)
@click.option("--only", multiple=True, metavar="ID", help="Only this indicator; may be given several times.")
@click.option(
    "--as-at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Look back: from the loads that were current at the end of this day.",
)
@options.home_option
@options.json_option
@options.quiet_option
def measure(
    to: datetime | None,
    months: int,
    engine: str,
    only: tuple[str, ...],
    as_at: datetime | None,
    home: Path,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Compute every indicator in every period and group, and store the readings as a run."""
    begun = clock.monotonic()
    try:
        wanted = [indicator(id_) for id_ in only] or INDICATORS
        council = council_of(home)
        with progress(quiet=quiet) as show:
            record = Record.open(home)
            run = run_measure(
                record,
                council,
                to=to.date() if to else None,
                months=months,
                only=wanted,
                as_at=_end_of(as_at.date()) if as_at else None,
                by_engine=engine,
                progress=show,
            )
    except (EngineMissingError, NothingToMeasureError, UnknownIndicatorError) as fault:
        stop(str(fault), 2)
    seconds = round(clock.monotonic() - begun, 2)
    if as_json:
        write_json(
            {
                "run": run.id,
                "readings": run.readings,
                "seconds": seconds,
                "loads": list(run.loads),
                "engine": engine,
                "as_at": run.as_at and run.as_at.date(),
            }
        )
    else:
        _tell(record, run, seconds)


def _tell(record: Record, run: Run, seconds: float) -> None:
    say(f"{run.id}: {run.readings:,} readings from {len(run.loads)} loads in {seconds} seconds.")
    for figure, times in figures_unknown(record).items():
        say(
            f"'{figure}' is no figure's id, and {times} supplied under it cannot be shown. los catalogue lists them."
        )
    if run.as_at:
        say(f"It looks back to {run.as_at:%Y-%m-%d}. Show it with: los readings ID --run {run.id}.")


def _end_of(day: date) -> datetime:
    """The last moment of a day, in UTC as all times of the record; a day that is still to come ends the command."""
    if day > datetime.now(UTC).date():
        stop(f"What will be known on {day} is not known yet. Give a day that has been with --as-at.", 2)
    return datetime.combine(day, time.max, UTC)
