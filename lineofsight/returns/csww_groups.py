"""The elements of the children's social work workforce census and the columns that they fill.

From DfE's specification of the census, 2017 to 2025: ``LALevelVacancies`` was the name of ``LALevel`` until 2024,
``GenderCurrent`` that of ``Sex``, and ``QualInst`` and ``CFKSSstatus`` were dropped in 2025.
"""

from __future__ import annotations

from lineofsight.returns.codes import workers
from lineofsight.returns.elements import Group, Leaf
from lineofsight.returns.leaves import leaf_of
from lineofsight.returns.parts import Codes, Need, Parser, ReadColumn, listed
from lineofsight.returns.tables import census_posts, census_workers
from lineofsight.returns.values import flag, identifier, iso_date, number, sex, trimmed, whole
from lineofsight.returns.workforce import full_time_share


def _leaf(to: str, as_: Parser | Codes, need: Need = Need.OPTIONAL) -> Leaf:
    return leaf_of(ReadColumn(to, to, as_, need))


WORKER = Group(
    table=census_workers.name,
    path="CSWWWorker",
    leaves={
        "AgencyWorker": _leaf("is_agency", flag),
        "SWENo": _leaf("worker_id", identifier, Need.REQUIRED),
        "FTE": _leaf("full_time_share", full_time_share),
        "PersonBirthDate": _leaf("born", iso_date),
        "Sex": _leaf("sex", sex),
        "GenderCurrent": _leaf("sex", sex),
        "Ethnicity": _leaf("ethnicity", trimmed),
        "QualLevel": _leaf("qualification", listed(workers.QUALIFICATIONS)),
        "StepUpGrad": _leaf("step_up_graduate", flag),
        "FrontlineGrad": _leaf("frontline_graduate", listed(workers.FRONTLINE)),
        "OrgRole": _leaf("role", listed(workers.ROLES)),
        "RoleStartDate": _leaf("role_started", iso_date),
        "StartOrigin": _leaf("came_from", listed(workers.ORIGINS)),
        "RoleEndDate": _leaf("role_ended", iso_date, Need.TRUSTED),
        "LeaverDestination": _leaf("went_to", listed(workers.DESTINATIONS)),
        "ReasonLeave": _leaf("reason_left", listed(workers.REASONS_LEFT)),
        "FTE30": _leaf("share_with_cases", full_time_share),
        "Cases30": _leaf("cases", whole),
        "WorkingDaysLost": _leaf("days_lost", number),
        "ContractWeeks": _leaf("contract_weeks", number),
        "Absat30Sept": _leaf("is_absent", flag),
        "ReasonAbsence": _leaf("reason_absent", listed(workers.REASONS_ABSENT)),
    },
    # Where the worker qualified, and what the worker is paid: no figure needs them, so they are not kept.
    elsewhere=frozenset({"QualInst", "CFKSSstatus", "BaseSalary", "RRPayments", "OtherPayments"}),
)
POSTS = Group(
    table=census_posts.name,
    path="LALevel",
    leaves={
        "NumberOfVacancies": _leaf("vacancies", number),
        "NoAgencyFTE": _leaf("agency_share", number),
        "NoAgencyHeadcount": _leaf("agency_workers", whole),
    },
    elsewhere=frozenset(
        {
            "RecruitmentBonus",
            "RetentionBonus",
            "PerformanceAward",
            "CarAllowance",
            "RelocationPackage",
            "RegionalWeighting",
            "CostSWE",
            "CostDBS",
            "OtherAllowances",
        }
    ),
)
GROUPS = {"CSWWWorker": WORKER, "LALevel": POSTS, "LALevelVacancies": POSTS}
EVERY_GROUP = (WORKER, POSTS)
