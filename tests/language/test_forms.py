import importlib
import pkgutil

import pytest

from conformed.language import forms
from tests.written import amendment, shown

MODULES = [module.name for module in pkgutil.iter_modules(forms.__path__)]
EXAMPLES = [
    pytest.param(sentence, expected, id=f"{name}-{number}")
    for name in MODULES
    for number, (sentence, expected) in enumerate(
        importlib.import_module(f"conformed.language.forms.{name}").EXAMPLES
    )
]


@pytest.mark.parametrize(("sentence", "expected"), EXAMPLES)
def test_each_form_reads_its_examples(sentence: str, expected: str) -> None:
    assert [shown(operation) for operation in amendment(sentence).operations] == expected.split("\n")


def test_every_form_has_examples_and_is_tried() -> None:
    tried = {form.__module__.rpartition(".")[2] for form in (*forms.FORMS, *forms.WITHOUT_VERB)}
    assert tried == set(MODULES)
