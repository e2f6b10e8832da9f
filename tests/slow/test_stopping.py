"""Ctrl-C leaves a state from which the same command goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]


def started(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "lineofsight", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heeds_interruption,
    )


def heeds_interruption() -> None:
    """A job in the background inherits that Ctrl-C is ignored; the command under test must not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(path: Path) -> None:
    until = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < until, f"{path} did not appear."
        time.sleep(0.01)


@pytest.mark.parametrize("reached", ["demo-files", "record/staging/load-000003", "record/loads/load-000005"])
def test_a_stopped_command_ends_with_130_and_the_same_command_then_ends_well(
    tmp_path: Path, reached: str
) -> None:
    words = ("demo", "--pupils", "300", "--months", "12", "--no-serve", "--home", str(tmp_path / "home"))
    first = started(tmp_path, *words)
    wait_for(tmp_path / "home" / reached)
    first.send_signal(signal.SIGINT)
    _, err = first.communicate(timeout=120)
    assert (first.returncode, err) == (130, "Stopped.\n")
    again = started(tmp_path, *words, "--json")
    out, err = again.communicate(timeout=300)
    assert again.returncode == 0, err
    told = json.loads(out)
    assert {Path(path).suffix for path in told["papers"]} >= {".html", ".pdf", ".docx", ".csv"}
    kept = list((tmp_path / "home" / "record" / "loads").iterdir())
    assert len(kept) == told["loads"]
    assert list((tmp_path / "home" / "record" / "staging").iterdir()) == []
