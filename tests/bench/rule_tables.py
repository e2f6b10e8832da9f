"""Tables of 20,000 children, written as Parquet for the benchmark of the rules: dates that mostly make sense, some not."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lineofsight.engines.duckdb import ARROW
from lineofsight.returns import tables as t
from lineofsight.returns.columns import PROVENANCE, Table

FIRST_DAY = date(2022, 4, 1)
FAULTY = 0.005  # how many dates are moved back, as slips of the pen are, and referrals left out
Row = dict[str, object]


def main() -> None:
    """Write every table: python rule_tables.py FOLDER CHILDREN."""
    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(20_000)
    rows: dict[Table, list[Row]] = {table: [] for table in WRITERS}
    for number in range(size):
        child = f"{number:06d}"
        for table, write in WRITERS.items():
            rows[table] += write(child, dice)
    for table, found in rows.items():
        write_table(folder, table, found)


def write_table(folder: Path, table: Table, rows: list[Row]) -> None:
    """One table's rows, each with its place in a file that never was."""
    kinds = {**table.columns, **PROVENANCE}
    schema = pa.schema([(name, ARROW[kind]) for name, kind in kinds.items()])
    place = {"load": "load-1", "file": "f", "sheet": ""}
    placed = [{**dict.fromkeys(kinds), **place, "row": n, **row} for n, row in enumerate(rows, start=2)]
    # A row may say more than its table has room for: looked-after children have no date of death.
    placed = [{name: row[name] for name in kinds} for row in placed]
    pq.write_table(pa.Table.from_pylist(placed, schema=schema), folder / f"{table.name}.parquet")


def day(dice: random.Random, since: date, days: int) -> date:
    """A day within so many days; now and then one long before."""
    return since + timedelta(days=-40 if dice.random() < FAULTY else dice.randrange(days + 1))


def perhaps(dice: random.Random, chance: float, value: object) -> object:
    """The value with that chance, else nothing."""
    return value if dice.random() < chance else None


def _children(child: str, dice: random.Random) -> Iterator[Row]:
    born = date(2007, 1, 1) + timedelta(days=dice.randrange(15 * 365))
    died = perhaps(dice, 0.002, date(2024, 5, 2))
    yield {"child_id": child, "upn": f"A{child:0>12}", "born": born, "died": died, "sex": dice.choice("FM")}


def _starts(child: str, seed: str, most: int) -> Iterator[date]:
    """The same starts for the same child, so that rows of two tables belong together."""
    dice = random.Random(child + seed)
    start = FIRST_DAY + timedelta(days=dice.randrange(200))
    for _ in range(dice.randrange(1, most + 1)):
        yield start
        start += timedelta(days=100 + dice.randrange(300))


def _referrals(child: str, dice: random.Random) -> Iterator[Row]:
    for start in _starts(child, "case", 2):
        if dice.random() < FAULTY:
            continue  # held back, say, so that what hangs on it has no referral
        closed = perhaps(dice, 0.7, day(dice, start, 120))
        yield {
            "child_id": child,
            "referral_date": start,
            "closure_date": closed,
            "closure_reason": closed and "RC7",
            "no_further_action": dice.random() < 0.02,
        }


def _events(chance: float, *, ends: bool, **more: object) -> Callable[[str, random.Random], Iterator[Row]]:
    """Something that starts within a case, and perhaps ends."""

    def write(child: str, dice: random.Random) -> Iterator[Row]:
        for case in _starts(child, "case", 2):
            if dice.random() < chance:
                started = day(dice, case, 20)
                end = {"ended": perhaps(dice, 0.8, day(dice, started, 90))} if ends else {}
                yield {"child_id": child, "referral_date": case, "started": started, **end, **more}

    return write


def _assessments(child: str, dice: random.Random) -> Iterator[Row]:
    for row in _events(0.9, ends=True)(child, dice):
        yield {"authorised": row.pop("ended"), **row}


def _conferences(child: str, dice: random.Random) -> Iterator[Row]:
    for row in _events(0.2, ends=False)(child, dice):
        discussed = row.pop("started")
        assert isinstance(discussed, date)
        yield {**row, "strategy_discussion_date": discussed, "held_date": day(dice, discussed, 21)}


def _episodes(child: str, dice: random.Random) -> Iterator[Row]:
    starts = list(_starts(child, "care", 4))
    for number, start in enumerate(starts):
        last = number == len(starts) - 1
        slip = timedelta(days=40 if dice.random() < FAULTY else 0)
        follows = None if last else starts[number + 1] + slip
        yield {
            "child_id": child,
            "started": start,
            "reason_started": "S" if number == 0 else "P",
            "legal_status": dice.choice(["C2", "V2", "E1"]),
            "placement": dice.choice(["U4", "U6", "K2"]),
            "provider": "PR1",
            "ended": perhaps(dice, 0.3, day(dice, start, 90)) if last else follows,
            "reason_ended": None if last else "X1",
        }


def _missing(child: str, dice: random.Random) -> Iterator[Row]:
    for start in _starts(child, "care", 4):
        if dice.random() < 0.3:
            gone = day(dice, start, 60)
            yield {"child_id": child, "started": gone, "ended": day(dice, gone, 3), "kind": "M"}


def _allocations(child: str, dice: random.Random) -> Iterator[Row]:
    for start in _starts(child, "case", 2):
        ended = perhaps(dice, 0.6, day(dice, start, 120))
        yield {
            "child_id": child,
            "worker_id": f"w{dice.randrange(500)}",
            "team": "East",
            "started": start,
            "ended": ended,
        }


WRITERS: dict[Table, Callable[[str, random.Random], Iterator[Row]]] = {
    t.children: _children,
    t.referrals: _referrals,
    t.assessments: _assessments,
    t.section_47_enquiries: _events(0.3, ends=False, conference_not_required=True),
    t.conferences: _conferences,
    t.child_protection_plans: _events(0.2, ends=True, initial_category="NEG", latest_category="NEG"),
    t.child_in_need_plans: _events(0.5, ends=True),
    t.looked_after_children: _children,
    t.episodes: _episodes,
    t.missing_episodes: _missing,
    t.allocations: _allocations,
}

if __name__ == "__main__":
    main()
