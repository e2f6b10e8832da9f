"""Help and mistakes answer at once, in plain bytes, and say how to go on."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from lineofsight.cli import COMMANDS
from tests.unit.cli.conftest import Los, SmallHome

ROOT = Path(__file__).parents[3]
HEAVY = ("ibis", "duckdb", "pyarrow", "scipy", "django", "typst", "pandas", "docx", "rich")


def process(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``los`` as a process of its own, with no more of an environment than it needs."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "lineofsight", *words],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["nonsense"]])
def test_help_imports_nothing_that_takes_time(tmp_path: Path, words: list[str]) -> None:
    program = (
        "import sys, atexit; from lineofsight.cli import main; "
        f"atexit.register(lambda: print(sorted({{m.split('.')[0] for m in sys.modules}} & set({HEAVY!r})), "
        "file=sys.stderr)); main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr.splitlines()[-1] == "[]"


def test_help_lists_every_command(los: Los) -> None:
    ran = los("--help")
    assert ran.code == 0
    for name, (_, line) in COMMANDS.items():
        assert name in ran.out
        assert line.split()[0] in ran.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_each_command_has_its_help(los: Los, name: str) -> None:
    ran = los(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: los {name}")


def test_a_command_that_is_not_there_ends_with_2_and_the_way_to_the_list(los: Los) -> None:
    ran = los("masure")
    assert ran.code == 2
    assert "No such command 'masure'" in ran.err
    assert "--help" in ran.err


@pytest.mark.parametrize(
    "words",
    [["catalogue", "--wat"], ["rows", "cpp_rate"], ["load"], ["measure", "--months", "0"], ["paper"]],
)
def test_a_mistake_in_how_a_command_is_called_ends_with_2(los: Los, words: list[str]) -> None:
    ran = los(*words)
    assert ran.code == 2
    assert ran.out == ""


@pytest.mark.parametrize("words", [["test"], ["bench"]])
def test_what_needs_a_checkout_ends_with_3_without_one(
    los: Los, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setattr("lineofsight.cli.developers.ROOT", tmp_path)
    ran = los(*words)
    assert ran.code == 3
    assert "Run this in a checkout" in ran.err


def test_a_record_of_a_later_version_ends_with_3_and_says_what_to_install(los: Los, tmp_path: Path) -> None:
    assert los("load", tmp_path / "here", "--home", tmp_path / "home").code == 0
    with closing(sqlite3.connect(tmp_path / "home" / "record" / "catalogue.sqlite")) as db:
        db.execute("PRAGMA user_version = 999")
    ran = los("loads", "--home", tmp_path / "home")
    assert ran.code == 3
    assert "Install the newer lineofsight" in ran.err


def test_output_is_utf_8_with_plain_line_ends_whatever_the_machine_prefers(tmp_path: Path) -> None:
    ran = process("catalogue", "ehcp_20w_exc_pct", "--json", cwd=tmp_path, PYTHONIOENCODING="latin-1")
    assert ran.returncode == 0, ran.stderr
    assert b"\r" not in ran.stdout
    assert ran.stdout.endswith(b"]\n")
    assert json.loads(ran.stdout.decode("utf-8"))[0]["id"] == "ehcp_20w_exc_pct"


def test_a_masked_value_is_written_in_utf_8_on_a_machine_that_prefers_ascii(small: SmallHome) -> None:
    words = ("rows", "cpp_rate", "--period", "2024-03", "--reason", "a test", "--home", str(small.home))
    ran = process(*words, cwd=small.files, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.returncode == 0, ran.stderr
    assert "•••" in ran.stdout.decode("utf-8")
