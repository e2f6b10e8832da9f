"""template."""

from __future__ import annotations

from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.output import say, stop, write, write_json
from lineofsight.returns import templates


@click.command
@click.argument("name", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook to write (.xlsx); left out: NAME.xlsx here.",
)
@options.json_option
def template(name: str | None, out: Path | None, *, as_json: bool) -> None:
    """Write an empty workbook for a return or one part of it; without a name, list what there is."""
    if name is None:
        _list(as_json=as_json)
        return
    try:
        wanted = templates.template(name)
    except templates.UnknownTemplateError as fault:
        stop(str(fault), 2)
    path = _place(out or Path(f"{wanted.name}.xlsx"))
    templates.write_template(wanted, path)
    if as_json:
        write_json({"file": str(path), "parts": [part.name for part in wanted.parts]})
        return
    write(str(path))
    say("Fill it, and look at it with: los check FILE. The sheet Notes says what each column is.")


def _list(*, as_json: bool) -> None:
    found = templates.templates()
    if as_json:
        write_json(
            [{"name": t.name, "title": t.title, "parts": [part.name for part in t.parts]} for t in found]
        )
        return
    width = max(len(each.name) for each in found)
    for each in found:
        write(f"{each.name:<{width}}  {each.title}")


def _place(path: Path) -> Path:
    """Where the workbook may go: never over a file that is there, which may have been filled."""
    if path.suffix.lower() != ".xlsx" or not path.absolute().parent.is_dir():
        stop(f"{path} cannot be written: name an .xlsx file in a folder that exists.", 2)
    if path.exists():
        stop(f"{path} is there already, and may have been filled. Name another with --out.", 2)
    return path
