"""backup and restore: what they say, and what the doctor knows of them."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.conftest import Los
from tests.unit.run.drawn_files import episode, episodes


def message(los: Los, home: Path) -> str:
    checks = {
        check["name"]: check["message"] for check in los("doctor", "--json", "--home", home).json["checks"]
    }
    return str(checks["backup"])


def test_a_backup_is_made_tried_and_restored(los: Los, tmp_path: Path) -> None:
    home, backups = tmp_path / "home", tmp_path / "backups"
    los("load", episodes(tmp_path / "e.csv", episode("a", "01/05/2023")), "--key", "2023-24", "--home", home)
    assert message(los, home) == "none was made yet; make one with: los backup DIR"
    made = los("backup", backups, "--json", "--home", home)
    assert (made.code, made.json["ok"], made.json["rows"], made.json["expired"]) == (0, True, 1, [])
    assert message(los, home).endswith("its restore was never tried: los restore DIR --drill")
    assert los("restore", backups, "--drill", "--json", "--home", home).json["rows"] == 1
    assert "its restore was last tried at" in message(los, home)
    refused = los("restore", backups, "--home", home)
    assert (refused.code, "--replace" in refused.err) == (2, True)
    back = los("restore", backups, "--replace", "--home", home)
    assert (back.code, back.out) == (0, made.json["backup"] + "\n")
    assert back.err.startswith("It is restored: ")
    assert los("log", "verify", "--home", home).code == 0


def test_there_is_nothing_to_copy_where_there_is_no_home(los: Los, tmp_path: Path) -> None:
    ran = los("backup", tmp_path / "backups", "--home", tmp_path / "home")
    assert (ran.code, "there is nothing to copy" in ran.err) == (2, True)
    assert not (tmp_path / "home").exists()
    assert not (tmp_path / "backups").exists()
