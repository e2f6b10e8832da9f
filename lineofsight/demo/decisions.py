"""What the synthetic council has decided: its council.toml."""

from __future__ import annotations

from lineofsight.demo.places import COUNCIL


def council_file() -> str:
    """The text of the synthetic council's council.toml."""
    return f'''# What {COUNCIL} decides. council.example.toml in the repository explains every key.
name = "{COUNCIL}"
panel_name = "Children's Scrutiny Panel"

[indicators.icpc_15wd_pct]
target = {{ at_least = 85, from = 2023-04-01, set_by = "Improvement Board" }}

[indicators.iha_20wd_pct]
target = {{ at_least = 85, from = 2023-04-01, set_by = "Corporate Parenting Board" }}

[indicators.ehcp_20w_exc_pct]
target = {{ at_least = 60, from = 2024-01-01, set_by = "SEND Partnership Board" }}

# What is counted as a referral changed on 1 April 2025, so the chart begins a new baseline there.
[indicators.rereferral_12m_pct]
baselines = [
    {{ first = 2025-04-01, last = 2026-03-31, reason = "Contacts that only asked for advice are recorded as referrals", by = "Performance Board" }},
]

[indicators.sw_caseload_avg]
target = {{ at_most = 18, from = 2023-04-01, set_by = "Director of Children's Services" }}
'''
