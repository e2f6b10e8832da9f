"""Rules about enrolments, early-years settings, courses and activities after 16."""

from __future__ import annotations

from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.rules.spells import several
from lineofsight.returns.tables import activities, courses, early_years_settings, enrolments

_settings = Beside(of=early_years_settings.rows, by={"setting": "setting"})

RULES = (
    Rule(
        id="enrolled_in_unknown_setting",
        table=enrolments,
        broken=(enrolments.kind == "early_years") & _settings.lacks_alone(enrolments),
        column="setting",
        beside=(_settings,),
        message="The early-years setting is not in the list of settings, so its kind and ward are unknown.",
        remedy="Write the setting as the list does, or add it there.",
    ),
    Rule(
        id="setting_closed_before_it_opened",
        table=early_years_settings,
        broken=early_years_settings.closed < early_years_settings.opened,
        column="closed",
        message="The setting closed before it opened.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="planned_to_end_before_it_starts",
        table=courses,
        broken=courses.planned_end < courses.started,
        column="planned_end",
        message="The course was planned to end before it started.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="two_activities_at_once",
        table=activities,
        broken=several(activities.ended.isnull(), activities),
        column="started",
        message="The young person has two or more activities that have not ended.",
        remedy="End the one that is over.",
    ),
)
