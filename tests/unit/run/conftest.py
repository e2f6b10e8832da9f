"""Homes that many tests look at: loading and measuring takes seconds, looking takes none."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.record import Record
from tests.unit.run.two_years import FIRST, SECOND, Home, write_years


@pytest.fixture(scope="session")
def in_order(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The first year loaded and measured, then the second."""
    folder = tmp_path_factory.mktemp("in-order")
    home = Home(Record.open(folder / "home"), write_years(folder))
    home.load(FIRST)
    home.measure(FIRST)
    home.load(SECOND)
    home.measure("both")
    return home


@pytest.fixture(scope="session")
def backwards(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The second year loaded first."""
    folder = tmp_path_factory.mktemp("backwards")
    home = Home(Record.open(folder / "home"), write_years(folder))
    home.load(SECOND)
    home.load(FIRST)
    home.measure("both")
    return home


@pytest.fixture(params=["in order", "backwards"])
def home(request: pytest.FixtureRequest) -> Home:
    """Both years, whichever was loaded first."""
    found: Home = request.getfixturevalue(request.param.replace(" ", "_"))
    return found


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """An empty record in a home of its own."""
    return Record.open(tmp_path / "home")
