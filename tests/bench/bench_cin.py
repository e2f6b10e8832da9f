"""A CIN census of 20,000 children: our load against pandas frames that grow a child at a time."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import stopwatch
from stopwatch import Cost, TooSlowError, cost_of_python, entry

AGAINST = "pandas.concat once a child for each table"
PATIENCE = 240  # seconds for the alternative's 20,000 children
SMALL, MIDDLE, LARGE = 2_000, 5_000, 20_000
PEAK_LIMIT = 300
A_CHILD = re.compile(r"[ \t]*<Child>.*?</Child>\s*", re.DOTALL)


def main() -> None:
    """Write the files, measure both, and print the entries."""
    with TemporaryDirectory(prefix="los-bench-") as folder:
        files = {size: census(Path(folder) / f"cin_{size}.xml", size) for size in (SMALL, MIDDLE, LARGE)}
        ours = {size: our_load(files[size], Path(folder) / f"home_{size}") for size in (MIDDLE, LARGE)}
        theirs = {
            size: cost_of_python(stopwatch.BENCH / "frame_by_frame.py", files[size]).cpu
            for size in files
            if size != LARGE
        }
        theirs[LARGE], how = their_largest(files[LARGE], theirs)
    stopwatch.print_entries(entries(ours, theirs, how))


def entries(ours: dict[int, Cost], theirs: dict[int, float], how: str) -> list[dict[str, object]]:
    """Time at two sizes, how it grows between them, and memory."""
    growth = ours[LARGE].cpu / ours[MIDDLE].cpu
    their_growth = theirs[LARGE] / theirs[MIDDLE]
    cpu = "processor seconds"
    return [
        entry(
            f"CIN census, 20,000 children{how}",
            ours=ours[LARGE].cpu,
            theirs=theirs[LARGE],
            against=AGAINST,
            unit=cpu,
        ),
        entry(
            "CIN census, 5,000 children",
            ours=ours[MIDDLE].cpu,
            theirs=theirs[MIDDLE],
            against=AGAINST,
            unit=cpu,
        ),
        entry(
            f"CIN census, time for 20,000 children over time for 5,000{how}",
            ours=growth,
            theirs=their_growth,
            against=AGAINST,
            unit="times",
        ),
        entry(
            "CIN census, 20,000 children, peak memory",
            ours=ours[LARGE].peak,
            theirs=PEAK_LIMIT,
            against=f"the limit of {PEAK_LIMIT} MiB",
            unit="MiB",
        ),
    ]


def our_load(file: Path, home: Path) -> Cost:
    """One load into an empty home."""
    return cost_of_python(stopwatch.BENCH / "one_load.py", home, "", file)


def their_largest(file: Path, smaller: dict[int, float]) -> tuple[float, str]:
    """The alternative's time for the largest file; if it takes too long, from how it grew, and words that say so."""
    try:
        return cost_of_python(stopwatch.BENCH / "frame_by_frame.py", file, at_most=PATIENCE).cpu, ""
    except TooSlowError:
        power = math.log(smaller[MIDDLE] / smaller[SMALL]) / math.log(MIDDLE / SMALL)
        return smaller[MIDDLE] * (LARGE / MIDDLE) ** power, " (theirs extrapolated from 2,000 and 5,000)"


def census(file: Path, size: int) -> Path:
    """The sample with the most children, with its children repeated under new ids up to the size."""
    texts = [path.read_text(encoding="utf-8") for path in stopwatch.samples("cin", "*.xml")]
    sample = max(texts, key=lambda text: text.count("<Child>"))
    first, last = sample.index("<Child>"), sample.rindex("</Child>") + len("</Child>")
    with file.open("w", encoding="utf-8") as out:
        out.write(sample[:first])
        out.writelines(islice(renamed(A_CHILD.findall(sample)), size))
        out.write(sample[last:])
    return file


def renamed(children: list[str]) -> Iterator[str]:
    """The children over and over, each time with new ids of the old ids' length."""
    serial = 0
    while children:
        for child in children:
            serial += 1
            new = re.sub(r"(<LAchildID>\w*?)\w{1,9}(?=</LAchildID>)", rf"\g<1>{serial:09d}", child)
            yield re.sub(r"(<UPN>\w)\w*(?=</UPN>)", rf"\g<1>{serial:012d}", new)


if __name__ == "__main__":
    main()
