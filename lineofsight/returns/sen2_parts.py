"""The columns of each module of SEN2, identifiers apart: by the element's name, and by what systems' exports call it."""

from __future__ import annotations

from lineofsight.returns import sen2_codes as c
from lineofsight.returns.collect import collect_date
from lineofsight.returns.parts import Need, ReadColumn
from lineofsight.returns.values import flag, identifier, sex, trimmed, whole

REQUIRED, TRUSTED = Need.REQUIRED, Need.TRUSTED

PERSON = (
    ReadColumn("UPN", "upn", identifier, aliases=("UPN - Unique Pupil Number", "Unique Pupil Number")),
    ReadColumn(
        "UniqueLearnerNumber",
        "uln",
        identifier,
        aliases=("ULN", "ULN - Young Persons Unique Learner Number"),
    ),
    ReadColumn("UPNunknown", "upn_unknown", c.UPN_UNKNOWN, aliases=("UPN and ULN unavailable reason",)),
    ReadColumn("PersonBirthDate", "born", collect_date, aliases=("Dob", "Dob (ccyy-mm-dd)", "Date of birth")),
    ReadColumn("Sex", "sex", sex, aliases=("Gender", "GenderCurrent")),
    ReadColumn("Ethnicity", "ethnicity", c.ETHNICITIES),
    ReadColumn("PostCode", "postcode", trimmed),
)
REQUEST = (
    ReadColumn(
        "ReceivedDate",
        "received",
        collect_date,
        TRUSTED,
        ("Date Request Was Received", "Date request received"),
    ),
    ReadColumn(
        "RYA", "in_youth_accommodation", flag, aliases=("Initial Request Whilst In RYA", "Whilst in RYA")
    ),
    ReadColumn("RequestOutcome", "outcome", c.OUTCOMES, TRUSTED),
    ReadColumn("RequestOutcomeDate", "outcome_date", collect_date, TRUSTED),
    ReadColumn("RequestMediation", "mediation", flag),
    ReadColumn("RequestTribunal", "tribunal", flag),
    ReadColumn(
        "Exported",
        "moved_away",
        trimmed,
        aliases=(
            "Exported - child or young person moves out of LA before assessment is completed",
            "Exported - Child Or Young Person Moves Out Of LA Before Assessment Complete",
        ),
    ),
)
ASSESSMENT = (
    ReadColumn(
        "AssessmentOutcome",
        "outcome",
        c.OUTCOMES,
        TRUSTED,
        ("Assessment Outcome To Issue EHCP", "Assessment outcome - decision to issue EHC plan"),
    ),
    ReadColumn("AssessmentOutcomeDate", "outcome_date", collect_date, TRUSTED),
    ReadColumn("AssessmentMediation", "mediation", flag),
    ReadColumn("AssessmentTribunal", "tribunal", flag),
    ReadColumn("OtherMediation", "other_mediation", flag),
    ReadColumn("OtherTribunal", "other_tribunal", flag),
    ReadColumn(
        "Week20",
        "exceptions_apply",
        flag,
        aliases=("Twenty Weeks Time Limit Exceptions Apply", "20-week time limit exceptions apply"),
    ),
)
NAMED_PLAN = (
    ReadColumn("StartDate", "started", collect_date, TRUSTED, ("EHC Plan Start Date", "Plan start date")),
    ReadColumn("PlanRes", "residential", trimmed, aliases=("Residential Settings",)),
    ReadColumn(
        "PlanWBP",
        "work_based_learning",
        trimmed,
        aliases=("PlanWPB", "Worked based learning activity", "Work-based learning activity"),
    ),
    ReadColumn("PB", "personal_budget", flag, aliases=("Personal budget taken up", "Personal budget")),
    ReadColumn(
        "OA",
        "organised_arrangements",
        flag,
        aliases=("Personal budget - organised arrangements", "Organised arrangements"),
    ),
    ReadColumn(
        "DP", "direct_payments", trimmed, aliases=("Personal budget - direct payments", "Direct payments")
    ),
    ReadColumn("CeaseDate", "ceased", collect_date, TRUSTED, ("Date EHC Plan Ceased", "Date plan ceased")),
    ReadColumn("CeaseReason", "cease_reason", c.CEASE_REASONS, aliases=("Reason EHC Plan Ceased",)),
)
SETTING = (
    ReadColumn("URN", "urn", identifier, aliases=("URN - Unique Reference Number",)),
    ReadColumn("UKPRN", "ukprn", identifier, aliases=("UKPRN - UK Provider Reference Number",)),
    ReadColumn("SENSetting", "setting", c.SETTINGS, aliases=("SEN Setting - Establishment type",)),
    ReadColumn("SENSettingOther", "setting_other", trimmed),
    ReadColumn("PlacementRank", "placement_rank", whole),
    ReadColumn("SENunitIndicator", "in_sen_unit", flag),
    ReadColumn(
        "ResourcedProvisionIndicator",
        "in_resourced_provision",
        flag,
    ),
)
ACTIVE_PLAN = (
    ReadColumn(
        "TransferLA",
        "transferred_from",
        trimmed,
        aliases=("EHC Plan (Transfer)", "EHC plan transferred in from another LA during calendar year"),
    ),
    ReadColumn("ReviewMeeting", "review_meeting", collect_date, aliases=("Review meeting date",)),
    ReadColumn("ReviewOutcome", "review_outcome", trimmed),
    ReadColumn(
        "LastReview",
        "last_review",
        collect_date,
        aliases=("EHCP review decisions date", "EHC plan review decisions date"),
    ),
)
PLACEMENT = (
    *SETTING,
    ReadColumn("EntryDate", "entered", collect_date, TRUSTED, ("Placement start date",)),
    ReadColumn("LeavingDate", "left", collect_date, TRUSTED, ("Placement leaving date",)),
    ReadColumn("RES", "residential", trimmed, aliases=("Residential Settings",)),
    ReadColumn(
        "WBP",
        "work_based_learning",
        trimmed,
        aliases=("WPB", "Worked based learning activity", "Work-based learning activity"),
    ),
)
NEED = (
    ReadColumn("SENtype", "need", c.NEEDS, REQUIRED, ("SEN type of need",)),
    ReadColumn("SENtypeRank", "need_rank", whole, aliases=("SEN type of need rank",)),
)
