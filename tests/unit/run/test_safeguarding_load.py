"""The dataset and the census of the same children give the same readings, and the dataset loads as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from lineofsight.council import Council
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.catalogue import indicator
from lineofsight.readings import Reading, State
from lineofsight.record import Record
from lineofsight.returns.tables import care_leaver_contacts
from lineofsight.run.measure import measure
from tests.unit.run.drawn_files import case, census, child, lines, plan
from tests.unit.run.loading import TODAY, loaded, said

CHILDREN = ("101", "102", "103")
SAME = ("rereferral_12m_pct", "icpc_15wd_pct", "icpc_no_s47_count", "cpp_rate", "s47_rate")
Row = tuple[str, ...]


def enquiry(started: str, conference: str = "") -> str:
    held = f"<DateOfInitialCPC>{conference}</DateOfInitialCPC>" if conference else ""
    needed = "<ICPCnotRequired>false</ICPCnotRequired>"
    return f"\n<Section47><S47ActualStartDate>{started}</S47ActualStartDate>{held}{needed}</Section47>"


def as_census(folder: Path) -> Path:
    """Three children: one referred again within the year; one whose conference was late; one with a plan that ended."""
    return census(
        folder / "cin.xml",
        "2024-10-31",
        child("101", case("2024-04-02", "2024-05-01"), case("2024-06-03")),
        child(
            "102",
            case("2024-04-10", "", enquiry("2024-04-12", "2024-05-20"), plan("2024-05-20")),
        ),
        child(
            "103",
            case("2024-05-10", "", enquiry("2024-05-13", "2024-05-30"), plan("2024-05-30", "2024-09-01")),
        ),
    )


def as_dataset(folder: Path) -> Path:
    """The same, as a case system's extract holds it."""
    flags = '"{""CP_CONFERENCE_FLAG"": ""Y""}"'
    tables: dict[str, tuple[str, Sequence[Row]]] = {
        "ssd_person": (
            "pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob,pers_death_date",
            [(name, "F", "WBRI", "2015-03-27", "1900-01-01", "NULL") for name in CHILDREN],
        ),
        "ssd_cin_episodes": (
            "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date,cine_referral_nfa",
            [
                ("R1", "101", "2024-04-02 10:00:00.000", "2024-05-01", "N"),
                ("R2", "101", "2024-06-03", "NULL", "N"),
                ("R3", "102", "2024-04-10", "NULL", "N"),
                ("R4", "103", "2024-05-10", "NULL", "N"),
            ],
        ),
        "ssd_s47_enquiry": (
            "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,"
            "s47e_s47_outcome_json",
            [
                ("S1", "R3", "102", "2024-04-12", "2024-04-20", "N", flags),
                ("S2", "R4", "103", "2024-05-13", "2024-05-20", "N", flags),
            ],
        ),
        "ssd_initial_cp_conference": (
            "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_referral_id,icpc_icpc_target_date,icpc_icpc_date",
            [
                ("I1", "S1", "102", "R3", "2024-05-03", "2024-05-20"),
                ("I2", "S2", "103", "R4", "2024-06-03", "2024-05-30"),
            ],
        ),
        "ssd_cp_plans": (
            "cppl_cp_plan_id,cppl_referral_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
            [
                ("P1", "R3", "102", "2024-05-20", "1900-01-01 00:00:00.000"),
                ("P2", "R4", "103", "2024-05-30", "2024-09-01"),
            ],
        ),
    }
    for name, (header, rows) in tables.items():
        lines(folder / "ssd" / f"{name}.csv", header, [",".join(row) for row in rows])
    return folder / "ssd"


def readings(record: Record) -> list[Reading]:
    run = measure(record, Council(), months=6, to=date(2024, 10, 31), only=[indicator(name) for name in SAME])
    return record.readings(run.id, kind="month")  # a census says nothing of the year before its own


def figures(reading: Reading) -> Reading:
    """What a reading says, without its run, and without its state: a register begins with its first row."""
    return replace(reading, run="", state=State.COMPLETE)


def test_the_census_and_the_dataset_of_the_same_children_give_the_same_readings(tmp_path: Path) -> None:
    by_census, by_dataset = Record.open(tmp_path / "census"), Record.open(tmp_path / "dataset")
    loaded(by_census, as_census(tmp_path))
    reports = loaded(by_dataset, as_dataset(tmp_path))
    assert [(file, rule) for file, rule, *_ in said(reports) if rule == "reference_unknown"] == []
    assert sum(report.held for report in reports) == 0
    assert len({report.load for report in reports}) == 1
    one, other = readings(by_census), readings(by_dataset)
    assert any(reading.numerator for reading in one)
    assert [figures(reading) for reading in one] == [figures(reading) for reading in other]


def test_care_leavers_are_as_at_the_day_of_the_load(tmp_path: Path) -> None:
    record = Record.open(tmp_path / "home")
    header = (
        "clea_person_id,clea_care_leaver_eligibility,clea_care_leaver_in_touch,clea_care_leaver_latest_contact,"
        "clea_care_leaver_accommodation,clea_care_leaver_accom_suitable"
    )
    loaded(record, lines(tmp_path / "leavers.csv", header, ["101,NULL,YES,2024-10-01,B,suitable"]))
    engine = DuckDB()
    engine.supply_sources(record.sources())
    (row,) = engine.table(care_leaver_contacts.rows).to_pylist()
    assert (row["as_at"], row["in_touch"]) == (TODAY, "Y")
