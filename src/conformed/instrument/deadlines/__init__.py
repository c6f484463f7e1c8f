"""The days and periods that an instrument sets."""

from conformed.instrument.deadlines.deadline import Deadline, DeadlineKind, Direction, Each
from conformed.instrument.deadlines.deadlines import PASSED, deadline, deadlines, deadlines_in
from conformed.instrument.deadlines.sentence import found_in

__all__ = ["PASSED", "Deadline", "DeadlineKind", "Direction", "Each", "deadline", "deadlines", "deadlines_in", "found_in"]
