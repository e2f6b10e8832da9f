"""Ofsted's ILACS Annex A: a workbook of eleven lists, each known by its headings and never by its sheet's name."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns.annex_a_care import CARE_PARTS
from lineofsight.returns.annex_a_columns import child_list, column, day, end, number_of, start, words
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import annex_a as t

TEAM, WORKER = words("Allocated Team", "team"), words("Allocated Worker", "worker", "Allocated Case Worker")
DISABILITY = column("Does the Child have a Disability", "disability", a.YES_NO, "Disability", "Disabled")
NEED = column("Primary Need Code", "need", a.NEEDS, "Primary Need")

CONTACTS = child_list(
    1,
    t.annex_a_contacts,
    "Date of Contact|Contact Source",
    start("Date of Contact", "contact_date", "Contact Date"),
    column("Contact Source", "source", a.SOURCES, "Source of Contact"),
)
EARLY_HELP = child_list(
    2,
    t.annex_a_early_help,
    "Assessment start date|Assessment completion date|Organisation completing assessment",
    start("Assessment start date", "started"),
    end("Assessment completion date", "completed", "Assessment authorisation date"),
    words("Organisation completing assessment", "organisation"),
)
REFERRALS = child_list(
    3,
    t.annex_a_referrals,
    "Date of referral|Referral Source|Referral NFA?|Number of Referrals in Last 12 Months",
    start("Date of referral", "referral_date", "Referral Date"),
    column("Referral Source", "source", a.SOURCES, "Source of Referral"),
    column("Referral NFA?", "no_further_action", a.YES_NO, "Referral No Further Action"),
    number_of("Number of Referrals in Last 12 Months", "referrals_in_12_months"),
    TEAM,
    WORKER,
)
ASSESSMENTS = child_list(
    4,
    t.annex_a_assessments,
    "Continuous Assessment Start Date|Continuous Assessment Date of Authorisation"
    "|Child Seen During Continuous Assessment",
    DISABILITY,
    start("Continuous Assessment Start Date", "started"),
    column(
        "Child Seen During Continuous Assessment",
        "child_seen",
        a.YES_NO,
        "Was the child seen during the continuous assessment",
    ),
    end(
        "Continuous Assessment Date of Authorisation",
        "authorised",
        "Continuous Assessment Authorisation Date",
    ),
    column(
        "Was the child assessed as requiring LA children's social care support?",
        "support_needed",
        a.YES_NO,
    ),
    TEAM,
    WORKER,
)
ENQUIRIES = child_list(
    5,
    t.annex_a_enquiries,
    "Strategy discussion initiating Section 47 Enquiry Start Date|Date of Initial Child Protection Conference"
    "|Was an Initial Child Protection Conference deemed unnecessary?"
    "|Number of Section 47 Enquiries in the last 12 months",
    DISABILITY,
    start(
        "Strategy discussion initiating Section 47 Enquiry Start Date",
        "started",
        "Section 47 Enquiry Start Date",
    ),
    column(
        "Was an Initial Child Protection Conference deemed unnecessary?",
        "conference_unnecessary",
        a.YES_NO,
    ),
    end("Date of Initial Child Protection Conference", "conference_date"),
    column(
        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
        "led_to_plan",
        a.YES_NO,
    ),
    number_of("Number of Section 47 Enquiries in the last 12 months", "enquiries_in_12_months"),
    number_of("Number of ICPCs in the last 12 months", "conferences_in_12_months"),
    TEAM,
    WORKER,
)
CHILDREN_IN_NEED = child_list(
    6,
    t.annex_a_children_in_need,
    "CIN Start Date|CIN Closure Date|Date Child Was Last Seen|Case Status",
    DISABILITY,
    end("CIN Start Date", "started"),
    NEED,
    day("Date Child Was Last Seen", "last_seen"),
    end("CIN Closure Date", "closed"),
    column("Reason for Closure", "reason_closed", a.REASONS_CLOSED),
    column("Case Status", "status", a.STATUSES),
    TEAM,
    WORKER,
)
PLANS = child_list(
    7,
    t.annex_a_plans,
    "Child Protection Plan Start Date|Child Protection Plan End Date|Initial Category of Abuse"
    "|Latest Category of Abuse",
    DISABILITY,
    start("Child Protection Plan Start Date", "started"),
    column("Initial Category of Abuse", "initial_category", a.CATEGORIES),
    column("Latest Category of Abuse", "latest_category", a.CATEGORIES),
    day("Date of the Last Statutory Visit", "last_visit", "Date of Last Statutory Visit"),
    column("Was the Child Seen Alone?", "seen_alone", a.YES_NO),
    day("Date of latest review conference", "latest_review"),
    end("Child Protection Plan End Date", "ended"),
    column(
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
        "emergency_protection",
        a.YES_NO,
    ),
    number_of("Number of Previous Child Protection Plans", "previous_plans"),
    TEAM,
    WORKER,
)

PARTS = (CONTACTS, EARLY_HELP, REFERRALS, ASSESSMENTS, ENQUIRIES, CHILDREN_IN_NEED, PLANS, *CARE_PARTS)
ANNEX_A = sheet_return(
    name="annex_a", title="Ofsted's ILACS Annex A, lists 1 to 11", parts=PARTS, needs_key=True
)
