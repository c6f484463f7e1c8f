"""The reading page: one HTML file that works from disk and asks nothing of any network.

In: a Page.  Out: the text of `index.html`, written for the day the page is made and readable without its
script.  Afterwards every text from a document is escaped, also within the data block; the page's own policy
forbids every request and every script but the one whose hash it names.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from conformed.basis import long_day
from conformed.views import places
from conformed.views.consents import per_cent
from conformed.views.packaged import packaged, templates
from conformed.views.page import Page
from conformed.views.parties import guaranteed
from conformed.views.reader import words
from conformed.views.reader.chain import chain_of
from conformed.views.reader.data import data_of
from conformed.views.reader.editions import Edition, exchange
from conformed.views.reader.graph import graph_of
from conformed.views.reader.outline import outline_of
from conformed.views.reader.panels import panels_of
from conformed.views.reader.states import state_on
from conformed.views.reader.text import text_of
from conformed.views.reader.today import today_of, volatile
from conformed.views.told import finding_title

_PLACE = "conformed.views.reader"
_SCRIPTS = ("state.js", "editions.js", "paint.js", "why.js", "view.js", "moves.js")


def to_html(page: Page, editions: Sequence[Edition] = ()) -> str:
    """The page of a matter as one HTML text; `editions` are the texts of its states, its own first."""
    chain = chain_of(page)
    today = today_of(page, chain)
    script = _script()
    text = text_of(page)
    exchanges = [
        exchange(text, text_of(one.page), frozenset(one.steps), f"e{turn}-") for turn, one in enumerate(editions[1:], 1)
    ]
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            page=page,
            chain=chain,
            today=today,
            text=text,
            exchanges=exchanges,
            needs_script=bool(editions) and not editions[0].serves(state_on(page, chain, page.today)),
            outline=outline_of(page),
            panels=panels_of(page, chain),
            graph=graph_of(page),
            # these three are the project's own files, or escaped already
            style=Markup(packaged(_PLACE, "reader.css")),  # noqa: S704
            script=Markup(script),  # noqa: S704
            data=Markup(data_of(page, chain, today, editions)),  # noqa: S704
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


@cache
def _environment() -> Environment:
    environment = templates(_PLACE)
    environment.globals.update(
        long_day=long_day,
        guaranteed=guaranteed,
        brief_day=words.brief_day,
        finding_title=finding_title,
        finding_margin=words.finding_margin,
        where=places.where,
        per_cent=per_cent,
        at=places.at,
        place=places.place,
        lacuna=words.lacuna,
        matter_name=words.matter_name,
        sentence=words.sentence,
        volatile=volatile,
    )
    return environment


@cache
def _script() -> str:
    """The parts of the script as one, in a scope of its own."""
    parts = "\n".join(packaged(_PLACE, f"script/{name}") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'
