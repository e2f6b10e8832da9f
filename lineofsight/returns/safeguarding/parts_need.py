"""The dataset's tables of people, contacts, early help, referrals and assessments."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns.codes import children_in_need as codes
from lineofsight.returns.contacts import with_times
from lineofsight.returns.parts import Need, ReadColumn, listed
from lineofsight.returns.safeguarding import lines
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
from lineofsight.returns.safeguarding.model import Made, Taken
from lineofsight.returns.tables import children_in_need as need
from lineofsight.returns.tables import safeguarding as own
from lineofsight.returns.tables import social_care
from lineofsight.returns.times import day_first_moment

TEAM = Taken(by="team", of="ssd_department", values=(("team", "team"),), key="team_id", needed=False)
REFERRAL = Taken(by="referral_id", of="ssd_cin_episodes", values=(("referral_date", "referral_date"),))

PERSON = dataset_table(
    "ssd_person",
    "people",
    lines.PersonLine(),
    child("pers_person_id"),
    coded("pers_sex", "sex", a.SEXES),
    coded("pers_ethnicity", "ethnicity", a.ETHNICITIES),
    on("pers_dob", "born"),
    on("pers_expected_dob", "expected_birth"),
    on("pers_death_date", "died"),
    refers("pers_upn", "upn"),
    makes=(Made(table=need.children),),
    beside="pers_forename pers_surname pers_gender pers_common_child_id pers_legacy_id pers_single_unique_id "
    "pers_upn_unknown pers_send_flag pers_is_mother pers_nationality",
)
DISABILITY = dataset_table(
    "ssd_disability",
    "disabilities",
    lines.DisabilityLine(),
    child("disa_person_id"),
    ReadColumn("disa_disability_code", "disability", listed(codes.DISABILITIES), Need.REQUIRED),
    makes=(Made(table=need.disabilities),),
    beside="disa_table_id",
)
DEPARTMENT = dataset_table(
    "ssd_department",
    "teams",
    lines.DepartmentLine(),
    names("dept_team_id", "team_id"),
    words("dept_team_name", "team"),
    refers("dept_team_parent_id", "parent_id"),
    words("dept_team_parent_name", "parent"),
    makes=(Made(table=own.teams),),
)
CONTACTS = dataset_table(
    "ssd_contacts",
    "contacts",
    lines.ContactLine(),
    names("cont_contact_id", "contact_id"),
    child("cont_person_id"),
    ReadColumn("cont_contact_date", "received", day_first_moment, Need.REQUIRED),
    coded("cont_contact_source_code", "source", a.SOURCES),
    coded("cont_contact_outcome_json", "outcome", v.contact_outcome),
    makes=(Made(table=social_care.contacts),),
    settle=with_times,
    beside="cont_contact_source_desc",
)
EARLY_HELP = dataset_table(
    "ssd_early_help_episodes",
    "early help",
    lines.EarlyHelpLine(),
    child("earl_person_id"),
    begins("earl_episode_start_date", "started"),
    ends("earl_episode_end_date", "ended"),
    words("earl_episode_reason", "reason"),
    words("earl_episode_end_reason", "reason_ended"),
    words("earl_episode_organisation", "organisation"),
    refers("earl_episode_worker_id", "worker_id"),
    makes=(Made(table=social_care.early_help_episodes),),
    beside="earl_episode_id",
)
REFERRALS = dataset_table(
    "ssd_cin_episodes",
    "referrals",
    lines.ReferralLine(),
    names("cine_referral_id", "id"),
    child("cine_person_id"),
    begins("cine_referral_date", "referral_date"),
    coded("cine_cin_primary_need_code", "primary_need", a.NEEDS),
    coded("cine_referral_source_code", "source", a.SOURCES),
    yes_no("cine_referral_nfa", "no_further_action"),
    coded("cine_close_reason", "closure_reason", a.REASONS_CLOSED),
    ends("cine_close_date", "closure_date"),
    makes=(Made(table=need.referrals),),
    beside="cine_referral_source_desc cine_referral_outcome_json cine_referral_team cine_referral_worker_id",
)
ASSESSMENTS = dataset_table(
    "ssd_cin_assessments",
    "assessments",
    lines.AssessmentLine(),
    names("cina_assessment_id", "id"),
    child("cina_person_id"),
    refers("cina_referral_id", "referral_id"),
    begins("cina_assessment_start_date", "started"),
    ends("cina_assessment_auth_date", "authorised"),
    makes=(Made(table=need.assessments),),
    takes=(REFERRAL,),
    beside="cina_assessment_child_seen cina_assessment_outcome_json cina_assessment_outcome_nfa "
    "cina_assessment_team cina_assessment_worker_id",
)
FACTORS = dataset_table(
    "ssd_assessment_factors",
    "assessment factors",
    lines.FactorsLine(),
    names("cinf_assessment_id", "assessment_id"),
    ReadColumn("cinf_assessment_factors_json", "factors", v.factors, Need.REQUIRED),
    makes=(Made(table=need.assessment_factors, each="factors", from_=(("factor", "factors"),)),),
    takes=(
        Taken(
            by="assessment_id",
            of="ssd_cin_assessments",
            values=(
                ("child_id", "child_id"),
                ("referral_date", "referral_date"),
                ("assessment_started", "started"),
            ),
        ),
    ),
    beside="cinf_table_id",
)
PLANS = dataset_table(
    "ssd_cin_plans",
    "child in need plans",
    lines.InNeedPlanLine(),
    child("cinp_person_id"),
    refers("cinp_referral_id", "referral_id"),
    begins("cinp_cin_plan_start_date", "started"),
    ends("cinp_cin_plan_end_date", "ended"),
    makes=(Made(table=need.child_in_need_plans),),
    takes=(REFERRAL,),
    beside="cinp_cin_plan_id cinp_cin_plan_team cinp_cin_plan_worker_id",
)

TABLES = (PERSON, DISABILITY, DEPARTMENT, CONTACTS, EARLY_HELP, REFERRALS, ASSESSMENTS, FACTORS, PLANS)
