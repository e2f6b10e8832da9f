"""Every return that is known, and which of them a file is, by what is in it and never by its name."""

from __future__ import annotations

from pathlib import Path

from lineofsight.returns import (
    after_sixteen,
    annex_a,
    areas,
    attendance,
    audits,
    care_registers,
    cin_groups,
    contacts,
    csww_groups,
    early_help,
    ehc,
    enrolments,
    exclusions,
    fostering,
    health_assessments,
    health_referrals,
    names,
    observations,
    population,
    provider_lists,
    school_census,
    school_census_parts,
    school_closures,
    section_47_outcomes,
    sen2_csv,
    sen2_header,
    sen2_people,
    ssda903_csv,
    ssda903_groups,
    strategy_discussions,
    supervisions,
    visits,
    worker_moves,
    workforce,
)
from lineofsight.returns.cells import Cell
from lineofsight.returns.cin import CIN_CENSUS
from lineofsight.returns.csww import CSWW
from lineofsight.returns.elements import Group
from lineofsight.returns.headings import Match, nearest, part_of
from lineofsight.returns.model import Return, SetAside
from lineofsight.returns.parts import Part
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.safeguarding import dataset, unread
from lineofsight.returns.sen2_xml import SEN2_XML
from lineofsight.returns.sheet_returns import JOINED
from lineofsight.returns.sheets import MARKS, empty, opened, start_of
from lineofsight.returns.ssda903_xml import SSDA903_XML

XML_RETURNS: tuple[tuple[Return, tuple[Group, ...]], ...] = (
    (CIN_CENSUS, cin_groups.EVERY_GROUP),
    (SSDA903_XML, ssda903_groups.EVERY_GROUP),
    (SEN2_XML, sen2_people.EVERY_GROUP),
    (CSWW, csww_groups.EVERY_GROUP),
)
SHEET_RETURNS: tuple[tuple[Return, tuple[Part, ...]], ...] = (
    (ssda903_csv.SSDA903_CSV, ssda903_csv.PARTS),
    (sen2_csv.SEN2_CSV, sen2_csv.PARTS),
    (annex_a.ANNEX_A, annex_a.PARTS),
    (ehc.EHC_REQUESTS, ehc.PARTS),
    (exclusions.EXCLUSIONS, exclusions.PARTS),
    (school_closures.SCHOOL_CLOSURES, school_closures.PARTS),
    (enrolments.ENROLMENTS, (enrolments.ENROLMENTS_PART,)),
    (enrolments.EARLY_YEARS, (enrolments.SETTINGS_PART,)),
    (enrolments.ALTERNATIVE_PLACES, (enrolments.PLACES_PART,)),
    (after_sixteen.COURSES, (after_sixteen.COURSES_PART,)),
    (after_sixteen.ACTIVITIES_AFTER_16, (after_sixteen.ACTIVITIES_PART,)),
    (after_sixteen.LEAVER_DESTINATIONS, (after_sixteen.DESTINATIONS_PART,)),
    (health_assessments.HEALTH_ASSESSMENTS, health_assessments.PARTS),
    (health_referrals.HEALTH_REFERRALS, health_referrals.PARTS),
    (care_registers.HEALTH_CHECKS, (care_registers.HEALTH_CHECKS_PART,)),
    (care_registers.CARE_LEAVER_CONTACTS, (care_registers.CARE_LEAVERS_PART,)),
    (fostering.FOSTER_HOMES, (fostering.FOSTER_HOMES_PART,)),
    (workforce.WORKFORCE, workforce.PARTS),
    (worker_moves.WORKER_MOVES, worker_moves.PARTS),
    (audits.PRACTICE_AUDITS, audits.PARTS),
    (population.POPULATION, population.PARTS),
    (areas.AREAS, areas.PARTS),
    (names.NAMES, names.PARTS),
    (observations.OBSERVATIONS, observations.PARTS),
    (strategy_discussions.STRATEGY_DISCUSSIONS, strategy_discussions.PARTS),
    (section_47_outcomes.SECTION_47_OUTCOMES, section_47_outcomes.PARTS),
    (visits.VISITS, visits.PARTS),
    (supervisions.SUPERVISIONS, supervisions.PARTS),
    (contacts.CONTACTS, contacts.PARTS),
    (early_help.EARLY_HELP, early_help.PARTS),
    (attendance.ATTENDANCE_MARKS, attendance.PARTS),
    (school_census.SCHOOL_CENSUS, school_census_parts.PARTS),
    (dataset.SAFEGUARDING_DATASET, dataset.PARTS),
)
RETURNS: tuple[Return, ...] = (
    *(known for known, _ in XML_RETURNS),
    sen2_header.SEN2_HEADER,
    *(known for known, _ in SHEET_RETURNS),
)
PARTS: tuple[Part, ...] = tuple(part for _, parts in SHEET_RETURNS for part in parts)
RETURN_OF: dict[str, Return] = {part.name: known for known, parts in SHEET_RETURNS for part in parts}

