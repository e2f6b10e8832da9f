"""The code lists of the reference page, each told once however many columns take from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lineofsight.returns.forms import CodeWord, code_words
from lineofsight.returns.parts import Codes, Parser

Words = tuple[CodeWord, ...]


@dataclass
class Lists:
    """The lists met so far, by their words, each with the columns that take from it."""

    found: dict[Words, list[str]] = field(default_factory=dict)
    sources: dict[Words, str] = field(default_factory=dict)  # of the lists that others publish

    def named(self, as_: Parser | Codes, where: str) -> str:
        """A link to the list that a column takes its codes from; nothing for a column without codes."""
        words = code_words(as_)
        if not words:
            return ""
        takers = self.found.setdefault(words, [])
        if isinstance(as_, Codes) and as_.of:
            self.sources[words] = as_.of.source
        if where not in takers:
            takers.append(where)
        number = list(self.found).index(words) + 1
        return f"a code of [list {number}](#list-{number})"

    def section(self) -> Iterator[str]:
        """Every list, in the order in which the page first speaks of it."""
        yield "## Code lists\n"
        yield "What stands in brackets behind a code is understood for it. Capitals and blanks make no difference.\n"
        for number, (words, takers) in enumerate(self.found.items(), start=1):
            yield f"### List {number}\n"
            yield f"For {'; '.join(takers)}.\n"
            if source := self.sources.get(words):
                yield f"Source: {source}\n"
            told = any(word.meaning or word.since or word.until for word in words)
            yield _listed(words) if told else f"{'; '.join(_said(word) for word in words)}.\n"


def _listed(words: Words) -> str:
    return "".join(f"- {_said(word)}\n" for word in words)


def _said(word: CodeWord) -> str:
    also = f" ({', '.join(word.also)})" if word.also else ""
    meaning = f": {word.meaning}" if word.meaning else ""
    since = f"; since {word.since:%d/%m/%Y}" if word.since else ""
    until = f"; until {word.until:%d/%m/%Y}" if word.until else ""
    return f"`{word.code}`{also}{meaning}{since}{until}"
