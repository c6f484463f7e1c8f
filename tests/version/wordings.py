"""What drafters write: several wordings of each order, with places for what it speaks of.

`where` is the provision, `old` and `new` the words; what is said of a change of words stands behind "by".
"""

AMENDED = (
    "{where} is hereby amended",
    "{where} is amended",
    "{where} shall be amended",
    "{where} is hereby further amended",
    "{where} shall be and hereby is amended",
    "Effective as of the date hereof, {where} is hereby amended",
)
TWO = (
    "by {one} and by {other}",
    "by (i) {one} and (ii) {other}",
    "by (x) {one}, and (y) {other}",
    "(i) by {one}; and (ii) by {other}",
)
REPLACE = (
    'deleting "{old}" and substituting therefor "{new}"',
    'replacing "{old}" with "{new}"',
    'deleting the words "{old}" and inserting in lieu thereof the words "{new}"',
    'striking the phrase "{old}" and inserting the phrase "{new}" in its place',
    'substituting "{new}" for "{old}"',
    'changing "{old}" to "{new}"',
    'deleting the reference to "{old}" and inserting in its place a reference to "{new}"',
    'deleting therefrom the words "{old}" and inserting in place thereof the words "{new}"',
    'substituting the phrase "{new}" in place of the phrase "{old}"',
    'substituting for the words "{old}" the words "{new}"',
    'striking "{old}" where it appears therein and inserting "{new}" in lieu thereof',
    'replacing the phrase "{old}" appearing therein with the phrase "{new}"',
)
REPLACED = (
    'In {where}, the words "{old}" are hereby deleted and replaced with "{new}".',
    'The words "{old}" in {where} are hereby replaced by the words "{new}".',
    'The reference to "{old}" in {where} is hereby changed to "{new}".',
    'The words "{old}" appearing in {where} are hereby deleted and the words "{new}" are substituted therefor.',
    'The phrase "{old}" in {where} is hereby deleted and replaced in its entirety with the phrase "{new}".',
    'The reference in {where} to "{old}" is hereby deleted and replaced with a reference to "{new}".',
    '{where} is amended such that the words "{old}" are replaced with the words "{new}".',
)
PAIRS = (
    'replacing "{old}" with "{new}" and "{other}" with "{newer}"',
    'deleting "{old}" and substituting therefor "{new}" and deleting "{other}" and substituting therefor "{newer}"',
)
DELETE = (
    'deleting "{old}"',
    'deleting the words "{old}" therefrom',
    'striking the phrase "{old}"',
    'removing the words "{old}" therefrom',
    'eliminating the phrase "{old}"',
)
AFTER = (
    'inserting the words "{new}" immediately after the words "{old}"',
    'adding "{new}" after "{old}"',
    'inserting, after the phrase "{old}", the phrase "{new}"',
    'inserting immediately following the words "{old}" the words "{new}"',
    'adding, immediately after the phrase "{old}" appearing therein, the phrase "{new}"',
    'inserting the words "{new}" directly after the words "{old}"',
)
BEFORE = (
    'inserting the words "{new}" immediately before the words "{old}"',
    'adding "{new}" before "{old}"',
    'inserting before the words "{old}" the words "{new}"',
    'inserting the phrase "{new}" immediately prior to the phrase "{old}"',
    'adding the phrase "{new}" immediately preceding the phrase "{old}" therein',
)
BETWEEN = (
    'inserting "{new}" after the word "{left}" and before the word "{right}"',
    'inserting the words "{new}" between the words "{left}" and "{right}"',
)
AT_END = (
    'adding the words "{new}" at the end thereof',
    'inserting "{new}" at the end thereof',
    'adding to the end thereof the words "{new}"',
)
AT_START = (
    'inserting the words "{new}" at the beginning thereof',
    'adding the words "{new}" to the beginning thereof',
)
SENTENCE_AT_END = (
    'adding the following sentence at the end thereof: "{new}"',
    'adding at the end thereof the following: "{new}"',
    'adding a new sentence to the end thereof, which shall read as follows: "{new}"',
    'adding the following as a new last sentence thereof: "{new}"',
    'inserting at the end thereof the following new sentence: "{new}"',
)
EACH = (
    'replacing each reference to "{old}" with "{new}"',
    'deleting each reference to "{old}" therein and inserting in lieu thereof a reference to "{new}"',
    'replacing the word "{old}" with "{new}" in each place where it appears therein',
    'deleting the word "{old}" each time it appears therein and replacing it with "{new}"',
    'deleting "{old}" in each place it appears and substituting "{new}" therefor',
    'replacing all occurrences of "{old}" with "{new}"',
)
COUNTED = (
    'replacing the {which} reference to "{old}" with "{new}"',
    'deleting the {which} occurrence of "{old}" and inserting "{new}" in lieu thereof',
    'deleting "{old}" the {which} time it appears and substituting "{new}" therefor',
)
AFTER_COUNTED = (
    'inserting "{new}" after the {which} reference to "{old}"',
    'inserting the words "{new}" immediately after the {which} occurrence of the word "{old}"',
)
EVERYWHERE = (
    'The Credit Agreement is hereby amended by replacing each reference to "{old}" therein with "{new}".',
    'Each reference to "{old}" in the Credit Agreement is hereby replaced with a reference to "{new}".',
    'All references in the Credit Agreement to "{old}" are hereby replaced with references to "{new}".',
    'The word "{old}" is hereby replaced with the word "{new}" wherever it appears in the Credit Agreement.',
    'The Credit Agreement is hereby amended by deleting the word "{old}" wherever it appears therein and inserting "{new}" in lieu thereof.',
    'All references to "{old}" in the Credit Agreement shall be replaced with "{new}".',
)
EVERYWHERE_AT_ONCE = (
    'All references in the Credit Agreement to "{old}" shall be changed to "{new}" and all references to "{other}" shall be changed to "{newer}".',
)
IN_SENTENCE = (
    'The {count} sentence of {where} is hereby amended by replacing "{old}" with "{new}".',
    'In the {count} sentence of {where}, the words "{old}" are hereby deleted and replaced with "{new}".',
    '{where} is amended by deleting "{old}" in the {count} sentence thereof and inserting "{new}" in lieu thereof.',
)
IN_PARAGRAPH = (
    'The {count} paragraph of {where} is hereby amended by replacing "{old}" with "{new}".',
    'In the {count} paragraph of {where}, the words "{old}" are hereby deleted and replaced with "{new}".',
    '{where} is amended by deleting "{old}" in the {count} paragraph thereof and inserting "{new}" in lieu thereof.',
)
WAIVED = (
    "The Lenders hereby waive compliance by the Borrower with {where} for the fiscal quarter ending June 30, 2021.",
    "Compliance with {where} is hereby waived until June 30, 2021.",
    "The Agent and the Lenders hereby waive any Event of Default arising from the failure of the Borrower to comply with {where} prior to June 30, 2021.",
)
RESERVED = (
    '{where} is hereby deleted in its entirety and replaced with "[Reserved]".',
    '{where} is hereby deleted in its entirety and "[Reserved]" is substituted therefor.',
    '{where} is hereby amended and restated in its entirety to read "[Reserved]".',
)
SENTENCE_DELETED = (
    "The {count} sentence of {where} is hereby deleted.",
    "{where} is amended by deleting the {count} sentence thereof.",
    "The {count} sentence of {where} shall be deleted in its entirety.",
)
PARAGRAPH_DELETED = (
    "The {count} paragraph of {where} is hereby deleted in its entirety.",
    "{where} is amended by deleting the {count} paragraph thereof.",
)
PARAGRAPH_RESTATED = (
    'The {count} paragraph of {where} is hereby amended and restated in its entirety to read as follows: "{new}"',
    '{where} is amended by deleting the {count} paragraph thereof and substituting therefor the following: "{new}"',
)
PARAGRAPH_ADDED = (
    '{where} is hereby amended by inserting the following new paragraph immediately after the {count} paragraph thereof: "{new}"',
    'The following paragraph is hereby added immediately following the {count} paragraph of {where}: "{new}"',
)
NOWHERE = (
    "Section 7.4 of the Credit Agreement is hereby deleted in its entirety.",
    "Clause (a) of Section 7.4 is deleted.",
    'The definition of "Nobody Fee" in Section 1.1 of the Credit Agreement is hereby deleted in its entirety.',
    "Exhibit K to the Credit Agreement is hereby deleted in its entirety.",
    'Section 7.4 is hereby amended by replacing "barley" with "corley".',
    'The second sentence of Section 7.4 is amended by deleting "barley".',
)
SENTENCE_RESTATED = (
    'The {count} sentence of {where} is hereby amended and restated in its entirety to read as follows: "{new}"',
    '{where} is amended by deleting the {count} sentence thereof and substituting therefor the following: "{new}"',
    'The {count} sentence of {where} is deleted in its entirety and replaced with the following: "{new}"',
    '{where} is amended by substituting for the {count} sentence thereof the following: "{new}"',
)
SENTENCE_ADDED = (
    '{where} is hereby amended by inserting the following sentence after the {count} sentence thereof: "{new}"',
    'The following sentence is hereby inserted after the {count} sentence of {where}: "{new}"',
)
RESTATED = (
    "{where} is hereby amended and restated in its entirety to read as follows:",
    "{where} is amended to read in its entirety as follows:",
    "{where} is hereby deleted in its entirety and replaced with the following:",
    "{where} shall be amended and restated as follows:",
    "{where} is hereby deleted in its entirety and the following is substituted therefor:",
    "The Credit Agreement is hereby amended by deleting {where} in its entirety and substituting the following in lieu thereof:",
    "The Credit Agreement is hereby amended by amending and restating {where} in its entirety as follows:",
)
DELETED = (
    "{where} is hereby deleted in its entirety.",
    "{where} is deleted.",
    "{where} is hereby deleted and shall be of no further force or effect.",
    "The Credit Agreement is hereby amended by deleting {where} in its entirety.",
)
CLAUSES_DELETED = (
    "{where} is hereby amended by deleting clauses {one} and {other} thereof.",
    "{where} is amended by deleting clauses {one} and {other} thereof in their entirety.",
)
CLAUSE_ADDED = (
    "{where} is hereby amended by adding the following new clause {label} thereto:",
    "{where} is amended by adding a new clause {label} at the end thereof to read as follows:",
    "{where} is hereby amended by inserting a new clause {label} immediately after clause {last} thereof as follows:",
    "{where} is hereby amended by adding the following as clause {label} thereof:",
    "A new clause {label} is hereby added to {where} to read as follows:",
)
SHIFTED = (
    "{where} is hereby amended by redesignating clause {old} thereof as clause {new} and adding a new clause {old} as follows:",
    "{where} is amended by (i) renumbering clause {old} as clause {new} and (ii) inserting a new clause {old} to read as follows:",
)
CLOSING = (
    '{where} is hereby amended by deleting the word "and" at the end of clause {one} thereof, replacing the period at the end of '
    'clause {last} thereof with "; and" and adding a new clause {label} as follows:',
    '{where} is amended by (i) deleting "and" at the end of clause {one}, (ii) deleting the period at the end of clause {last} and '
    'substituting "; and" therefor, and (iii) adding the following clause {label}:',
)
SECTION_ADDED = (
    "A new Section {label} is hereby added to the Credit Agreement, to read as follows:",
    "The Credit Agreement is hereby amended by adding the following new Section {label} immediately after Section {last}:",
    "The Credit Agreement is amended by inserting a new Section {label} to read in its entirety as follows:",
    "The following new Section {label} is hereby added to the Credit Agreement immediately following Section {last}:",
)
SECTION_AGAIN = (
    "A new Section {label} is hereby added to the Credit Agreement, to read as follows:",
    "The Credit Agreement is amended by inserting a new Section {label} to read in its entirety as follows:",
)
DEFINITION_ADDED = (
    "Section 1.1 of the Credit Agreement is hereby amended by adding the following definition in its proper alphabetical order:",
    "Section 1.1 is amended by inserting the following new definition therein:",
    "The following definition is hereby added to Section 1.1 of the Credit Agreement:",
)
DEFINITIONS_ADDED = (
    "Section 1.1 of the Credit Agreement is amended by adding the following definitions in appropriate alphabetical order:",
    "Section 1.1 is amended by inserting the following new definitions therein:",
)
EXHIBIT_ATTACHED = (
    "{label} to the Credit Agreement is hereby replaced in its entirety with {label} attached hereto.",
    "{label} to the Credit Agreement is hereby amended and restated in its entirety in the form of {label} attached hereto.",
    "{label} to the Credit Agreement is deleted and replaced by {label} hereto.",
)
EXHIBIT_ADDED = (
    "A new {label} is hereby added to the Credit Agreement in the form of {label} attached hereto.",
    "The Credit Agreement is hereby amended by adding a new {label} thereto in the form attached hereto as {label}.",
)
RENUMBERED = (
    "{one} is hereby renumbered as {new}.",
    "{one} is hereby redesignated as {new}.",
    "The Credit Agreement is hereby amended by renumbering {one} as {new}.",
)
STRUCK = (
    "The parties agree to delete the following USOCs from {where}: {keys}.",
    "{where} is hereby amended by deleting the following USOCs: {keys}.",
    "{where} is hereby amended by deleting the rate elements with the following USOCs: {keys}.",
)
TABLE = (
    "The table set forth in {where} is hereby amended and restated in its entirety to read as follows:",
    "{where} is hereby amended by deleting the table set forth therein and replacing it with the following table:",
)
OVERRIDES = (
    "The Maturity Date is hereby extended to June 30, 2024.",
    "The Commitment is hereby reduced to $5,000,000.",
    "The Termination Date is hereby extended to May 1, 2026.",
)
REST_OF_PROVISION = (
    'deleting all text after "{old}"',
    'deleting everything that follows the words "{old}"',
    'deleting all of the words which follow "{old}" therein',
)
REST_OF_SENTENCE = (
    'deleting the remainder of the sentence after "{old}"',
    'deleting the rest of the sentence following the words "{old}"',
)
FROM_THERE_ON = (
    'deleting "{old}" and all text thereafter',
    'deleting everything following and including the words "{old}"',
)
REST_REPLACED = (
    'deleting all text after "{old}" and substituting therefor "{new}"',
    'replacing everything after "{old}" with "{new}"',
)
IN_EACH_OF = (
    'Sections {one} and {other} of the Credit Agreement are each hereby amended by replacing "{old}" with "{new}".',
    'Each of Section {one} and Section {other} is hereby amended by deleting "{old}" and inserting "{new}" in lieu thereof.',
    'The word "{old}" in each of Sections {one} and {other} of the Credit Agreement is hereby replaced with "{new}".',
    'Sections {one} and {other} are hereby amended by deleting the word "{old}" where it appears in each such Section and substituting "{new}" therefor.',
)
THROUGHOUT = (
    '{where} is hereby amended by replacing "{old}" with "{new}" throughout.',
    'Each reference to "{old}" in {where} is hereby replaced with "{new}".',
    '{where} is amended by deleting the word "{old}" wherever it appears therein and inserting "{new}" in lieu thereof.',
)
DEFINITIONS_CHANGED = (
    'Section 1.1 of the Credit Agreement is hereby amended by deleting the definition of "{one}" and by adding the following definitions in their proper alphabetical order:',
    'Section 1.1 is amended by (i) deleting the definition of "{one}" in its entirety and (ii) inserting the following new definitions in alphabetical order:',
)
DEFINITIONS_RESTATED = (
    'The definitions of {terms} in Section 1.1 of the Credit Agreement are hereby amended and restated in their entirety as follows:',
    'Section 1.1 is amended by amending and restating the definitions of {terms} to read in their entirety as follows:',
    'Section 1.1 is hereby amended by deleting the definitions of {terms} in their entirety and replacing them with the following:',
)
DEFINITIONS_DELETED = (
    'The definitions of {terms} in Section 1.1 of the Credit Agreement are hereby deleted in their entirety.',
    'Section 1.1 is amended by deleting the definitions of {terms} therefrom.',
    'Section 1.1 of the Credit Agreement is hereby amended by deleting the defined terms {terms} in their entirety.',
)
CLAUSE_WITHIN = (
    "{where} is hereby amended and restated in its entirety to read as follows: \"{new}\"",
    "{where} is deleted and replaced with the following: \"{new}\"",
)
ROW_ADDED = (
    "The table in {where} is hereby amended by adding the following row at the end thereof:",
    "{where} is amended by adding the following row at the end of the table therein:",
    "{where} is hereby amended by adding the following at the end of the table set forth therein:",
)
ROW_REPLACED = (
    'Section {label} is hereby amended by replacing the row "{key}" with the following row:',
    "The rate element with USOC {key} in {where} is hereby deleted and replaced with the following:",
    'The row for "{key}" in the table in {where} is hereby deleted and replaced with the following:',
)
ASIDE_DELETED = (
    "{where} is hereby amended by deleting the {which} thereof.",
    "The {which} in {where} is hereby deleted in its entirety.",
    "{where} is amended by deleting the {which} contained therein.",
)
ASIDE_REPLACED = (
    '{where} is hereby amended by deleting the {which} thereof and replacing it with "{new}".',
    'The {which} in {where} is hereby amended and restated in its entirety to read as follows: "{new}"',
    'The {which} in {where} is hereby deleted in its entirety and replaced with the following: "{new}"',
)
ROW_AFTER = (
    '{where} is hereby amended by inserting the following row immediately after the row "{key}":',
    'The table in {where} is amended by adding the following new row immediately following the row for "{key}":',
)
OF_AMENDMENT = (
    '{by} is hereby amended by replacing "{old}" with "{new}".',
    'In {by}, the words "{old}" are hereby deleted and replaced with "{new}".',
)
