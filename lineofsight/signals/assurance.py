"""What a target can expect of a process that stays as it is."""

from __future__ import annotations

from lineofsight.council import Target
from lineofsight.readings import Polarity
from lineofsight.signals.chart import Assurance
from lineofsight.signals.limits import Limits
from lineofsight.signals.profile import MDC, Profile


def assurance(
    target: Target, limits: Limits, at: int, *, polarity: Polarity, profile: Profile = MDC
) -> Assurance | None:
    """Whether the limits at a point lie wholly on one side of the target; None without limits or a direction.

    A target exactly on a limit is decided under ``mdc-2024`` and hit or miss under ``nhsr-0.2.2``. A limit that stands
    where a figure cannot pass (0, or 100%) decides nothing by equality: a month at 100% does meet a target of 100%.
    """
    lower, upper = limits.lower(at), limits.upper(at)
    if polarity is Polarity.CONTEXT or lower is None or upper is None:
        return None
    on_limit = profile.target_on_the_limit_decides
    above = target.value > upper or (on_limit and target.value == upper != limits.most)
    below = target.value < lower or (on_limit and target.value == lower != limits.least)
    if not above and not below:
        return Assurance.HIT_OR_MISS
    return Assurance.MET if below == target.at_least else Assurance.MISSED
