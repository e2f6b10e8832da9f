"""Writes the synthetic council's return files into a folder, with what is wrong in them and what changed beside."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lineofsight.demo import school_census, write_sen2
from lineofsight.demo.attendance_sheets import months_of_marks
from lineofsight.demo.changes import Changes
from lineofsight.demo.dice import Dice
from lineofsight.demo.faults import Planting, Wrong
from lineofsight.demo.faults_in_care import plant_in_care
from lineofsight.demo.faults_in_care import wrong_until_corrected as wrong_in_care
from lineofsight.demo.faults_in_census import plant_in_census
from lineofsight.demo.faults_in_census import wrong_until_corrected as wrong_in_census
from lineofsight.demo.faults_in_registers import plant_in_registers
from lineofsight.demo.looked_after_sheets import sheets_of
from lineofsight.demo.places import COUNCIL
from lineofsight.demo.register_files import REGISTERS, WORKBOOKS
from lineofsight.demo.sheets import Sheet, write_csv, write_workbook
from lineofsight.demo.size import Size
from lineofsight.demo.society import Society, life_of
from lineofsight.demo.workforce import Allocation
from lineofsight.demo.write_cin import cases_in, census, write_census
from lineofsight.demo.write_workforce_census import census_days, write_workforce_census

Progress = Callable[[str, int, int], None]


class Load(NamedTuple):
    """Files that are loaded together: their return's name, and the key that they do not tell themselves."""

    paths: tuple[Path, ...]
    return_name: str
    key: str | None


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was written: the loads in their order, the lists of faults and of what is true, and counts by table and year."""

    folder: Path
    council: str
    loads: tuple[Load, ...]
    faults: Path
    truth: Path
    counts: dict[str, int]


class _Writer:
    """What the parts of the folder have in common while they are written."""

    def __init__(self, folder: Path, society: Society, progress: Progress | None) -> None:
        self.folder, self.society, self.progress = folder, society, progress
        self.planting = Planting(folder)
        self.loads: list[Load] = []
        self.counts: dict[str, int] = {}
        self.windows = society.size.windows
        self.at = 0
        self.steps = 1 + 2 * len(self.windows) + len(REGISTERS) + len(WORKBOOKS)
        self.steps += len(census_days(society)) + len(write_sen2.census_days(society))
        self.steps += len(school_census.censuses(society))

    def step(self, what: str) -> None:
        """Tells whoever watches what is done now."""
        self.at += 1
        if self.progress:
            self.progress(what, self.at, self.steps)

    def place(self, *parts: str) -> Path:
        """A path in the folder whose parents exist."""
        path = self.folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def write_council(
    folder: Path,
    *,
    pupils: int = 68_000,
    months: int = 60,
    seed: int = 1,
    until: date = date(2026, 9, 30),
    progress: Progress | None = None,
) -> Written:
    """Writes every return file of the synthetic council; the same arguments give the same bytes.

    ``pupils`` scales everything; ``months`` is how many months up to ``until`` can be charted, and fifteen more lie
    before them. ``progress`` is told what is done, and the step of how many. Raises ValueError for a council of no
    pupils, no months, or months that begin before its records.
    """
    if pupils < 1 or months < 1:
        raise ValueError("A council has at least one pupil and one month.")
    if progress:
        progress("Letting the council live", 0, 1)
    society = life_of(Size(pupils=pupils, months=months, seed=seed, until=until))
    writer = _Writer(folder, society, progress)
    _write_registers(writer)
    for name, return_name, sheets in WORKBOOKS:
        _write_workbook(writer, name, return_name, [made(society) for made in sheets])
    _write_workforce_census_files(writer)
    _write_sen2_files(writer)
    _write_school_census_files(writer)
    _write_attendance_files(writer)
    _write_census_files(writer)
    _write_looked_after_files(writer)
    return Written(
        folder=folder,
        council=COUNCIL,
        loads=tuple(writer.loads),
        faults=_write_faults(writer),
        truth=_write_truth(writer, society.changes),
        counts=writer.counts,
    )


def _write_registers(writer: _Writer) -> None:
    for name, return_name, made in REGISTERS:
        sheet = made(writer.society)
        if not sheet.rows:
            writer.step(f"Nothing to write: {name.replace('_', ' ')}")
            continue
        spots = plant_in_registers(_dice(writer, name), sheet)
        path = writer.place("registers", f"{name}.csv")
        write_csv(path, sheet)
        _done(writer, Load((path,), return_name, _until(writer)), name.replace("_", " "))
        writer.planting.written(path, spots, sheet)
        writer.counts[name] = len(sheet.rows)


def _write_workbook(writer: _Writer, name: str, return_name: str, sheets: list[Sheet]) -> None:
    if not any(sheet.rows for sheet in sheets):
        writer.step(f"Nothing to write: {name.replace('_', ' ')}")
        return
    path = writer.place("registers", f"{name}.xlsx")
    planted = [plant_in_registers(_dice(writer, sheet.name), sheet) for sheet in sheets]
    write_workbook(path, sheets)
    _done(writer, Load((path,), return_name, _until(writer)), name.replace("_", " "))
    for sheet, spots in zip(sheets, planted, strict=True):
        writer.planting.written(path, spots, sheet)
        writer.counts[sheet.name.lower()] = len(sheet.rows)


def _write_workforce_census_files(writer: _Writer) -> None:
    for day in census_days(writer.society):
        path = writer.place("workforce", f"social_work_workforce_{day.year}.xml")
        count = write_workforce_census(path, writer.society, day)
        _done(writer, Load((path,), "workforce_census", None), f"workforce census {day.year}")
        writer.counts[f"workforce census {day.year}"] = count


def _write_sen2_files(writer: _Writer) -> None:
    for day in write_sen2.census_days(writer.society):
        path = writer.place("sen2", f"sen2_{day.year}.xml")
        count = write_sen2.write_sen2(path, writer.society, day)
        _done(writer, Load((path,), "sen2", None), f"SEN2 {day.year}")
        writer.counts[f"sen2 {day.year}"] = count


def _write_school_census_files(writer: _Writer) -> None:
    for each in school_census.censuses(writer.society):
        paths = []
        sheets = school_census.sheets_of(writer.society, each)
        for name, sheet in sheets.items():
            paths.append(writer.place("school_census", f"{each.name}_{name}.csv"))
            write_csv(paths[-1], sheet)
        _done(writer, Load(tuple(paths), "school_census", None), f"school census {each.name}")
        on_roll = sheets.get(school_census.ROLL)
        writer.counts[f"school census {each.name}"] = len(on_roll.rows) if on_roll else 0


def _write_attendance_files(writer: _Writer) -> None:
    paths = []
    for month, sheet in months_of_marks(writer.society).items():
        spots = plant_in_registers(_dice(writer, f"attendance {month}"), sheet)
        paths.append(writer.place("attendance", f"marks_{month}.csv"))
        write_csv(paths[-1], sheet)
        writer.planting.written(paths[-1], spots, sheet)
        writer.counts[f"marks {month}"] = 2 * len(sheet.rows)
    _done(writer, Load(tuple(paths), "attendance_marks", None), "attendance marks")


def _write_census_files(writer: _Writer) -> None:
    used: set[str] = set()
    cases, windows = writer.society.cases, writer.windows
    paths = [writer.place("cin", f"cin_census_{window.label}.xml") for window in windows]
    for number, (path, window) in enumerate(zip(paths, windows, strict=True)):
        children = census(cases, window)
        if not children:
            writer.step(f"Nothing to write: children in need census {window.label}")
            continue
        years_ago = len(paths) - 1 - number
        dice = _dice(writer, path.name)
        spots = plant_in_census(dice, children, years_ago=years_ago, used=used)
        wrongs = []
        if years_ago == 1:
            later = {case.child.child_id for case in cases_in(cases, windows[number + 1])}
            wrongs = wrong_in_census(dice, children, later, used)
        write_census(path, children, window)
        _done(writer, Load((path,), "cin_census", None), f"children in need census {window.label}")
        writer.planting.written(path, spots)
        writer.planting.corrected(path, paths[-1], wrongs)
        writer.counts[f"cin {window.label}"] = len(children)


def _write_looked_after_files(writer: _Writer) -> None:
    allocated: defaultdict[str, list[Allocation]] = defaultdict(list)
    for spell in writer.society.allocations:
        allocated[spell.child_id].append(spell)
    used: set[str] = set()
    for number, window in enumerate(writer.windows):
        years_ago = len(writer.windows) - 1 - number
        dice = _dice(writer, f"903 {window.label}")
        sheets = sheets_of(window, writer.society.cares, allocated, writer.society.size.seed)
        planted = plant_in_care(dice, sheets, years_ago=years_ago, used=used)
        wrongs = _wrong_episodes(dice, sheets, used) if years_ago == 1 else []
        paths = {name: writer.place("ssda903", window.label, f"{name}.csv") for name in sheets}
        for name, sheet in sheets.items():
            write_csv(paths[name], sheet)
            writer.planting.written(paths[name], planted[name], sheet)
        if wrongs:
            later = writer.place("ssda903", writer.windows[number + 1].label, "episodes.csv")
            writer.planting.corrected(paths["episodes"], later, wrongs, sheets["episodes"])
        key = window.label if years_ago else _until(writer)
        _done(writer, Load(tuple(paths.values()), "ssda903", key), f"children looked after {window.label}")
        writer.counts[f"ssda903 {window.label}"] = len(sheets["header"].rows) if "header" in sheets else 0


def _wrong_episodes(dice: Dice, sheets: dict[str, Sheet], used: set[str]) -> list[Wrong]:
    return wrong_in_care(dice, sheets["episodes"], used) if "episodes" in sheets else []


def _dice(writer: _Writer, part: str) -> Dice:
    return Dice(writer.society.size.seed, f"faults {part}")


def _until(writer: _Writer) -> str:
    return writer.society.size.until.isoformat()


def _done(writer: _Writer, load: Load, what: str) -> None:
    writer.step(f"Written: {what}")
    writer.loads.append(load)


def _write_faults(writer: _Writer) -> Path:
    planting = writer.planting
    return _write_json(
        writer.place("faults.json"),
        {
            "faults": [asdict(fault) for fault in planting.faults],
            "corrections": [asdict(correction) for correction in planting.corrections],
        },
    )


def _write_truth(writer: _Writer, changes: Changes) -> Path:
    listed = [{**asdict(change), "month": f"{change.month:%Y-%m}"} for change in changes.listed()]
    artefacts = [
        {**asdict(artefact), "since": artefact.since.isoformat()}
        for artefact in changes.artefacts()
        if artefact.since <= writer.society.size.until
    ]
    return _write_json(writer.place("truth.json"), {"changes": listed, "artefacts": artefacts})


def _write_json(path: Path, what: object) -> Path:
    path.write_text(json.dumps(what, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
