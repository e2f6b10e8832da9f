"""Results on stdout, as a stream; messages and progress on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, NoReturn

import click

Progress = Callable[[str, int, int], None]


class StopError(click.ClickException):
    """A failure that a person can mend, in one sentence."""

    def show(self, file: Any = None) -> None:
        click.echo(self.message, err=True)


def stop(message: str, exit_code: int) -> NoReturn:
    """End the command with a sentence on stderr."""
    fault = StopError(message)
    setattr(fault, "exit_code", exit_code)  # noqa: B010  click declares it for the class
    raise fault


def say(message: str) -> None:
    """A message to the person, on stderr."""
    click.echo(message, err=True)


def write(text: str) -> None:
    """A line of the result: UTF-8 and a plain line end on every system."""
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def as_text(value: Any) -> str:
    """JSON with dates as ISO and nothing escaped that need not be."""
    return json.dumps(value, ensure_ascii=False, default=str)


def write_json(value: Any) -> None:
    """One JSON value."""
    write(json.dumps(value, ensure_ascii=False, default=str, indent=2))


def write_records(
    records: Iterable[Mapping[str, Any]], *, jsonl: bool, limit: int | None, inside: str | None = None
) -> None:
    """Records as they come: a JSON array, inside an object under a name if asked, or one record a line."""
    found = iter(records)
    taken = islice(found, limit)
    if jsonl:
        for record in taken:
            write(as_text(record))
    else:
        _write_array(taken, inside)
    _say_left_out(found)


def write_lines(lines: Iterable[str], *, limit: int | None) -> None:
    """Lines for a person as they come, at most so many."""
    found = iter(lines)
    for line in islice(found, limit):
        write(line)
    _say_left_out(found)


def _say_left_out(rest: Iterator[object]) -> None:
    if left := sum(1 for _ in rest):
        say(f"{left:,} more left out by --limit.")


def _write_array(records: Iterator[Mapping[str, Any]], inside: str | None) -> None:
    opening, closing = (f'{{"{inside}": [', "]}") if inside else ("[", "]")
    between = opening
    for record in records:
        write(between + as_text(record))
        between = ","
    write((opening if between == opening else "") + closing)


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A callback that shows what is being done, on a terminal; elsewhere it is silent."""
    if quiet or not sys.stderr.isatty() or os.environ.get("NO_COLOR") or os.environ.get("CI"):
        yield lambda _what, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda what, done, of: bar.update(task, description=what, completed=done, total=of)
