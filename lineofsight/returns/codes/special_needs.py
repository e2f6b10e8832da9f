"""Codes of SEN2, the return on education, health and care plans."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.codes.model import Code, CodeList, codes_of

SOURCE = "Guide to SEN2 person level of the Department for Education, 2023 to 2025."

UPN_UNKNOWN = CodeList(
    name="reasons_without_upn",
    title="Reason why there is no unique pupil number",
    source=f"{SOURCE} Public material gives the codes and not their words.",
    codes=codes_of(dict.fromkeys(("UN1", "UN2", "UN3", "UN5", "UN8", "UN9", "UN10"), "")),
)
OUTCOMES = CodeList(
    name="outcomes_of_requests",
    title="Outcome of a request or an assessment",
    source=SOURCE,
    codes=(
        Code(value="Y", meaning="yes: to assess, or to issue a plan", spellings=("yes", "agreed", "issue")),
        Code(value="N", meaning="no", spellings=("no", "refused", "not agreed")),
        Code(value="A", meaning="awaited", spellings=("awaiting", "awaiting decision", "pending")),
        Code(value="W", meaning="withdrawn or ceased", spellings=("withdrawn", "ceased")),
        Code(
            value="H", meaning="historical: decided before the year of the return", spellings=("historical",)
        ),
    ),
)
CEASE_REASONS = CodeList(
    name="reasons_plan_ceased",
    title="Reason why a plan ceased",
    source=SOURCE,
    codes=(
        Code(value="1", meaning="reached the maximum age", spellings=("reached maximum age",)),
        Code(
            value="2",
            meaning="needs are met without a plan",
            spellings=("ongoing educational or training needs being met without a plan",),
        ),
        Code(value="3", meaning="higher education", spellings=("moved on to higher education",)),
        Code(value="4", meaning="paid employment", spellings=("moved on to paid employment",)),
        Code(value="5", meaning="transferred to another authority", spellings=("transferred to another la",)),
        Code(value="6", meaning="no longer wishes to engage", spellings=("no longer wishes to engage",)),
        Code(value="7", meaning="left England", spellings=("moved outside england",)),
        Code(value="8", meaning="died", spellings=("deceased",)),
        Code(value="9", meaning="another", spellings=("other",)),
    ),
)
SETTINGS = CodeList(
    name="settings_without_number",
    title="Setting without a number of its own",
    source=f"{SOURCE} Where no public source gives a code's words, it has none here.",
    codes=(
        Code(
            value="OLA",
            meaning="education otherwise than at a school, by the authority's arrangement",
            spellings=("EOTAS",),
        ),
        *codes_of(
            {
                "OPA": "education otherwise than at a school, by parents' arrangement",
                "EHE": "elective home education",
                "EYP": "early-years provider",
                "OTH": "another",
                "NEET": "not in education, employment or training",
                "NIEC": "",
                "NIEO": "",
            }
        ),
    ),
)
NEEDS = CodeList(
    name="special_needs",
    title="Type of special educational need",
    source=SOURCE,
    codes=(
        *codes_of(
            {
                "SPLD": "specific learning difficulty",
                "MLD": "moderate learning difficulty",
                "SLD": "severe learning difficulty",
                "PMLD": "profound and multiple learning difficulty",
                "SEMH": "social, emotional and mental health",
                "SLCN": "speech, language and communication needs",
                "HI": "hearing impairment",
                "VI": "vision impairment",
                "MSI": "multi-sensory impairment",
                "PD": "physical disability",
                "ASD": "autistic spectrum disorder",
            }
        ),
        Code(value="DS", meaning="Down syndrome", since=date(2025, 1, 1)),
        Code(value="OTH", meaning="another difficulty or disability", spellings=("OTHER",)),
    ),
)
