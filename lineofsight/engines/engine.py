"""What an engine does for a run, and which engines there are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from lineofsight.calendar import Period
from lineofsight.record import TableSource
from lineofsight.returns.columns import Rows, Table

ENGINES = ("duckdb", "spark")


class Engine(Protocol):
    """Holds the rows that count, and computes expressions over the declared tables by their names."""

    @property
    def name(self) -> str: ...

    def supply_settings(self, values: Mapping[str, int]) -> None:
        """The council's settings, as the one row of the settings table."""

    def supply_periods(self, wanted: Iterable[Period]) -> None:
        """The periods that every definition is computed for."""

    def supply_sources(self, sources: Sequence[TableSource], only: Collection[str] | None = None) -> None:
        """The record's current loads: each declared table, or ``only`` those, then holds the rows that count."""

    def supply_counts(self, table: Table, paths: Sequence[Path]) -> None:
        """A table that is counted from another, from the files of its counts."""

    def supply(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Rows of a table that is given, not returned: periods, settings, states."""

    def keep(self, name: str, rows: Rows) -> Rows:
        """The rows, computed once and kept under a name."""

    def forget(self, name: str) -> None:
        """Let go of what was kept."""

    def table(self, rows: Rows) -> pa.Table:
        """The rows as an Arrow table."""

    def close(self) -> None:
        """Let go of everything; nothing is asked of it afterwards."""


class EngineMissingError(Exception):
    """The engine that was asked for is not on this machine."""


def engine_called(name: str) -> Engine:
    """A new engine of that name, one of ``ENGINES``. Raises EngineMissingError where Spark or Java is not installed."""
    if name != "spark":
        from lineofsight.engines.duckdb import DuckDB

        return DuckDB()
    try:
        from lineofsight.engines.spark import Spark
    except ImportError as fault:
        raise EngineMissingError(
            "Spark is not installed here. Install it with: pip install --require-hashes -r requirements-spark.lock"
        ) from fault
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise EngineMissingError(
            "Spark needs Java 17 or later, and there is none here. On Debian: apt install default-jre-headless"
        )
    return Spark()
