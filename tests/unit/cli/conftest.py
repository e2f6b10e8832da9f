"""A small home, loaded and measured by the commands themselves, and a way to run them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lineofsight.cli import main
from tests.unit.run.drawn_files import case, census, child, lines, plan


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    result: Result

    @property
    def code(self) -> int:
        return self.result.exit_code

    @property
    def out(self) -> str:
        return self.result.stdout

    @property
    def err(self) -> str:
        return self.result.stderr

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(*words: str | Path, env: dict[str, str | None] | None = None) -> Ran:
    """Run ``los`` in this process. What no command handles is raised here."""
    runner = CliRunner(env={"LOS_HOME": None, **(env or {})})
    result = runner.invoke(main, [str(word) for word in words], catch_exceptions=False, prog_name="los")
    return Ran(result)


Los = Callable[..., Ran]


@pytest.fixture
def los(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Los:
    """Run ``los`` in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return run


@dataclass(frozen=True)
class SmallHome:
    """Four children, three of them with a plan at the end of March 2024: two in North, one nobody knows where."""

    home: Path
    files: Path


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallHome:
    folder = tmp_path_factory.mktemp("small")
    files, home = folder / "files", folder / "home"
    census(
        files / "census.xml",
        "2024-03-31",
        child("c1", case("2023-09-04", "", plan("2023-10-02"))),
        child("c2", case("2023-09-05", "", plan("2023-11-01"))),
        child("c3", case("2023-09-06", "", plan("2024-01-08"))),
        child("c4", case("2023-09-07", "", plan("2023-10-03", "2024-01-31"))),
    )
    lines(
        files / "areas.csv",
        "Child ID,Ward,Team,Since,Until",
        [f"{name},{ward},Team 1,01/04/2019," for name, ward in (("c1", "North"), ("c2", "North"))]
        + ["c4,South,Team 2,01/04/2019,"],
    )
    assert run("load", files, "--key", "2024-03-31", "--home", home).code == 0
    assert run("measure", "--months", "12", "--only", "cpp_rate", "--home", home).code == 0
    return SmallHome(home, files)
