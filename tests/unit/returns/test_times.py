"""Times of day as people and systems write them; what may mean several things is not read."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lineofsight.returns.times import day_first_moment, minute_of_the_day, parted
from lineofsight.returns.values import UnreadableError


@pytest.mark.parametrize(
    ("written", "minute"),
    [
        ("00:00", 0),
        ("0:01", 1),
        ("14:35", 875),
        ("14:35:59", 875),
        ("14:35:00.000", 875),
        ("14.35", 875),
        (" 23:59 ", 1439),
        ("2:35 pm", 875),
        ("2.35pm", 875),
        ("2:35 PM", 875),
        ("12:00 am", 0),
        ("12:30 p.m.", 750),
    ],
)
def test_a_time_of_day_is_read(written: str, minute: int) -> None:
    assert minute_of_the_day(written) == minute


@pytest.mark.parametrize(
    "written", ["24:00", "12:60", "12:00:60", "1435", "0.5", "13:00 pm", "0:30 am", "noon", "-1:00", "12:3"]
)
def test_what_is_no_time_of_day_is_not_guessed_at(written: str) -> None:
    with pytest.raises(UnreadableError) as error:
        minute_of_the_day(written)
    assert error.value.rule == "time_unreadable"


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("02/09/2024", date(2024, 9, 2)),
        ("02/09/2024 00:00:00", date(2024, 9, 2)),
        ("02/09/2024 14:35", datetime(2024, 9, 2, 14, 35)),  # noqa: DTZ001
        ("02/09/2024, 2:35 pm", datetime(2024, 9, 2, 14, 35)),  # noqa: DTZ001
        ("2024-09-02T14:35:00Z", datetime(2024, 9, 2, 14, 35)),  # noqa: DTZ001
        ("2024-09-02 14:35:00.000", datetime(2024, 9, 2, 14, 35)),  # noqa: DTZ001
    ],
)
def test_a_date_is_read_with_the_time_beside_it(written: str, moment: date) -> None:
    assert day_first_moment(written) == moment
    assert type(day_first_moment(written)) is type(moment)


@pytest.mark.parametrize(
    "written", ["14:35", "02/09/2024 25:00", "soon", "31/02/2024 10:00", "02/09/24 10:00"]
)
def test_a_moment_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(UnreadableError):
        day_first_moment(written)


def test_a_time_of_its_own_column_is_kept_and_a_missing_one_filled() -> None:
    values: dict[str, object] = {"held": datetime(2024, 9, 2, 14, 35), "held_minute": 5}  # noqa: DTZ001
    parted(values, "held", "held_minute")
    assert values == {"held": date(2024, 9, 2), "held_minute": 5}
    values = {"held": datetime(2024, 9, 2, 14, 35), "held_minute": None}  # noqa: DTZ001
    parted(values, "held", "held_minute")
    assert values == {"held": date(2024, 9, 2), "held_minute": 875}
