"""The files of the synthetic council, as a reader finds them."""

from __future__ import annotations

import csv
import hashlib
import itertools
import re
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lineofsight.demo import write_council
from lineofsight.returns.known import recognise
from lineofsight.returns.model import Return
from lineofsight.returns.problems import Problem, Severity
from lineofsight.run.load import check
from tests.unit.demo.authorities import AUTHORITIES
from tests.unit.demo.conftest import UNTIL, Council


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place_of(problem: Problem, file: str) -> tuple[object, ...]:
    held = problem.severity is Severity.HELD
    return file, problem.sheet, problem.row, problem.rule, problem.column, held


def planted(council: Council, found_by: str) -> Counter[tuple[object, ...]]:
    keys = ("file", "sheet", "row", "rule", "column", "held")
    return Counter(tuple(f[key] for key in keys) for f in council.faults if f["found_by"] == found_by)


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_council(tmp_path / name, pupils=300, months=6, seed=7, until=UNTIL)
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")


def test_another_seed_writes_other_children(tmp_path: Path) -> None:
    for seed in (1, 2):
        write_council(tmp_path / str(seed), pupils=300, months=6, seed=seed, until=UNTIL)
    one, other = hashes(tmp_path / "1"), hashes(tmp_path / "2")
    assert one["registers/wards_and_teams.csv"] != other["registers/wards_and_teams.csv"]


def test_every_file_is_recognised_as_the_return_that_its_load_names(council: Council) -> None:
    for paths, return_name, _ in council.written.loads:
        for path in paths:
            what = recognise(path)
            assert isinstance(what, tuple), path
            assert what[0].name == return_name


def test_every_return_file_belongs_to_one_load(council: Council) -> None:
    loaded = [path for load in council.written.loads for path in load.paths]
    there = [path for path in council.folder.rglob("*") if path.suffix in (".csv", ".xml", ".xlsx")]
    assert sorted(loaded) == sorted(there)


def test_reading_finds_the_planted_faults_and_no_others(council: Council) -> None:
    found: Counter[tuple[object, ...]] = Counter()
    for paths, _, _ in council.written.loads:
        for path in paths:
            name = path.relative_to(council.folder).as_posix()
            what = recognise(path)
            assert isinstance(what[0], Return)
            items = what[0].read(path, what[1], name)
            found.update(place_of(item, name) for item in items if isinstance(item, Problem))
    assert found == planted(council, "reading")
    assert len(found) >= 20


# What a planted fault does to the rows beside it: a referral that is held back leaves its assessment without one.
FOLLOWS = {
    "assessment_without_referral",
    "child_without_episode",
    "child_without_referral",
    "conference_before_referral",
    "enquiry_without_referral",
    "gap_in_a_stay",
    "plan_without_conference",
    "plan_without_referral",
    "review_without_plan",
}


def test_the_rules_find_the_planted_faults_and_no_others_but_what_follows_from_them(council: Council) -> None:
    expected = planted(council, "rules")
    files = {str(place[0]) for place in expected}
    keys = {path: load.key for load in council.written.loads for path in load.paths}
    found: Counter[tuple[object, ...]] = Counter()
    for name in files:
        path = council.folder / name
        for report in check([path], key=keys[path], today=UNTIL):
            found.update(place_of(problem, name) for problem in report.problems)
    found -= planted(council, "reading")
    assert not expected - found
    assert {place[3] for place in found - expected} <= FOLLOWS
    assert sum((found - expected).values()) < 20
    assert len({place[3] for place in expected}) >= 5


def test_the_last_looked_after_set_is_loaded_for_the_year_to_its_day(council: Council) -> None:
    keys = [load.key for load in council.written.loads if load.return_name == "ssda903"]
    assert keys == ["2023-24", "2024-25", "2025-26", "2026-09-30"]


def test_no_file_holds_the_name_of_a_real_council(council: Council) -> None:
    names = re.compile(rf"\b({'|'.join(map(re.escape, AUTHORITIES))})\b")
    for path in council.folder.rglob("*"):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                text = " ".join(book.read(name).decode() for name in book.namelist())
            text = re.sub(r"<[^>]+>", " ", text)
        else:
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert not (found := names.search(text)), (path.name, found)


