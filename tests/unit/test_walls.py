"""The walls of the house stand, and an import through one of them is caught."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = Path(sys.executable).parent / "lint-imports"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(LINT), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder)},
    )


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("returns/rules/model.py", "import lineofsight.record"),
        ("signals/xmr.py", "import lineofsight.disclosure"),
        ("run/rows.py", "import duckdb"),
        ("run/paper.py", "import typst"),
        ("papers/model.py", "import pyarrow"),
        ("council/__init__.py", "import django"),
    ],
)
def test_an_import_through_a_wall_is_caught(module: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "lineofsight", tmp_path / "lineofsight", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / ".importlinter", tmp_path)
    path = tmp_path / "lineofsight" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    ran = lint(tmp_path)
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "broken" in ran.stdout.lower()
