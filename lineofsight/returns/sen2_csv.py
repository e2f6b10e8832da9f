"""SEN2 person level as CSV files or a workbook: as a council's own system writes it, and as COLLECT exports it ("Blade").

Both shapes hold the same columns. In COLLECT's, each row has an identifier of its own (``...tableid``) and names the row
above it. In a system's own, assessments and plans all name the request, which then stands for them too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lineofsight.returns import sen2_parts as p
from lineofsight.returns.collect import record_id
from lineofsight.returns.columns import Table
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, all_agrees
from lineofsight.returns.sen2_cases import settle_assessment, settle_request
from lineofsight.returns.sen2_period import first_of_return
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import sen2 as t
from lineofsight.returns.values import identifier

Settle = Callable[[dict[str, object]], tuple[Flaw, ...]]
Columns = tuple[ReadColumn, ...]

OF_REQUEST = ("Request Records ID", "Request Record ID", "Request ID")  # beside "Requests Record ID"
NAMES_AND_MORE = ("Surname", "Forename", "New start date")  # left out: the record keeps no names
OF_COLLECT = ("NativeId", "sourceid", "sen2tableid", "surname", "forename")
OWN_IDS = ("child_id", "request_id", "plan_id", "active_plan_id")
ENOUGH = {"persons": 2, "person": 2}  # of the headings that tell a part: else three
BY_REQUEST = "ReceivedDate RYA RequestOutcome RequestMediation RequestTribunal Exported"
BY_ASSESSMENT = "AssessmentOutcome AssessmentMediation AssessmentTribunal OtherMediation OtherTribunal Week20"
BY_PLAN = "StartDate PlanRes PlanWBP PB CeaseDate CeaseReason"
BY_SETTING = "UKPRN SENSetting PlacementRank"
BY_ACTIVE_PLAN = "TransferLA ReviewMeeting ReviewOutcome LastReview"
BY_PLACEMENT = "UKPRN SENSetting PlacementRank EntryDate LeavingDate"


def _copied(values: dict[str, object], *, of: str, to: str, settle: Settle) -> tuple[Flaw, ...]:
    """Where a system's own export knows a row by its request, that is the row above it too."""
    values[to] = values.get(of)
    return settle(values)


def _id(header: str, to: str, *aliases: str) -> ReadColumn:
    return ReadColumn(header, to, identifier, Need.REQUIRED, aliases)


def _own(
    name: str, table: Table, known_by: str, ids: Columns, values: Columns, settle: Settle = all_agrees
) -> Part:
    return Part(
        name=f"system {name}",
        title=f"SEN2 {name}, a system's own export",
        table=table,
        columns=(*ids, *values),
        known_by=(ids[0].header, *known_by.split()),
        enough=ENOUGH.get(name, 3),
        settle=settle,
        beside=NAMES_AND_MORE,
    )


def _collect(stem: str, known_by: str, ids: str, own: Part, settle: Settle = all_agrees) -> Part:
    """The same module as COLLECT exports it. ``ids``: the headings of identifiers, each with the column that it fills."""
    pairs = (pair.split(":") for pair in ids.split())
    read = tuple(ReadColumn(header, to, record_id, Need.REQUIRED) for header, to in pairs)
    values = tuple(column for column in own.columns if column.to not in OWN_IDS)
    return Part(
        name=own.name.replace("system", "COLLECT"),
        title=own.title.replace("a system's own export", "COLLECT's export"),
        table=own.table,
        columns=(*read, *values),
        known_by=(*(column.header for column in read), *known_by.split()),
        enough=ENOUGH.get(stem, 3),
        settle=settle,
        beside=(*OF_COLLECT, f"{stem}tableid", f"{stem}orderseqcolumn"),
    )


PERSON_ID = _id("Person ID", "child_id")
REQUEST_ID = _id("Requests Record ID", "request_id", *OF_REQUEST)
PLAN_ID = _id("Requests Record ID", "plan_id", *OF_REQUEST)
ACTIVE_PLAN_ID = _id("Requests Record ID", "active_plan_id", *OF_REQUEST)

PERSONS = _own("persons", t.sen_persons, "UPNunknown UniqueLearnerNumber", (PERSON_ID,), p.PERSON)
REQUESTS = _own("requests", t.sen_requests, BY_REQUEST, (REQUEST_ID, PERSON_ID), p.REQUEST, settle_request)
ASSESSMENTS = _own(
    "assessments",
    t.sen_assessments,
    BY_ASSESSMENT,
    (REQUEST_ID,),
    p.ASSESSMENT,
    partial(_copied, of="request_id", to="assessment_id", settle=settle_assessment),
)
NAMED_PLANS = _own(
    "named plans",
    t.sen_named_plans,
    BY_PLAN,
    (PLAN_ID,),
    p.NAMED_PLAN,
    partial(_copied, of="plan_id", to="assessment_id", settle=all_agrees),
)
PLAN_DETAILS = _own("plan details", t.sen_plan_details, BY_SETTING, (PLAN_ID,), p.SETTING)
ACTIVE_PLANS = _own(
    "active plans",
    t.sen_active_plans,
    BY_ACTIVE_PLAN,
    (ACTIVE_PLAN_ID,),
    p.ACTIVE_PLAN,
    partial(_copied, of="active_plan_id", to="request_id", settle=all_agrees),
)
PLACEMENTS = _own("placements", t.sen_placements, BY_PLACEMENT, (ACTIVE_PLAN_ID,), p.PLACEMENT)
NEEDS = _own("needs", t.sen_needs, "SENtype SENtypeRank", (ACTIVE_PLAN_ID,), p.NEED)
OWN = (PERSONS, REQUESTS, ASSESSMENTS, NAMED_PLANS, PLAN_DETAILS, ACTIVE_PLANS, PLACEMENTS, NEEDS)

COLLECTS = (
    _collect("person", "UPNunknown UniqueLearnerNumber", "persontableid:child_id", PERSONS),
    _collect(
        "requests", BY_REQUEST, "requeststableid:request_id persontableid:child_id", REQUESTS, settle_request
    ),
    _collect(
        "assessment",
        BY_ASSESSMENT,
        "assessmenttableid:assessment_id requeststableid:request_id",
        ASSESSMENTS,
        settle_assessment,
    ),
    _collect("namedplan", BY_PLAN, "namedplantableid:plan_id assessmenttableid:assessment_id", NAMED_PLANS),
    _collect("plandetail", BY_SETTING, "namedplantableid:plan_id", PLAN_DETAILS),
    _collect(
        "activeplans",
        BY_ACTIVE_PLAN,
        "activeplanstableid:active_plan_id requeststableid:request_id",
        ACTIVE_PLANS,
    ),
    _collect("placementdetail", BY_PLACEMENT, "activeplanstableid:active_plan_id", PLACEMENTS),
    _collect("senneed", "SENtype SENtypeRank", "activeplanstableid:active_plan_id", NEEDS),
)
PARTS = (*OWN, *COLLECTS)
SEN2_CSV = sheet_return(
    name="sen2", title="SEN2 person level, CSV", parts=PARTS, needs_key=True, begins=first_of_return
)
