"""The ``los`` command. A command's code is imported when it is called, so that help and mistakes answer at once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from lineofsight import __version__
from lineofsight.cli.output import stop

# name -> where it is, and its line in the help. Listed here, so that ``los --help`` imports none of them.
COMMANDS = {
    "demo": ("demo:demo", "Make a synthetic council's files, load them, and write its panel's paper."),
    "check": ("load:check", "Read return files and say what is wrong with them; store nothing."),
    "load": ("load:load", "Read return files and store what can be trusted."),
    "loads": ("load:loads", "List what has been loaded, and which of it is current."),
    "links": ("links:links", "Count the children who are linked between social care and education."),
    "template": ("template:template", "Write an empty workbook for a return: headings, codes and notes."),
    "export": ("export:export", "Write the inspectors' workbook from the record (logged)."),
    "remove": ("disposal:remove", "Remove a load, its rows and its files."),
    "retain": ("disposal:retain", "Dispose of replaced loads whose time is over."),
    "subject": ("child:subject", "Write all that is held about one child into a folder (logged)."),
    "erase": ("child:erase", "Erase one child from the record (logged)."),
    "backup": ("backup:backup", "Copy the whole home, and check the copy."),
    "restore": ("backup:restore", "Bring the home back from a backup, or try whether it can be."),
    "measure": ("measure:measure", "Compute every indicator: a run."),
    "catalogue": ("catalogue:catalogue", "Show the indicators with their definitions."),
    "readings": ("readings:readings", "Show a figure as a series."),
    "rows": ("readings:rows", "Show the case rows behind a figure (logged)."),
    "signal": ("signal:signal", "Say whether a figure has changed, with its chart's numbers."),
    "paper": ("paper:paper", "Write the panel's paper: HTML, PDF, Word and CSV."),
    "doctor": ("doctor:doctor", "Show versions and settings, and whether all is well."),
    "log": ("doctor:log", "Verify the log of who looked at children's rows."),
    "bench": ("developers:bench", "Run the benchmarks, each a ratio within one run."),
    "test": ("developers:test", "Run the tests: the fast stage, or everything with --slow."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(f"lineofsight.cli.{module}"), name)
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; end it with a sentence where the record refuses, and with 130 where a person stops it."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            click.echo("Stopped.", err=True)
            raise click.exceptions.Exit(130) from None
        except Exception as fault:
            # Known by what it carries, since importing the record's errors would slow down every start.
            if (code := getattr(fault, "exit_code", None)) is None:
                raise
            stop(str(fault), code)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_) for name, (_, help_) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--home", type=click.Path(path_type=Path, file_okay=False), help="The folder that holds everything."
)
@click.version_option(__version__, prog_name="los")
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Line of Sight: from a child's record to the figure that a councillor reads, and back."""
    ctx.obj = home
