"""What a load keeps, which load is current, and what is left when one is removed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lineofsight.record import (
    HeldPlace,
    Place,
    Record,
    StoredFile,
    TableCount,
    UnknownLoadError,
    UnknownOriginalError,
    sha256_of,
)
from lineofsight.returns.model import Row

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DAYS = {"covers_since": date(2024, 4, 1), "covers_until": date(2025, 3, 31)}


def referral(child: str, row: int, **values: object) -> Row:
    return Row("referrals", {"child_id": child, **values}, "Message/Child", row)


def test_a_row_keeps_its_values_and_knows_its_load_file_sheet_and_row(record, original):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original))
        staging.keep(referral("c1", 7, referral_date=date(2024, 5, 1), no_further_action=False))
        load = staging.commit(by="anna", now=NOW)
    (row,) = pq.read_table(record.path_of(load.id, "referrals")).to_pylist()
    assert {name: value for name, value in row.items() if value is not None} == {
        "child_id": "c1",
        "referral_date": date(2024, 5, 1),
        "no_further_action": False,
        "load": load.id,
        "file": "census.csv",
        "sheet": "Message/Child",
        "row": 7,
    }


def test_working_day_numbers_are_left_to_the_engine(record, load):
    columns = pq.read_schema(record.path_of(load().id, "referrals")).names
    assert "referral_date" in columns
    assert "referral_date_workday" not in columns


def test_a_row_leads_to_the_original_as_it_came(record, original, load):
    loaded = load()
    (row,) = pq.read_table(record.path_of(loaded.id, "referrals")).to_pylist()
    found = record.trace(row["load"], row["file"], row["sheet"], row["row"])
    assert found.path.read_bytes() == original.read_bytes()
    assert found.path.read_text().splitlines()[found.row - 1].startswith(row["child_id"])
    assert found.sha256 == sha256_of(original)


def test_a_place_in_a_file_that_the_load_does_not_have_is_named(record, load):
    with pytest.raises(UnknownOriginalError, match=r"load-000001 has no file other\.csv"):
        record.trace(load().id, "other.csv", "", 2)


def test_a_load_says_what_it_is_made_of(record, original, load):
    loaded = load(children=["c1", "c2"], fills=["referrals", "assessments"], now=NOW)
    assert loaded == record.load("load-000001")
    assert (loaded.return_name, loaded.key, loaded.loaded_by, loaded.loaded_at) == (
        "cin_census",
        "2025",
        "anna",
        NOW,
    )
    assert (loaded.covers_since, loaded.covers_until) == (date(2024, 4, 1), date(2025, 3, 31))
    size = original.stat().st_size
    assert loaded.files == (StoredFile(name="census.csv", sha256=sha256_of(original), bytes=size),)
    assert loaded.rows == (
        TableCount(table="assessments", rows_in=0, rows_kept=0, rows_held=0),
        TableCount(table="referrals", rows_in=2, rows_kept=2, rows_held=0),
    )
    assert loaded.current


def test_rows_in_are_rows_kept_and_rows_held(record, original):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original))
        staging.keep(referral("c1", 2))
        staging.hold(referral("c2", 3))
        staging.hold(Row("assessments", {"child_id": "c2"}, "", 4))
        load = staging.commit(by="anna", now=NOW)
    assert load.rows == (
        TableCount(table="assessments", rows_in=1, rows_kept=0, rows_held=1),
        TableCount(table="referrals", rows_in=2, rows_kept=1, rows_held=1),
    )


def test_a_held_row_leaves_its_place_and_none_of_its_values(record, original):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original))
        staging.hold(referral("a child's number", 3))
        load = staging.commit(by="anna", now=NOW)
    assert record.held(load.id) == [HeldPlace("referrals", "census.csv", "Message/Child", 3)]
    for path in record.path_of(load.id, "referrals").parent.glob("*.parquet"):
        assert b"a child's number" not in path.read_bytes()


def test_rows_that_a_rule_finds_untrustworthy_move_from_kept_to_held(record, original):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original))
        for row in range(2, 6):
            staging.keep(referral(f"c{row}", row))
        paths = staging.flush()
        assert pq.read_metadata(paths["referrals"]).num_rows == 4
        assert staging.drop("referrals", [1, 99]) == [Place("census.csv", "Message/Child", 3)]
        # Numbers count what is there now: the fourth row has become the third.
        assert staging.drop("referrals", [2]) == [Place("census.csv", "Message/Child", 5)]
        assert staging.drop("referrals", []) == []
        load = staging.commit(by="anna", now=NOW)
    assert load.rows == (TableCount(table="referrals", rows_in=4, rows_kept=2, rows_held=2),)
    assert pq.read_table(record.path_of(load.id, "referrals"))["row"].to_pylist() == [2, 4]
    assert [place.row for place in record.held(load.id)] == [3, 5]


@pytest.mark.parametrize("rows", [0, 1, 1_999, 2_000, 2_001, 19_999, 20_000, 20_001])
def test_every_row_of_a_long_file_arrives_in_its_order(record, original, rows):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original), fills=["referrals"])
        for row in range(rows):
            staging.keep(referral("c", row))
            staging.hold(Row("assessments", {}, "", row))
        load = staging.commit(by="anna", now=NOW)
    assert pq.read_table(record.path_of(load.id, "referrals"))["row"].to_pylist() == list(range(rows))
    assert [place.row for place in record.held(load.id)] == list(range(rows))
    assert all(count.rows_in == rows for count in load.rows)


def test_leaving_without_a_commit_leaves_nothing(record, original):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original))
        staging.keep(referral("c1", 2))
        folder = staging.folder
        assert folder.exists()
    assert not folder.exists()
    assert record.loads() == ()
    assert list((record.home / "record" / "loads").iterdir()) == []


def test_an_error_on_the_way_leaves_nothing_and_is_not_hidden(record, original):
    def reading_that_stops():
        with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
            staging.file(staging.add_original(original))
            staging.keep(referral("c1", 2))
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        reading_that_stops()
    assert list((record.home / "record" / "staging").iterdir()) == []
    assert record.loads() == ()


def test_a_commit_that_the_catalogue_refuses_leaves_no_rows_behind(record, load):
    load()
    with pytest.raises(ValueError, match="time zone"):
        load(key="2026", now=NOW.replace(tzinfo=None))
    assert [path.name for path in (record.home / "record" / "loads").iterdir()] == ["load-000001"]


def test_key_and_days_may_be_told_while_the_file_is_read(record, original):
    with record.staging(return_name="cin_census") as staging:
        staging.file(staging.add_original(original))
        staging.key = "2025"
        staging.covers(since=None, until=date(2025, 3, 31))
        load = staging.commit(by="anna", now=NOW)
    assert (load.key, load.covers_since, load.covers_until) == ("2025", None, date(2025, 3, 31))


@pytest.mark.parametrize("given", [{}, {"key": "2025"}, {"covers_until": date(2025, 3, 31)}])
def test_a_load_without_its_key_or_days_is_not_committed(record, given):
    with (
        record.staging(return_name="cin_census", **given) as staging,
        pytest.raises(ValueError, match="needs its key and the days"),
    ):
        staging.commit(by="anna", now=NOW)
    assert record.loads() == ()


def test_a_load_covers_one_day_at_the_least(record):
    day = date(2025, 3, 31)
    with record.staging(return_name="cin_census", key="2025") as staging:
        staging.covers(since=day, until=day)
        with pytest.raises(ValueError, match="since is after until"):
            staging.covers(since=day + timedelta(days=1), until=day)
        assert staging.covers_since == day


def test_rows_of_a_file_that_was_not_stored_are_not_committed(record):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file("elsewhere.csv")
        staging.keep(referral("c1", 2))
        with pytest.raises(ValueError, match=r"elsewhere.csv, which was not added as an original"):
            staging.commit(by="anna", now=NOW)


def test_a_row_before_its_file_is_named_is_refused(record):
    with record.staging(return_name="cin_census") as staging:
        with pytest.raises(ValueError, match="which original"):
            staging.keep(referral("c1", 2))
        with pytest.raises(ValueError, match="which original"):
            staging.hold(referral("c1", 2))


def test_a_row_after_the_tables_were_closed_is_refused(record, original):
    with record.staging(return_name="cin_census") as staging:
        staging.file(staging.add_original(original))
        staging.keep(referral("c1", 2))
        assert staging.flush() == staging.flush()
        with pytest.raises(ValueError, match="no row can follow"):
            staging.keep(referral("c2", 3))


def test_a_table_that_nobody_knows_is_refused_by_name(record, original):
    with record.staging(return_name="cin_census") as staging:
        staging.file(staging.add_original(original))
        with pytest.raises(ValueError, match="There is no table refferals"):
            staging.keep(Row("refferals", {}, "", 2))


def test_a_column_that_its_table_lacks_is_refused_by_name(record, original):
    with record.staging(return_name="cin_census") as staging:
        staging.file(staging.add_original(original))
        staging.keep(referral("c1", 2, colour="blue"))
        with pytest.raises(ValueError, match="referrals has no column colour") as refusal:
            staging.flush()
    assert "blue" not in str(refusal.value)


def test_a_held_row_cannot_be_kept_by_mistake(record, original):
    with record.staging(return_name="cin_census") as staging:
        staging.file(staging.add_original(original))
        staging.keep(Row("referrals", {"child_id": "c1"}, "", 2, held=True))
        with pytest.raises(ValueError, match="marked as held"):
            staging.flush()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("referrals", "referral_date", "1 May 2024, Ann Example"),
        ("referrals", "child_id", 12345678),
        ("child_protection_plans", "previous_plans", 2**70),
        ("child_protection_plans", "previous_plans", 12345678.5),
        ("referrals", "referral_date", 12345678),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_without_being_shown(record, original, table, column, value):
    with record.staging(return_name="cin_census") as staging:
        staging.file(staging.add_original(original))
        staging.keep(Row(table, {column: value}, "", 2))
        with pytest.raises(TypeError, match=f"{table}.{column} was given a value that is no") as refusal:
            staging.flush()
    assert str(value) not in str(refusal.value)
    assert refusal.value.__suppress_context__


def test_loading_the_same_files_again_is_known_beforehand(record, original, load):
    loaded = load()
    assert record.already_holds("cin_census", "2025", [sha256_of(original)]) == loaded


@pytest.mark.parametrize(
    ("return_name", "key", "copies"),
    [("cin_census", "2026", 1), ("ssda903", "2025", 1), ("cin_census", "2025", 2), ("cin_census", "2025", 0)],
)
def test_other_files_or_another_key_are_a_new_load(record, original, load, return_name, key, copies):
    load()
    assert record.already_holds(return_name, key, [sha256_of(original)] * copies) is None


def test_going_back_to_an_earlier_file_is_a_new_load(record, original, load):
    load()
    before = sha256_of(original)
    original.write_text("a correction", encoding="utf-8")
    load()
    assert record.already_holds("cin_census", "2025", [before]) is None
    assert record.already_holds("cin_census", "2025", [sha256_of(original)]).id == "load-000002"


def test_the_newest_load_of_a_key_is_current(record, load):
    first, other_key, second = load(), load(key="2024"), load()
    assert [(x.id, x.current) for x in record.loads()] == [
        (first.id, False),
        (other_key.id, True),
        (second.id, True),
    ]
    assert [x.id for x in record.current()] == [other_key.id, second.id]


def test_of_two_loads_at_one_moment_the_later_one_is_current(record, load):
    load(now=NOW)
    assert load(now=NOW).current
    assert [x.id for x in record.current()] == ["load-000002"]


def test_as_at_a_moment_the_record_is_as_it_was_then(record, load):
    first = load(now=NOW)
    load(now=NOW + timedelta(days=1))
    a_moment = timedelta(microseconds=1)
    assert record.current(NOW - a_moment) == ()
    assert record.current(NOW) == (first,)
    assert [x.id for x in record.current(NOW + timedelta(days=1) - a_moment)] == [first.id]
    assert [x.id for x in record.current(NOW + timedelta(days=1))] == ["load-000002"]
    assert record.sources(NOW)[0].parts[0].path == record.path_of(first.id, "referrals")


def test_a_removed_load_leaves_its_counts_and_hashes_and_no_row(record, load):
    loaded = load()
    removed = record.remove(loaded.id, by="ben", now=NOW)
    assert (removed.removed_by, removed.removed_at, removed.current) == ("ben", NOW, False)
    assert (removed.files, removed.rows) == (loaded.files, loaded.rows)
    assert not record.path_of(loaded.id, "referrals").parent.exists()
    assert record.loads() == ()
    assert record.loads(with_removed=True) == (removed,)
    assert record.sources() == ()
    for ask in (
        record.held,
        lambda x: record.trace(x, "census.csv", "", 2),
        lambda x: record.remove(x, by="ben"),
    ):
        with pytest.raises(UnknownLoadError, match="was removed on 2026-11-25"):
            ask(loaded.id)


def test_when_a_load_is_removed_the_one_before_it_is_current_again(record, load):
    first, second = load(), load()
    record.remove(second.id, by="ben")
    assert [x.id for x in record.current()] == [first.id]


def test_the_number_of_a_removed_load_is_not_given_again(record, load):
    record.remove(load().id, by="ben")
    assert load().id == "load-000002"


def test_a_load_that_nobody_knows_is_named(record):
    with pytest.raises(UnknownLoadError, match="no load load-000009"):
        record.load("load-000009")


def test_one_thread_may_have_two_loads_under_way(record, original):
    with (
        record.staging(return_name="cin_census", key="2025", **DAYS) as one,
        record.staging(return_name="ssda903", key="2025", **DAYS) as two,
    ):
        for staging in (two, one):
            staging.file(staging.add_original(original))
            staging.commit(by="anna", now=NOW)
    assert {(x.id, x.return_name) for x in record.loads()} == {
        ("load-000001", "cin_census"),
        ("load-000002", "ssda903"),
    }


def test_a_load_cannot_be_committed_twice(record, original):
    with record.staging(return_name="cin_census", key="2025", **DAYS) as staging:
        staging.file(staging.add_original(original))
        staging.commit(by="anna", now=NOW)
        with pytest.raises(ValueError, match="already committed"):
            staging.commit(by="anna", now=NOW)
    assert [x.current for x in record.loads()] == [True]


def test_what_a_desktop_leaves_in_the_folders_does_no_harm(record, load):
    for folder in ("loads", "staging"):
        (record.home / "record" / folder / ".DS_Store").write_bytes(b"")
        (record.home / "record" / folder / "load-notes.txt").write_bytes(b"")
    load()
    assert [x.id for x in Record.open(record.home).loads()] == ["load-000001"]


def test_only_its_owner_may_look_into_the_record(record, load):
    load()
    for folder in (record.home / "record", record.home / "runs"):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_home_is_made_with_the_folders_above_it(tmp_path: Path):
    assert Record.open(tmp_path / "a" / "b").loads() == ()
