"""The catalogue of the plain oracle: of each indicator its cases, its tables, and how its groups are looked up."""

from __future__ import annotations

from collections.abc import Mapping

from lineofsight.returns import tables
from tests.generative import oracle_attendance as attendance
from tests.generative import oracle_audits as audits
from tests.generative import oracle_definitions as cases
from tests.generative import oracle_ehc as ehc
from tests.generative import oracle_exclusions as pex
from tests.generative import oracle_health_services as waits
from tests.generative import oracle_pupils as pupils
from tests.generative import oracle_workforce as workforce
from tests.generative.oracle import Counted, Grouping, age_band, area, band, of_child, on_row

IN_NEED = {
    "ward": area("ward"),
    "team": area("team"),
    "age_band": age_band("children"),
    "sex": of_child("children", "sex"),
}
IN_CARE = {
    **IN_NEED,
    "age_band": age_band("looked_after_children"),
    "sex": of_child("looked_after_children", "sex"),
}


def per_resident(of_children: Mapping[str, Grouping]) -> dict[str, Grouping]:
    """Children by their own ward, age and sex; residents by those of the estimate."""
    of_residents: dict[str, Grouping] = {
        "ward": on_row("ward"),
        "sex": on_row("sex"),
        "age_band": lambda _world, case: band(case.row["age"]),
    }

    def either(name: str) -> Grouping:
        sides = {"top": of_children[name], "bottom": of_residents[name]}
        return lambda world, case: sides[case.side](world, case)

    return {name: either(name) for name in of_residents}


WARD = {"ward": IN_NEED["ward"]}
CHILD_TABLES = (tables.children, tables.child_areas)
CARE_TABLES = (tables.episodes, tables.looked_after_children, tables.child_areas)
HEALTH_TABLES = (*CARE_TABLES, tables.initial_health_assessments)
EHC_TABLES = (
    tables.ehc_requests,
    tables.sen_requests,
    tables.sen_assessments,
    tables.sen_named_plans,
    tables.sen_active_plans,
    tables.sen_persons,
)
OF_PLANS = {**WARD, "age_band": age_band("sen_persons"), "need": ehc.primary_need}

DISCUSSION = (tables.strategy_discussions, *CHILD_TABLES)
ENQUIRY = (tables.section_47_outcomes, *CHILD_TABLES)
OF_MOVES = {"route": on_row("route"), "team": on_row("team")}
WITH_TEAM = {**IN_NEED, "team": on_row("team")}
AUDIT_TABLES = (tables.audit_answers, tables.audits)
OF_AUDITS = {"team": on_row("team"), "service": on_row("service"), "moderation": audits.moderation}
REFERRAL_TABLES = (tables.health_referrals, tables.child_areas)
OF_REFERRALS = {"ward": waits.home_ward, "age_band": waits.age_then, "sex": on_row("sex")}
EXCLUSION_TABLES = (tables.exclusion_statuses, tables.child_areas)


def by_exclusion(*names: str) -> dict[str, Grouping]:
    """By the ward where the pupil lived, and by values of the register."""
    return {"ward": pex.home_ward, **{name: on_row(name) for name in names}}


