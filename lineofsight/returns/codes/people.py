"""Codes about a person, which several returns share."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.codes.model import Code, CodeList, codes_of

LAST_DAY_OF_FIGURES = date(2024, 3, 31)

SEXES = CodeList(
    name="sexes",
    title="Sex",
    source="Specifications of the children in need census and of SSDA903: letters from 2024 to 2025, figures before.",
    codes=(
        *codes_of({"M": "male", "F": "female", "U": "not known, or not yet born"}),
        Code(value="1", meaning="male", until=LAST_DAY_OF_FIGURES, became="M"),
        Code(value="2", meaning="female", until=LAST_DAY_OF_FIGURES, became="F"),
        Code(value="0", meaning="not recorded, or not yet born", until=LAST_DAY_OF_FIGURES, became="U"),
        Code(value="9", meaning="indeterminate", until=LAST_DAY_OF_FIGURES, became="U"),
    ),
)
ETHNICITIES = CodeList(
    name="ethnicities",
    title="Ethnicity",
    source="Main codes of ethnicity of the Department for Education, which its children's returns share.",
    codes=codes_of(
        {
            "WBRI": "White British",
            "WIRI": "White Irish",
            "WIRT": "Traveller of Irish heritage",
            "WOTH": "any other White background",
            "WROM": "Gypsy or Roma",
            "MWBC": "White and Black Caribbean",
            "MWBA": "White and Black African",
            "MWAS": "White and Asian",
            "MOTH": "any other mixed background",
            "AIND": "Indian",
            "APKN": "Pakistani",
            "ABAN": "Bangladeshi",
            "AOTH": "any other Asian background",
            "BCRB": "Caribbean",
            "BAFR": "African",
            "BOTH": "any other Black background",
            "CHNE": "Chinese",
            "OOTH": "any other ethnic group",
            "REFU": "refused",
            "NOBT": "not obtained",
        }
    ),
)
