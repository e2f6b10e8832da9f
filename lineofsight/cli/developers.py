"""test, bench: for those who build it, from a checkout of the repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.output import say, stop, write, write_json

ROOT = Path(__file__).resolve().parents[2]
FAST = (
    ("lint", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("walls", ("lint-imports",)),
    ("tests", ("pytest", "-n", "auto", "-m", "not slow", "tests")),
)
SLOW = (("slow tests", ("pytest", "-m", "slow", "tests")),)


@click.command(context_settings={"ignore_unknown_options": True})
@click.option("--slow", is_flag=True, help="Everything that the checks on a change run.")
@click.argument("pytest_args", nargs=-1, type=click.UNPROCESSED)
def test(pytest_args: tuple[str, ...], *, slow: bool) -> None:
    """Run the fast stage (lint, types, walls, tests), or with --slow both stages; further arguments go to pytest."""
    _needs_a_checkout()
    if pytest_args:
        raise click.exceptions.Exit(_run(("pytest", *pytest_args)))
    failed = _stage("fast", FAST)
    if slow:
        failed += _stage("slow", SLOW)
    if failed:
        stop(f"Failed: {', '.join(failed)}.", 1)
    say("All passed.")


def _stage(name: str, steps: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Every step of a stage, also after one has failed, and how long the stage took."""
    begun = time.monotonic()
    failed = [what for what, command in steps if _run(command) != 0]
    say(f"The {name} stage took {(time.monotonic() - begun) / 60:.1f} minutes.")
    return failed


def _run(command: Sequence[str]) -> int:
    program = Path(sys.executable).parent / command[0]
    say(f"> {' '.join(command)}")
    sys.stdout.flush()
    return subprocess.run([str(program), *command[1:]], cwd=ROOT, check=False).returncode  # noqa: S603


@click.command
@click.argument("names", nargs=-1)
@options.json_option
def bench(names: tuple[str, ...], *, as_json: bool) -> None:
    """Run the benchmarks of tests/bench: each a ratio against an honest alternative in the same run."""
    _needs_a_checkout()
    results = []
    for path in sorted((ROOT / "tests" / "bench").glob("bench_*.py")):
        name = path.stem.removeprefix("bench_")
        if names and name not in names:
            continue
        say(f"> {name}")
        ran = subprocess.run(  # noqa: S603
            [sys.executable, str(path)],
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "CI": "1"},
        )
        if ran.returncode != 0:
            stop(f"The benchmark {name} failed:\n{ran.stderr}", 1)
        results += json.loads(ran.stdout)
    if as_json:
        write_json(results)
        return
    for r in results:
        ratio = "" if r["ratio"] is None else f"ratio {r['ratio']:.3g} against {r['against']}  "
        write(
            f"{r['name']}: {ratio}ours {r['ours']:.4g} {r['unit']}"
            + (f", theirs {r['theirs']:.4g}" if r["theirs"] else "")
        )


def _needs_a_checkout() -> None:
    if not (ROOT / "tests").is_dir():
        stop(
            "The tests and benchmarks are in the repository, not in the installed package. Run this in a checkout.",
            3,
        )