def cases_of(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    cases = {}
    for child in ElementTree.parse(path).iter("Child"):
        for details in child.iter("CINdetails"):
            cases[
                child.findtext("ChildIdentifiers/LAchildID", ""), details.findtext("CINreferralDate", "")
            ] = details
    return cases


def test_a_case_open_over_the_years_end_is_in_both_years_files(council: Council) -> None:
    old = cases_of(council.folder / "cin/cin_census_2023-24.xml")
    new = cases_of(council.folder / "cin/cin_census_2024-25.xml")
    still_open = {case for case, details in old.items() if details.find("CINclosureDate") is None}
    nameless = sum(f["column"] == "LAchildID" for f in council.faults)
    assert len(still_open) > 20
    assert len(still_open - set(new)) <= nameless
    assert set(old) - set(new)  # those closed in the year are in its file alone


def test_an_episode_open_over_the_years_end_is_in_both_years_files(council: Council) -> None:
    old, new = (rows(council.folder / f"ssda903/{year}/episodes.csv") for year in ("2023-24", "2024-25"))
    still_open = {(row["CHILD"], row["DECOM"]) for row in old if not row["DEC"]}
    without_first_day = sum(
        f["column"] == "DECOM" and f["file"] == "ssda903/2024-25/episodes.csv" for f in council.faults
    )
    gone = still_open - {(row["CHILD"], row["DECOM"]) for row in new}
    assert still_open
    assert len(gone) <= without_first_day


def test_a_later_file_corrects_an_earlier_one(council: Council) -> None:
    assert {c["column"] for c in council.corrections} == {"AssessmentAuthorisationDate", "PLACE_PROVIDER"}
    for correction in council.corrections:
        if correction["column"] == "PLACE_PROVIDER":
            wrong = rows(council.folder / correction["file"])[correction["row"] - 2]
            later = rows(council.folder / correction["corrected_by"])
            right = next(r for r in later if (r["CHILD"], r["DECOM"]) == (wrong["CHILD"], wrong["DECOM"]))
            assert (wrong["PLACE_PROVIDER"], right["PLACE_PROVIDER"]) == ("PR1", "PR4")


def test_nothing_is_dated_after_the_day_that_a_census_is_for(council: Council) -> None:
    for path in council.folder.glob("cin/*.xml"):
        tree = ElementTree.parse(path)
        last = tree.findtext("Header/CollectionDetails/ReferenceDate", "")
        dated = [e for e in tree.iter() if re.search("Date$|date$|^DateOf", e.tag) and len(e) == 0]
        happened = [e for e in dated if e.tag != "ExpectedPersonBirthDate"]
        assert len(happened) > 100
        assert [e.text for e in happened if (e.text or "") > last] == []


@pytest.mark.parametrize(("year", "codes"), [("2023-24", {"1", "2"}), ("2024-25", {"M", "F"})])
def test_sex_is_a_number_until_2023_24_and_a_letter_after(
    council: Council, year: str, codes: set[str]
) -> None:
    assert {row["SEX"] for row in rows(council.folder / f"ssda903/{year}/header.csv")} == codes


def test_a_child_is_in_one_placement_at_a_time_but_for_the_planted_ones(council: Council) -> None:
    planted_children = set()
    for year in ("2023-24", "2024-25", "2025-26", "2026-27"):
        path = f"ssda903/{year}/episodes.csv"
        found = rows(council.folder / path)
        planted_children |= {found[f["row"] - 2]["CHILD"] for f in council.faults if f["file"] == path}
        spells: dict[str, list[tuple[datetime, datetime]]] = {}
        for row in found:
            if row["CHILD"] not in planted_children:
                ended = datetime.strptime(row["DEC"] or "31/12/2099", "%d/%m/%Y")  # noqa: DTZ007
                spells.setdefault(row["CHILD"], []).append(
                    (datetime.strptime(row["DECOM"], "%d/%m/%Y"), ended)  # noqa: DTZ007
                )
        for theirs in spells.values():
            theirs.sort()
            assert all(before[1] <= after[0] for before, after in itertools.pairwise(theirs))


def test_short_breaks_are_in_the_return_and_need_no_health_assessment(council: Council) -> None:
    found = rows(council.folder / "ssda903/2025-26/episodes.csv")
    breaks = {row["CHILD"] for row in found if row["LS"] in ("V3", "V4")}
    assert breaks
    register = rows(council.folder / "registers/initial_health_assessments.csv")
    assert not breaks & {row["Child ID"] for row in register}


def test_the_population_is_that_of_the_pupils(council: Council) -> None:
    found = rows(council.folder / "registers/population.csv")
    newest = max((row["Since"] for row in found), key=lambda day: day[-4:])
    people = sum(int(row["People"]) for row in found if row["Since"] == newest)
    assert newest == "07/05/2026"  # the newest estimate, counted again by the new wards
    assert people == pytest.approx(2_000 * 99_822 / 68_000, rel=0.05)
    for since in {row["Since"] for row in found}:
        assert len({row["Ward"] for row in found if row["Since"] == since}) == 23


def test_nobody_holds_cases_before_coming_or_after_leaving(council: Council) -> None:
    known = recognise(council.folder / "registers/workforce.xlsx")
    assert isinstance(known[0], Return)
    held = [
        i
        for i in known[0].read(council.folder / "registers/workforce.xlsx", known[1], "w")
        if hasattr(i, "values")
    ]
    staff = {row.values["worker_id"]: row.values for row in held if row.table == "workers"}
    cases = [row.values for row in held if row.table == "allocations" and row.values["worker_id"]]
    assert cases
    for case in cases:
        worker = staff[case["worker_id"]]
        assert worker["started"] <= case["started"]
        assert worker["ended"] is None or (case["ended"] and case["ended"] <= worker["ended"])


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    write_council(
        tmp_path, pupils=300, months=2, until=UNTIL, progress=lambda what, at, of: told.append((what, at, of))
    )
    steps = [at for _, at, _ in told]
    assert steps == sorted(steps)
    assert told[-1][1] == told[-1][2]
    assert all(what for what, _, _ in told)


def test_a_council_of_a_few_pupils_leaves_out_files_without_rows(tmp_path: Path) -> None:
    written = write_council(tmp_path, pupils=20, months=1, until=UNTIL)
    for paths, _, _ in written.loads:
        for path in paths:
            assert path.suffix == ".xlsx" or len(path.read_text(encoding="utf-8").splitlines()) > 1


@pytest.mark.parametrize(("pupils", "months"), [(0, 1), (1, 0)])
def test_a_council_without_pupils_or_months_is_refused(tmp_path: Path, pupils: int, months: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        write_council(tmp_path, pupils=pupils, months=months, until=UNTIL)
    assert not list(tmp_path.iterdir())


def test_months_before_the_case_system_are_refused(tmp_path: Path) -> None:
    """Files begin with the financial year that lies fifteen months before the first month."""
    write_council(tmp_path / "a", pupils=20, months=111, until=UNTIL)
    assert (tmp_path / "a/registers/population.csv").exists()
    with pytest.raises(ValueError, match="begin before"):
        write_council(tmp_path / "b", pupils=20, months=124, until=UNTIL)
