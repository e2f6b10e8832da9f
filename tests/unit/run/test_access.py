"""The log of who looked: it only grows, and whatever is done to it shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lineofsight.record import Verdict
from lineofsight.record.chain import seal_of
from lineofsight.run.access import log_access, verify

NOON = datetime(2024, 9, 30, 12, 0, tzinfo=UTC)


def log_of(home: Path) -> Path:
    return home / "access-log.jsonl"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A home in which somebody looked three times."""
    for number in range(3):
        log_access(tmp_path, what=f"rows of figure {number}", reason="monthly check", now=NOON)
    return tmp_path


def test_a_log_that_is_not_there_yet_is_whole(tmp_path: Path) -> None:
    assert verify(tmp_path) == Verdict(ok=True, entries=0)


def test_an_entry_says_when_who_what_and_why(three: Path) -> None:
    entry = json.loads(log_of(three).read_text(encoding="utf-8").splitlines()[0])
    assert entry["at"] == "2024-09-30T12:00:00+00:00"
    assert (entry["what"], entry["reason"]) == ("rows of figure 0", "monthly check")
    assert entry["who"]
    assert verify(three) == Verdict(ok=True, entries=3)


def _changed(lines: list[str]) -> list[str]:
    return [lines[0], lines[1].replace("monthly check", "because"), lines[2]]


def _sealed_anew(lines: list[str]) -> list[str]:
    """The second entry changed and given the seal that goes with it."""
    entry = json.loads(lines[1])
    entry.pop("seal")
    entry["reason"] = "because"
    return [lines[0], json.dumps({**entry, "seal": seal_of(entry)}), lines[2]]


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [
        (_changed, 2),
        (_sealed_anew, 3),
        (lambda lines: lines[1:], 1),
        (lambda lines: [lines[0], lines[2]], 2),
        (lambda lines: [lines[1], lines[0], lines[2]], 1),
        (lambda lines: [lines[0], lines[0], *lines[1:]], 2),
        (lambda lines: [lines[0], "not JSON", lines[2]], 2),
        (lambda lines: [lines[0], "[]", lines[2]], 2),
        (lambda lines: [lines[0], "", *lines[1:]], 2),
    ],
)
def test_a_log_that_was_changed_breaks_where_it_was_changed(
    three: Path, change: Callable[[list[str]], list[str]], broken_at: int
) -> None:
    path = log_of(three)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f"{line}\n" for line in change(lines)), encoding="utf-8")
    verdict = verify(three)
    assert (verdict.ok, verdict.broken_at) == (False, broken_at)


@pytest.mark.parametrize(
    "reason", ["why\nnot", "line\u2028separator", "next\x85line", "half a \udc80 byte", "“quoted” £"]
)
def test_whatever_a_reason_is_made_of_the_chain_is_whole(tmp_path: Path, reason: str) -> None:
    for _ in range(2):
        log_access(tmp_path, what="rows", reason=reason)
    assert verify(tmp_path) == Verdict(ok=True, entries=2)
    entries = log_of(tmp_path).read_text(encoding="utf-8").split("\n")
    assert [json.loads(entry)["reason"] for entry in entries if entry] == [reason, reason]


def test_two_who_look_at_the_same_moment_both_stand_in_one_chain(tmp_path: Path) -> None:
    program = Path(__file__).with_name("another_look.py")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    lookers = [
        subprocess.Popen([sys.executable, str(program), str(tmp_path), "20"], env=environment)
        for _ in range(3)
    ]
    assert [looker.wait() for looker in lookers] == [0, 0, 0]
    assert verify(tmp_path) == Verdict(ok=True, entries=60)


@pytest.mark.parametrize("cut", [1, 40])
def test_an_entry_that_its_writer_died_over_is_cut_off_by_the_next(three: Path, cut: int) -> None:
    path = log_of(three)
    path.write_bytes(path.read_bytes()[:-cut])
    log_access(three, what="rows of figure 3", reason="monthly check", now=NOON)
    assert verify(three) == Verdict(ok=True, entries=3)
    told = [json.loads(line)["what"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert told == ["rows of figure 0", "rows of figure 1", "rows of figure 3"]
