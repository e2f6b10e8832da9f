"""A fuzzer that is guided by the readers' own lines finds no bytes that break, stop or bloat them."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lineofsight.returns.known import PARTS
from lineofsight.returns.templates import template, templates, write_template
from tests.spec.returns.reference import EXAMPLES
from tests.spec.returns.rows import example_of

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
SECONDS = 120
LONGEST_INPUT, SLOWEST, MOST_MEMORY = (
    16_384,
    20,
    256,
)  # bytes, seconds for one input, MiB of the whole process
# A process inherits the most memory that its parent ever had, and pytest may have had much: a shell has little to hand on.
THROUGH_A_SHELL = ("sh", "-c", '"$@"; exit $?', "sh")
FEWEST_RUNS = 2_000  # or the fuzzer looked at next to nothing

SHEET = (
    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><dimension ref='A1:C2'/><sheetData>"
    "<row r='1'><c r='A1' t='inlineStr'><is><t>Child ID</t></is></c><c r='B1' t='str'><v>Kind of visit</v></c>"
    "<c r='C1' t='str'><v>Visited</v></c></row><row r='2'><c r='A2'><v>101</v></c><c r='B2' t='str'><f>A1</f><v>CP</v></c>"
    "<c r='C2'><v>45292</v></c><c r='D2' t='e'><v>#REF!</v></c><c r='E2' t='b'><v>1</v></c></row></sheetData></worksheet>"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """What the fuzzer begins with: an example of every return, as CSV, XML and a workbook or two."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for part in PARTS:
        (folder / f"{part.name}.csv").write_text(example_of(part), encoding="utf-8")
    for example in EXAMPLES.glob("*.xml"):
        (folder / example.name).write_bytes(example.read_bytes())
    for each in [each for each in templates() if each.name in ("visits", "annex_a_1", "exclusions")]:
        write_template(template(each.name), folder / f"{each.name}.xlsx")
    (folder / "sheet.xml").write_text(SHEET, encoding="utf-8")
    return folder


def test_no_bytes_break_a_reader(corpus: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec("atheris") is None:
        if "fuzz" in os.environ.get("LINEOFSIGHT_REQUIRE", "").split(","):
            pytest.fail("atheris is not installed: see requirements-fuzz.lock.")
        pytest.skip("atheris is not installed.")
    done = subprocess.run(
        [
            *THROUGH_A_SHELL,
            *(sys.executable, "-m", "tests.fuzz.read_bytes", str(corpus)),
            f"-max_total_time={SECONDS}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={MOST_MEMORY}",
            f"-max_len={LONGEST_INPUT}",
            f"-artifact_prefix={tmp_path}/",
            "-print_final_stats=1",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS * 5,
    )
    found = [path.read_bytes()[:2_000] for path in tmp_path.iterdir() if path.is_file()]
    assert (done.returncode, found) == (0, []), done.stderr[-3_000:]
    runs = re.search(r"stat::number_of_executed_units:\s+(\d+)", done.stderr)
    assert runs
    assert int(runs[1]) >= FEWEST_RUNS
