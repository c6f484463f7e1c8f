"""What the wording of a sentence tells by itself: that it orders nothing, that it edits, that it tells an effect.

In: the words of a sentence.  Out: whether an order is looked for in them, and the class that they alone give it.
The reader of orders and the account of all sentences go by the same words.
"""

import re

from conformed.basis.pattern import ENGLISH, AnyOf, pattern
from conformed.basis.phrases import phrases, says, spoken
from conformed.instrument import references
from conformed.language.operation import Class
from conformed.language.sentences.documents import NAMED_DOCUMENT
from conformed.language.sentences.sentences import unquoted

_A_TERM = (
    r"[“\"](?!\s?(?:the\s|this\s)?(?:\w+\s){0,3}(?:agreement|contract|lease|note|indenture|plan|amendment)s?[,.]?\s?[”\"])"
)
_TO_A_TERM = rf"\bto\s(?:the\s)?(?:(?:defined\s)?terms?\s)?{_A_TERM}"  # a reference that is none to the agreement itself
_EXCEPT = r"except\sas\s(?:expressly\s|specifically\s|otherwise\s)?(?:amended|modified|provided|set\sforth|herein|hereby|stated)"
_THE_REST_STAYS = (
    r"(?:remain|continu|stays?\b|unchanged|unaffected|unmodified|unamended|unaltered|full\sforce|ratif|reaffirm|confirm|the\ssame\b|nothing\b"
    r"|not?\s(?:\w+,?\s){0,4}?(?:amend|modif|chang|affect|alter|waive|constru|deemed|limit|impair))"
)
_ALWAYS = AnyOf(  # standard clauses, which order nothing whatever they name
    r"\bratif(?:y|ied|ies)\b",
    r"\b(?:remain|continue)s?\s(?:unchanged|in\sfull|unmodified|unaltered|unaffected|to\sbe\sin)",
    rf"\b(?:each|all|any)\sreferences?\s(?!(?:[^.;]|\.(?=\d)){{0,100}}?{_TO_A_TERM})(?:in|to|herein|therein|made|contained)\b[^.]{{0,300}}\b(?:mean|be\sdeemed|deemed|refer|reference|references|include|construed)",
    r"\b(?:(?:may|can|cannot|could)\s(?:only\s|not\s)?|(?:shall|must|will)\s(?:not|only)\s)be\s(?:further\s)?(?:amended|modified|changed|waived|supplemented|altered)\b",
    r"\bno\s(?:amendment|modification|change|waiver)\b",
    r"\bit\sis\sthe\s(?:intent|intention)\sof\sthe\sparties\s(?:hereto\s)?to\b",
    r"\bif\s(?:you\s(?:agree|are\sin\sagreement)|the\s(?:foregoing|above))\b[^.;]{0,160}\bplease\b",
    r"\brestates?\s(?:and\s\w+\s)?(?:(?:all|each)\sof\s)?(?:the|its|their)\srepresentations\b",
    r"\b(?:any\sand\s)?all\sprior\sagreements,?\s(?:(?:and|or)\s)?(?:understandings|representations|negotiations)\b",
    r"\bif\s(?:necessary|required)\b[^.;]{0,120}\bagree\sto\s(?:further\s)?amend\b",
    rf"\b{_EXCEPT}\b[^.;]{{0,300}}\b{_THE_REST_STAYS}",
    rf"\b{_THE_REST_STAYS}[^.;]{{0,300}}\b{_EXCEPT}",
    r"\b(?:headings?|captions?|titles?)\b[^.]{0,160}\bconvenience\b",
    r"\b(?:invalid|illegal|void)\sor\sunenforceable",
    r"\bmeanings?\s(?:set\sforth|assigned|ascribed|given)\b",
    flags=ENGLISH,
)
_STATES_WHAT_STANDS = (  # "acknowledge that the Lease already provides for the toll", and nothing of a change
    r"\backnowledges?\b[^.;]{0,120}\b(?:already|currently|presently)\s(?:provides?|requires?|permits?|allows?|states?|contains?)\b"
    r"(?![\s\S]{0,600}\b(?:hereby|agrees?\s(?:to|that)|amend|modif|delet|replac|add(?:ed|ing)|restat))"
)
_NO_ORDER = AnyOf(
    _STATES_WHAT_STANDS,
    r"\brepresents?\sand\swarrants?",
    r"\brepresentations\sand\swarranties\b[^.;]{0,200}\b(?:is|are)\strue",
    r"\bshall\snot\sbe\s(?:deemed|construed)",
    r"\bbe\sand\sremain\s(?:unchanged|in\sfull)",
    r"\bcontinuing\sin\sfull",
    r"\b(?:amended|modified|changed|waived|supplemented|altered)\s(?:only|except|unless|in\s(?:a\s)?writing|or\s(?:waived|modified|terminated|discharged|supplemented))",
    r"\b(?:desire|desires|wish|wishes|requested|request|requests|agreed)\s(?:that|to\s(?:amend|modify|change|add|make))",
    r"\b(?:was|were)\samended\b",
    r"\bcertified\scop(?:y|ies)\b",
    r"\bduly\sauthorized",
    r"\breference\sis\s(?:hereby\s)?made",
    r"\bheld\s(?:to\sbe\s)?(?:\w+\s)?(?:invalid|illegal|unenforceable|void)\b",
    r"\bamended,\s(?:supplemented|restated|modified)\b",
    r"\b(?:is|are)\samended\shereby\W{0,2}$",
    r"\bfrom\stime\sto\stime",
    flags=ENGLISH,
)
_STATES = pattern(_STATES_WHAT_STANDS, ENGLISH)
CHANGES = pattern(  # the verbs of editing, of which an order has at least one
    r"\b(?=\w)(?:amend|delet|strik|strick|struck|remov|eliminat|replac|substitut|insert|add(?!ress)|includ|rescind|restat|modif|revis|re-?number|re-?designat|designat(?:e|ed|ing)\s(?:as\s)?(?:new\s|the\s)?(?:sub)?-?(?:section|clause|paragraph)|re-?letter|chang(?!es?\s(?:of|in)\scontrol)|plac|supplement|correct|reform"
    r"|incorporat|adopt|append|var(?:ied|ying)\b|updat|alter(?!nat)|conform|reword|rewrit|repeal|revok|cancel|omit|supersed|(?:shall|will|should|now)\s(?:hereafter\s|henceforth\s|now\s)?reads?\b)",
    ENGLISH,
)
_OF_A_PROVISION = (
    r"\b(?:[Ss]ections?|[Aa]rticles?|[Pp]aragraphs?|[Cc]lauses?|[Ss]ubsections?|[Ss]chedules?|[Ee]xhibits?|[Dd]efinitions?|Annex|Appendix)\b"
    r"(?:[^.;:\"“]|\.(?=\d)){0,140}?\b"
)
_DONE_WITH = AnyOf(  # what an instrument does with a provision, in whatever word, and what leaves it as it is
    rf"{_OF_A_PROVISION}(?:(?:is|are|shall\sbe)\s(?:hereby|herewith)|hereby\s(?:is|are))\s"
    r"(?!incorporated|ratified|confirmed|reaffirmed|acknowledged|approved|included|defined|given|made|waived|accepted|adopted)\w",
    rf"{_OF_A_PROVISION}(?:is|are|shall\sbe|will\sbe)\s(?:no\slonger|re-?titled|renamed|inapplicable|disregarded|ignored|rewritten|merged|swapped|combined)\b",
)
SURE_EFFECT = pattern(  # a change that is surely told, without editing words
    r"\b(?:is|are|shall|will)(?:\sbe)?(?:,[^,;.]{1,60},)?\shereby\s(?:be\s)?(?:increased|decreased|reduced|extended|shortened|suspended|terminated|cancell?ed|fixed|set)\b"
    r"|\b(?:is|are|shall\sbe|will\sbe)\s(?:increased|decreased|reduced|extended|changed)\sfrom\s[^.;]{1,80}\sto\s|\bshall\s(?:henceforth|hereafter)\sbe\b",
)
_ENDS = pattern(
    rf"{NAMED_DOCUMENT}"
    r"(?:(?:(?:is|be|stands)\s(?:hereby\s|deemed\s|considered\s|fully\s|mutually\s){0,3}|shall\sbe\shereby\s|shall\shereby\sbe\s)"
    r"(?:null|void|nullified|terminated|rescinded|cancell?ed|revoked|withdrawn|annulled|deleted\sin\sits\sentirety)\b"
    r"|(?:shall|will)\s(?:hereby\s)?(?:terminate|expire|end)\s(?:effective\s)?(?:as\sof\s|on\s)?(?=[A-Z][a-z]{2,8}\s\d))",
)
_LAPSES = AnyOf(  # that the changes of the instrument itself end again, at a time or upon some event
    r"\b(?:this\s(?:\w+\s){0,3}?(?:amendment|modification|addendum)|(?:amendments?|changes|modifications?)\s(?:so\s)?(?:made|effected|contained|provided|set\sforth)\s(?:by\s|in\s)?(?:herein|hereby|hereunder|above|this\samendment)|foregoing\s(?:amendments?|changes|modifications?))\b[^.;,]{0,40}?\b(?:shall|will)\s(?:\w+,?\s){0,3}?(?:expire|terminate|cease|lapse|be\s(?:deemed\s)?(?:null|void|rescinded|terminated|of\sno\s(?:further\s)?(?:force|effect)))\b",
    r"\b(?:agreement|sections?|articles?|terms|provisions)\b[^.;]{0,60}\b(?:shall|will)\s(?:\w+\s){0,2}?(?:revert|be\s(?:restored|reinstated))\b",
    flags=ENGLISH,
)
_MAY_END = pattern(
    r"\b(?:if|unless|event|whether|when|until|upon|once|after|before|prior\sto|may|case|date|extent|any|provided)\b[^.;]*$",
    ENGLISH,
)
_OF = pattern(r"\b(?:of|in|to|under|from)\s(?:the\s)?$", ENGLISH)
_OPENS_OR_AGREES = pattern(r"^\W{0,3}(?:The\s)?$|\bagree", ENGLISH)
_STANDARD = phrases(
    "full force, continued force, remain in force, remains in force, continue in force, continues in force, remain in effect,"
    "remains in effect, continue in effect, continues in effect, ratification, hereby confirm, hereby confirms, hereby confirmed,"
    "fully confirm, fully confirms, fully confirmed, counterpart, counterparts, facsimile, executed copy, executed signature,"
    "governed by, governing law, laws of the state, laws of the commonwealth, laws of the province, entire agreement,"
    "entire understanding, successors and assigns, successors and permitted assigns, further assurances, time is of the essence,"
    "defined term, defined terms, capitalized term, capitalized terms, meaning as, meanings as, meaning specified,"
    "meanings specified, meaning provided, meanings provided, meaning attributed, meanings attributed, except as hereby,"
    "except as so, except as herein, except as hereinabove, a loan document, binding on, binding upon, inure to, jury trial,"
    "trial by jury, jurisdiction of, read together, read as one, read and understood,"
    "read and construed, read and fully, construed together, construed as one, construed in accordance,"
    "good and valuable consideration, incorporated by reference, incorporates by reference, incorporated herein by reference,"
    "incorporates herein by reference, incorporated by this reference, incorporates by this reference,"
    "incorporated herein by this reference, the recitals, fully executed, supersede, supersedes, superseded, merge,"
    "merges, prior agreements, prior understandings, prior negotiations"
)
_STANDARD_ALSO = AnyOf(
    r"\breaffirm\w*\b",
    r"\b(?:headings?|captions?|titles?)\b[^.]{0,160}\b(?:reference|interpretation|construction)\b",
    r"\bseverab\w+\b",
    r"\b(?:invalid|illegal|void)\w*\sor\s(?:unenforceab\w+|invalid\w*)\b",
    r"\b(?:costs?|fees)\s(?:and|or|,)\s[^.]{0,60}\bexpenses\b",
    r"\bexpenses\b[^.]{0,80}\b(?:attorneys|counsel)\b",
    r"\b(?:terms\s)?used\s(?:herein|in\sthis)\b[^.]{0,80}\b(?:defined|meanings?)\b",
    r"\breferences?\s(?:in|to|herein|therein|made|contained)\b[^.]{0,300}\b(?:mean|be\sdeemed|deemed|refer|reference|references|include|construed)\b",
    r"\b(?:conflicts?|inconsisten\w+|discrepanc\w+)\b(?:[^.]|\.(?=\s\d)){0,200}\b(?:prevail|control|govern|supersede)\w*\b",
    r"\b(?:prevail|control|govern)s?\b[^.]{0,120}\b(?:conflict|inconsisten\w+)\b",
    r"\b(?:shall|does|do|will)\snot\s(?:\w+,?\s){0,6}?(?:operate\sas|constitute|be\s(?:deemed|construed)(?:\sto\sbe)?)\s(?:\w+\s){0,4}?(?:waiver|amendment|novation|modification|admission|consent)\b",
    r"\bno\s(?:other\s)?(?:amendment|modification|waiver|change|consent)s?\b",
    r"\bloan\sdocuments?\b[^.]{0,60}\b(?:constitutes?|is|shall\sbe)\sa\b",
    r"\b(?:knowingly|freely)[\s,]{1,2}(?:\w+\s){0,2}?(?:and\s)?voluntarily\b",
    r"\bvoluntarily\s(?:and\s\w+\s)?(?:executed?|signed?|enter(?:ed|s|ing)?)\b",
    r"\badvice\sof\s(?:\w+\s){0,3}counsel\b",
    r"\ball\s(?:of\sthe\s)?rights\sand\sobligations\sof\sthe\sparties\b[^.;]{0,100}\b(?:shall\sbe|are)\s(?:solely\s|only\s)?(?:set\sforth|contained|governed)\s(?:in|by)\sthis\s",
    r"\bpart\sof\sthe\s(?:\w+\s){0,4}agreement\b",
    r"\bparties\s(?:hereto\s)?(?:hereby\s)?(?:agree|acknowledge)\sas\sfollows\b",
    r"\b(?:shall|will)\sbe\sdeemed\s(?:to\sbe\s)?(?:an?\s)?(?:original|one)\b",
    flags=ENGLISH,
)
_REPRESENTS = pattern(
    r"\b(?:hereby\s)?(?:represents?(?:,\swarrants?)?(?:,?\sand|,)\s(?:warrants?|covenants?|agrees?|acknowledges?|confirms?)|represents?\sand\swarrants?|represents?\sthat|warrants?\s(?:and\srepresents?\s)?(?:to|that)\b)"
    r"|\brepresentations?\sand\swarrant(?:y|ies)\b|\brestates?\s(?:and\s\w+\s)?(?:(?:all|each)\sof\s)?(?:the|its|their)\srepresentations\b",
    ENGLISH,
)
BINDS = AnyOf(  # what would be an order or would hold one back, whatever stands beside it
    rf"\breferences?\s(?:[^.;]|\.(?=\d)){{0,100}}?{_TO_A_TERM}[^.;]{{0,160}}\b(?:(?:shall|will)\s(?:hereafter\s|instead\s|also\s)?(?:mean|refer|be|include)|means?)\b",
    r"\breferences?\s[^.;]{0,200}\b(?:shall|will)\sinstead\s(?:mean|refer|be)\b",
    r"\bdefinitions?\sof\s[“\"][^.;:]{1,160}[”\"],?\s(?:which\s)?(?:shall|will)\sbe\s(?:re)?defined\sas\b",
    r"\bdefinition\sof\s[“\"][^”\"]{1,80}[”\"]\s(?:(?:shall|will)\b|(?:is|are)\s(?:hereby|further)\s)",
    rf"\b(?:term|word|phrase)s?\s{_A_TERM}[^”\"]{{1,80}}[”\"],?\s(?:as\s\w+\s)?(?:in|under)\s(?:section|paragraph|clause|article)[^.;:“\"]{{1,60}}?\s(?:shall|will)\s(?:mean|be)\b",
    rf"\bterm\s{_A_TERM}[^”\"]{{1,80}}[”\"][^.;:“\"]{{0,60}}\s(?:shall|will)\s(?:(?:also|hereafter|henceforth)\s|include\s(?!this\b|without\b))",
    r"\bdefinitions?\sof\s[“\"][^”\"]{1,80}[”\"][^.;:“\"]{0,60}\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:expand|broaden|enlarg|narrow|limit|restrict|redefin)ed\b",
    rf"{_A_TERM}[^”\"]{{1,80}}[”\"][^.;:“\"]{{0,80}}\s(?:is|are|shall\sbe)\s(?:hereby\s)?(?:expanded|broadened|enlarged|narrowed|restricted|redefined)\sto\b",
    rf"\bfor\s(?:all\s)?purposes\sof\sthe\s[^.;:“\"]{{1,60}},\s(?:the\s(?:\w+\s)?(?:term|word|phrase)\s)?{_A_TERM}[^”\"]{{1,80}}[”\"],?\s(?:shall|will)\s",
    r"\b(?:exhibit|schedule|annex|appendix|attachment)\s\w[^.;]{0,60}\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:attached|annexed|appended)\sto\sthe\s[^.;]{1,80}\sas\s(?:an?\snew\s)?(?:exhibit|schedule|annex|appendix|attachment)\b",
    r"(?<!\bthis\s)\b(?:section|clause|paragraph|article)s?\s\d[\w.()]{0,16}[^.;:“\"]{0,60}\s(?:shall|will)\s(?:hereafter\s)?become\s(?:new\s)?(?:section|clause|paragraph|article)",
    r"[”\"]\s(?:becomes|shall\sbecome|shall\sbe\sread\sas)\s[“\"]",
    r"\breferences?\s(?:[^.;:“\"]|\.(?=\d)){0,100}?\bto\s(?:section|clause|paragraph|article|exhibit|schedule|annex)s?\s[\dA-Z(](?:[^.;:“\"]|\.(?=\d)){0,60}?\s(?:shall|will|is|are)\s(?:be\s)?(?:hereby\s)?(?:deemed|construed|mean|refer|read|to\sbe)\b[^.;]{0,60}\b(?:section|clause|paragraph|article|exhibit|schedule|annex)",
    r"\bthe\s(?:\w+\s){0,3}(?:agreement|contract|lease|note|indenture|plan)\sshall\sbe\s(?:read|construed)\sas\s(?:if|though)\b",
    r"\b(?:wherever|whenever|where)\s(?:the\s)?(?:[\w-]+\s){1,4}(?:refers?|mentions?|makes?\sreference)\s(?:to\s)?[“\"][^”\"]{1,80}[”\"][^.;]{0,80}\b(?:shall|will)\b",
    r"\b(?:replac|delet|chang|remov|substitut|strik)(?:e|ing)\s(?:each|all|any|every|the)\sreferences?\s",
    r"\b(?:schedule|exhibit|annex|appendix|attachment)s?\s\w[^.;]{0,40}\b(?:is|are|shall\sbe)\s(?:hereby\s)?incorporated\sinto\sthe\s",
    r"\bfor\s(?:the\s(?:words?|phrase)\s)?[“\"][^”\"]{1,80}[”\"],?\sread\s(?:the\s(?:words?|phrase)\s)?[“\"]",
    r"\b(?:section|clause|paragraph|article|definition)s?\s[\d“\"(](?:[^.;]|\.(?=\d)){0,80}\b(?:read|construed)\sas\s(?:if|though)\b",
    r"\b(?:sub-?)?clauses?\s\d[\w.()]{0,16}\sshall\s(?:not|no\slonger)\s(?:apply|be\sapplicable|have\seffect)\b",
    r"(?<!\bthis\s)\b(?:section|clause|paragraph|article)s?\s\d[\w.()]{0,16}[^.;]{0,40}\b(?:shall\scease\sto\s(?:have\seffect|apply|be\seffective)|(?:made|rendered)\s(?:inapplicable|ineffective))\b",
    rf"\bterm\s{_A_TERM}[^”\"]{{1,80}}[”\"],?\s(?:wherever|whenever)\s[^.;:“\"]{{0,80}}\s(?:shall|will)\s",
    r"\b(?:agree|consent)s?\sto\sthe\s(?:deletion|removal|elimination|replacement|restatement|insertion|addition)\sof\s(?:the\s)?(?:\w+\s){0,4}?(?:section|paragraph|article|clause|exhibit|schedule|definition)s?\b",
    r"\b(?:amendments?|changes?)\s(?:to|of|(?:(?:set\sforth|contained|made|provided)\s)?(?:in|by))\s(?:section|paragraph|clause|article)s?\b[^.;]{0,80}\bshall\s(?:not\s)?(?:take\seffect|become\seffective|be\seffective|apply|expire|terminate|cease)\b",
    r"(?<!\bthis\s)\b(?:section|paragraph|article)s?\s\d[\w.()]{0,16}[^.;]{0,80}\b(?:shall\s(?:not|no\slonger)\s(?:apply|be\sapplicable)|no\slonger\s(?:has|have|applies|apply)|(?:is|are)\scombined)\b",
    r"[“\"](?:good\sreason|cause|change\s(?:of|in)\scontrol|constructive\s\w+)[”\"][^.;]{0,80}\b(?:has|have)\snot\soccurred\b",
    r"\bconstitutes?\s(?:an?\s)?[“\"]?(?:good\sreason|change\s(?:of|in)\scontrol)\b",
    r"\b(?:is|are)\s(?:hereby\s|intentionally\s){0,2}(?:deleted|stricken|eliminated|replaced|restated)\b",
    r"(?<!\bthis\s)\b(?:section|paragraph|article|exhibit|schedule)s?\s[\dA-Z(][\w.()]{0,16}[^.;]{0,60}\b(?:(?:is|are|shall\sbe)\s(?:hereby\s)?(?:superseded|void)\b|of\sno\s(?:further\s)?force)",
    r"\b(?:section|paragraph|article|clause|exhibit|schedule)s?\s[\dA-Z(][\w.()]{0,16}[^.;]{0,60}\b(?:is|are|shall\sbe)\s(?:hereby\s)?(?:moved|relocated|transposed)\sto\b",
    r"\bshall\s(?:hereby\s)?supersede\s(?:section|paragraph|article|exhibit|schedule)\b",
    r"\bsupersedes?\s(?:and\s\w+\s)?(?:in\s(?:full|its\sentirety)\s)?the\s(?:first|second|third|fourth|fifth|\w{2,12}th)\samendment\b",
    r"\bin\slieu\sof\s(?:any\s|the\s|all\s)?(?:amounts?|payments?|benefits?)\s(?:payable|due|provided(?:\sfor)?|set\sforth)\s(?:under|in)\s(?:section|paragraph|article)\s\d",
    r"\bcross-?references?\b[^.;]{0,80}\b(?:conformed|updated|renumbered|corrected)\b",
    r"^\W{0,3}(?:is|are|shall\sbe)\s(?:hereby\s|further\s){0,2}(?:amended|modified|supplemented|revised)\b",
    r"\bnew\s(?:schedule|exhibit|annex|appendix|attachment)\b[^.;]{0,160}\b(?:is|are|shall\sbe|will\sbe)\s(?:hereby\s)?(?:added|inserted|included|incorporated|made\sa\spart)\b",
    flags=ENGLISH,
)
_ANNOUNCES = pattern(  # that something follows
    r"(?:as\sfollows|following|respects|by|below|manner|to\sread|hereby|that|thereof|in\sthis\s(?:section|article|paragraph)(?:\s\w{1,6})?)\W{0,3}$|:$",
    ENGLISH,
)
_AWAITS = pattern(
    r"(?::|\bas\sfollows\W{0,3}|\bthe\sfollowing\W{0,3}|\b(?:is|are)\s(?:hereby\s)?(?:\w+,?\sand\s)?(?:amended|modified|supplemented)\.)$",
    ENGLISH,
)
_LAST = 48  # characters at the end of a sentence in which they stand
_ANNOUNCES_CHANGES = pattern(
    r"\b(?=\w)(?:amend|modif|revis|supplement)\w*\b.{0,400}(?:\b(?:as\sfollows|in\sthe\sfollowing\srespects|as\s(?:provided|set\sforth)\sbelow)\b.{0,120}|\b(?:following(?:\s(?:respects|amendments|changes|manner))?|(?<!foregoing\s)respects|manner|by|in\sthis\s(?:section|article)(?:\s\w{1,6})?)\W{0,2})$",
    ENGLISH | re.DOTALL,
)
AS_FOLLOWS = pattern(  # that what stands under it amends
    r"\b(?:amend|modif|chang|revis)\w*\b[^.]{0,120}\b(?:as\sfollows|the\sfollowing|set\sforth\sbelow)\W*$",
    ENGLISH,
)
_RECITES = AnyOf(
    r"\bit\sis\sthe\s(?:intent|intention)\sof\sthe\sparties\s(?:hereto\s)?to\b",
    r"\b(?:wish|desire|intend|propose)(?:s|es|d)?\b[^.;]{0,80}\bto\s(?:so\s|further\s|hereby\s)?(?:amend|modify|change|revise|supplement|extend)\b",
    r"^\W{0,3}(?:whereas|now,?\stherefore)\b",
    r"\bpleased\sto\s(?:amend|modify|revise)\s(?![^.]{0,400}(?:\bas\sfollows|\bfollowing|\bby\s\w+ing\b|:))",
    r"\b(?:has|have)\s(?:further\s|also\s)?requested\sthat\b(?![\s\S]{0,2000}\bhereby\s(?:amend|extend|agree|increas|reduc|consent|waive|modif))",
    flags=ENGLISH,
)
_SIGNATURE_PAGE = pattern(r"\W{0,3}signature\spages?\b", ENGLISH)
_CAPTIONS = (
    (
        phrases("representation, representations, warranty, warranties"),
        Class.REPRESENTATION,
    ),
    (
        phrases("condition, conditions, effectiveness, effective date"),
        Class.CONDITION,
    ),
    (
        phrases(
            "miscellaneous, counterpart, counterparts, governing law, applicable law, choice of law, ratification, reaffirmation,"
            "confirmation, severability, entire agreement, headings, captions, expenses, costs, fees, definition, definitions,"
            "defined terms, continue, continues, continued, continuing, continuation, continuity, full force, effect of, no other,"
            "reference, successors, binding, integration, further assurances, limitation, release, interpretation, construction,"
            "notice, notices, jury, jurisdiction, loan document, loan documents, no waiver, conflict, conflicts, execution,"
            "facsimile, electronic, remaining, other terms, general, amendment fee, modification fee, consent fee, waiver fee"
        ),
        Class.BOILERPLATE,
    ),
)
_WORDS_OF_CAPTIONS = frozenset(word for phrase in _CAPTIONS[-1][0] for word in phrase.split()) | frozenset(
    "of and the to this on in for with amendment amendments agreement agreements credit employment provisions matters law".split()
)
_EDITED = r"(?:amend|delet|replac|add|insert|restat|modifi|revis|chang|substitut|re-?number|re-?designat|re-?letter|remov|eliminat|rescind|correct|supplement)ed"
_EDIT = r"(?:amend|delete|replace|add|insert|restate|modify|modifie|revise|change|substitute|strike|renumber|redesignate|remove|eliminate|rescind|correct|supplement)s?"
_BE = r"\b(?=is\s|are\s|be\s|been\s)(?<!\bmay\s)(?<!\bcan\s)(?<!\bcould\s)(?<!\bwould\s)(?<!\bnot\s)(?<!\beach\s)\w+\s"  # no power to change
_EDITS = AnyOf(
    rf"{_BE}(?:(?!not\s)[\w-]+\s){{0,2}}(?:{_EDITED}|stricken|struck)\b",
    rf"\b(?:hereby|further|shall|will|and|to)\s(?:(?:hereby|further|also|so|automatically)\s)?(?<!\band\s(?=change)){_EDIT}\b(?!\sand\srestate)",
    r"\bby\s(?:amend|delet|replac|add|insert|restat|modify|revis|chang|strik|substitut)ing\b",
    r"\bin\ssubstitution\s(?:of|for)\b",
    flags=ENGLISH,
)
_EFFECT = AnyOf(
    rf"{_BE}(?:hereby\s|further\s|also\s|permanently\s|automatically\s){{0,3}}(?:increased|decreased|reduced|extended|expanded|enlarged|broadened|prolonged|shortened|suspended|cancell?ed|rescinded|changed\sto|set\sat|fixed\sat)\b",
    rf"{_BE}(?:hereby\s|further\s){{0,2}}(?:amended|modified)\sby\s\w+ing\b",
    rf"{_BE}(?:\w+\s){{0,3}}(?:modified|revised|amended|reset)\s(?:to|as|at)\s(?=[$\d]|[a-z]{{3,9}}\s\d)",
    r"\b(?:hereby|agree\sto|agrees\sto|agree\sthat\sto)\s(?:permanently\s)?(?:increase|decrease|reduce|extend|prolong|shorten|suspend|cancel|rescind)s?\b(?!\s(?:an?|credit|loans?)\s)",
    r"\bagrees?\sto\s(?:an?|the)\s(?:increase|decrease|reduction|extension|prolongation)\s(?:of|in)\s(?:his|her|its|the|your)\b",
    r"^\W{0,3}(?:\w{1,3}[.)]\s)?to\s(?:extend|prolong|increase|reduce|shorten)\s(?:the|his|her|your)\s",
    r"\b(?:term|period)\sof\s(?:the|your|his|her)\s(?:\w+\s){0,3}(?:agreement|employment)\s(?:shall|will)\s(?:be|run|continue)\s(?:until|through|from|for)\b",
    r"^\W{0,3}(?:\w{1,3}[.)]\s)?(?:\w+\s){0,3}(?:increase|decrease|reduction|change(?!\s(?:of|in)\scontrol))\s(?:[^.;]|\.(?=\d)){0,80}?\bfrom\s(?:[^.;]|\.(?=\d)){1,300}?\sto\s",
    flags=ENGLISH,
)
_QUOTES = pattern(r"[“\"]\s?\w")


