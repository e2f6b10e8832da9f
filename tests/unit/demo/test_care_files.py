"""What the synthetic council keeps of its looked-after children's health, its care leavers and its foster homes."""

from __future__ import annotations

from collections import Counter
from datetime import date

from tests.unit.demo.conftest import UNTIL, Council
from tests.unit.demo.test_education_files import day, rows


def test_a_check_is_done_or_says_why_not(council: Council) -> None:
    checks = rows(council.folder / "registers/health_checks.csv")
    assert {row["Check status"] for row in checks} == {"planned", "done", "refused", "missed"}
    assert all(bool(row["Check done"]) == (row["Check status"] == "done") for row in checks)
    assert all(day(row["Check done"]) <= UNTIL for row in checks if row["Check done"])
    assert {row["Kind of check"] for row in checks if row["Score"]} == {"sdq"}


def test_care_leavers_are_listed_once_a_month_up_to_their_twenty_fifth_birthday(council: Council) -> None:
    listed = rows(council.folder / "registers/care_leavers.csv")
    months = Counter((row["Child ID"], row["As at"]) for row in listed)
    assert set(months.values()) == {1}
    days = sorted({day(row["As at"]) for row in listed})
    assert days[-1] == UNTIL
    assert all((date(d.year + d.month // 12, d.month % 12 + 1, 1) - d).days == 1 for d in days)
    ages = [(day(row["As at"]) - day(row["Birth date"])).days / 365.25 for row in listed]
    assert min(ages) > 17.99
    assert max(ages) < 25.01


def test_a_foster_home_s_approval_ends_with_a_reason(council: Council) -> None:
    homes = rows(council.folder / "registers/foster_homes.csv")
    assert homes
    assert all(bool(row["Approval ended"]) == bool(row["Reason approval ended"]) for row in homes)
