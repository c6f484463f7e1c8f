"""The files that ship in the package beside its code: templates, styles and scripts.

In: the package in which a file stands, and its name.  Out: its text, also where the package is a zip; templates that escape every text.
"""

from functools import cache
from importlib.resources import files

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound


@cache
def packaged(place: str, name: str) -> str:
    """The text of a file.  Raises `FileNotFoundError`."""
    return files(place).joinpath(name).read_text(encoding="utf-8")


def templates(place: str) -> Environment:
    """The templates of a package."""
    return Environment(loader=_Packaged(place), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)


class _Packaged(BaseLoader):
    """Templates that stand in a package."""

    def __init__(self, place: str) -> None:
        self.place = place

    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        del environment
        try:
            return packaged(self.place, template), None, None
        except FileNotFoundError:
            raise TemplateNotFound(template) from None