COMPARE = "Compare its first row with the columns in docs/reference/returns.md, and name the columns as they stand there."


def recognise(path: Path) -> tuple[Return, str] | SetAside:
    """Which return a file is, with the part of it that it holds, or that it is set aside by name.

    The part's name goes to the return's ``read`` as it is; a workbook of several sheets may hold several parts.
    Raises FileRefusedError for a file that is empty, cannot be opened or is no return that is known, and for a
    workbook that mixes returns (``recognise_all`` names each).
    """
    found = recognise_all(path)
    if isinstance(found, SetAside):
        return found
    if len(found) > 1:
        titles = "; ".join(known.title for known, _ in found)
        raise FileRefusedError(
            "returns_mixed",
            f"The workbook holds sheets of several returns: {titles}.",
            "Save the sheets of each return as a workbook of their own, since each is replaced on its own.",
        )
    return found[0]


def recognise_all(path: Path) -> tuple[tuple[Return, str], ...] | SetAside:
    """Every return that a file holds sheets of, each with its parts. Raises FileRefusedError as ``recognise`` does."""
    if _is_markup(start_of(path)):
        return (_xml_return(path),)
    with opened(path) as sheets:
        headers = [sheet.header for sheet in sheets]
    matches = [seen for header in headers if (seen := part_of(PARTS, header))]
    if matches:
        return _by_return(matches)
    if any(sen2_header.is_header(header) for header in headers):
        return ((sen2_header.SEN2_HEADER, "header"),)
    if any(provider_lists.is_provider_list(header) for header in headers):
        return SetAside(file=path.name, what=provider_lists.WHAT, why=provider_lists.WHY)
    for header in headers:
        if why := unread.why_unread(header):
            return SetAside(file=path.name, what=unread.WHAT, why=why)
    if not any(headers):
        raise empty()
    raise _unknown(headers)


def _is_markup(opening: bytes) -> bool:
    """Whether a file begins with an angle bracket, in whatever encoding: a CSV file never does."""
    return opening.strip(MARKS + b" \t\r\n").startswith(b"<")


def _xml_return(path: Path) -> tuple[Return, str]:
    for known, _ in XML_RETURNS:
        if part := known.recognises(path):
            return known, part
    titles = " or ".join(known.title for known, _ in XML_RETURNS)
    raise FileRefusedError(
        "file_unknown",
        f"The file is XML or a web page, but no return that is known. Looked for: {titles}.",
        "Load the XML file that the case system exports for the return.",
    )


def _by_return(matches: list[Match]) -> tuple[tuple[Return, str], ...]:
    parts: dict[str, list[str]] = {}
    for seen in matches:
        parts.setdefault(RETURN_OF[seen.part.name].name, []).append(seen.part.name)
    return tuple((RETURN_OF[names[0]], JOINED.join(dict.fromkeys(names))) for names in parts.values())


def _unknown(headers: list[list[Cell]]) -> FileRefusedError:
    """Says which return comes closest and what it lacks; never what stands in the file, which may be a child's row."""
    close = [seen for header in headers if (seen := nearest(PARTS, header))]
    if not close:
        titles = "; ".join(known.title for known, _ in SHEET_RETURNS)
        message = f"The first row holds the headings of no return that is known. Looked for: {titles}."
        return FileRefusedError("file_unknown", message, COMPARE)
    best = max(close, key=lambda seen: len(seen.places))
    lacks = ", ".join(f"'{column.header}'" for column in best.missing)
    message = f"The file is no return that is known. It comes closest to this one: {best.part.title}, but lacks {lacks}."
    return FileRefusedError("file_unknown", message, COMPARE)
