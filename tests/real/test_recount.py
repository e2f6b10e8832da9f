"""The whole road on real files: loaded, measured and read by the command line, and equal to a recount by other means."""

from __future__ import annotations

import copy
import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.real.recount import Care, Month, Need, last_day, months

Los = Callable[..., Any]


@pytest.fixture
def los(tmp_path: Path) -> Los:
    """Run a command in a home of its own; what it prints as JSON."""

    def run(*words: str) -> Any:
        command = [sys.executable, "-m", "lineofsight", *words, "--home", str(tmp_path / "home"), "--json"]
        ran = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONWARNINGS": "error"},
        )
        assert ran.returncode in (0, 1), ran.stderr
        return json.loads(ran.stdout)

    return run


def figures(los: Los, id_: str) -> dict[Month, dict[str, Any]]:
    """The monthly readings of an indicator, by month."""
    found = los("readings", id_)
    return {(day.year, day.month): r for r in found for day in [date.fromisoformat(r["period_end"])]}


def largest_census(data: Path) -> Path:
    files = (data / "samples" / "cin").glob("*.xml")
    return max(files, key=lambda path: sum(1 for _ in ElementTree.parse(path).iter("Child")))


def fullest_census(data: Path) -> Path:
    """A census file in which a child has every group, and no text astray that a copy would repeat."""
    files = (data / "samples" / "cin").glob("*.xml")
    return max(files, key=lambda path: len({e.tag for e in ElementTree.parse(path).iter()}))


def reference_date(path: Path) -> date:
    return date.fromisoformat(
        ElementTree.parse(path).findtext("Header/CollectionDetails/ReferenceDate") or ""
    )


def looked_after_files(data: Path, into: Path) -> Path:
    """A copy of the CSV files of the sample looked-after return, to be changed at will."""
    into.mkdir()
    for path in (data / "samples" / "ssda903").glob("*.csv"):
        shutil.copy(path, into)
    return into


def busiest_year(care: Care) -> int:
    """The year to 31 March in which most episodes started: the one that a key is given for."""
    ends = [s.year + (s.month > 3) for _, s, _, _ in care.episodes if s is not None]
    return max(set(ends), key=ends.count)


def assert_care_agrees(los: Los, folder: Path) -> dict[Month, int]:
    care = Care(folder)
    year = busiest_year(care)
    los("load", str(folder), "--key", f"{year - 1}/{year % 100:02d}")
    ids = ("cla_rate", "cla_kinship_foster_pct", "cla_ifa_count")
    los("measure", "--months", "12", *only(ids))
    rate, kinship, agency = (figures(los, i) for i in ids)
    found = {}
    for month in months((year - 1, 4), (year, 3)):
        children = care.newest(last_day(month))
        placed = [row["PLACE"].strip().upper() for row in children.values()]
        relatives = sum(p in ("U1", "U2", "U3") for p in placed)
        bought = sum(
            row["PLACE"] in ("U1", "U2", "U3", "U4", "U5", "U6") and row["PLACE_PROVIDER"] in ("PR4", "PR5")
            for row in children.values()
        )
        assert rate[month]["numerator"] == len(children)
        assert rate[month]["value"] is None
        assert (kinship[month]["numerator"], kinship[month]["denominator"]) == (relatives, len(children))
        assert agency[month]["numerator"] == bought
        found[month] = len(children)
    assert max(found.values()) > 0
    assert signalled(los, "cla_rate") == found
    assert papered(los, folder.parent / "paper", "cla_rate", "Children") == {
        m: n for m, n in found.items() if n > 5
    }
    return found


def only(ids: tuple[str, ...]) -> list[str]:
    return [word for id_ in ids for word in ("--only", id_)]


def signalled(los: Los, id_: str) -> dict[Month, int]:
    """The counts of a chart's points, by month."""
    points = los("signal", id_)["points"]
    return {
        (day.year, day.month): p["numerator"] for p in points for day in [date.fromisoformat(p["period_end"])]
    }


