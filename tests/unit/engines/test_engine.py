"""An engine is called by its name, and one that is not there is answered with what to install."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from lineofsight.engines import engine
from lineofsight.engines.engine import EngineMissingError, engine_called


def test_the_default_engine_is_on_every_machine() -> None:
    found = engine_called("duckdb")
    assert found.name == "duckdb"
    found.close()


def test_spark_that_is_not_installed_is_answered_with_its_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lineofsight.engines.spark", None)
    with pytest.raises(EngineMissingError, match=r"requirements-spark\.lock$"):
        engine_called("spark")


def test_spark_without_java_is_answered_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    there = ModuleType("lineofsight.engines.spark")
    there.Spark = object  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "lineofsight.engines.spark", there)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(engine.shutil, "which", lambda _name: None)
    with pytest.raises(EngineMissingError, match=r"apt install default-jre-headless$"):
        engine_called("spark")
