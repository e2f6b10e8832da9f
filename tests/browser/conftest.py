"""Debian's Chromium, driven by Playwright; skipped with a reason where it is missing, unless it is required."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """Return a running browser."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is not installed, so no page was looked at in a browser."
        if "browser" in os.environ.get("LINEOFSIGHT_REQUIRE", ""):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()
