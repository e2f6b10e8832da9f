"""demo: the synthetic council's files take the same road as a real council's."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from getpass import getuser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import click

from lineofsight.cli import options
from lineofsight.cli.asked import council_of
from lineofsight.cli.output import Progress, progress, say, write, write_json
from lineofsight.council import Council
from lineofsight.demo import Written, beside, council_file, write_council
from lineofsight.papers import Paper, index_page
from lineofsight.papers import write as write_forms
from lineofsight.record import Record, Run
from lineofsight.run.load import load
from lineofsight.run.measure import measure
from lineofsight.run.paper import Order, compose


@click.command
@click.option(
    "--full", is_flag=True, help="Everything, also what is thinned by default (nothing is, so far)."
)
@click.option(
    "--pupils", type=click.IntRange(min=1), default=68_000, show_default=True, help="The council's size."
)
@click.option(
    "--months", type=click.IntRange(min=1), default=60, show_default=True, help="How many months to chart."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed is another council.")
@click.option("--no-serve", is_flag=True, help="Only write; do not show the papers in a browser.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where to serve; 0: any."
)
@options.home_option
@options.json_option
@options.quiet_option
def demo(home: Path, **asked: Any) -> None:
    """Write an invented council's return files, load them, measure, and write its panel's paper."""
    papers_folder = _papers_folder(home)
    with progress(quiet=asked["quiet"]) as show:
        written = _files(home, asked, show)
        record = Record.open(home)
        loads = _loaded(record, written, show)
        council = council_of(home)
        run = measure(record, council, months=asked["months"], progress=show)
        files = _papers(record, council, run, papers_folder, show)
    server = None if asked["no_serve"] else _server(papers_folder, asked["port"])
    url = f"http://127.0.0.1:{server.server_address[1]}/" if server else None
    if asked["as_json"]:
        shown = [str(path) for path in files]
        write_json(
            {
                "home": str(home),
                "url": url,
                "papers": shown,
                "loads": loads,
                "readings": run.readings,
                "rates": _rates_json(record, run),
            }
        )
    else:
        say(
            f"{written.council}: {loads} loads, {run.readings:,} readings. The papers are in {papers_folder}:"
        )
        for path in files:
            say(f"    {path.name}")
        write(_rates(record, run))
    if server:
        say(f"Open {url} in a browser. Ctrl-C ends it.")
        _serve(server)


def _rates(record: Record, run: Run) -> str:
    """The council's rates beside published ones, so that anyone can see how true to life it is."""
    lines = [f"{'':62} {'here':>9} {'district':>9} {'England':>10}  period"]
    for one in beside(record, run.id):
        here = "-" if one.here is None else f"{one.here:,.1f}"
        known = one.published
        period = f"{known.kind.replace('_', ' ')} to {known.period_end}"
        lines.append(
            f"{one.title[:62]:62} {here:>9} {known.district:>9,.1f} {known.england:>10,.1f}  {period}"
        )
    lines.append(
        "District: the one whose rates the council was made to resemble. Source: DfE, Local Authority Interactive Tool."
    )
    return "\n".join(lines) + "\n"


def _rates_json(record: Record, run: Run) -> list[dict[str, Any]]:
    return [
        {
            "indicator": one.published.indicator,
            "period_kind": one.published.kind,
            "period_end": one.published.period_end,
            "here": one.here,
            "district": one.published.district,
            "england": one.published.england,
            "source": one.published.source,
        }
        for one in beside(record, run.id)
    ]


def _papers_folder(home: Path) -> Path:
    """``papers`` in the current folder; inside the home where the caller names one."""
    is_default = home == Path(options.DEFAULT_HOME)
    return Path("papers") if is_default else home / "papers"


def _files(home: Path, asked: dict[str, Any], show: Progress) -> Written:
    """The return files, written anew, and the council's decisions if the home has none yet."""
    folder = home / "demo-files"
    shutil.rmtree(folder, ignore_errors=True)
    sizes = {name: asked[name] for name in ("pupils", "months", "seed")}
    written = write_council(folder, **sizes, progress=show)
    settings = options.council_file(home)
    if not settings.exists():
        settings.write_text(council_file(), encoding="utf-8")
    return written


def _loaded(record: Record, written: Written, show: Progress) -> int:
    """Each load as a real one: by its paths, and by its key where its files do not tell it."""
    stored = set()
    for paths, _, key in written.loads:
        reports = load(record, paths, by=getuser(), key=key, progress=show)
        stored |= {report.load for report in reports if report.load}
    return len(stored)


def _papers(record: Record, council: Council, run: Run, folder: Path, show: Progress) -> tuple[Path, ...]:
    order = Order(month_end=run.to, meeting=None, today=datetime.now(UTC).date())
    paper: Paper = compose(record, council, run, order, progress=show)
    files = write_forms(paper, folder)
    index = folder / "index.html"
    index.write_text(index_page([paper]), encoding="utf-8")
    return (*files, index)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each on the terminal."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of the folder on this machine alone; if the port is taken, on any that is free."""
    handler: Callable[..., SimpleHTTPRequestHandler] = partial(_Quiet, directory=str(folder))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        return ThreadingHTTPServer(("127.0.0.1", 0), handler)


def _serve(server: ThreadingHTTPServer) -> None:
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        server.server_close()
