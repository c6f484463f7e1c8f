"""The verbs of change, and the words that lead to what is put in.

A verb says itself in the one form that stands for all of its kind.
"""

from conformed.language.orders.lexemes import Sense

_AS_NOUNS = {  # "by the deletion of"
    "deletion": "delete", "replacement": "replace", "substitution": "substitute", "insertion": "insert", "addition": "add",
    "restatement": "restate", "revision": "amend", "removal": "delete", "elimination": "delete", "omission": "delete",
}  # fmt: skip
VERBS = (
    Sense("verb", "delete deletes deleted deleting remove removed removing eliminate eliminated eliminating", says="delete"),
    Sense("verb", "stricken struck rescinded repealed revoked canceled cancelled omitted", says="delete"),
    Sense("verb", "omit omitting", r"(?!\sto\b)", "delete"),
    Sense("verb", "strike strikes striking", r"(?:\sout\b)?", "delete"),
    Sense("verb", "replace replaces replaced replacing", says="replace"),
    Sense("verb", "superseded", r"(?=\s(?:in\s(?:its|their)\sentirety\s)?by\sthe\sfollowing\b)", "replace"),
    Sense("verb", "substitute substituted substituting", says="substitute"),
    Sense("verb", "insert inserts inserted inserting", says="insert"),
    Sense(
        "verb",
        "place placed placing",
        r"(?=\s(?:a\s(?:period|comma|semicolon)|the\s(?:words?|phrase)\b|[\"“]))",
        "insert",
    ),
    Sense("verb", "add adds added adding appended appending", says="add"),
    Sense("verb", "include including", r"(?=,?\s(?:in\s[^“\";:]{1,60}?\s)?(?:the\sfollowing|a\snew|an\sadditional|as\sa\snew))", "add"),
    Sense("verb", "include", r"(?=:)", "add", behind=("to ", "to further ", "to also ")),
    Sense("verb", "incorporated", r"(?=\sto\sread\b|\sinto\s[^.;:“\"]{1,60}\sas\s(?:a\s)?(?:new\s)?(?:sub-?)?(?:section|paragraph|clause|article)\s)", "add"),
    Sense("verb", "adopted", r"(?=\sin\s(?:substitution|lieu|place)\b)", "add"),
    Sense("verb", "restate restated restating", says="restate"),
    Sense("verb", "amend amends amended amending modify modified modifying revise revised revising", says="amend"),
    Sense(
        "verb",
        "corrected reformed altered conformed reworded updated rewritten",
        r"(?=\s(?:by\s|to\sread|in\sits\sentirety|as\s(?:follows|set\sforth|shown|provided|described|indicated)))",
        "amend",
    ),
    Sense("verb", "varied varying", says="amend"),
    Sense("verb", "renumber renumbered renumbering redesignate redesignated redesignating", says="renumber"),
    Sense("verb", "reletter relettered relettering", says="renumber"),
    Sense("verb", "re", r"-(?:number(?:ed|ing)?|designat(?:e|ed|ing)|letter(?:ed|ing)?)\b", "renumber"),
    Sense(
        "verb",
        "designate designated designating",
        r"(?=\s(?:the\s)?(?:existing|current|present|first)\s(?:paragraph|text|section|provisions?|language|sentence)\b|\s(?:as\s)?(?:new\s|existing\s|the\s)?(?:sub)?-?(?:section|clause|paragraph)s?\b)",
        "renumber",
    ),
    Sense("verb", "change", r"(?!\s(?:in|of)\scontrol)", "change"),
    Sense("verb", "changed changing", says="change"),
    Sense("verb", "supplemented", says="supplement"),
    *(
        Sense("verb", noun, r"(?:\sof\b)?", verb, behind=("by the ", "and the ", "agree to the ", ") the "))
        for noun, verb in _AS_NOUNS.items()
    ),
    *(  # but not "the amendment and restatement of"
        Sense("verb", noun, r"\sof\b", verb, behind=("by ",) if noun == "restatement" else ("by ", " and "))
        for noun, verb in _AS_NOUNS.items()
    ),
)
NO_MANNER = (  # "in the following respects"
    r"\b(?!\s(?:manner|respects?|ways?|changes?|amendments?|modifications?|particulars?|corrections?|revisions?)\b)"
)
_QUOTED = r"(?=\s(?:the\s(?:words?|phrase|term)\s)?[“\"])"
FOLLOWS = (  # says the noun of what follows
    Sense("follow", "as to a | follows", says=""),
    Sense("follow", "following", r"(?=:)", "", behind=(" with ",)),
    Sense(
        "follow",
        "the | following / by | the",
        r"(?:\sthe)?\sfollowing" + NO_MANNER + r"(?:\s(?:new|additional|substituted?(?!\s(?:there|in\s|for\s|as\s)|[.:]|$)"
        r"|replacement|revised|amended|restated|or|and(?=\s(?:new|additional|substituted?|replacement|revised)\b)|proper))*"
        r"(?:\s(?:((?:defined\s)?term|definition|sentence|(?:sub-?)?(?:paragraph|section|clause)|sub-?part|word|proviso"
        r"|provision|covenant|table|article|item)s?|(phrase|language|text|parenthetical|schedule|exhibit|(?:pricing\s)?grid)))?\b",
        "",
    ),
    Sense("follow", "to | read state provide / reads reading", says="read"),
    Sense("follow", "to | say mean", r"\s\w+" + _QUOTED, "read"),
    Sense("follow", "to | be", r"\sbe(?:\sa\sreference\sto|\sreferences\sto)?" + _QUOTED, "read"),
    Sense("follow", "to | refer", r"\srefer\sto" + _QUOTED, "read"),
    Sense("follow", "shall will should and now | read reads", says="read"),
    Sense("follow", "shall will should and now | hereafter henceforth now", r"\s\w+\sreads?\b", "read"),
)
