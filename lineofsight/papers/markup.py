"""Text made safe for the form that it goes into, and elements of HTML and SVG."""

from __future__ import annotations

import re
from html import escape

# What XML 1.0 cannot hold: most control characters, lone surrogates, and two non-characters.
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VOID = {"meta", "br", "link"}


def plain(text: str) -> str:
    """Return the text with every character that XML cannot hold replaced by the replacement character."""
    return _NOT_IN_XML.sub("\ufffd", text)


def text(words: str) -> str:
    """Return words as HTML or XML text."""
    return escape(plain(words), quote=True)


def element(name: str, /, *children: str, **attributes: str | float | None) -> str:
    """Return an element. Children are markup already; attributes are escaped here, None leaves one out.

    An underscore stands for a hyphen (``stroke_width``), and one at the end is dropped (``class_``). Capitals are
    kept (``viewBox``).
    """
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(children)
    if name in _VOID:
        return f"<{name}{pairs}>"
    return f"<{name}{pairs}>{body}</{name}>"


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return text(value)
    return number(value)


def number(value: float) -> str:
    """Return a coordinate with one decimal at most: a drawing needs no more, and tells no more."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
