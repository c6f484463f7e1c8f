"""What everything stands on: where words are (span), when things happen (day), what is not settled (finding)."""

from conformed.basis.day import day_behind, days, due, long_day, parse_day
from conformed.basis.finding import SETTLED_BY, Candidate, Finding, FindingKind
from conformed.basis.span import Span

__all__ = ["SETTLED_BY", "Candidate", "Finding", "FindingKind", "Span", "day_behind", "days", "due", "long_day", "parse_day"]