_OPENS = 20  # characters of an effect that tell of what kind it is: "provide that all references to"


def ends(words: str) -> re.Match[str] | None:
    """The agreement or amendment (`what`) that a sentence ends or undoes by itself, and not upon some event."""
    match = _ENDS.search(words)
    if match is None or _MAY_END.search(words, 0, match.start()):
        return None
    before = words[: match.start("what")]
    if _OF.search(before):
        return None  # "Section 4 of the First Amendment is rescinded": a part of it
    return match if "hereby" in match[0] or _OPENS_OR_AGREES.search(before) else None


def lapses(words: str) -> bool:
    """Whether a sentence says that what the instrument changes is to end again."""
    return _LAPSES.stands_in(words)


def orders_nothing(words: str, told: int | None = None) -> bool:
    """Whether a sentence is of a kind that orders no change, whatever it names.

    Where the effect that it tells begins at `told`, what shows its kind stands before or opens that effect.
    """
    found = [start for start in (_ALWAYS.first_in(words), _NO_ORDER.first_in(words)) if start is not None]
    return bool(found) and (told is None or min(found) < told + _OPENS) and ends(words) is None


def states_what_stands(words: str) -> bool:
    """Whether a sentence only tells what the agreement says already, so that what it leads to is no change."""
    return _STATES.search(words) is not None