DEFINITIONS = {
    "strategy_24h_pct": Counted(
        cases=cases.strategy_24h_pct, per=100, tables=DISCUSSION, groupings=WITH_TEAM
    ),
    "strategy_overdue_open": Counted(
        cases=cases.strategy_overdue_open, per=100, tables=DISCUSSION, groupings=WITH_TEAM
    ),
    "s47_rate": Counted(
        cases=cases.s47_rate,
        per=10_000,
        tables=(tables.section_47_enquiries, tables.population, *CHILD_TABLES),
        groupings=per_resident(IN_NEED),
    ),
    "s47_5wd_pct": Counted(cases=cases.s47_5wd_pct, per=100, tables=ENQUIRY, groupings=WITH_TEAM),
    "s47_overdue_open": Counted(cases=cases.s47_overdue_open, per=100, tables=ENQUIRY, groupings=WITH_TEAM),
    "rereferral_12m_pct": Counted(
        cases=cases.rereferral_12m_pct,
        per=100,
        tables=(tables.referrals, *CHILD_TABLES),
        groupings={**IN_NEED, "source": on_row("source")},
    ),
    "icpc_15wd_pct": Counted(
        cases=cases.icpc_15wd_pct, per=100, tables=(tables.conferences, *CHILD_TABLES), groupings=IN_NEED
    ),
    "icpc_overdue_open": Counted(
        cases=cases.icpc_overdue_open,
        per=100,
        tables=(tables.section_47_enquiries, *CHILD_TABLES),
        groupings=IN_NEED,
    ),
    "icpc_no_s47_count": Counted(
        cases=cases.icpc_no_s47_count, per=None, tables=(tables.conferences, *CHILD_TABLES), groupings=IN_NEED
    ),
    "s47_nfa_pct": Counted(
        cases=cases.s47_nfa_pct,
        per=100,
        tables=(tables.section_47_enquiries, tables.section_47_outcomes, *CHILD_TABLES),
        groupings=IN_NEED,
    ),
    "cpp_rate": Counted(
        cases=cases.cpp_rate,
        per=10_000,
        tables=(tables.child_protection_plans, tables.population, *CHILD_TABLES),
        groupings=per_resident(IN_NEED),
    ),
    "cla_rate": Counted(
        cases=cases.cla_rate,
        per=10_000,
        tables=(*CARE_TABLES, tables.population),
        groupings=per_resident(IN_CARE),
    ),
    "cla_kinship_foster_pct": Counted(
        cases=cases.cla_kinship_foster_pct, per=100, tables=CARE_TABLES, groupings=IN_CARE
    ),
    "cla_ifa_count": Counted(cases=cases.cla_ifa_count, per=None, tables=CARE_TABLES, groupings=IN_CARE),
    "iha_20wd_pct": Counted(cases=cases.iha_20wd_pct, per=100, tables=HEALTH_TABLES, groupings=IN_CARE),
    "iha_overdue_open": Counted(
        cases=cases.iha_overdue_open, per=100, tables=HEALTH_TABLES, groupings=IN_CARE
    ),
    "sw_caseload_avg": Counted(
        cases=cases.sw_caseload_avg,
        per=1,
        tables=(tables.allocations, tables.workers),
        groupings={"team": on_row("team")},
    ),
    "sw_vacancy_pct": Counted(
        cases=workforce.sw_vacancy_pct,
        per=100,
        tables=(tables.vacancies, tables.workers),
        groupings={"team": on_row("team")},
    ),
    "sw_agency_pct": Counted(
        cases=workforce.sw_agency_pct, per=100, tables=(tables.workers,), groupings={"team": on_row("team")}
    ),
    "frontline_recruits_count": Counted(
        cases=workforce.frontline_recruits_count, per=None, tables=(tables.worker_moves,), groupings=OF_MOVES
    ),
    "frontline_moves_count": Counted(
        cases=workforce.frontline_moves_count, per=None, tables=(tables.worker_moves,), groupings=OF_MOVES
    ),
    "audit_engagement_good_pct": Counted(
        cases=audits.audit_engagement_good_pct, per=100, tables=AUDIT_TABLES, groupings=OF_AUDITS
    ),
    "audit_supervision_pct": Counted(
        cases=audits.audit_supervision_pct, per=100, tables=AUDIT_TABLES, groupings=OF_AUDITS
    ),
    "audit_partnership_good_pct": Counted(
        cases=audits.audit_partnership_good_pct, per=100, tables=AUDIT_TABLES, groupings=OF_AUDITS
    ),
    "audit_risk_addressed_pct": Counted(
        cases=audits.audit_risk_addressed_pct, per=100, tables=AUDIT_TABLES, groupings=OF_AUDITS
    ),
    "ehcp_20w_exc_pct": Counted(
        cases=ehc.ehcp_20w_exc_pct,
        per=100,
        tables=(*EHC_TABLES, tables.child_areas),
        groupings=WARD,
    ),
    "ehcp_overdue_open": Counted(
        cases=ehc.ehcp_overdue_open,
        per=100,
        tables=(*EHC_TABLES, tables.child_areas),
        groupings=WARD,
    ),
    "ehcp_issued_count": Counted(
        cases=ehc.ehcp_issued_count,
        per=None,
        tables=(*EHC_TABLES, tables.sen_needs, tables.child_areas),
        groupings=OF_PLANS,
    ),
    "ehcp_maintained": Counted(
        cases=ehc.ehcp_maintained,
        per=None,
        tables=(*EHC_TABLES, tables.sen_needs, tables.child_areas),
        groupings=OF_PLANS,
    ),
    "camhs_referrals_count": Counted(
        cases=waits.camhs_referrals_count,
        per=None,
        tables=REFERRAL_TABLES,
        groupings={**OF_REFERRALS, "team": on_row("team"), "source": on_row("source")},
    ),
    "camhs_wait_4w_pct": Counted(
        cases=waits.camhs_wait_4w_pct,
        per=100,
        tables=REFERRAL_TABLES,
        groupings={**OF_REFERRALS, "team": on_row("team")},
    ),
    "camhs_overdue_open": Counted(
        cases=waits.camhs_overdue_open,
        per=100,
        tables=REFERRAL_TABLES,
        groupings={**OF_REFERRALS, "team": on_row("team")},
    ),
    "nd_referrals_count": Counted(
        cases=waits.nd_referrals_count,
        per=None,
        tables=REFERRAL_TABLES,
        groupings={**OF_REFERRALS, "pathway": on_row("pathway")},
    ),
    "nd_wait_13w_pct": Counted(
        cases=waits.nd_wait_13w_pct,
        per=100,
        tables=REFERRAL_TABLES,
        groupings={**OF_REFERRALS, "pathway": on_row("pathway")},
    ),
    "nd_overdue_open": Counted(
        cases=waits.nd_overdue_open,
        per=100,
        tables=REFERRAL_TABLES,
        groupings={**OF_REFERRALS, "pathway": on_row("pathway")},
    ),
    "absence_unauth_pct": Counted(
        cases=attendance.absence_unauth_pct,
        per=100,
        tables=(tables.attendance_counts, tables.child_areas),
        groupings={**WARD, "school": on_row("school")},
    ),
    "absence_reason_illness_pct": Counted(
        cases=attendance.absence_reason_illness_pct,
        per=100,
        tables=(tables.attendance_counts, tables.child_areas),
        groupings={**WARD, "school": on_row("school")},
    ),
    "absence_holiday_unauth_pct": Counted(
        cases=attendance.absence_holiday_unauth_pct,
        per=100,
        tables=(tables.attendance_counts, tables.child_areas),
        groupings={**WARD, "school": on_row("school")},
    ),
    "pupil_mobility_pct": Counted(
        cases=pupils.pupil_mobility_pct,
        per=100,
        tables=(tables.enrolments, tables.child_areas),
        groupings={
            **WARD,
            "school": on_row("setting"),
            "phase": on_row("phase"),
            "governance": on_row("governance"),
        },
    ),
    "he_by_19_pct": Counted(
        cases=pupils.he_by_19_pct,
        per=100,
        tables=(tables.leaver_destinations,),
        groupings={"sex": on_row("sex"), "free_meals": pupils.free_meals, "sen": on_row("sen")},
    ),
    "pex_notified_count": Counted(
        cases=pex.pex_notified_count,
        per=None,
        tables=EXCLUSION_TABLES,
        groupings=by_exclusion("phase", "sex", "reason"),
    ),
    "pex_confirmed_count": Counted(
        cases=pex.pex_confirmed_count,
        per=None,
        tables=EXCLUSION_TABLES,
        groupings=by_exclusion("phase", "sex", "reason"),
    ),
    "pex_conversion_pct": Counted(
        cases=pex.pex_conversion_pct,
        per=100,
        tables=EXCLUSION_TABLES,
        groupings=by_exclusion("phase", "sex", "reason"),
    ),
    "pex_phase_split": Counted(
        cases=pex.pex_phase_split,
        per=100,
        tables=EXCLUSION_TABLES,
        groupings=by_exclusion("sex", "reason"),
    ),
    "pex_reason_persistent_pct": Counted(
        cases=pex.pex_reason_persistent_pct,
        per=100,
        tables=EXCLUSION_TABLES,
        groupings=by_exclusion("phase", "sex"),
    ),
    "pex_repeat_count": Counted(
        cases=pex.pex_repeat_count,
        per=None,
        tables=EXCLUSION_TABLES,
        groupings=by_exclusion("phase", "sex"),
    ),
    "pex_ward_rate": Counted(
        cases=pex.pex_ward_rate,
        per=10000,
        tables=(*EXCLUSION_TABLES, tables.population),
        groupings={"ward": pex.home_or_resident, "sex": on_row("sex")},
    ),
    "pex_day6_pct": Counted(
        cases=pex.pex_day6_pct,
        per=100,
        tables=(*EXCLUSION_TABLES, tables.school_closures),
        groupings=by_exclusion("phase", "sex", "sen"),
    ),
    "pex_day6_overdue_open": Counted(
        cases=pex.pex_day6_overdue_open,
        per=100,
        tables=(*EXCLUSION_TABLES, tables.school_closures),
        groupings=by_exclusion("phase", "sex", "sen"),
    ),
}
