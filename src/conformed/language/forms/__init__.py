"""The forms of amending language, one in each module, tried in this order.

A form's `EXAMPLES` are sentences with the operations they order; `read` gives the operations of one order, or
nothing where the order is not of its form.
"""

from collections.abc import Callable

from conformed.language.forms import (
    add_definitions,
    add_provision,
    deemed_references,
    delete_provision,
    delete_rest,
    delete_words,
    effect,
    entries,
    insert_words,
    modified,
    no_longer,
    override,
    provided_for,
    renumber,
    replace_provision,
    replace_words,
    reserved,
    throughout,
    under_lead,
)
from conformed.language.operation import Operation
from conformed.language.setting.setting import Setting

Form = Callable[[Setting], list[Operation]]

FORMS: tuple[Form, ...] = (
    delete_rest.read,
    entries.read,
    renumber.read,
    throughout.read,
    add_definitions.read,
    replace_words.read,
    delete_words.read,
    insert_words.read,
    replace_provision.read,
    delete_provision.read,
    add_provision.read,
    modified.read,
    override.read,
)

WITHOUT_VERB: tuple[Form, ...] = (
    deemed_references.read,
    reserved.read,
    override.read_sentence,
    provided_for.read,
    effect.read,
    no_longer.read,
    under_lead.read,
)  # forms of sentences that name no editing

__all__ = ["FORMS", "WITHOUT_VERB", "Form"]
