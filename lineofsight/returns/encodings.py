"""Which encoding a text file is written in: told for certain, recognised with a warning, or refused by name."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.values import Caution

CHUNK = 1024 * 1024
SURROUNDINGS = 2 * 1024  # bytes of the opening, whatever is in it
SAMPLE = 32 * 1024  # bytes of lines with other than ASCII letters: enough to tell, quick to weigh
WESTERN = ("cp1252", "mac_roman", "cp850")  # what Windows, old Macs and DOS write in Britain
SAVE_AS_UTF8 = "Save the file as UTF-8 (in Excel: Save As, 'CSV UTF-8') and load that."
TITLES = {"cp1252": "Windows-1252", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


@dataclass(frozen=True)
class Encoding:
    """The codec's name, and what to warn of where it is not UTF-8."""

    codec: str
    caution: Caution | None = None


def encoding_of(path: Path) -> Encoding:
    """The encoding of a text file, read once as a stream. Raises FileRefusedError when it cannot be told."""
    with path.open("rb") as file:
        opening = file.read(SAMPLE)
    if opening.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _refused("UTF-32")
    if opening.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _recognised("utf-16")
    if b"\0" in opening and (codec := _utf16_without_mark(opening)):
        return _recognised(codec)
    if _is_utf8(path):
        return Encoding("utf-8-sig")
    return _weighed(path)


def _recognised(codec: str) -> Encoding:
    title = TITLES[codec]
    message = f"The file is not written in UTF-8; it was recognised as {title} and read as that."
    return Encoding(codec, Caution("encoding_recognised", message, SAVE_AS_UTF8))


def _refused(title: str) -> FileRefusedError:
    return FileRefusedError(
        "encoding_refused",
        f"The file is not written in UTF-8. It seems to be {title}, which cannot be told for certain.",
        SAVE_AS_UTF8,
    )


def _utf16_without_mark(opening: bytes) -> str | None:
    """UTF-16 of English text has a zero in nearly every second byte."""
    pairs = len(opening) // 2
    high, low = opening[1::2].count(0), opening[0::2].count(0)
    if high > 0.8 * pairs and not low:
        return "utf-16-le"
    if low > 0.8 * pairs and not high:
        return "utf-16-be"
    return None


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(CHUNK):
                if b"\0" in chunk:
                    raise no_text()
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _weighed(path: Path) -> Encoding:
    sample = _lines_beyond_ascii(path)
    found = from_bytes(sample, cp_isolation=list(WESTERN))
    best = found.best()
    # Where two explain the bytes equally well (a pound sign alone), Windows wrote the file.
    if best and any("cp1252" in seen.could_be_from_charset and seen.chaos <= best.chaos for seen in found):
        return _recognised("cp1252")
    likeliest = best or from_bytes(sample).best()
    raise _refused(likeliest.encoding if likeliest else "no encoding that is known")


def _lines_beyond_ascii(path: Path) -> bytes:
    with path.open("rb") as file:
        sample = bytearray(file.read(SURROUNDINGS))  # a lone letter without them can be weighed as anything
        file.seek(0)
        while len(sample) < SAMPLE and (line := file.readline(SAMPLE)):
            if not line.isascii():
                sample += line
    return bytes(sample)


def no_text() -> FileRefusedError:
    """Why a file with zero bytes is refused: a damaged text, or no text at all."""
    return FileRefusedError(
        "file_not_text",
        "The file holds bytes that no text has (NUL): it is damaged, or it is not a text file.",
        "Export the file again as CSV or xlsx.",
    )
