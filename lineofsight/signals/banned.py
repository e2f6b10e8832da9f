"""Words that no automatic sentence about a figure may use: each claims what the figure cannot give."""

from __future__ import annotations

import re

_BANNED = (
    r"significant(?:ly)?",
    r"prov(?:e|es|ed|en|ing)",
    r"due to",
    r"because",
    r"success(?:es|ful|fully)?",
    r"failures?",
    r"on track",
    r"best",
    r"worst",
)
_TREND = r"trends?"
_TOO_FINE = (
    r"\d+\.\d+\s*(?:%|per cent)|\d+\.\d{2,}"  # percentages are whole in prose; nothing has two decimals
)


def banned_words(text: str, *, trend_fired: bool = False) -> list[str]:
    """The words and numbers in a text that an automatic sentence may not use, as they stand there; empty if none.

    ``trend`` is allowed only where the trend rule fired.
    """
    words = [*_BANNED] if trend_fired else [*_BANNED, _TREND]
    pattern = rf"\b(?:{'|'.join(words)})\b|{_TOO_FINE}"
    return [found.group() for found in re.finditer(pattern, text, flags=re.IGNORECASE)]
