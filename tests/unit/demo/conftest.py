"""One small synthetic council, written once for all tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lineofsight.demo import Written, write_council

UNTIL = date(2026, 9, 30)


@dataclass(frozen=True)
class Council:
    written: Written
    faults: list[dict[str, Any]]
    corrections: list[dict[str, Any]]
    changes: list[dict[str, Any]]

    @property
    def folder(self) -> Path:
        return self.written.folder


@pytest.fixture(scope="session")
def council(tmp_path_factory: pytest.TempPathFactory) -> Council:
    written = write_council(tmp_path_factory.mktemp("council"), pupils=2_000, months=24, until=UNTIL)
    wrong = json.loads(written.faults.read_text(encoding="utf-8"))
    changed = json.loads(written.truth.read_text(encoding="utf-8"))
    return Council(written, wrong["faults"], wrong["corrections"], changed["changes"])
