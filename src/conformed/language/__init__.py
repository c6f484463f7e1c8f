"""Amending language: what the sentences of an instrument order."""

from conformed.language.interpret import interpret, names_of_agreement
from conformed.language.operation import Action, Condition, Interpretation, Operation, Remark, Text, Waiver

__all__ = [
    "Action",
    "Condition",
    "Interpretation",
    "Operation",
    "Remark",
    "Text",
    "Waiver",
    "interpret",
    "names_of_agreement",
]
