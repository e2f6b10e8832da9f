"""The dataset's tables of child protection, of visits, and of workers with children."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns.parts import Need, ReadColumn, codes
from lineofsight.returns.safeguarding import lines, settle
from lineofsight.returns.safeguarding import values as v
from lineofsight.returns.safeguarding.columns import (
    begins,
    child,
    coded,
    dataset_table,
    ends,
    names,
    on,
    refers,
    words,
    yes_no,
)
from lineofsight.returns.safeguarding.model import DatasetTable, Made, Taken, Values
from lineofsight.returns.safeguarding.parts_need import REFERRAL, TEAM
from lineofsight.returns.tables import children_in_need as need
from lineofsight.returns.tables import registers, safeguarding, social_care

ROLES = codes(
    "case_worker",
    {
        "CW": "case_worker",
        "Case worker": "case_worker",
        "Allocated case worker": "case_worker",
        "Allocated worker": "case_worker",
        "Allocated social worker": "case_worker",
        "Social worker": "case_worker",
    },
)


def is_case_worker(line: Values) -> bool:
    """Whether the worker has the child's case."""
    return line.get("role") == "case_worker"


ENQUIRIES = dataset_table(
    "ssd_s47_enquiry",
    "section 47 enquiries",
    lines.EnquiryLine(),
    names("s47e_s47_enquiry_id", "id"),
    refers("s47e_referral_id", "referral_id"),
    child("s47e_person_id"),
    begins("s47e_s47_start_date", "started"),
    ends("s47e_s47_end_date", "ended"),
    yes_no("s47e_s47_nfa", "no_further_action"),
    coded("s47e_s47_outcome_json", "outcome", v.enquiry_outcome),
    words("s47e_s47_completed_by_team", "team"),
    makes=(Made(table=need.section_47_enquiries), Made(table=social_care.section_47_outcomes)),
    takes=(
        REFERRAL,
        Taken(
            by="id",
            of="ssd_initial_cp_conference",
            values=(("conference_date", "held_date"), ("conference_target", "target")),
            key="enquiry_id",
            needed=False,
        ),
        TEAM,
    ),
    settle=settle.conference_not_required,
    beside="s47e_s47_completed_by_worker_id",
)
CONFERENCES = dataset_table(
    "ssd_initial_cp_conference",
    "initial child protection conferences",
    lines.ConferenceLine(),
    names("icpc_icpc_id", "id"),
    refers("icpc_s47_enquiry_id", "enquiry_id"),
    child("icpc_person_id"),
    refers("icpc_referral_id", "referral_id"),
    on("icpc_icpc_target_date", "target"),
    ends("icpc_icpc_date", "held_date"),
    makes=(Made(table=need.conferences),),
    takes=(
        REFERRAL,
        Taken(by="enquiry_id", of="ssd_s47_enquiry", values=(("strategy_discussion_date", "started"),)),
    ),
    settle=settle.came_from,
    beside="icpc_icpc_meeting_id icpc_cp_plan_id icpc_icpc_transfer_in icpc_icpc_outcome_cp_flag "
    "icpc_icpc_outcome_json icpc_icpc_team icpc_icpc_worker_id",
)
PLANS = dataset_table(
    "ssd_cp_plans",
    "child protection plans",
    lines.ProtectionPlanLine(),
    names("cppl_cp_plan_id", "id"),
    refers("cppl_referral_id", "referral_id"),
    child("cppl_person_id"),
    begins("cppl_cp_plan_start_date", "started"),
    ends("cppl_cp_plan_end_date", "ended"),
    coded("cppl_cp_plan_initial_category", "initial_category", a.CATEGORIES),
    coded("cppl_cp_plan_latest_category", "latest_category", a.CATEGORIES),
    makes=(Made(table=need.child_protection_plans),),
    takes=(REFERRAL,),
    beside="cppl_icpc_id cppl_cp_plan_ola",
)
REVIEWS = dataset_table(
    "ssd_cp_reviews",
    "child protection reviews",
    lines.ProtectionReviewLine(),
    names("cppr_cp_review_id", "id"),
    child("cppr_person_id"),
    refers("cppr_cp_plan_id", "plan_id"),
    ends("cppr_cp_review_date", "review_date"),
    makes=(Made(table=need.child_protection_reviews),),
    takes=(
        Taken(
            by="plan_id",
            of="ssd_cp_plans",
            values=(("plan_started", "started"), ("referral_date", "referral_date")),
        ),
    ),
    beside="cppr_cp_review_due cppr_cp_review_meeting_id cppr_cp_review_outcome_continue_cp cppr_cp_review_quorate "
    "cppr_cp_review_participation",
)


def visits(name: str, title: str, prefix: str, kind: str, beside: str) -> DatasetTable:
    """A table of visits of one kind."""
    return dataset_table(
        name,
        title,
        lines.VisitLine(),
        child(f"{prefix[:4]}_person_id"),
        begins(f"{prefix}_date", "visited"),
        yes_no(f"{prefix}_seen", "seen"),
        yes_no(f"{prefix}_seen_alone", "seen_alone"),
        makes=(Made(table=social_care.visits),),
        settle=settle.always(kind=kind),
        beside=beside,
    )


IN_NEED_VISITS = visits(
    "ssd_cin_visits",
    "visits to children in need",
    "cinv_cin_visit",
    "child_in_need",
    "cinv_cin_visit_id cinv_cin_visit_bedroom",
)
PROTECTION_VISITS = visits(
    "ssd_cp_visits",
    "child protection visits",
    "cppv_cp_visit",
    "child_protection",
    "cppv_cp_visit_id cppv_cp_plan_id cppv_cp_visit_bedroom",
)
CARE_VISITS = visits(
    "ssd_cla_visits",
    "visits to looked-after children",
    "clav_cla_visit",
    "looked_after",
    "clav_cla_visit_id clav_cla_id",
)
INVOLVEMENTS = dataset_table(
    "ssd_involvements",
    "workers with children",
    lines.InvolvementLine(),
    names("invo_professional_id", "worker_id"),
    ReadColumn("invo_professional_role_id", "role", ROLES, Need.REQUIRED),
    words("invo_professional_team", "team"),
    begins("invo_involvement_start_date", "started"),
    ends("invo_involvement_end_date", "ended"),
    words("invo_worker_change_reason", "reason_ended"),
    child("invo_person_id"),
    makes=(
        Made(table=safeguarding.involvements),
        Made(table=registers.allocations, when=is_case_worker),
    ),
    takes=(TEAM,),
    beside="invo_involvements_id invo_referral_id",
)

TABLES = (
    ENQUIRIES,
    CONFERENCES,
    PLANS,
    REVIEWS,
    IN_NEED_VISITS,
    PROTECTION_VISITS,
    CARE_VISITS,
    INVOLVEMENTS,
)
