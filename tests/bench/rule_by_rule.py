"""Five rules as an analyst writes them in pandas, one pass over the frames for each.

python rule_by_rule.py FOLDER TIMES dates|text: the frames are read once; with ``text`` they hold dates as the return's files
do, and each rule turns those that it reads into dates, as published validators do. ``TIMES`` repeats the five, so that
what a rule takes can be told apart from what starting and reading take.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd

Frames = Callable[[str], pd.DataFrame]


def frames_of(folder: Path, *, as_text: bool) -> Frames:
    """A table as a frame, read when it is first asked for; every rule gets a copy, since a rule may change columns."""

    @cache
    def read(name: str) -> pd.DataFrame:
        frame = dated(pd.read_parquet(folder / f"{name}.parquet"), "%Y-%m-%d")
        if as_text:
            for column in DATES & set(frame.columns):
                frame[column] = frame[column].dt.strftime(WRITTEN)
        return frame.reset_index(names="number")

    return lambda name: (
        dated(read(name).copy(deep=False), WRITTEN) if as_text else read(name).copy(deep=False)
    )


def dated(frame: pd.DataFrame, written: str) -> pd.DataFrame:
    """The frame with dates as dates; what is none becomes nothing."""
    for column in DATES & set(frame.columns):
        frame[column] = pd.to_datetime(frame[column], format=written, errors="coerce")
    return frame


WRITTEN = "%d/%m/%Y"
DATES = {"referral_date", "closure_date", "started", "ended", "authorised", "held_date", "born", "died"}


def assessment_before_referral(frames: Frames) -> pd.Series:
    """A comparison of two columns."""
    frame = frames("assessments")
    return frame.loc[frame["started"] < frame["referral_date"], "number"]


def plan_without_referral(frames: Frames) -> pd.Series:
    """A row without a row in another frame."""
    plans = frames("child_protection_plans")
    keys = ["child_id", "referral_date"]
    cases = frames("referrals")[keys].drop_duplicates()
    both = plans.merge(cases, on=keys, how="left", indicator=True)
    return both.loc[both["_merge"] == "left_only", "number"]


def assessment_after_closure(frames: Frames) -> pd.Series:
    """A comparison with a column of another frame."""
    keys = ["child_id", "referral_date"]
    cases = frames("referrals").groupby(keys, as_index=False)["closure_date"].max()
    both = frames("assessments").merge(cases, on=keys, how="left")
    return both.loc[both["started"] > both["closure_date"], "number"]


def episodes_overlap(frames: Frames) -> pd.Series:
    """A comparison with the child's next row."""
    frame = frames("episodes").sort_values(["child_id", "started", "number"])
    following = frame.groupby("child_id")["started"].shift(-1)
    return frame.loc[frame["ended"] > following, "number"]


def two_open_referrals(frames: Frames) -> pd.Series:
    """A count of the child's rows."""
    frame = frames("referrals")
    frame["open"] = frame["closure_date"].isna() & ~frame["no_further_action"].fillna(False)
    together = frame.groupby("child_id")["open"].transform("sum")
    return frame.loc[frame["open"] & (together > 1), "number"]


RULES = {
    ("assessments", "assessment_before_referral"): assessment_before_referral,
    ("assessments", "assessment_after_closure"): assessment_after_closure,
    ("child_protection_plans", "plan_without_referral"): plan_without_referral,
    ("episodes", "episodes_overlap"): episodes_overlap,
    ("referrals", "two_open_referrals"): two_open_referrals,
}


def main() -> None:
    """Judge the five, so many times over."""
    folder, times, dates = sys.argv[1:]
    frames = frames_of(Path(folder), as_text=dates == "text")
    for _ in range(int(times)):
        for rule in RULES.values():
            rule(frames).tolist()


if __name__ == "__main__":
    main()
