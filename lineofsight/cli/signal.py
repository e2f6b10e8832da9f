"""signal."""

from __future__ import annotations

from pathlib import Path

import click

from lineofsight.cli import options
from lineofsight.cli.asked import (
    by_option,
    check_group,
    council_of,
    group_option,
    indicator_asked,
    kind_option,
    one_group,
    run_asked,
    run_option,
    vars_of,
)
from lineofsight.cli.output import write, write_json
from lineofsight.run.charts import chart_of


@click.command
@click.argument("id_", metavar="ID")
@by_option
@kind_option
@group_option
@run_option
@options.home_option
@options.json_option
def signal(
    id_: str,
    by: str | None,
    kind: str,
    group: str | None,
    run_id: str | None,
    home: Path,
    *,
    as_json: bool,
) -> None:
    """Say in one sentence whether the latest figure is a change or noise, or why that cannot be said."""
    wanted = indicator_asked(id_, by)
    record, run = run_asked(home, run_id)
    breakdown, named = one_group(by, group)
    check_group(record, run, wanted, by, group)
    chart = chart_of(record, council_of(home), wanted, run.id, kind=kind, by=breakdown, group=named)
    if not as_json:
        write(chart.sentence)
        return
    write_json(
        {
            "chart": str(chart.kind),
            "baseline": chart.baseline and vars_of(chart.baseline),
            "points": [{k: v for k, v in vars_of(p).items() if k != "period_start"} for p in chart.points],
            "assurance": chart.assurance and str(chart.assurance),
            "sentence": chart.sentence,
            "refusal": chart.refusal,
        }
    )
