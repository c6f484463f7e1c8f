"""Amending language: what the sentences of an instrument order."""

from conformed.language.interpret import interpret, names_of_agreement, read_orders
from conformed.language.operation import (
    Accounted,
    Action,
    Class,
    Condition,
    Interpretation,
    Operation,
    RecitedDefault,
    Remark,
    Representations,
    Text,
    Waiver,
)
from conformed.language.remarks import remarks
from conformed.language.setting.setting import reserved

__all__ = [
    "Accounted",
    "Action",
    "Class",
    "Condition",
    "Interpretation",
    "Operation",
    "RecitedDefault",
    "Remark",
    "Representations",
    "Text",
    "Waiver",
    "interpret",
    "names_of_agreement",
    "read_orders",
    "remarks",
    "reserved",
]
