"""The files as they came, under names that every operating system accepts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from lineofsight.record.durable import replace
from lineofsight.record.errors import UnknownOriginalError
from lineofsight.record.folders import Folders
from lineofsight.record.loads import Load, Original, StoredFile

_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?")
_PIECE = 1 << 20


def sha256_of(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_original(source: Path, folder: Path, name: str) -> StoredFile:
    """Copy a file into the folder under the name, hashing what is written."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reading, target.open("xb") as writing:
        while piece := reading.read(_PIECE):
            digest.update(piece)
            size += writing.write(piece)
    return StoredFile(name=name, sha256=digest.hexdigest(), bytes=size)


def note_cut(folders: Folders, load_id: str, file: str, *, how: str, rest: bytes | None) -> None:
    """Note what an erasure makes of a file, and the SHA-256 that it has from then on (None: the file goes)."""
    notes = cut_notes(folders, load_id)
    notes[file] = {"how": how, "sha256": None if rest is None else hashlib.sha256(rest).hexdigest()}
    replace(folders.cut_notes(load_id), json.dumps(notes, indent=2).encode())


def cut_notes(folders: Folders, load_id: str) -> dict[str, dict[str, str | None]]:
    """What erasures made of a load's files: those that are no longer as they came."""
    path = folders.cut_notes(load_id)
    if not path.exists():
        return {}
    notes: dict[str, dict[str, str | None]] = json.loads(path.read_text(encoding="utf-8"))
    return notes


def trace(folders: Folders, load: Load, file: str, sheet: str, row: int) -> Original:
    """The stored file that a row came from. Raises UnknownOriginalError if the load has none of this name, or no longer."""
    note = cut_notes(folders, load.id).get(file, {})
    for stored in load.files:
        if stored.name == file:
            path = folders.original(load.id, file)
            if not path.exists():
                raise UnknownOriginalError(f"{file} of {load.id} is gone: {note.get('how')}, who was erased.")
            sha256 = note.get("sha256") or stored.sha256
            return Original(path=path, load=load.id, file=file, sheet=sheet, row=row, sha256=sha256)
    raise UnknownOriginalError(f"{load.id} has no file {file}.")


def name_inside_load(name: str, taken: Iterable[str]) -> str:
    """The name under which an original is kept: relative, with its sub-folder, accepted by Windows, and not yet taken.

    ``2024/Episodes.csv`` stays as it is; a second one becomes ``2024 (2)/Episodes.csv``. Names that differ only in
    case are one name, since they are one file on Windows.
    """
    wanted = PurePosixPath(*(_clean(part) for part in _parts(name)))
    names = [PurePosixPath(other.casefold()) for other in taken]
    candidate, number = wanted, 1
    while _clashes(PurePosixPath(str(candidate).casefold()), names):
        number += 1
        candidate = _numbered(wanted, number)
    return str(candidate)


def _parts(name: str) -> list[str]:
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return parts or ["file"]


def _clean(part: str) -> str:
    cleaned = _FORBIDDEN.sub("_", part).rstrip(" .") or "_"
    return f"_{cleaned}" if _RESERVED.fullmatch(cleaned) else cleaned


def _clashes(candidate: PurePosixPath, names: list[PurePosixPath]) -> bool:
    return any(candidate == n or candidate in n.parents or n in candidate.parents for n in names)


def _numbered(name: PurePosixPath, number: int) -> PurePosixPath:
    # The first part is numbered, so that a file can stand beside a folder of the same name.
    first, *rest = name.parts
    if rest:
        return PurePosixPath(f"{first} ({number})", *rest)
    return name.with_name(f"{name.stem} ({number}){name.suffix}")
