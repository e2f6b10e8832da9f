"""The house's own rules: sizes, names, and what may stand in a tracked file."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "lineofsight").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "common", "core", "services", "managers", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 45
IDS = [str(path.relative_to(ROOT)) for path in MODULES]


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_a_file_and_its_functions_can_be_taken_in(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_a_name_says_what_is_inside_and_the_library_does_not_print(path: Path) -> None:
    assert not VAGUE & {*path.relative_to(ROOT).parts[:-1], path.stem}
    calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
    assert not [n for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_what_others_use_is_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def test_no_tracked_file_names_a_machine_s_folder_or_an_index() -> None:
    forbidden = re.compile(r"/(?:work|root|home)/[a-z]|pypi\.org|pythonhosted", re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()[:80]}"
        for path in tracked()
        if path != Path(__file__)
        for line in path.read_text(encoding="utf-8", errors="ignore").splitlines()
        if forbidden.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_package_has_its_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(packages) > 20
    assert [p.splitlines()[0] for p in packages if "==" in p and "--hash=sha256:" not in p] == []


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text[text.index("dependencies = [") : text.index("[project.scripts]")]
    lines = [line for line in listed.splitlines() if line.strip().startswith('"')]
    assert len(lines) > 15
    assert [line.strip() for line in lines if "#" not in line] == []
