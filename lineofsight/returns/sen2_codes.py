"""The code lists of the SEN2 return, of all years, with what exports write instead."""

from __future__ import annotations

from lineofsight.returns.ehc import OUTCOMES as OUTCOMES
from lineofsight.returns.parts import codes

UPN_UNKNOWN = codes("UN1 UN2 UN3 UN5 UN8 UN9 UN10")
CEASE_REASONS = codes(
    "1 2 3 4 5 6 7 8 9",
    {
        "reached maximum age": "1",
        "ongoing educational or training needs being met without a plan": "2",
        "moved on to higher education": "3",
        "moved on to paid employment": "4",
        "transferred to another la": "5",
        "no longer wishes to engage": "6",
        "moved outside england": "7",
        "deceased": "8",
        "other": "9",
    },
)
SETTINGS = codes(
    "OLA OPA EHE EYP OTH NEET NIEC NIEO",
    {"EOTAS": "OLA"},
)
NEEDS = codes("SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH", {"OTHER": "OTH"})
ETHNICITIES = codes(
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
)
