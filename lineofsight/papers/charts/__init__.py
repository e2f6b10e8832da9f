"""Charts drawn by hand as accessible SVG, at the size at which they are shown."""

from lineofsight.papers.charts.run_chart import run_chart
from lineofsight.papers.charts.sparkline import sparkline
from lineofsight.papers.charts.words import in_words, spark_in_words

__all__ = ["in_words", "run_chart", "spark_in_words", "sparkline"]
