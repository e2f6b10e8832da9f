"""How many children are linked between social care and education, and, for whoever may see them, which are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.lineage import tables_read
from lineofsight.record import Record
from lineofsight.returns.linking import DOUBTS, WAYS, linked_children


class Listed(StrEnum):
    """Which children to list."""

    DOUBTFUL = "doubtful"
    UNLINKED = "unlinked"


@dataclass(frozen=True, kw_only=True)
class LinkCounts:
    """Children known to social care: how many are linked in each way, left open by each doubt, and without a match."""

    linked: dict[str, int]
    doubtful: dict[str, int]
    unlinked: int

    @property
    def children(self) -> int:
        """Every child: each is linked, doubtful or unlinked."""
        return sum(self.linked.values()) + sum(self.doubtful.values()) + self.unlinked


@dataclass(frozen=True, kw_only=True)
class OpenLink:
    """A child who is not linked; ``doubt`` says why, or is null where no pupil fits."""

    child: str
    doubt: str | None


def count_links(record: Record) -> LinkCounts:
    """The counts over the rows of the current loads."""
    links = linked_children.rows
    found = _engine(record).table(links.group_by("how", "doubt").agg(children=links.child_id.count()))
    counts: Counter[str | None] = Counter()
    for row in found.to_pylist():
        counts[row["how"] or row["doubt"]] += row["children"]
    return LinkCounts(
        linked={way: counts[way] for way in WAYS},
        doubtful={doubt: counts[doubt] for doubt in DOUBTS},
        unlinked=counts[None],
    )


def open_links(record: Record, which: Listed) -> Iterator[OpenLink]:
    """The children who are not linked, in the order of their ids: with a doubt, or without anybody who fits."""
    links = linked_children.rows
    rows = links.filter(
        links.pupil_id.isnull(), links.doubt.notnull() if which is Listed.DOUBTFUL else links.doubt.isnull()
    )
    for row in _engine(record).table(rows.order_by("child_id")).to_pylist():
        yield OpenLink(child=row["child_id"], doubt=row["doubt"])


def _engine(record: Record) -> DuckDB:
    engine = DuckDB()
    engine.supply_sources(record.sources(), only=tables_read(linked_children.rows))
    return engine
