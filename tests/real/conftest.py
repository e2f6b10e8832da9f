"""Where the real inputs lie: return files, council pages and reference vectors, read in place and never copied."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder that LINEOFSIGHT_DATA names, or ``../shared/data`` beside the repository.

    Without it the test is skipped; where LINEOFSIGHT_REQUIRE names ``data``, it fails.
    """
    folder = Path(os.environ.get("LINEOFSIGHT_DATA") or REPOSITORY.parent / "shared" / "data")
    if folder.is_dir():
        return folder
    reason = f"There are no real inputs at {folder}. LINEOFSIGHT_DATA names their folder."
    if "data" in os.environ.get("LINEOFSIGHT_REQUIRE", "").split(","):
        pytest.fail(reason)
    pytest.skip(reason)
