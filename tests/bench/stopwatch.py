"""What a program costs: processor seconds, seconds on the clock and peak memory of one process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parents[1]


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Processor seconds (user and system), seconds on the clock, and the most memory held at once, in MiB.

    All are of the process and of those that it started and waited for. Linux counts the peak of whoever started a
    process as that process's own, so whoever measures must stay small: files are written a piece at a time.
    """

    cpu: float
    wall: float
    peak: float


class TooSlowError(Exception):
    """The process was given up because it took longer than it was allowed."""


def cost_of_python(*arguments: str | Path, cwd: Path = ROOT, at_most: float = 900) -> Cost:
    """Run this Python with the arguments; its output goes nowhere, its errors to ours.

    Raises ``TooSlowError`` after ``at_most`` seconds, and ``RuntimeError`` if the process fails.
    """
    env = {k: v for k, v in os.environ.items() if k != "LOS_HOME"} | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, *map(str, arguments)]
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL)
    limit = threading.Timer(at_most, process.kill)
    limit.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    limit.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if wall >= at_most:
        raise TooSlowError
    if process.returncode != 0:
        raise RuntimeError(f"It ended with {process.returncode}: {' '.join(command)}")
    return Cost(cpu=used.ru_utime + used.ru_stime, wall=wall, peak=used.ru_maxrss / 1024)


def entry(
    name: str, *, ours: float, unit: str, against: str = "", theirs: float | None = None
) -> dict[str, object]:
    """One line of a benchmark's results; without an alternative it has no ratio."""
    ratio = ours / theirs if theirs else None
    return {"name": name, "ratio": ratio, "against": against, "ours": ours, "theirs": theirs, "unit": unit}


def print_entries(entries: Sequence[dict[str, object]]) -> None:
    """The JSON list that `los bench` reads."""
    print(json.dumps(entries, indent=2))


def samples(kind: str, pattern: str) -> list[Path]:
    """The files of one kind of return in the data folder; ends the run, with the reason, if there are none."""
    data = Path(os.environ.get("LINEOFSIGHT_DATA") or ROOT.parent / "shared" / "data")
    found = sorted((data / "samples" / kind).glob(pattern))
    if not found:
        sys.exit(f"There are no {kind} samples at {data}. LINEOFSIGHT_DATA names their folder.")
    return found
