"""No command says whose rows it looks at, unless it was asked to show values and told why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from lineofsight.cli import COMMANDS, main
from lineofsight.record import Record
from tests.unit.cli.conftest import Los, run
from tests.unit.run.one_child import CHILD, NAME, NUMBER, OTHER, SHARED, SIBLING, files, load_all

# Commands that make a home of their own, run for ever, or are for those who build the product.
ELSEWHERE = {"demo", "serve", "worker", "bench", "test"}
# What stands for a required argument or option, by its name; {} is an empty folder, {files} the files, {home} the home.
GIVEN = {
    "paths": "{files}",
    "id_": "cpp_rate",
    "load_id": "load-000004",
    "child": CHILD,
    "month": "2024-03",
    "out": "{}/out",
    "folder": "{}/backups",
    "source": "{files}/../backups",
    "reason": "a test",
    "key": "2023-24",
    "date": "2024-03-31",
    "day": "2024-03-31",
    "meeting": "2026-12-01",
    "name": "areas",
    "path": "{files}/areas.xlsx",
    "file": "{files}/areas.xlsx",
}
SECRETS = (CHILD, NUMBER, NAME, SIBLING, OTHER, SHARED, "31/02/2023")


def every(group: click.Group, *before: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from every(command, *before, name)
        elif name not in ELSEWHERE:
            yield (*before, name), command


WALKED = dict(every(main))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files with a value that cannot be read, a home that holds them, and a run."""
    folder = tmp_path_factory.mktemp("walk")
    files(folder / "files")
    load_all(Record.open(folder / "home"), folder / "files")
    to = ("--to", "2024-03-31", "--months", "12", "--only", "cpp_rate")
    assert run("measure", *to, "--home", folder / "home").code == 0
    assert run("backup", folder / "backups", "--home", folder / "home").code == 0
    return folder


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made / "home", tmp_path / "home")


def words(names: tuple[str, ...], made: Path, empty: Path, *, but: str = "") -> list[str]:
    """The command with all that it needs, and its reason, key and list of children where it takes them; ``but`` is left out."""
    said = list(names)
    for param in WALKED[names].params:
        wanted = param.required or param.name in ("reason", "key", "listed")
        if param.name == "replace":
            said.append("--replace")
        if not wanted or param.name == but:
            continue
        given = GIVEN.get(str(param.name))
        choices = param.type.choices if isinstance(param.type, click.Choice) else ()
        assert given or choices, f"Say in GIVEN what stands for '{param.name}' of {' '.join(names)}."
        value = str(given or choices[0]).replace("{files}", str(made / "files")).replace("{}", str(empty))
        said += [value] if isinstance(param, click.Argument) else [param.opts[0], value]
    return said


def takes(names: tuple[str, ...], option: str) -> bool:
    return any(option in param.opts for param in WALKED[names].params)


@pytest.mark.parametrize("form", ["", "--json", "--jsonl"])
@pytest.mark.parametrize("names", WALKED, ids=" ".join)
def test_nothing_that_is_printed_points_to_a_child(
    los: Los, made: Path, home: Path, tmp_path: Path, names: tuple[str, ...], form: str
) -> None:
    if form and not takes(names, form):
        assert form == "--jsonl" or names[0] in NO_JSON
        return
    said = [*words(names, made, tmp_path), *([form] if form else [])]
    ran = los(*said, *(("--home", home) if takes(names, "--home") else ()))
    assert ran.code in (0, 1), ran.err
    shown = ran.out + ran.err
    assert [secret for secret in SECRETS if secret in shown] == []


NO_JSON: set[str] = set()


@pytest.mark.parametrize("names", [n for n in WALKED if takes(n, "--show-values")], ids=" ".join)
def test_values_are_shown_for_a_reason_only_and_the_look_is_logged_under_who_looked(
    los: Los, made: Path, home: Path, tmp_path: Path, names: tuple[str, ...]
) -> None:
    log = home / "access-log.jsonl"
    refused = los(*words(names, made, tmp_path, but="reason"), "--show-values", "--home", home)
    assert refused.code == 2
    assert "Add --reason 'WHY'." in refused.err
    assert not log.exists()
    los(*words(names, made, tmp_path), "--show-values", "--home", home)
    (entry,) = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert entry["reason"] == "a test"
    assert entry["who"]
    assert [secret for secret in SECRETS if secret in json.dumps(entry)] == []


ALWAYS = ("rows", "subject", "erase", "links")


@pytest.mark.parametrize("name", ALWAYS)
def test_rows_of_children_are_not_even_counted_without_a_reason(
    los: Los, made: Path, home: Path, tmp_path: Path, name: str
) -> None:
    ran: Any = los(*words((name,), made, tmp_path, but="reason"), "--home", home)
    assert ran.code == 2
    assert ran.out == ""
    assert not (home / "access-log.jsonl").exists()


def test_every_command_is_walked_or_known_to_be_elsewhere() -> None:
    assert {names[0] for names in WALKED} == COMMANDS.keys() - ELSEWHERE
