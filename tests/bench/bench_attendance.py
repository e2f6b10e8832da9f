"""A school day for 68,000 pupils: read, stored and its counts refreshed, against reading the whole year again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import stopwatch
from stopwatch import cost_of_python, entry

PUPILS, SCHOOL_SIZE = 68_000, 400
FIRST, DAYS = date(2025, 9, 2), 190  # weekdays, 26 million sessions
PEAK_LIMIT = 1024
CODES = ("I", "I", "I", "M", "O", "O", "G", "N", "L", "C")
ABSENT = 0.08


def main() -> None:
    """Write a year of days, load it, load one more day, and one day again; then measure from the counts."""
    with TemporaryDirectory(prefix="los-bench-") as folder:
        days = list(school_days())
        files = [written(Path(folder) / f"{day}.csv", day) for day in days]
        home = Path(folder) / "home"
        one_load = stopwatch.BENCH / "one_load.py"
        year = cost_of_python(one_load, home, "", *files[:-1])
        another = cost_of_python(one_load, home, "", files[-1])
        corrected = written(Path(folder) / "again.csv", days[-1], seed=2)
        again = cost_of_python(one_load, home, "", corrected)
        figures = cost_of_python(
            stopwatch.BENCH / "one_measure.py",
            home,
            "absence_unauth_pct",
            "absence_reason_illness_pct",
            "absence_holiday_unauth_pct",
        )
    stopwatch.print_entries(
        [
            entry(
                "a school day, read, stored and counted",
                ours=another.cpu,
                theirs=year.cpu,
                against="the year again",
                unit="processor seconds",
            ),
            entry(
                "a school day that comes again, corrected",
                ours=again.cpu,
                theirs=year.cpu,
                against="the year again",
                unit="processor seconds",
            ),
            entry("a school day, peak memory", ours=another.peak, unit="MiB"),
            entry(
                "the year, 26 million sessions, peak memory",
                ours=year.peak,
                theirs=PEAK_LIMIT,
                against=f"the limit of {PEAK_LIMIT} MiB",
                unit="MiB",
            ),
            entry(
                "three figures of absence from the year's counts", ours=figures.cpu, unit="processor seconds"
            ),
            entry(
                "the same, peak memory",
                ours=figures.peak,
                theirs=PEAK_LIMIT,
                against=f"the limit of {PEAK_LIMIT} MiB",
                unit="MiB",
            ),
        ]
    )


def school_days() -> Iterator[date]:
    """Weekdays from the first day on, as many as a school year has."""
    day, count = FIRST, 0
    while count < DAYS:
        if day.weekday() < 5:
            count += 1
            yield day
        day += timedelta(days=1)


def written(file: Path, day: date, *, seed: int = 1) -> Path:
    """A day's marks of every pupil, a line each, as a school system exports them."""
    random = Random(f"{day} {seed}")
    with file.open("w", encoding="ascii") as out:
        out.write("UPN,School,Date,AM,PM\n")
        for number in range(PUPILS):
            marks = "/,\\"
            if random.random() < ABSENT:
                code = random.choice(CODES)
                marks = f"{code},{code}"
            out.write(f"A999{number:09d},999{2000 + number // SCHOOL_SIZE},{day},{marks}\n")
    return file


if __name__ == "__main__":
    main()
