"""Every table that a return fills, by its name in the service, with the key that makes one event one row."""

from __future__ import annotations

from lineofsight.returns.columns import Table
from lineofsight.returns.tables import (
    annex_a,
    attendance,
    care_registers,
    children_in_need,
    education,
    health_services,
    looked_after,
    people,
    registers,
    safeguarding,
    school_census,
    sen2,
    social_care,
    workforce,
)
from lineofsight.returns.tables import (
    audits as practice_audits,
)
from lineofsight.returns.tables.attendance import (
    attendance_counts as attendance_counts,
)
from lineofsight.returns.tables.attendance import (
    attendance_marks as attendance_marks,
)
from lineofsight.returns.tables.audits import (
    audit_answers as audit_answers,
)
from lineofsight.returns.tables.audits import (
    audits as audits,
)
from lineofsight.returns.tables.care_registers import (
    care_leaver_contacts as care_leaver_contacts,
)
from lineofsight.returns.tables.care_registers import (
    foster_homes as foster_homes,
)
from lineofsight.returns.tables.care_registers import (
    health_checks as health_checks,
)
from lineofsight.returns.tables.children_in_need import (
    assessment_factors as assessment_factors,
)
from lineofsight.returns.tables.children_in_need import (
    assessments as assessments,
)
from lineofsight.returns.tables.children_in_need import (
    child_in_need_plans as child_in_need_plans,
)
from lineofsight.returns.tables.children_in_need import (
    child_protection_plans as child_protection_plans,
)
from lineofsight.returns.tables.children_in_need import (
    child_protection_reviews as child_protection_reviews,
)
from lineofsight.returns.tables.children_in_need import (
    children as children,
)
from lineofsight.returns.tables.children_in_need import (
    conferences as conferences,
)
from lineofsight.returns.tables.children_in_need import (
    disabilities as disabilities,
)
from lineofsight.returns.tables.children_in_need import (
    pre_proceedings as pre_proceedings,
)
from lineofsight.returns.tables.children_in_need import (
    referrals as referrals,
)
from lineofsight.returns.tables.children_in_need import (
    section_47_enquiries as section_47_enquiries,
)
from lineofsight.returns.tables.education import (
    activities as activities,
)
from lineofsight.returns.tables.education import (
    alternative_places as alternative_places,
)
from lineofsight.returns.tables.education import (
    courses as courses,
)
from lineofsight.returns.tables.education import (
    early_years_settings as early_years_settings,
)
from lineofsight.returns.tables.education import (
    enrolments as enrolments,
)
from lineofsight.returns.tables.education import (
    leaver_destinations as leaver_destinations,
)
from lineofsight.returns.tables.given import (
    GIVEN as GIVEN,
)
from lineofsight.returns.tables.given import (
    periods as periods,
)
from lineofsight.returns.tables.given import (
    settings as settings,
)
from lineofsight.returns.tables.given import (
    working_days as working_days,
)
from lineofsight.returns.tables.health_services import (
    health_referrals as health_referrals,
)
from lineofsight.returns.tables.looked_after import (
    adoptions as adoptions,
)
from lineofsight.returns.tables.looked_after import (
    care_leavers as care_leavers,
)
from lineofsight.returns.tables.looked_after import (
    deprivations_of_liberty as deprivations_of_liberty,
)
from lineofsight.returns.tables.looked_after import (
    episodes as episodes,
)
from lineofsight.returns.tables.looked_after import (
    looked_after_children as looked_after_children,
)
from lineofsight.returns.tables.looked_after import (
    looked_after_outcomes as looked_after_outcomes,
)
from lineofsight.returns.tables.looked_after import (
    looked_after_reviews as looked_after_reviews,
)
from lineofsight.returns.tables.looked_after import (
    missing_episodes as missing_episodes,
)
from lineofsight.returns.tables.looked_after import (
    placements_for_adoption as placements_for_adoption,
)
from lineofsight.returns.tables.looked_after import (
    previous_permanence as previous_permanence,
)
from lineofsight.returns.tables.looked_after import (
    social_worker_episodes as social_worker_episodes,
)
from lineofsight.returns.tables.looked_after import (
    unaccompanied_children as unaccompanied_children,
)
from lineofsight.returns.tables.observations import (
    TABLES as OBSERVED,
)
from lineofsight.returns.tables.observations import (
    observations as observations,
)
from lineofsight.returns.tables.people import (
    names as names,
)
from lineofsight.returns.tables.registers import (
    allocations as allocations,
)
from lineofsight.returns.tables.registers import (
    child_areas as child_areas,
)
from lineofsight.returns.tables.registers import (
    ehc_requests as ehc_requests,
)
from lineofsight.returns.tables.registers import (
    exclusion_statuses as exclusion_statuses,
)
from lineofsight.returns.tables.registers import (
    initial_health_assessments as initial_health_assessments,
)
from lineofsight.returns.tables.registers import (
    population as population,
)
from lineofsight.returns.tables.registers import (
    school_closures as school_closures,
)
from lineofsight.returns.tables.registers import (
    workers as workers,
)
from lineofsight.returns.tables.safeguarding import (
    involvements as involvements,
)
from lineofsight.returns.tables.safeguarding import (
    legal_statuses as legal_statuses,
)
from lineofsight.returns.tables.safeguarding import (
    placements as placements,
)
from lineofsight.returns.tables.safeguarding import (
    teams as teams,
)
from lineofsight.returns.tables.school_census import (
    census_pupils as census_pupils,
)
from lineofsight.returns.tables.school_census import (
    census_sessions as census_sessions,
)
from lineofsight.returns.tables.school_census import (
    census_suspensions as census_suspensions,
)
from lineofsight.returns.tables.sen2 import (
    sen_active_plans as sen_active_plans,
)
from lineofsight.returns.tables.sen2 import (
    sen_assessments as sen_assessments,
)
from lineofsight.returns.tables.sen2 import (
    sen_named_plans as sen_named_plans,
)
from lineofsight.returns.tables.sen2 import (
    sen_needs as sen_needs,
)
from lineofsight.returns.tables.sen2 import (
    sen_persons as sen_persons,
)
from lineofsight.returns.tables.sen2 import (
    sen_placements as sen_placements,
)
from lineofsight.returns.tables.sen2 import (
    sen_plan_details as sen_plan_details,
)
from lineofsight.returns.tables.sen2 import (
    sen_requests as sen_requests,
)
from lineofsight.returns.tables.social_care import (
    contacts as contacts,
)
from lineofsight.returns.tables.social_care import (
    early_help_episodes as early_help_episodes,
)
from lineofsight.returns.tables.social_care import (
    section_47_outcomes as section_47_outcomes,
)
from lineofsight.returns.tables.social_care import (
    strategy_discussions as strategy_discussions,
)
from lineofsight.returns.tables.social_care import (
    supervisions as supervisions,
)
from lineofsight.returns.tables.social_care import (
    visits as visits,
)
from lineofsight.returns.tables.workforce import (
    apprenticeships as apprenticeships,
)
from lineofsight.returns.tables.workforce import (
    census_posts as census_posts,
)
from lineofsight.returns.tables.workforce import (
    census_workers as census_workers,
)
from lineofsight.returns.tables.workforce import (
    vacancies as vacancies,
)
from lineofsight.returns.tables.workforce import (
    worker_moves as worker_moves,
)

HELD: tuple[Table, ...] = (
    *children_in_need.TABLES,
    *looked_after.TABLES,
    *people.TABLES,
    *registers.TABLES,
    *social_care.TABLES,
    *safeguarding.TABLES,
    *school_census.TABLES,
    *sen2.TABLES,
    *education.TABLES,
    *attendance.TABLES,
    *annex_a.TABLES,
    *workforce.TABLES,
    *practice_audits.TABLES,
    *health_services.TABLES,
    *care_registers.TABLES,
    *OBSERVED,
)
BY_NAME = {table.name: table for table in HELD}
