"""How far to trust the data: what is measured of a knowledge base, and what misses each measure.

`report` is pure: a knowledge base, and what was kept of checks by people, become a `Report`.
`docs/reference/report.md` says the rule of each measure.
"""

from kb.report.checks import Checks, read_checks
from kb.report.report import Report, report
from kb.report.result import Agreement, Count, Grid, Measure, Row, Target

__all__ = [
    "Agreement",
    "Checks",
    "Count",
    "Grid",
    "Measure",
    "Report",
    "Row",
    "Target",
    "read_checks",
    "report",
]
