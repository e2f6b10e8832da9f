"""Charts, rules and intervals against what independent programs gave for the same figures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lineofsight.council import Target
from lineofsight.readings import Polarity
from lineofsight.signals.assurance import assurance
from lineofsight.signals.chart import Assurance, Signal
from lineofsight.signals.intervals import exact_poisson, wilson
from lineofsight.signals.limits import NEAR, Limits, NoLimitsError, Reason
from lineofsight.signals.p_prime import p_limits, p_prime
from lineofsight.signals.profile import MDC, NHSR, Profile
from lineofsight.signals.rules import near, outside, run_ends, sides, signals, trend_ends, two_in_three, whole
from lineofsight.signals.xmr import xmr

Case = dict[str, Any]

NAMES = {
    None: "Common Cause",
    Signal.ABOVE: "Above UCL",
    Signal.BELOW: "Below LCL",
    Signal.RUN_HIGH: "7 Points Above CL",
    Signal.RUN_LOW: "7 Points Below CL",
    Signal.TREND_UP: "7 Point Trend (Increasing)",
    Signal.TREND_DOWN: "7 Point Trend (Decreasing)",
    Signal.NEAR_HIGH: "2 in 3 Above CL",
    Signal.NEAR_LOW: "2 in 3 Below CL",
}
ASSURANCES = {
    Assurance.MET: "consistent_pass",
    Assurance.MISSED: "consistent_fail",
    Assurance.HIT_OR_MISS: "inconsistent",
    None: None,
}
POLARITIES = {
    "increase": Polarity.HIGHER_IS_BETTER,
    "decrease": Polarity.LOWER_IS_BETTER,
    "neutral": Polarity.CONTEXT,
}
# The other program's choices: 3 / 1.128 where NHS England rounds to 2.66, and sigma z as it comes.
QICHARTS = replace(MDC, name="qicharts2", range_multiplier=3 / 1.128, sigma_z_floor=0.0)


def like(expected: Any) -> Any:
    return pytest.approx(expected, rel=1e-9, abs=1e-12)


def vectors(data: Path, pattern: str) -> list[tuple[str, Case]]:
    found = [
        (file.name, json.loads(file.read_text(encoding="utf-8")))
        for file in sorted((data / "vectors").glob(pattern))
    ]
    assert found, f"No vectors like {pattern}."
    return found


def cases(data: Path, *, option: str) -> list[Case]:
    """The chart cases whose options have a key that only one of the two programs knows."""
    return [
        case
        for _, content in vectors(data, "spc_*.json")
        for case in content.get("cases", [])
        if option in case["options"]
    ]


@dataclass(frozen=True)
class Part:
    """The points of one baseline of a case, with our limits for them."""

    rows: range
    values: list[float | None]
    limits: Limits


def parts(case: Case, profile: Profile) -> Iterator[Part]:
    options, days, values = case["options"], case["input"]["x"], case["input"]["y"]
    if not options["screen_outliers"]:
        profile = replace(profile, screening=None)
    starts = sorted({0, *(days.index(day) for day in options["rebase"] or () if day in days)})
    for first, after in zip(starts, [*starts[1:], len(days)], strict=True):
        part, fixed = values[first:after], options["fix_after_n_points"]
        made_of = range(min(fixed, len(part))) if fixed else None
        # A stretch shorter than the number of points to fix is not fixed, unless that number is itself too small.
        baseline = made_of if fixed and (fixed <= len(part) or fixed < 12) else None
        yield Part(range(first, after), part, xmr(part, profile=profile, baseline=baseline))


def wrong_numbers(case: Case, part: Part) -> list[str]:
    theirs = case["expected"]
    ours = {
        "mean": [part.limits.centre for _ in part.rows],
        "lpl": [part.limits.lower(at) for at in range(len(part.rows))],
        "upl": [part.limits.upper(at) for at in range(len(part.rows))],
    }
    return [
        f"{case['id']} {name} {row}"
        for name, numbers in ours.items()
        for number, row in zip(numbers, part.rows, strict=True)
        if number != like(theirs[name][row])
    ]


def wrong_flags(case: Case, part: Part) -> list[str]:
    theirs, values, limits = case["expected"], part.values, part.limits
    ours = {
        "special_cause_type": [NAMES[name] for name in signals(values, limits, NHSR)],
        "special_cause_type_mdc_2024": [NAMES[name] for name in signals(values, limits, MDC)],
        "relative_to_mean": sides(values, limits.centre),
        "outside_limits": [bool(side) for side in outside(values, limits)],
        "close_to_limits": near(values, limits, beyond_too=False),
    }
    return [
        f"{case['id']} {name} {row}"
        for name, flags in ours.items()
        for flag, row, value in zip(flags, part.rows, values, strict=True)
        if name in theirs and value is not None and flag != theirs[name][row]
    ]


def sound(data: Path) -> list[Case]:
    found = cases(data, option="screen_outliers")
    return [case for case in found if "error" not in case and not case.get("degenerate")]


def test_limits_are_those_of_the_nhs_reference_package(data: Path):
    found = sound(data)
    wrong = [each for case in found for part in parts(case, NHSR) for each in wrong_numbers(case, part)]
    assert found
    assert wrong == []


def test_points_are_marked_as_the_nhs_reference_package_marks_them_and_as_the_2024_rule_does(data: Path):
    found = [case for case in sound(data) if not case.get("fragile")]
    wrong = [each for case in found for part in parts(case, NHSR) for each in wrong_flags(case, part)]
    assert found
    assert wrong == []


def test_series_without_honest_limits_are_refused_and_a_missing_month_alone_is_not(data: Path):
    degenerate = [case for case in cases(data, option="screen_outliers") if case.get("degenerate")]
    assert degenerate
    for case in degenerate:
        if "error" in case:
            assert all(part.limits.widths[0] for part in parts(case, NHSR)), case["id"]
        else:
            with pytest.raises(NoLimitsError) as refused:
                list(parts(case, NHSR))
            assert refused.value.reason in (Reason.NO_WIDTH, Reason.UNDEFINED), case["id"]


def test_a_baseline_that_the_reference_refuses_is_refused(data: Path):
    refused = [
        case
        for case in cases(data, option="screen_outliers")
        if "error" in case and not case.get("degenerate")
    ]
    assert refused
    for case in refused:
        with pytest.raises(NoLimitsError):
            list(parts(case, NHSR))


def test_targets_are_judged_as_the_nhs_reference_package_judges_them(data: Path):
    targets = [
        case for case in sound(data) if case["options"]["target"] is not None and not case.get("fragile")
    ]
    assert targets
    for case in targets:
        *_, last = parts(case, NHSR)
        direction = case["options"]["improvement_direction"]
        found = judged(case["options"]["target"], direction, last.limits)
        assert ASSURANCES[found] == case["expected"]["assurance_type"], case["id"]


def judged(value: float, direction: str, limits: Limits) -> Assurance | None:
    target = Target(value=value, at_least=direction != "decrease", since=date(2020, 1, 1), set_by="x")
    return assurance(target, limits, 0, polarity=POLARITIES[direction], profile=NHSR)


def own_tests(data: Path, part: str) -> list[Case]:
    return [case for _, content in vectors(data, "spc_*.json") for case in content.get(part, [])]


RULES = {
    "seven_point_one_side_mean": lambda v: [abs(end) for end in run_ends(v, 7)],
    "part_of_seven_trend": lambda v: [abs(mark) for mark in whole(v, 7)],
    "seven_point_trend": lambda y: trend_ends(y, 7),
    "two_in_three": lambda close, rtm: [int(found) for found in two_in_three(close, rtm)],
    "part_of_two_in_three (two_in_three AND close)": lambda close, rtm: [
        int(found and bool(flag)) for found, flag in zip(two_in_three(close, rtm), close, strict=True)
    ],
}


def test_each_rule_gives_what_the_reference_packages_own_tests_expect(data: Path):
    found = own_tests(data, "rule_functions")
    assert found
    for case in found:
        assert RULES[case["fn"]](**case["input"]) == case["expected"], case


def test_assurance_gives_what_the_reference_packages_own_tests_expect(data: Path):
    found = [case for case in own_tests(data, "assurance") if case["target"] is not None]
    assert found
    for case in found:
        limits = Limits(centre=case["mean"], widths=(case["upl"] - case["mean"],))
        # Some of those limits are not symmetric: the side that the target lies on is the one that counts.
        if case["mean"] - case["lpl"] > case["upl"] - case["mean"]:
            limits = Limits(centre=case["mean"], widths=(case["mean"] - case["lpl"],))
        assert (
            ASSURANCES[judged(case["target"], case["improvement_direction"], limits)] == case["expected"]
        ), case


def test_limits_are_those_of_the_reference_packages_snapshots(data: Path):
    found = own_tests(data, "limits_snapshots")
    assert found
    for case in found:
        limits = xmr(case["y"], profile=NHSR if case["screen_outliers"] else MDC)
        ours = (limits.centre, limits.lower(0), limits.upper(0))
        # Snapshots are printed to seven figures, the summary to three.
        theirs = pytest.approx(
            (case["mean"], case["lpl"], case["upl"]), rel=1e-6, abs=case.get("tolerance", 1e-6)
        )
        assert ours == theirs, case["note"]


def charted(case: Case, profile: Profile) -> list[tuple[range, Limits]]:
    options, y, n = case["options"], case["input"]["y"], case["input"]["n"] or [1] * len(case["input"]["y"])
    ghosts = {at - 1 for at in options["exclude"] or ()}
    baseline = range(options["freeze"]) if options["freeze"] else None
    if options["screened_mr"]:
        profile = replace(profile, screening=NHSR.screening)
    part = options["part"]
    spans = [range(part), range(part, len(y))] if part else [range(len(y))]
    made = []
    for span in spans:
        ours, cases_of = y[span.start : span.stop], n[span.start : span.stop]
        if options["chart"] == "i":
            limits = xmr(ours, profile=profile, baseline=baseline, ghosts=ghosts)
        else:
            limits = p_prime(ours, cases_of, profile=profile, baseline=baseline, ghosts=ghosts)
        if options["chart"] == "p":
            limits = p_limits(limits.centre, cases_of)
        made.append((span, limits))
    return made


def quality_cases(data: Path) -> list[Case]:
    return [
        case for case in cases(data, option="screened_mr") if case["options"]["chart"] in ("i", "p", "pp")
    ]


def test_limits_are_those_of_qicharts2_where_sigma_z_has_no_floor(data: Path):
    found = quality_cases(data)
    assert {case["options"]["chart"] for case in found} == {"i", "p", "pp"}
    for case in found:
        theirs = case["expected"]
        for span, limits in charted(case, QICHARTS):
            for at, row in enumerate(span):
                ours = (
                    limits.centre,
                    limits.lower(at),
                    limits.upper(at),
                    limits.lower(at, sigmas=NEAR),
                    limits.upper(at, sigmas=NEAR),
                )
                expected = [theirs[name][row] for name in ("cl", "lcl", "ucl", "lcl.95", "ucl.95")]
                assert ours == like(tuple(expected)), (case["id"], row)


def test_our_floor_gives_the_plain_p_chart_where_theirs_is_narrower(data: Path):
    narrower = 0
    for case in [case for case in quality_cases(data) if case["options"]["chart"] == "pp"]:
        for (span, free), (_, ours) in zip(charted(case, QICHARTS), charted(case, MDC), strict=True):
            assert free.sigma_z is not None
            assert ours.sigma_z == max(1, free.sigma_z)
            if free.sigma_z < 1:
                narrower += 1
                plain = p_limits(free.centre, case["input"]["n"][span.start : span.stop])
                assert ours == plain
    assert narrower


def test_shares_have_wilsons_interval_and_counts_the_exact_one(data: Path):
    compared = 0
    for _, content in vectors(data, "intervals*.json"):
        for case in content["proportions"]:
            assert wilson(case["x"], case["n"]) == like(tuple(case["wilson95"])), case
            assert wilson(case["x"], case["n"], confidence=0.998) == like(tuple(case["wilson998"])), case
            compared += 1
        for case in content["counts"]:
            assert exact_poisson(case["x"]) == like(tuple(case["exact_poisson95"])), case
            assert exact_poisson(case["x"], confidence=0.998) == like(tuple(case["exact_poisson998"])), case
            compared += 1
    assert compared


def test_published_rates_and_percentages_have_the_intervals_that_the_public_health_package_gives(data: Path):
    exact, percentages = 0, 0
    for _, content in vectors(data, "intervals*.json"):
        for case in [case for case in content["phe_rate_per_10000"] if case["method"] == "Exact"]:
            ours = tuple(10_000 * end / case["pop"] for end in exact_poisson(case["obs"]))
            assert ours == like((case["lowercl"], case["uppercl"])), case
            exact += 1
        for case in content["phe_proportion_pct"]:
            ours = tuple(100 * end for end in wilson(case["obs"], case["pop"]))
            assert ours == like((case["lowercl"], case["uppercl"])), case
            percentages += 1
    assert exact
    assert percentages
