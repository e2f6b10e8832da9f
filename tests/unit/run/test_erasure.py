"""One child is erased everywhere, and nobody else anywhere; whatever cuts it short, it is finished."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lineofsight.council import Council, Hold, Retention
from lineofsight.indicators.catalogue import indicator
from lineofsight.record import Erasure, Record, UnknownChildError, UnknownOriginalError, sha256_of
from lineofsight.record.erasure import DROPPED, REMOVED_RECORDS
from lineofsight.run.attendance import counts_of
from lineofsight.run.erasure import erase
from lineofsight.run.load import check
from lineofsight.run.measure import measure
from lineofsight.run.retention import OnHoldError
from tests.unit.run.drawn_files import episode, episodes
from tests.unit.run.loading import TODAY, loaded
from tests.unit.run.one_child import CHILD, NAME, NUMBER, OTHER, SHARED, SIBLING, files, load_all, mentions


@pytest.fixture(scope="session")
def loaded_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("one-child")
    files(folder / "files")
    load_all(Record.open(folder / "home"), folder / "files")
    return folder / "home"


@pytest.fixture
def record(loaded_home: Path, tmp_path: Path) -> Record:
    return Record.open(shutil.copytree(loaded_home, tmp_path / "home"))


def gone(record: Record, child: str = CHILD, council: Council | None = None) -> Erasure:
    return erase(
        record, council or Council(), child, by="anna", reason="a court order", now=datetime.now(UTC)
    )


def rows(record: Record) -> Counter[tuple[str, str, str | None]]:
    """How many rows each child has in each table of each load."""
    found: Counter[tuple[str, str, str | None]] = Counter()
    for path in record.folders.loads.rglob("*.parquet"):
        if path.name != "held.parquet":
            found.update(
                (path.parent.name, path.stem, c) for c in pq.read_table(path)["child_id"].to_pylist()
            )
    return found


def test_no_byte_of_the_home_holds_the_child_afterwards(record: Record) -> None:
    before = {text: mentions(record.home, text) for text in (CHILD, NUMBER, NAME)}
    assert all(before.values())
    assert len(before[CHILD]) > 15
    gone(record)
    assert {text: mentions(record.home, text) for text in (CHILD, NUMBER, NAME)} == {
        CHILD: [],
        NUMBER: [],
        NAME: [],
    }


def test_nobody_else_loses_a_row_and_a_number_that_two_children_share_is_nobodys(record: Record) -> None:
    before = rows(record)
    done = gone(record)
    theirs = Counter({place: n for place, n in before.items() if place[2] not in (CHILD, NUMBER)})
    assert rows(record) == theirs
    assert done.count == sum(before.values()) - sum(theirs.values())
    assert mentions(record.home, SHARED)
    assert mentions(record.home, SIBLING)


def test_a_day_without_the_child_still_says_which_schools_it_holds_and_is_counted_without_it(
    record: Record,
) -> None:
    before = counts_of(record, record.current())
    gone(record)
    counts = counts_of(record, record.current())
    assert counts == before
    children = {child for path in counts for child in pq.read_table(path)["child_id"].to_pylist()}
    assert children == {SHARED}


def test_counts_of_weeks_without_the_child_are_left_as_they_are(record: Record) -> None:
    third = max(record.folders.counts.iterdir())
    gone(record)
    assert list(record.folders.counts.iterdir()) == [third]


def test_what_was_counted_from_a_load_of_marks_goes_with_it(record: Record) -> None:
    record.remove("load-000001", by="anna")
    assert len(list(record.folders.counts.iterdir())) == 3
    record.remove("load-000006", by="anna")
    assert not record.folders.counts.exists()
    assert counts_of(record, record.current()) == ()


def test_a_child_is_found_by_its_unique_pupil_number_too(record: Record) -> None:
    gone(record, NUMBER)
    assert mentions(record.home, CHILD) == []


def test_files_are_cut_where_that_can_be_proved_and_dropped_where_not(record: Record) -> None:
    done = gone(record)
    assert done.files == {
        "load-000001": {"census.xml": REMOVED_RECORDS},
        "load-000002": {"census.xml": REMOVED_RECORDS},
        "load-000003": {"episodes.csv": REMOVED_RECORDS, "header.csv": REMOVED_RECORDS},
        "load-000004": {"names.csv": REMOVED_RECORDS},
        "load-000005": {"areas.xlsx": DROPPED},
        "load-000006": {"marks.csv": REMOVED_RECORDS},
    }


def test_every_other_row_still_stands_where_the_record_says(record: Record) -> None:
    gone(record)
    for load in record.loads():
        for path in (record.folders.loads / load.id).glob("*.parquet"):
            if path.name == "held.parquet" or load.return_name == "areas":
                continue
            for row in pq.read_table(path).to_pylist():
                original = record.trace(row["load"], row["file"], row["sheet"], row["row"])
                assert original.sha256 == sha256_of(original.path)
                if original.path.suffix == ".csv":
                    line = original.path.read_text(encoding="utf-8").splitlines()[original.row - 1]
                    assert row["child_id"] in line
    assert (
        check([record.folders.original("load-000002", "census.xml")], today=TODAY)[0].tables["children"].kept
        == 2
    )


def test_a_file_that_was_dropped_is_said_to_be_gone_and_why(record: Record) -> None:
    gone(record)
    with pytest.raises(
        UnknownOriginalError, match=r"areas.xlsx of load-000005 is gone: .* without the child"
    ):
        record.trace("load-000005", "areas.xlsx", "Sheet1", 3)
    with pytest.raises(UnknownOriginalError, match=r"load-000005 has no file other\.csv"):
        record.trace("load-000005", "other.csv", "", 2)


def test_the_log_says_what_went_and_why_and_does_not_give_the_child_away(record: Record) -> None:
    done = gone(record)
    (entry,) = record.disposals.entries("child erased")
    assert (entry["who"], entry["reason"], entry["erasure"]) == ("anna", "a court order", "erasure-000001")
    assert entry["rows"] == done.rows
    assert entry["rows"]["load-000003"] == {"episodes": 1, "looked_after_children": 1}
    assert record.disposals.verify().ok
    assert len(entry["ids"]) == 2


def test_a_run_keeps_its_readings_and_says_how_many_of_its_rows_are_gone(record: Record) -> None:
    before = measure(record, Council(), to=date(2024, 3, 31), months=1, only=[indicator("cpp_rate")])
    gone(record)
    after = measure(record, Council(), to=date(2024, 3, 31), months=1, only=[indicator("cpp_rate")])

    def figure(run_id: str) -> float | None:
        (reading,) = record.readings(run_id, indicator="cpp_rate", kind="month", breakdown=())
        return reading.numerator

    assert (figure(before.id), figure(after.id)) == (3, 2)
    erased = {load: record.disposals.rows_erased([load], since=before.made_at) for load in before.loads}
    assert erased == {
        "load-000002": 3,
        "load-000003": 2,
        "load-000004": 1,
        "load-000005": 1,
        "load-000006": 6,
    }
    assert record.disposals.rows_erased(after.loads, since=after.made_at) == 0


def test_the_same_file_again_is_still_known_as_loaded_and_a_newer_one_may_bring_the_child_back(
    record: Record, loaded_home: Path
) -> None:
    gone(record)
    source = loaded_home.parent / "files"
    (again,) = loaded(record, source / "names.csv", key="2023-24")
    assert again.already_loaded
    assert mentions(record.home, NAME) == []
    newer = shutil.copy(source / "names.csv", record.home.parent / "newer.csv")
    with newer.open("a", encoding="utf-8") as file:
        file.write(f"{SIBLING},Alex,Example\n")
    loaded(record, newer, key="2023-24")
    Record.open(record.home)
    record.eraser.replay(by="anna", now=datetime.now(UTC))
    assert mentions(record.home, NAME) != []  # what came after the erasure is a new fact


def test_a_child_of_whom_only_a_held_back_row_came_in_is_erased_from_the_file(
    record: Record, tmp_path: Path
) -> None:
    lost = "K5550099"
    file = episodes(tmp_path / "e.csv", episode("K1110001", "01/05/2023"), episode(lost, "31/02/2023"))
    loaded(record, file, key="2022-23")
    assert mentions(record.home, lost) == ["record/loads/load-000007/originals/e.csv"]
    done = gone(record, lost)
    assert mentions(record.home, lost) == []
    assert (done.count, done.files) == (0, {"load-000007": {"e.csv": REMOVED_RECORDS}})
    assert mentions(record.home, "K1110001") != []


def test_a_child_of_whom_nothing_is_held_is_refused_without_repeating_its_identifier(record: Record) -> None:
    with pytest.raises(UnknownChildError) as refusal:
        gone(record, "K0000000")
    assert "K0000000" not in str(refusal.value)
    assert list(record.disposals.entries("child erased")) == []


@pytest.mark.parametrize("held", ["names", None])
def test_a_hold_forbids_it_before_anything_is_done(record: Record, held: str | None) -> None:
    hold = Hold(return_name=held, reason="An inquiry", by="The monitoring officer")
    before = mentions(record.home, CHILD)
    with pytest.raises(OnHoldError, match="An inquiry"):
        gone(record, council=Council(retention=Retention(holds=(hold,))))
    assert mentions(record.home, CHILD) == before
    other = Hold(return_name="workforce", reason="An inquiry", by="The monitoring officer")
    gone(record, council=Council(retention=Retention(holds=(other,))))
    assert mentions(record.home, CHILD) == []


class KilledError(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("steps", [1, 2, 3, 6, 7, 8, 11, 14, 15])
def test_an_erasure_that_is_killed_at_any_step_is_finished_at_the_next_opening(
    record: Record, steps: int
) -> None:
    left = steps

    def reached(_step: str) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise KilledError

    with pytest.raises(KilledError):
        gone(Record.open(record.home, reached=reached))
    assert mentions(record.home, CHILD) != []
    opened = Record.open(record.home)
    assert {text: mentions(record.home, text) for text in (CHILD, NUMBER, NAME)} == {
        CHILD: [],
        NUMBER: [],
        NAME: [],
    }
    assert {place[2] for place in rows(opened)} == {OTHER, SIBLING, SHARED}
    assert len(list(opened.disposals.entries("child erased"))) == 1


def test_while_somebody_writes_an_erasure_that_was_cut_short_waits(record: Record) -> None:
    def reached(_step: str) -> None:
        raise KilledError

    with pytest.raises(KilledError):
        gone(Record.open(record.home, reached=reached))
    with record.lock.held("a load"):
        Record.open(record.home, wait_seconds=0)
        assert mentions(record.home, CHILD) != []
    Record.open(record.home)
    assert mentions(record.home, CHILD) == []


def test_an_older_copy_of_the_record_that_is_put_back_is_brought_to_where_the_log_is(
    record: Record, loaded_home: Path
) -> None:
    gone(record)
    shutil.rmtree(record.home / "record")
    shutil.copytree(loaded_home / "record", record.home / "record")
    assert mentions(record.home, CHILD) != []
    Record.open(record.home)
    assert mentions(record.home, CHILD) == []


def test_older_loads_that_are_put_back_by_themselves_are_erased_again_and_that_is_logged(
    record: Record, loaded_home: Path
) -> None:
    gone(record)
    shutil.rmtree(record.folders.loads)
    shutil.copytree(loaded_home / "record" / "loads", record.folders.loads)
    opened = Record.open(record.home)
    went = opened.eraser.replay(by="ben", now=datetime.now(UTC))
    assert mentions(record.home, CHILD) == []
    (again,) = opened.disposals.entries("child erased again")
    assert (again["who"], again["erasure"]) == ("ben", "erasure-000001")
    assert went == sum(count for tables in again["rows"].values() for count in tables.values()) > 0
    assert opened.eraser.replay(by="ben", now=datetime.now(UTC) + timedelta(hours=1)) == 0
    assert len(list(opened.disposals.entries("child erased again"))) == 1


def test_erasures_are_numbered_and_share_what_their_digests_are_made_with(record: Record) -> None:
    gone(record)
    gone(record, OTHER)
    first, second = record.disposals.entries("child erased")
    assert (first["erasure"], second["erasure"]) == ("erasure-000001", "erasure-000002")
    assert first["salt"] == second["salt"]
    assert {place[2] for place in rows(record)} == {SIBLING, SHARED}
    done = json.loads((record.home / "record" / "erasures.json").read_text(encoding="utf-8"))
    assert done == ["erasure-000001", "erasure-000002"]
