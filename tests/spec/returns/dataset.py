"""The page that maps the Standard Safeguarding Dataset to the record, made from its declarations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lineofsight.returns.safeguarding.dataset import BY_NAME, DATASET
from lineofsight.returns.safeguarding.model import DatasetTable, Made, Taken
from lineofsight.returns.safeguarding.unread import UNREAD
from lineofsight.returns.tables import BY_NAME as IN_RECORD

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "ssd.md"
OPENING = f"""# The Standard Safeguarding Dataset

Which of its fields fill what in the record. Made from the declarations that the reader itself goes by, with
`python -m tests.spec.reference`; do not edit it. [returns.md](returns.md) says how each value is written.

Load the tables of one run of the extract together, as CSV files in a folder or as the sheets of one workbook:
`los load FOLDER`. A table is known by its field names, never by its file's name; fields may be in any order, and those that
no row needs may be missing, since the builds for the case systems differ. The tables name one another by identifiers of the case system, so that
an assessment takes the day of its referral from `ssd_cin_episodes`; where that table is not loaded with it, the day is not
recorded, and a warning says so. `NULL` and 1 January 1900 are read as no value. A load states all that is known on its day and
replaces the one before.

{len(DATASET)} tables are read; {len(UNREAD)} are known and left alone, each with its reason, at the end.

Where a council loads the dataset and a statutory return, an event that both hold is counted once: it is the same event where
what makes it one (a child and the day of the referral, say) is the same, and the newer load's row is taken.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(
        [OPENING, *(part for table in DATASET for part in _table(table)), *_by_record(), *_unread()]
    )


def fills(name: str, column: str) -> str:
    """What a column of a dataset's table fills, in the record's terms; nothing for a part of any other return."""
    table = BY_NAME.get(name)
    if table is None:
        return ""
    found = [
        f"`{made.table.name}.{ours}`"
        for made in table.makes
        for ours in made.table.columns
        if dict(made.from_).get(ours, ours) == column
    ]
    return ", ".join(found) or _refers(table, column) or "what the row is"


def filled_by(table: DatasetTable, made: Made) -> tuple[str, ...]:
    """The columns of a record's table that a table of the dataset fills, of its own or from another."""
    own = {column.to for column in table.part.columns}
    taken = {
        ours
        for each in table.takes
        for ours, _ in (each.values if isinstance(each, Taken) else (each.value,))
    }
    source = dict(made.from_)
    return tuple(name for name in made.table.columns if source.get(name, name) in own | taken)


def _refers(table: DatasetTable, column: str) -> str:
    named = [taken.of for taken in table.takes if isinstance(taken, Taken) and taken.by == column]
    named += [
        other.name
        for other in DATASET
        for taken in other.takes
        if isinstance(taken, Taken) and taken.of == table.name and taken.key == column
    ]
    return ", ".join(f"names `{name}`" for name in dict.fromkeys(named))


def _table(table: DatasetTable) -> Iterator[str]:
    made = ", ".join(f"`{each.table.name}` ({each.table.title})" for each in table.makes)
    yield f"## {table.name}\n"
    yield f"Becomes: {made}.\n"
    rows = [f"| `{column.header}` | {fills(table.name, column.to)} |\n" for column in table.part.columns]
    yield "| field | fills |\n|---|---|\n" + "".join(rows)
    if taken := list(_taken(table)):
        yield "".join(f"- {sentence}\n" for sentence in taken)
    if table.part.beside:
        yield f"Left out: {', '.join(f'`{name}`' for name in table.part.beside)}.\n"


def _taken(table: DatasetTable) -> Iterator[str]:
    headers = {column.to: column.header for column in table.part.columns}
    for taken in table.takes:
        if isinstance(taken, Taken):
            ours = ", ".join(f"`{name}`" for name, _ in taken.values)
            yield f"{ours}: from `{taken.of}`, by `{headers[taken.by]}`."
        else:
            yield f"`{taken.value[0]}`: from the spell of `{taken.of}` in which `{headers[taken.at]}` lies."


def _by_record() -> Iterator[str]:
    yield "## By table of the record\n"
    for name in sorted({made.table.name for table in DATASET for made in table.makes}):
        told: dict[str, list[str]] = {}
        for table in DATASET:
            for made in table.makes:
                if made.table.name == name:
                    for column in filled_by(table, made):
                        told.setdefault(column, []).append(table.name)
        lacking = [column for column in IN_RECORD[name].columns if column not in told]
        sources = sorted({source for sources in told.values() for source in sources})
        lacks = (
            f"; not in the dataset, or worked out: {', '.join(f'`{c}`' for c in lacking)}" if lacking else ""
        )
        yield f"- `{name}`: {', '.join(f'`{s}`' for s in sources)}{lacks}."
    yield ""


def _unread() -> Iterator[str]:
    yield "## Known and left alone\n"
    yield "| table | why |\n|---|---|\n" + "".join(
        f"| `{name}` | {why} |\n" for name, (_, why) in UNREAD.items()
    )