def by_wording(words: str) -> Class | None:
    """The class that its words give a sentence, wherever it stands; what it quotes is none of them."""
    words = unquoted(words)
    if _RECITES.stands_in(words):
        return Class.RECITAL
    if _SIGNATURE_PAGE.match(words):
        return Class.SIGNATURE
    if _REPRESENTS.search(words) or states_what_stands(words):
        return Class.REPRESENTATION
    standard = says(words, _STANDARD) or _ALWAYS.stands_in(words) or _STANDARD_ALSO.stands_in(words)
    return Class.BOILERPLATE if standard else None


def announces(words: str) -> bool:
    """Whether a sentence leads to what follows it."""
    return bool(_ANNOUNCES.search(words, max(0, len(words) - _LAST)) or _ANNOUNCES_CHANGES.search(words))


def announces_changes(words: str) -> bool:
    """Whether a sentence says that the agreement is amended by what follows."""
    return bool(_ANNOUNCES_CHANGES.search(words))


def awaits_text(words: str) -> bool:
    """Whether a sentence says what is amended and leaves it to what follows how: `is supplemented.`, `as follows:`."""
    return bool(_AWAITS.search(words, max(0, len(words) - _LAST)))


def by_caption(heading: str, *, binds: bool = False) -> Class | None:
    """The class that its caption gives a sentence; one that binds is standard only under a caption that says nothing else."""
    what = next((what for captions, what in _CAPTIONS if says(heading, captions)), None)
    more = what is Class.BOILERPLATE and binds and not set(spoken(heading).split()) <= _WORDS_OF_CAPTIONS
    return None if more else what


def may_change(words: str) -> bool:
    """Whether a sentence may change what the agreement says: it edits what it names, does else with it, or tells an effect."""
    if _EFFECT.stands_in(words) or _DONE_WITH.stands_in(words):
        return True
    return _EDITS.stands_in(words) and (
        bool(_QUOTES.search(words)) or any(True for _ in references(words))
    )
