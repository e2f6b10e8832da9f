"""paper."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from lineofsight.calendar import last_of_month
from lineofsight.cli import options
from lineofsight.cli.asked import Month, council_of, run_asked, run_option
from lineofsight.cli.output import progress, say, stop, write_json
from lineofsight.papers import PaperRefusedError
from lineofsight.run.paper import Order, write_paper


@click.command
@click.option("--set", type=click.Choice(["panel"]), default="panel", expose_value=False, help="Whose paper.")
@click.option(
    "--period", "month", type=Month(), help="The month reported on; by default the last one of the run."
)
@click.option("--meeting", type=click.DateTime(["%Y-%m-%d"]), help="The day of the meeting that it is for.")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder to write into."
)
@run_option
@options.home_option
@options.json_option
@options.quiet_option
def paper(
    month: str | None,
    meeting: datetime | None,
    out: Path,
    run_id: str | None,
    home: Path,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Write the paper of a run: HTML, PDF, Word and CSV from one source, with small numbers protected."""
    record, run = run_asked(home, run_id)
    day = last_of_month(datetime.strptime(f"{month}-01", "%Y-%m-%d").date()) if month else run.to  # noqa: DTZ007
    if day > run.to:
        stop(f"{run.id} ends on {run.to}. Compute that month first with: los measure.", 2)
    order = Order(month_end=day, meeting=meeting.date() if meeting else None, today=datetime.now(UTC).date())
    try:
        with progress(quiet=quiet) as show:
            written = write_paper(record, council_of(home), run, out, order, progress=show)
    except PaperRefusedError as fault:
        stop(str(fault), 1)
    if as_json:
        files = [str(path) for path in written.files]
        write_json({"files": files, "figures": written.figures, "suppressed": written.suppressed})
        return
    for path in written.files:
        say(str(path))
    say(f"{written.figures:,} figures shown, {written.suppressed:,} hidden to protect children.")
