"""SEN2 person level as XML, one file for each January: the requests of the year before, and every plan that is in force."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lineofsight.demo.days import age_on, plus, third_thursday
from lineofsight.demo.dice import Dice
from lineofsight.demo.nodes import Node, census_header, group, leaf, lines_of
from lineofsight.demo.people import Child
from lineofsight.demo.plans_before import NEEDS, OlderPlan
from lineofsight.demo.send import PlanRequest
from lineofsight.demo.society import Society

FIRST_JANUARY = 2023  # the first return of persons
NEEDS_MET, TOO_OLD, ADULT = "2", "1", 19
SETTING_NUMBERS = 40  # schools and colleges, by a number of their own


def census_days(society: Society) -> list[date]:
    """The third Thursday of each January from the first return of persons to the last day of the data."""
    years = range(max(FIRST_JANUARY, society.size.first_month.year + 1), society.size.until.year + 1)
    days = [third_thursday(year) for year in years]
    return [day for day in days if day <= society.size.until]


def write_sen2(path: Path, society: Society, day: date) -> int:
    """Writes the return of one January; answers with how many people stand in it."""
    known = society.elsewhere
    people = [
        *(person for plan in known.plans_before if (person := _with_older_plan(plan, day))),
        *(person for asked in known.requests if (person := _with_request(society, asked, day))),
    ]
    message = group("Message", census_header("SEN2", day), group("SEN2", group("Persons", *people)))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("<?xml version='1.0' encoding='utf-8'?>\n")
        file.writelines(lines_of(message, 2))
    return len(people)


def _person(child: Child, requests: Node) -> Node:
    return group(
        "Person",
        leaf("PersonBirthDate", child.born),
        leaf("Sex", child.sex),
        leaf("Ethnicity", child.ethnicity),
        leaf("PostCode", child.home_postcode),
        leaf("UPN", child.upn),
        requests,
    )


def _with_older_plan(plan: OlderPlan, day: date) -> Node | None:
    """A plan of earlier years, in force in the year: its request and assessment are historical."""
    if plan.ceases < date(day.year - 1, 1, 1):
        return None
    requests = group(
        "Requests",
        leaf("ReceivedDate", plan.received),
        leaf("RequestOutcome", "H"),
        group(
            "Assessment",
            leaf("AssessmentOutcome", "H"),
            _named_plan(plan.child, plan.issued, plan.ceases, day),
        ),
        _active_plan(plan.child, plan.issued, plan.need, day) if plan.ceases > day else None,
    )
    return _person(plan.child, requests)


def _with_request(society: Society, asked: PlanRequest, day: date) -> Node | None:
    """A request of the register that was received by the census day and was open, or led to a plan, in the year."""
    january = date(day.year - 1, 1, 1)
    latest = plus(day, -asked.lag)
    if asked.received > latest:
        return None
    ended = _ended(asked)
    if ended is not None and ended < january:
        return None
    decided = asked.decided <= latest
    issued = (
        asked.concluded if asked.conclusion == "Y" and asked.concluded and asked.concluded <= latest else None
    )
    dice = Dice(society.size.seed, f"need {asked.number}")
    return _person(
        asked.child,
        group(
            "Requests",
            leaf("ReceivedDate", asked.received),
            leaf("RequestOutcome", asked.decision if decided else "A"),
            leaf("RequestOutcomeDate", asked.decided if decided else None),
            _assessment(asked, issued, latest, day) if decided and asked.decision == "Y" else None,
            _active_plan(asked.child, issued, dice.pick(NEEDS), day)
            if issued and not (asked.ceased and asked.ceased <= day)
            else None,
        ),
    )


def _ended(asked: PlanRequest) -> date | None:
    """The day after which nothing of a request is left to tell; None while a plan is in force or the case is open."""
    if asked.decision != "Y":
        return asked.decided
    return asked.ceased if asked.conclusion == "Y" else asked.concluded


def _assessment(asked: PlanRequest, issued: date | None, latest: date, day: date) -> Node:
    done = asked.concluded if asked.concluded and asked.concluded <= latest else None
    return group(
        "Assessment",
        leaf("AssessmentOutcome", asked.conclusion if done else "A"),
        leaf("AssessmentOutcomeDate", done),
        leaf("Week20", asked.exception if issued else None),
        _named_plan(asked.child, issued, asked.ceased, day) if issued else None,
    )


def _named_plan(child: Child, issued: date, ceases: date | None, day: date) -> Node:
    ceased = ceases if ceases and ceases <= day else None
    why = TOO_OLD if ceased and age_on(child.born, ceased) >= ADULT else NEEDS_MET
    return group(
        "NamedPlan",
        leaf("StartDate", issued),
        leaf("PB", "0"),
        leaf("CeaseDate", ceased),
        leaf("CeaseReason", why if ceased else None),
        group("PlanDetail", leaf("URN", _setting(child)), leaf("PlacementRank", 1)),
    )


def _active_plan(child: Child, issued: date, need: str, day: date) -> Node:
    reviewed = plus(issued, 365 * max(0, (day - issued).days // 365))
    return group(
        "ActivePlans",
        leaf("LastReview", reviewed if reviewed > issued else None),
        group(
            "PlacementDetail",
            leaf("URN", _setting(child)),
            leaf("PlacementRank", 1),
            leaf("EntryDate", issued),
        ),
        group("SENneed", leaf("SENtype", need), leaf("SENtypeRank", 1)),
    )


def _setting(child: Child) -> int:
    """The number of the school or college that the plan names."""
    return 150_000 + int(child.child_id[1:]) % SETTING_NUMBERS
