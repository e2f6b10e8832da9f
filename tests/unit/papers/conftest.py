"""A written paper, made once: three measures with hidden, missing and late figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.papers import Paper, write
from tests.unit.papers.paper_sample import sample

FEW = ("iha_20wd_pct", "ehcp_20w_exc_pct", "iha_overdue_open")


@pytest.fixture(scope="session")
def paper() -> Paper:
    """Return the small paper."""
    return sample(only=FEW)


@pytest.fixture(scope="session")
def written(paper: Paper, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the small paper's four files, by form."""
    return {path.suffix[1:]: path for path in write(paper, tmp_path_factory.mktemp("papers"))}
