"""Spark: the same expressions over the same files, for where a cluster is what there is. An extra; it needs Java.

Nothing goes through pandas, in which a group that was not recorded would become the text NaN: rows come and go as Arrow.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as fn
from sqlglot import exp

from lineofsight.calendar import Period
from lineofsight.engines.current import RANK, SUPPLIES_BEFORE, current, raw_name
from lineofsight.engines.given import arrow, every_day, rows_of_periods
from lineofsight.record import TableSource
from lineofsight.returns.columns import PROVENANCE, Rows, Table
from lineofsight.returns.tables import HELD, periods, settings, working_days

LOGGING = Path(__file__).with_name("log4j2.properties")
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",  # a council's tables are small: each part costs more than its rows
    "spark.sql.adaptive.enabled": "false",  # plans are looked at again at a price that small tables do not repay
    "spark.driver.bindAddress": "127.0.0.1",  # nothing outside this machine may speak to it
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile=file:{LOGGING}",
}


class Spark:
    """Holds the rows that count in a local session, and computes expressions over the declared tables by their names."""

    name = "spark"

    def __init__(self, *, threads: int = 2) -> None:
        """``threads``: how many parts of a step are worked on at once."""
        os.environ.setdefault(
            "SPARK_LOCAL_IP", "127.0.0.1"
        )  # else it looks for the machine's name, and says so
        builder = SparkSession.builder.master(f"local[{threads}]").appName("lineofsight")
        for setting, value in SETTINGS.items():
            builder = builder.config(setting, value)
        self._session = builder.getOrCreate()
        self._db = ibis.pyspark.connect(self._session)
        self._kept: dict[str, DataFrame] = {}
        self._hold(working_days.name, every_day())

    def supply_settings(self, values: Mapping[str, int]) -> None:
        """The council's settings, as the one row of the settings table."""
        self.supply(settings, [dict(values)])

    def supply_periods(self, wanted: Iterable[Period]) -> None:
        """The periods that every definition is computed for."""
        self.supply(periods, rows_of_periods(wanted))

    def supply_sources(self, sources: Sequence[TableSource], only: Collection[str] | None = None) -> None:
        """The record's current loads: each declared table, or ``only`` those, then holds the rows that count."""
        parts = {s.table: s.parts for s in sources}
        for table in HELD if only is None else [t for t in HELD if t.name in only]:
            if table.by_day:  # its rows are counted, never looked at one by one: see supply_counts
                continue
            if table.name in parts:
                self._view_raw(table, parts[table.name])
                self._keep(table.name, self._asked(current(table)))
            else:
                self.supply(table, [])

    def supply_counts(self, table: Table, paths: Sequence[Path]) -> None:
        """A table that is counted from another, from the files of its counts."""
        if not paths:
            self.supply(table, [])
            return
        files = self._session.read.parquet(*(str(path) for path in paths))
        files.select(*table.schema()).createOrReplaceTempView(table.name)

    def supply(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Rows of a table that is given, not returned: periods, settings, states."""
        self._hold(table.name, arrow(table.schema(), rows))

    def keep(self, name: str, rows: Rows) -> Rows:
        """The rows, computed once and kept under a name."""
        self._keep(name, self._asked(rows))
        return ibis.table(rows.schema(), name=name)

    def forget(self, name: str) -> None:
        """Let go of what was kept."""
        if name in self._kept:
            self._kept.pop(name).unpersist()
        self._session.catalog.dropTempView(name)

    def table(self, rows: Rows) -> pa.Table:
        """The rows as an Arrow table, its columns of the kinds that the expression says."""
        found = self._asked(rows).toArrow()
        return found.cast(rows.schema().to_pyarrow())

    def close(self) -> None:
        """End the session, and Java with it; nothing is asked of it afterwards."""
        self._session.stop()

    def _asked(self, rows: Rows) -> DataFrame:
        query = self._db.compiler.to_sqlglot(rows).transform(_bracketed)
        return self._session.sql(query.sql(dialect=self._db.dialect))

    def _hold(self, name: str, rows: pa.Table) -> None:
        self._session.createDataFrame(rows).createOrReplaceTempView(name)

    def _keep(self, name: str, frame: DataFrame) -> None:
        self.forget(name)
        self._kept[name] = frame.persist()
        frame.createOrReplaceTempView(name)

    def _view_raw(self, table: Table, parts: Sequence[Any]) -> None:
        """Every row of the parts, as a view over their Parquet files."""
        stored = [*table.columns, *(name for name in PROVENANCE if name != "load")]
        every = None
        for part in parts:
            rows = self._session.read.parquet(str(part.path)).select(*(f"`{name}`" for name in stored))
            rows = rows.withColumns(
                {
                    "load": fn.lit(part.load),
                    RANK: fn.lit(part.rank).cast("bigint"),
                    SUPPLIES_BEFORE: fn.lit(part.supplies_before).cast("date"),
                }
            )
            every = rows if every is None else every.unionByName(rows)
        assert every is not None  # noqa: S101 - a source has parts
        every.createOrReplaceTempView(raw_name(table))


def _bracketed(node: exp.Expression) -> exp.Expression:
    """A condition that is asked whether it is null, in brackets: Spark reads no ``a IN (b) IS NULL`` without them."""
    if isinstance(node, exp.Is) and isinstance(node.this, exp.In | exp.Between | exp.Is | exp.Not):
        node.set("this", exp.paren(node.this, copy=False))
    return node
