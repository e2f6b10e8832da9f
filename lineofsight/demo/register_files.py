"""The council's registers: by the name of each file, the return that it is, and what makes its sheets."""

from __future__ import annotations

from collections.abc import Callable

from lineofsight.demo import (
    after_sixteen,
    audit_sheets,
    care_registers,
    daily_work,
    education,
    enquiry_sheets,
    other_places,
    registers,
    turnover_sheets,
)
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

REGISTERS: tuple[tuple[str, str, Callable[[Society], Sheet]], ...] = (
    ("population", "population", registers.population),
    ("wards_and_teams", "areas", registers.wards_and_teams),
    ("initial_health_assessments", "health_assessments", registers.health_assessments),
    ("health_checks", "health_checks", care_registers.health_checks),
    ("care_leavers", "care_leaver_contacts", care_registers.care_leavers),
    ("foster_homes", "foster_homes", care_registers.foster_homes),
    ("ehc_requests", "ehc_requests", registers.ehc_requests),
    ("exclusions", "exclusions", education.exclusions),
    ("strategy_discussions", "strategy_discussions", enquiry_sheets.strategy_discussions),
    ("section_47_outcomes", "section_47_outcomes", enquiry_sheets.section_47_outcomes),
    ("health_referrals", "health_referrals", registers.health_referrals),
    ("contacts", "contacts", daily_work.contacts),
    ("early_help", "early_help", daily_work.early_help),
    ("visits", "visits", daily_work.visits),
    ("supervisions", "supervisions", daily_work.supervisions),
    ("enrolments", "enrolments", education.enrolments),
    ("leaver_destinations", "leaver_destinations", education.leaver_destinations),
    ("early_years_settings", "early_years_settings", other_places.early_years_settings),
    ("alternative_places", "alternative_places", other_places.alternative_places),
    ("courses", "courses", after_sixteen.courses),
    ("activities", "activities", after_sixteen.activities),
    ("school_closures", "school_closures", education.school_closures),
)
WORKBOOKS: tuple[tuple[str, str, tuple[Callable[[Society], Sheet], ...]], ...] = (
    ("workforce", "workforce", (registers.workers, registers.allocations)),
    (
        "vacancies_and_moves",
        "worker_moves",
        (turnover_sheets.vacancies, turnover_sheets.moves, turnover_sheets.programmes),
    ),
    ("practice_audits", "practice_audits", (audit_sheets.audits, audit_sheets.answers)),
)
