"""What is held about one child, from every table of every load that is kept, and in the files as they came."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from getpass import getuser
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any

from lineofsight.council import Council
from lineofsight.papers.sheet import harmless
from lineofsight.record import Load, Record, UnknownChildError
from lineofsight.record.cutting import cut
from lineofsight.record.persons import Found, find, identities, records_of, stored_tables
from lineofsight.returns.tables import BY_NAME

NAMES = "names"
_STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}"
    "td,th{border:1px solid;padding:.2rem .5rem;text-align:left}pre{white-space:pre-wrap}"
)


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    """A part of a file as it came that is about the child; ``text`` None: the file cannot be taken apart."""

    load: Load
    file: str
    text: str | None


@dataclass(frozen=True, kw_only=True)
class Held:
    """Everything held about one child: its identifiers, its rows by table, and what the files as they came say.

    ``names_left_out``: there are names, and whoever asked may not see them.
    """

    ids: tuple[str, ...]
    rows: dict[str, list[dict[str, Any]]]
    excerpts: tuple[Excerpt, ...]
    names_left_out: bool

    @property
    def count(self) -> int:
        """How many rows of all tables there are."""
        return sum(len(rows) for rows in self.rows.values())


def held_about(record: Record, council: Council, child: str, *, user: str | None = None) -> Held:
    """Everything held about the child of this identifier; raises UnknownChildError if that is nothing.

    Loads that newer ones replaced are in it, and rows that were held back, as they stand in their files.
    """
    loads = record.loads()
    tables = stored_tables(record.folders, loads)
    ids = identities(tables, child)
    found = find(tables, ids)
    excerpts = tuple(_excerpts(record, loads, found, ids))
    if not found and not excerpts:
        raise UnknownChildError("Nothing is held about a child of this identifier.")
    rows = _by_table(found)
    may_see = council.may_see_names(user or getuser())
    return Held(
        ids=tuple(sorted(ids)),
        rows={table: of for table, of in rows.items() if may_see or table != NAMES},
        excerpts=tuple(e for e in excerpts if may_see or e.load.return_name != NAMES),
        names_left_out=not may_see and NAMES in rows,
    )


def write_held(held: Held, folder: Path) -> tuple[Path, ...]:
    """Write a CSV file for each table and one page to read; gives the files. The folder is its owner's alone."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    files = []
    for table, rows in held.rows.items():
        files.append(folder / f"{table}.csv")
        files[-1].write_bytes(_csv(rows))
    files.append(folder / "index.html")
    files[-1].write_text(_page(held), encoding="utf-8")
    return tuple(files)


def _by_table(found: Iterable[Found]) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {}
    for each in sorted(found, key=lambda f: (f.where.table, f.where.load.loaded_at)):
        loaded = {"loaded_at": each.where.load.loaded_at.isoformat(timespec="seconds")}
        rows.setdefault(each.where.table, []).extend({**row, **loaded} for row in each.rows())
    return rows


def _excerpts(
    record: Record, loads: Iterable[Load], found: Sequence[Found], ids: frozenset[str]
) -> Iterator[Excerpt]:
    """What the files as they came hold of the child, rows that were held back among it."""
    theirs = records_of(found)
    for load in loads:
        for file in load.files:
            path = record.folders.original(load.id, file.name)
            records = theirs.get((load.id, file.name), ())
            made = cut(path, ids.__contains__, records) if path.exists() else None
            for text in (made.excerpts or (None,)) if made else ():
                yield Excerpt(load=load, file=file.name, text=text)


def _csv(rows: Sequence[dict[str, Any]]) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([harmless(_text(value)) for value in row.values()] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _page(held: Held) -> str:
    left_out = (
        "<p>The child's name is held, and is not shown to whoever made this page.</p>"
        if held.names_left_out
        else ""
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>What is held about one child</title>'
        f"<style>{_STYLE}</style></head><body><h1>What is held about one child</h1>"
        f"<p>Known by: {escape(', '.join(held.ids))}. {held.count:,} rows, each with the load, file, sheet and row that it "
        f"came from. Rows may tell of other people too: look through them before you give them to anybody.</p>{left_out}"
        + "".join(_section(table, rows) for table, rows in held.rows.items())
        + "<h2>In the files as they came</h2>"
        + "".join(_excerpt(each) for each in held.excerpts)
        + "</body></html>\n"
    )


def _section(table: str, rows: Sequence[dict[str, Any]]) -> str:
    title = BY_NAME[table].title if table in BY_NAME else table
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_text(value))}</td>" for value in row.values()) + "</tr>"
        for row in rows
    )
    return f"<h2>{escape(title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _excerpt(each: Excerpt) -> str:
    text = "It cannot be taken apart: open the file itself." if each.text is None else each.text
    where = f"{each.file}, {each.load.id} ({each.load.return_name} {each.load.key})"
    return f"<h3>{escape(where)}</h3><pre>{escape(text)}</pre>"


def _text(value: Any) -> str:
    return "" if value is None else str(value)
