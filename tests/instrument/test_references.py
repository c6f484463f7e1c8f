import pytest

from conformed.instrument import Path, parse_path, references

# How drafters write an address, and its normal form.  Several addresses are told apart by blanks.
SPELLINGS = """
Section 2.10(b)(2) | 2.10(b)(2)
Section 2.10 (b)(2) | 2.10(b)(2)
section 2.10(b)(2) | 2.10(b)(2)
SECTION 2.10 | 2.10
Sec. 4.2 | 4.2
§ 4.2(a) | 4.2(a)
§§ 4.2 and 4.3 | 4.2 4.3
Clause (2) of Clause (b) of Section 2.10 | 2.10(b)(2)
Clause(d) of Section 2.10 | 2.10(d)
clause (b)(2) of Section 2.10 | 2.10(b)(2)
clauses (a) and (b) of Section 2.10 | 2.10(a) 2.10(b)
clauses (a), (b) and (c) of Section 2.10 | 2.10(a) 2.10(b) 2.10(c)
clauses (i) through (iv) of Section 3 | 3(i) 3(ii) 3(iii) 3(iv)
clauses (a) through (d) of Section 3.1 | 3.1(a) 3.1(b) 3.1(c) 3.1(d)
paragraph (c) of Section 7.2 | 7.2(c)
subparagraph (ii) of paragraph (c) of Section 7.2 | 7.2(c)(ii)
subsection 7.1(a) | 7.1(a)
subsections (a) and (b) of Section 9 | 9(a) 9(b)
subclause (B) of clause (ii) of Section 5.1(b) | 5.1(b)(ii)(B)
sections 10.1(c), (e) and (j) | 10.1(c) 10.1(e) 10.1(j)
sections 2.9 (a) and (b) | 2.9(a) 2.9(b)
Sections 2.1(d)(i) and (ii) | 2.1(d)(i) 2.1(d)(ii)
Sections 5.23 and 9.01(b) | 5.23 9.01(b)
Sections 3.6, 3.7 and 12.5 | 3.6 3.7 12.5
Sections 7.1 through 7.4 | 7.1 7.2 7.3 7.4
Sections 7.08 through 7.11 | 7.08 7.09 7.10 7.11
Section 6.1 and Section 6.2 | 6.1 6.2
Section 7.1.9 | 7.1.9
Section 6.5.1A | 6.5.1A
Section 8.12A | 8.12A
Article VII | Article VII
Articles V and VI | Article V Article VI
Paragraph 2 | 2
Paragraph 3(a) | 3(a)
paragraphs 4 and 5 | 4 5
the first sentence of Section 5.1 | 5.1~sentence 1
the second sentence of Section 5.1(a) | 5.1(a)~sentence 2
the last sentence of Section 4 | 4~sentence last
the second to last sentence of Section 2.20(b) | 2.20(b)~sentence second to last
the penultimate sentence of Section 2.20(b) | 2.20(b)~sentence second to last
the first paragraph of Section 2.12 | 2.12~paragraph 1
the third full paragraph of Section 2.12 | 2.12~paragraph 3
the definition of "Leverage Ratio" | #Leverage Ratio
the definition of “Leverage Ratio” in Section 1.1 | 1.1#Leverage Ratio
The definition of "Leverage Ratio" set forth in Section 1.1 | 1.1#Leverage Ratio
the definition of the term "Leverage Ratio" contained in Section 1.01 | 1.01#Leverage Ratio
the defined term "Leverage Ratio" in Section 1.01 | 1.01#Leverage Ratio
the definitions of "A", "B" and "C" in Section 1.1 | 1.1#A 1.1#B 1.1#C
each of the definitions of "A" and "B" | #A #B
clause (c) of the definition of "Permitted Liens" in Section 1.1 | 1.1#Permitted Liens(c)
clause (c) of the definition of “Permitted Liens” | #Permitted Liens(c)
Exhibit A | Exhibit A
Exhibits C and D | Exhibit C Exhibit D
Schedule 1.1 | Schedule 1.1
Schedule 1.1(a) | Schedule 1.1(a)
Annex I | Annex I
Exhibit A of Attachment 2 | Attachment 2/Exhibit A
Section 7.3 of Attachment 2 | Attachment 2/7.3
Section 3(b) of Exhibit A | Exhibit A/3(b)
Section 9.1 (Indebtedness) | 9.1
Section 9.7 (Limitation on Capital Expenditures) of the Credit Agreement | Credit Agreement:9.7
Clause (b) of Section 2.10 of the Loan Agreement | Loan Agreement:2.10(b)
the first sentence of Section 1 of the Note | Note:1~sentence 1
Section 13(i) of the Guaranty | Guaranty:13(i)
"""
TABLE = [tuple(piece.strip() for piece in line.split("|")) for line in SPELLINGS.strip().splitlines()]


@pytest.mark.parametrize(("spelling", "normal"), TABLE)
def test_spellings_of_an_address_have_one_normal_form(spelling: str, normal: str) -> None:
    found = next(references(f"{spelling} is amended."))
    expected = " ".join(str(path) for path in found.paths)
    assert expected == normal


@pytest.mark.parametrize("spelling", [spelling for spelling, _ in TABLE])
def test_a_normal_form_reads_back(spelling: str) -> None:
    for path in next(references(f"{spelling} is amended.")).paths:
        assert parse_path(str(path)) == path


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("2.10 (b)(2)", Path(section="2.10", steps=("(b)", "(2)"))),
        ("Section 4.", Path(section="4")),
        ("Attachment 2/Exhibit A", Path(part="Attachment 2/Exhibit A")),
        ("Attachment 2/7.3(a)", Path(part="Attachment 2", section="7.3", steps=("(a)",))),
        ("1.1#Permitted Liens(c)", Path(section="1.1", term="Permitted Liens", steps=("(c)",))),
        ("5.1~sentence 2", Path(section="5.1", place="sentence 2")),
        ("Guaranty:13(i)", Path(document="Guaranty", section="13", steps=("(i)",))),
        ("*", Path()),
    ],
)
def test_what_a_user_types_is_understood(typed: str, path: Path) -> None:
    assert parse_path(typed) == path
