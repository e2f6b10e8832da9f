"""From the paths on a command line to files, each with the return that it is and the load that it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lineofsight.calendar import PeriodKind, covered_by_key, period_containing
from lineofsight.returns.known import recognise
from lineofsight.returns.model import Covers, Return, SetAside
from lineofsight.returns.problems import FileRefusedError
from lineofsight.run.reports import FileReport


class Stamp(NamedTuple):
    """What shows that a file was written to: its size in bytes, and when it was last changed."""

    size: int
    changed: int  # nanoseconds

    @classmethod
    def of(cls, path: Path) -> Stamp:
        """As the file is now. Raises FileRefusedError if it has gone."""
        try:
            now = path.stat()
        except FileNotFoundError:
            raise gone() from None
        return cls(now.st_size, now.st_mtime_ns)


def gone() -> FileRefusedError:
    """What is said of a file that is not there, or no longer."""
    return FileRefusedError("no_such_file", "There is no such file.", "Check the path, and try again.")


@dataclass(frozen=True, kw_only=True)
class Found:
    """A file that is some return: where it is, what it is called in reports, what it covers, how it looked then."""

    path: Path
    name: str
    return_: Return
    part: str
    key: str | None
    covers: Covers | None
    stamp: Stamp
    shared: Mapping[str, object] = field(default_factory=dict)  # what all its rows have in common


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """The files that make one load: the same return under the same key."""

    return_: Return
    key: str | None
    covers: Covers | None
    files: tuple[Found, ...]


@dataclass(kw_only=True)
class Inventory:
    """Everything that a command line named: bundles to load, and reports on what is refused or set aside."""

    bundles: list[Bundle] = field(default_factory=list)
    others: list[FileReport] = field(default_factory=list)


def inventory(paths: Iterable[Path], *, key: str | None, today: date) -> Inventory:
    """Look at every file's opening, and bundle the files by return and key."""
    found: list[Found] = []
    made = Inventory()
    for path, name in walk(paths):
        try:
            what = _look_at(path, name, key=key, today=today)
        except FileRefusedError as refused:
            made.others.append(FileReport(file=name, problems=[refused.problem(name)]))
            continue
        if isinstance(what, SetAside):
            made.others.append(FileReport(file=name, set_aside=f"{what.what}: {what.why}"))
        else:
            found.append(what)
    made.bundles = _bundled(_told_beside(found))
    return made


def _told_beside(found: list[Found]) -> list[Found]:
    """Files that do not tell their period take that of a file of the same return in the same folder that does."""
    told = {(f.return_.name, f.path.parent): f for f in found if f.return_.tells_period and f.covers}
    dated = []
    for file in found:
        beside = told.get((file.return_.name, file.path.parent))
        waits = file.return_.needs_key and file.key is None
        dated.append(replace(file, key=beside.key, covers=beside.covers) if waits and beside else file)
    return dated


def walk(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Each file once, with its name in reports: within a folder, its path below that folder.

    Hidden files are passed over. Files of one name in several places have as much of their path as tells them apart.
    """
    once: dict[Path, tuple[Path, str]] = {}
    for path, name in _every(paths):
        once.setdefault(path.resolve(), (path, name))
    yield from _told_apart(list(once.values()))


def _told_apart(found: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    times = Counter(name for _, name in found)
    longer = [(path, _with_folder(path, name) if times[name] > 1 else name) for path, name in found]
    return found if longer == found else _told_apart(longer)


def _with_folder(path: Path, name: str) -> str:
    """The name with one folder more before it."""
    return "/".join(path.absolute().parts[-name.count("/") - 2 :])


def _every(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.is_file()):
                inside = file.relative_to(path)
                if not any(part.startswith((".", "~$")) for part in inside.parts):
                    yield file, inside.as_posix()
        else:
            yield path, path.name


def _look_at(path: Path, name: str, *, key: str | None, today: date) -> Found | SetAside:
    stamp = Stamp.of(path)
    what = recognise(path)
    if isinstance(what, SetAside):
        return what
    return_, part = what
    if return_.named is not None:
        told = return_.named(key, PurePosixPath(name).name)
        return Found(
            path=path,
            name=name,
            return_=return_,
            part=part,
            key=told.key,
            covers=told.covers,
            shared=told.shared,
            stamp=stamp,
        )
    covers = _told(return_, path, part, name)
    if return_.by_day:  # the days that it holds are known once it is read
        key = None
    if covers is not None:
        key = key_of(covers)
    elif key is not None:
        key, covers = _named_by(key)
        if return_.begins is not None:
            covers = Covers(since=return_.begins(covers.until), until=covers.until)
            key = key_of(covers)
        elif not return_.needs_key:
            covers = Covers(since=None, until=covers.until)
    elif not return_.needs_key and not return_.by_day:
        # A register states everything that is known on the day it is loaded.
        key, covers = "register", Covers(since=None, until=today)
    as_at = {return_.as_at: covers.until} if return_.as_at and covers else {}
    return Found(
        path=path,
        name=name,
        return_=return_,
        part=part,
        key=key,
        covers=covers,
        shared=as_at,
        stamp=stamp,
    )


def _told(return_: Return, path: Path, part: str, name: str) -> Covers | None:
    """The days that a file says it covers; it says so before its first row, or not at all."""
    if return_.needs_key or not return_.tells_period:
        return None
    for item in return_.read(path, part, name):
        if isinstance(item, Covers):
            return item
    return None


def _named_by(key: str) -> tuple[str, Covers]:
    """What a given key covers; and the key in one spelling, so that 2024-25 and 2024/25 are one load's."""
    since, until = covered_by_key(key)
    covers = Covers(since=since, until=until)
    begins_the_year = since == period_containing(PeriodKind.FINANCIAL_YEAR, until).start
    return key_of(covers) if begins_the_year else key.strip(), covers


def key_of(covers: Covers) -> str:
    """The key of a financial year so far: 2024/25 for a whole one, else its last day."""
    until = covers.until
    whole_year = covers.since == date(until.year - 1, 4, 1) and (until.month, until.day) == (3, 31)
    return f"{until.year - 1}/{until.year % 100:02d}" if whole_year else until.isoformat()


def _bundled(found: list[Found]) -> list[Bundle]:
    def place(file: Found) -> tuple[str, str]:
        return file.return_.name, file.key or ""

    groups = groupby(sorted(found, key=place), key=place)
    bundles = []
    for _, files in groups:
        together = tuple(files)
        first = together[0]
        bundles.append(Bundle(return_=first.return_, key=first.key, covers=first.covers, files=together))
    return bundles
