"""A matter as data (JSON), and the schema of that data (JSON Schema, 2020-12).

In: a Page.  Out: its fields under their names, days as ISO dates, amounts as texts.  Afterwards the data read back is the same
Page, and fits the schema, which is made of the same values.
"""

import msgspec

from conformed.views.page import Page

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def to_json(page: Page) -> str:
    """The matter as JSON."""
    return msgspec.json.format(msgspec.json.encode(page), indent=1).decode() + "\n"


def schema() -> str:
    """The schema of that JSON."""
    return msgspec.json.format(msgspec.json.encode({"$schema": _DIALECT, **msgspec.json.schema(Page)}), indent=1).decode() + "\n"
