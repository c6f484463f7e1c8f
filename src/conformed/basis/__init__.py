"""What everything stands on: where words are (span), when things happen (day), what is not settled (finding)."""

from conformed.basis.day import days, long_day, parse_day
from conformed.basis.finding import SETTLED_BY, Candidate, Finding, FindingKind
from conformed.basis.span import Span

__all__ = ["SETTLED_BY", "Candidate", "Finding", "FindingKind", "Span", "days", "long_day", "parse_day"]