def papered(los: Los, folder: Path, id_: str, column: str) -> dict[Month, int]:
    """The counts that the paper's CSV shows, by month; what is hidden is left out."""
    files = los("paper", "--out", str(folder))["files"]
    path = next(Path(f) for f in files if f.endswith(".csv"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            r
            for r in csv.DictReader(file)
            if r["measure"] == id_ and r["figure"] == column and r["row_code"][:1] == "2"
        ]
    shown = {date.fromisoformat(r["row_code"]): r["value"] for r in rows}
    return {(day.year, day.month): int(value) for day, value in shown.items() if value.isdigit()}


def assert_need_agrees(los: Los, census: Path) -> None:
    need = Need(census)
    last = reference_date(census)
    los("load", str(census))
    los("measure", "--months", "60")
    again, apart, in_time = (
        figures(los, i) for i in ("rereferral_12m_pct", "icpc_no_s47_count", "icpc_15wd_pct")
    )
    not_needed = figures(los, "s47_nfa_pct")
    whole = (
        last if last.day == last_day((last.year, last.month)).day else last.replace(day=1) - timedelta(days=1)
    )
    for month in months((whole.year - 4, whole.month), (whole.year, whole.month)):
        assert (again[month]["numerator"], again[month]["denominator"]) == need.rereferrals(month)
        assert apart[month]["numerator"] == need.conferences_apart(month)
        assert (in_time[month]["numerator"], in_time[month]["denominator"]) == need.conferences_in_time(month)
        shown = not_needed[month]
        assert (shown["numerator"], shown["denominator"], shown["open"]) == need.not_needed(month)


def test_looked_after_children_equal_a_recount(data: Path, los: Los, tmp_path: Path) -> None:
    assert_care_agrees(los, looked_after_files(data, tmp_path / "files"))


@pytest.mark.slow
def test_looked_after_children_equal_a_recount_with_ten_children_removed(
    data: Path, los: Los, tmp_path: Path
) -> None:
    folder = looked_after_files(data, tmp_path / "files")
    year = busiest_year(Care(folder))
    gone = set(sorted(Care(folder).newest(date(year, 3, 31)))[:10])
    for path in folder.glob("*.csv"):
        _rewrite(path, lambda row: row if row.get("CHILD") not in gone else None)
    assert len(gone) == 10
    before = len(Care(data / "samples" / "ssda903").newest(date(year, 3, 31)))
    assert assert_care_agrees(los, folder)[(year, 3)] == before - 10


@pytest.mark.slow
def test_looked_after_children_equal_a_recount_with_one_date_moved_over_the_boundary(
    data: Path, los: Los, tmp_path: Path
) -> None:
    folder = looked_after_files(data, tmp_path / "files")
    year = busiest_year(Care(folder))
    day = date(year, 3, 31)
    moved = sorted(Care(folder).newest(day))[0]

    def starts_after(row: dict[str, str]) -> dict[str, str]:
        if row.get("CHILD") == moved and "DECOM" in row:
            return {**row, "DECOM": f"01/04/{year}", "DEC": ""}
        return row

    for path in folder.glob("*.csv"):
        _rewrite(path, starts_after)
    before = len(Care(data / "samples" / "ssda903").newest(day))
    assert assert_care_agrees(los, folder)[(year, 3)] == before - 1


def test_children_in_need_equal_a_recount(data: Path, los: Los) -> None:
    assert_need_agrees(los, largest_census(data))


@pytest.mark.slow
def test_children_in_need_equal_a_recount_with_ten_children_removed(
    data: Path, los: Los, tmp_path: Path
) -> None:
    tree = ElementTree.parse(largest_census(data))
    children = tree.find("Children")
    assert children is not None
    for child in list(children)[-10:]:
        children.remove(child)
    changed = tmp_path / "changed.xml"
    tree.write(changed, encoding="utf-8")
    assert_need_agrees(los, changed)


def test_section_47_and_conferences_equal_a_recount_on_a_file_with_every_group(
    data: Path, los: Los, tmp_path: Path
) -> None:
    census = _shifted_copies(fullest_census(data), tmp_path / "many.xml", copies=400)
    assert_need_agrees(los, census)
    conferences = sum(c is not None for _, c, _ in Need(census).enquiries)
    assert conferences > 100


def _rewrite(path: Path, change: Callable[[dict[str, str]], dict[str, str] | None]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        names = list(reader.fieldnames or ())
        rows = [changed for row in reader if (changed := change(row)) is not None]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


def _shifted_copies(census: Path, into: Path, *, copies: int) -> Path:
    """One child of the file many times over, each with its enquiry and conference on days of its own."""
    tree = ElementTree.parse(census)
    last = reference_date(census)
    children = tree.find("Children")
    assert children is not None
    first = next(c for c in children if c.find("CINdetails/Section47/S47ActualStartDate") is not None)
    for child in list(children):
        children.remove(child)
    for number in range(copies):
        children.append(_shifted(first, number, last - timedelta(days=365 + 30 - number)))
    tree.write(into, encoding="utf-8")
    return into


def _shifted(child: ElementTree.Element, number: int, started: date) -> ElementTree.Element:
    """A copy that began its enquiry on a day and held its conference 10 to 30 days later, or none at all."""
    one = copy.deepcopy(child)
    _set(one, "ChildIdentifiers/LAchildID", f"copy{number}")
    case = one.find("CINdetails")
    assert case is not None
    _set(case, "CINreferralDate", started.isoformat())
    _set(case, "DateOfInitialCPC", (started + timedelta(days=40)).isoformat())
    enquiry = case.find("Section47")
    assert enquiry is not None
    _set(enquiry, "S47ActualStartDate", started.isoformat())
    held = enquiry.find("DateOfInitialCPC")
    assert held is not None
    if number % 4 == 3:
        enquiry.remove(held)
    else:
        held.text = (started + timedelta(days=10 + number % 21)).isoformat()
    _set(enquiry, "ICPCnotRequired", "true" if number % 8 == 3 else "false")
    return one


def _set(element: ElementTree.Element, path: str, text: str) -> None:
    found = element.find(path)
    assert found is not None
    found.text = text
