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
Sections 4.17 and 8.02(c) | 4.17 8.02(c)
Sections 3.6, 3.7 and 12.5 | 3.6 3.7 12.5
Sections 7.1 through 7.4 | 7.1 7.2 7.3 7.4
Sections 7.08 through 7.11 | 7.08 7.09 7.10 7.11
Section 6.1 and Section 6.2 | 6.1 6.2
Section 7.1.9 | 7.1.9
Section 2.05.b.2 | 2.05(b)(2)
Section 2.05.b of the Lease | Lease:2.05(b)
Section 5.a.ii | 5(a)(ii)
Section 6.5.1A | 6.5.1A
Section 8.12A | 8.12A
Article VII | Article VII
Article VIIA | Article VIIA
Articles VII and VIIA | Article VII Article VIIA
Article Four | Article Four
Articles Four and Five | Article Four Article Five
Section 402 of Article Four | 402
Section II.2(a) | II.2(a)
Sections II.1 and II.2 | II.1 II.2
Section 7A.1 | 7A.1
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
Schedule IA | Schedule IA
Schedules IA and IB | Schedule IA Schedule IB
Schedule I-A | Schedule I-A
Annex A-1 | Annex A-1
Exhibit Z-A | Exhibit Z-A
Exhibit AA | Exhibit AA
Schedule 1.1-2 | Schedule 1.1-2
Schedule 1.1 | Schedule 1.1
Schedule 1.1(a) | Schedule 1.1(a)
Annex I | Annex I
Exhibit C of Attachment 4 | Attachment 4/Exhibit C
Section 4.6 of Attachment 5 | Attachment 5/4.6
Section 3(b) of Exhibit A | Exhibit A/3(b)
Section 9.1 (Indebtedness) | 9.1
Section 9.7 (Limitation on Capital Expenditures) of the Credit Agreement | Credit Agreement:9.7
Clause (c) of Section 3.4 of the Loan Agreement | Loan Agreement:3.4(c)
the first sentence of Section 1 of the Note | Note:1~sentence 1
Section 13(i) of the Guaranty | Guaranty:13(i)
Sections 3.4(c)(3) and 3.4(f)(2) | 3.4(c)(3) 3.4(f)(2)
Section 2.10, clause (b) | 2.10(b)
Section 2.10, clause (b)(2) | 2.10(b)(2)
Section 2.10, subsection (b) | 2.10(b)
Section 7, paragraph (c) | 7(c)
Subsection (b) of Section 2.10 | 2.10(b)
Sub-section (b) of Section 2.10 | 2.10(b)
sub-clause (ii) of clause (b) of Section 2.10 | 2.10(b)(ii)
subparagraph (a) of Paragraph 4 | 4(a)
sub-paragraph (a)(i) of paragraph 4 | 4(a)(i)
Subparagraphs (a) and (c) of Paragraph 4 | 4(a) 4(c)
Subsection 5.10A | 5.10A
Subsections 6.1(vii) and 6.1(x) | 6.1(vii) 6.1(x)
subsection 6.6(a)(iii) | 6.6(a)(iii)
Section 8B(i) | 8B(i)
Section 10A | 10A
Sections 7A and 7B | 7A 7B
Section 1.01 | 1.01
Section 1.01(a) | 1.01(a)
Section 10.10 | 10.10
Section 12 | 12
Section 3(a)(i)(A) | 3(a)(i)(A)
Section 3 (a)(i)(A) | 3(a)(i)(A)
Section 3(a) (i) (A) | 3(a)(i)(A)
Section 3( a ) | 3(a)
Section 6.1(bb) | 6.1(bb)
Section 6.1(iv)(y) | 6.1(iv)(y)
Section 7.2.11 | 7.2.11
Section 7.2.11(c) | 7.2.11(c)
Clauses (c) and (d) of Section 7.2.11 | 7.2.11(c) 7.2.11(d)
Clause (b) of Section 7.2.2 | 7.2.2(b)
clauses (i), (ii), and (iv) of Section 6.2(a) | 6.2(a)(i) 6.2(a)(ii) 6.2(a)(iv)
clauses (i) and (ii) of paragraph (c) of Section 6.2 | 6.2(c)(i) 6.2(c)(ii)
clause (i) and clause (ii) of Section 6.2 | 6.2(i) 6.2(ii)
either clause (i) or (ii) of Section 6.2 | 6.2(i) 6.2(ii)
items (a) through (c) of Section 9 | 9(a) 9(b) 9(c)
items (1) and (2) of Section 9 | 9(1) 9(2)
subpart (b) of Section 9 | 9(b)
part (b) of Section 9 | 9(b)
proviso (ii) of Section 9.3 | 9.3(ii)
clauses (x), (y) and (z) of Section 9.3(a) | 9.3(a)(x) 9.3(a)(y) 9.3(a)(z)
clauses (aa) through (dd) of Section 2.2 | 2.2(aa) 2.2(bb) 2.2(cc) 2.2(dd)
clauses (A) and (B) of subsection 4.2(a)(ii) | 4.2(a)(ii)(A) 4.2(a)(ii)(B)
paragraphs (a) and (b) of Section 11.3 | 11.3(a) 11.3(b)
paragraphs (a) to (c) of Section 11.3 | 11.3(a) 11.3(b) 11.3(c)
Sections 2.1(a), 2.1(b) and 2.1(c) | 2.1(a) 2.1(b) 2.1(c)
Sections 2.1(a) through (d) | 2.1(a) 2.1(b) 2.1(c) 2.1(d)
Sections 2.1(a) through 2.1(d) | 2.1(a) 2.1(b) 2.1(c) 2.1(d)
Sections 5.1(i) through 5.1(iii) | 5.1(i) 5.1(ii) 5.1(iii)
Section 5.1(i) through (iii) | 5.1(i) 5.1(ii) 5.1(iii)
Sections 3.1, 3.2, and 3.4(b) | 3.1 3.2 3.4(b)
Sections 3, 4, and 6 | 3 4 6
Sections 8 and 9 | 8 9
Sections 8 or 9 | 8 9
Sections 8 & 9 | 8 9
Sections 3 to 6 | 3 4 5 6
Sections 3 - 6 | 3 4 5 6
Sections 9.01 through 9.04 | 9.01 9.02 9.03 9.04
Sections 2.1.1 and 2.1.2 | 2.1.1 2.1.2
Sections 2.1.1 through 2.1.3 | 2.1.1 2.1.2 2.1.3
Section 2.1 or Section 2.2(a) | 2.1 2.2(a)
Section 2.1, Section 2.2 and Section 2.3 | 2.1 2.2 2.3
Section 7(a) and 7(b) | 7(a) 7(b)
Section 7(a) and (b) | 7(a) 7(b)
Sec. 7(a) | 7(a)
SEC. 7.2 | 7.2
Secs. 7.2 and 7.3 | 7.2 7.3
§4.2 | 4.2
§ 4.2(a)(i) | 4.2(a)(i)
§§4.2, 4.3 and 4.4 | 4.2 4.3 4.4
SECTION 4.2(B) | 4.2(B)
SECTIONS 4.2 AND 4.3 | 4.2 4.3
ARTICLE IX | Article IX
Article 9 | Article 9
Articles 2, 3 and 4 | Article 2 Article 3 Article 4
Articles II through IV | Article II Article III Article IV
Article VI and Article VII | Article VI Article VII
Article 6, Section 6.1 | 6.1
Section 6.1 of Article 6 | 6.1
Section 2 of Article III | 2
Paragraph 3(b)(ii) | 3(b)(ii)
Paragraphs 3 and 4(a) | 3 4(a)
paragraph 12.2 | 12.2
para. 12.2 | 12.2
Clause 14.3 | 14.3
Clause 14.3(b) | 14.3(b)
clauses 14.3 and 14.4 | 14.3 14.4
Item 5(b) | 5(b)
Paragraph 4b. and 4c. | 4(b) 4(c)
Sections 2.1. and 2.2 | 2.1 2.2
Section 6.c., 6.d and 6.f | 6(c) 6(d) 6(f)
Paragraph 7C or 7D | 7C 7D
this Section 2.10 | 2.10
this Section 2.10(b) | 2.10(b)
said Section 2.10 | 2.10
such Section 2.10(a) | 2.10(a)
the Section 2.10 | 2.10
the first sentence of Section 5.1(a)(ii) | 5.1(a)(ii)~sentence 1
the first sentence in Section 4 | 4~sentence 1
the third sentence of paragraph (b) of Section 4 | 4(b)~sentence 3
the fourth sentence of Section 4.2 | 4.2~sentence 4
the fifth sentence of Section 4.2 | 4.2~sentence 5
the final sentence of Section 4.2 | 4.2~sentence last
the last sentence of clause (iii) of Section 4.2(a) | 4.2(a)(iii)~sentence last
the last sentence of the definition of "Interest Period" | #Interest Period~sentence last
the first sentence of the definition of "Interest Period" in Section 1.1 | 1.1#Interest Period~sentence 1
the first sentence of subsection 1.3(a) | 1.3(a)~sentence 1
the first sentence of paragraph 2 | 2~sentence 1
the first sentence of the second paragraph of Section 3 | 3~sentence 1 of paragraph 2
the second paragraph of Section 2.2 | 2.2~paragraph 2
the second full paragraph of Section 2.2 | 2.2~paragraph 2
the last paragraph of Section 7.1 | 7.1~paragraph last
the final paragraph of Section 7.1 | 7.1~paragraph last
the penultimate paragraph of Section 7.1 | 7.1~paragraph second to last
the second to the last paragraph of Section 7.1 | 7.1~paragraph second to last
the next to last sentence of Section 7.1 | 7.1~sentence second to last
the next-to-last sentence of Section 7.1 | 7.1~sentence second to last
the second-to-last sentence of Section 7.1 | 7.1~sentence second to last
the introductory paragraph of Section 8.1 | 8.1~paragraph 1
the first unnumbered paragraph of Section 8.1 | 8.1~paragraph 1
the first grammatical paragraph of Section 8.1 | 8.1~paragraph 1
the first and second sentences of Section 3.2 | 3.2~sentence 1 3.2~sentence 2
the first two sentences of Section 3.2 | 3.2~sentences 1-2
the definition of 'Leverage Ratio' | #Leverage Ratio
the definition of ``Leverage Ratio'' | #Leverage Ratio
the definition of "Leverage Ratio," | #Leverage Ratio
the definition of "Leverage Ratio" appearing in Section 1.1 | 1.1#Leverage Ratio
the definition of "Leverage Ratio" which appears in Section 1.1 | 1.1#Leverage Ratio
the definition of "Leverage Ratio" found in Section 1.1 | 1.1#Leverage Ratio
the definition of "Leverage Ratio" located in Section 1.1 | 1.1#Leverage Ratio
the definition of "Leverage Ratio" as set forth in Section 1.1 | 1.1#Leverage Ratio
the definition of "Leverage Ratio" under Section 1.1 | 1.1#Leverage Ratio
the definition "Leverage Ratio" in Section 1.1 | 1.1#Leverage Ratio
the term "Leverage Ratio" in Section 1.1 | 1.1#Leverage Ratio
the terms "Leverage Ratio" and "Net Worth" in Section 1.1 | 1.1#Leverage Ratio 1.1#Net Worth
the defined terms "Leverage Ratio" and "Net Worth" | #Leverage Ratio #Net Worth
the definition of the defined term "Leverage Ratio" | #Leverage Ratio
the definitions of "Leverage Ratio" and "Net Worth" | #Leverage Ratio #Net Worth
the definition of "Toll" or "the dues" in Section 1.1 | 1.1#Toll
the definition of "Toll" and "Tolls" in Section 1.1 | 1.1#Toll
the definition of "Toll" and "Barge" in Section 1.1 | 1.1#Toll 1.1#Barge
the definitions of the terms "Leverage Ratio" and "Net Worth" in Section 1.1 | 1.1#Leverage Ratio 1.1#Net Worth
The definition of the term "Leverage Ratio" set forth in Section 1.1 of the Credit Agreement | Credit Agreement:1.1#Leverage Ratio
clause (a) of the definition of the term "Permitted Liens" | #Permitted Liens(a)
clauses (a) and (c) of the definition of "Permitted Liens" | #Permitted Liens(a) #Permitted Liens(c)
clause (c)(ii) of the definition of "Permitted Liens" | #Permitted Liens(c)(ii)
subclause (ii) of clause (c) of the definition of "Permitted Liens" | #Permitted Liens(c)(ii)
paragraph (b) of the definition of "Change of Control" in Section 1.1 | 1.1#Change of Control(b)
Exhibit "A" | Exhibit A
EXHIBIT B | Exhibit B
Exhibit B-1 | Exhibit B-1
Exhibits B-1 and B-2 | Exhibit B-1 Exhibit B-2
Exhibit A and Exhibit B | Exhibit A Exhibit B
Exhibits A, B and C | Exhibit A Exhibit B Exhibit C
Exhibit IV to the Credit Agreement | Credit Agreement:Exhibit IV
Exhibit A to the Loan Agreement | Loan Agreement:Exhibit A
Schedule 2.01 | Schedule 2.01
Schedules 2.01 and 3.05 | Schedule 2.01 Schedule 3.05
Schedule I | Schedule I
Schedule III | Schedule III
Schedule A | Schedule A
Schedule 1 to the Security Agreement | Security Agreement:Schedule 1
Annex A | Annex A
Annex A (Definitions) | Annex A
Annexes I and II | Annex I Annex II
subsection (q) of Annex E | Annex E/(q)
Appendix I | Appendix I
Section 8 of Appendix I | Appendix I/8
Section 6(a)(iii) of Appendix I | Appendix I/6(a)(iii)
Attachment 3 | Attachment 3
Exhibit B to Attachment 6 | Attachment 6/Exhibit B
Section 4 of Schedule A | Schedule A/4
paragraph 2 of Exhibit C | Exhibit C/2
Recital B | Recital B
Recitals A and B | Recital A Recital B
the preamble | Preamble
the recitals | Recitals
the signature pages | Signature Pages
the introductory paragraph | Preamble
Section 9.1 (Indebtedness) and Section 9.2 (Liens) | 9.1 9.2
Clause (d) of Section 3.9 (Drawing Procedures) of the Credit Agreement | Credit Agreement:3.9(d)
Clause (c)(i) of Section 2.1 (The Commitments) | 2.1(c)(i)
Section 1.1 of the Credit Agreement | Credit Agreement:1.1
Section 1.1 of the Original Agreement | Original Agreement:1.1
Section 5(g) of the Employment Agreement | Employment Agreement:5(g)
Sections 5 and 6 of the Employment Agreement | Employment Agreement:5 Employment Agreement:6
Article III of the Loan Agreement | Loan Agreement:Article III
the last sentence of Section 6(c) of the Employment Agreement | Employment Agreement:6(c)~sentence last
Section 2.1 of the Deed of Trust | Deed of Trust:2.1
Section 4 of the Pledge and Security Agreement | Pledge and Security Agreement:4
Section 9.1 entitled "Indebtedness" | 9.1
Section 9.1, entitled "Indebtedness," | 9.1
Section 9.1 captioned "Indebtedness" | 9.1
Section 1.3 and clause (b) of Section 1.4 | 1.3
Section 3. 7 (Tolls) | 3.7
Section 4.(h) | 4(h)
Paragraph 13. of the Lease | Lease:13
Clause (iii) of Paragraph 13. of the Lease | Lease:13(iii)
Paragraph 2.b. of the Lease | Lease:2(b)
Section A | A
Section D(3)(a) | D(3)(a)
Article A(1) | Article A(1)
Paragraph F.4 | F(4)
Section V.7 | V.7
Section II.D.1 | II(D)(1)
Paragraph B of Section III | III(B)
Section III, Paragraph B | III(B)
Article V. Term and Sale, Section A | Article V(A)
Section 2-A | 2-A
Sections II and III | II III
Subsections III (b) and III(f) | III(b) III(f)
Subsection 4 of Section 9 | 9(4)
Section 3 of the April 1995 Lease Agreement | April 1995 Lease Agreement:3
Section 3 of the May 3, 1997 Amendment | May 3, 1997 Amendment:3
Section 3 of the 2007 Lease Agreement | 2007 Lease Agreement:3
Section 2(a) of the Lease and Sub-Section I(b) of Amendment 2 | Lease:2(a)
Section 9-615 | 9-615
ss. 1.1 | 1.1
Section 4 TOLLS AND DUES | 4
Section 4 Tolls in the Lease Agreement | Lease Agreement:4
Section 5.5, Sale Without Cause or for Good Reason, of the Lease | Lease:5.5
Section 3.1, “Tolls,” of the Lease | Lease:3.1
Section 4(b) sentence three | 4(b)~sentence 3
the first five sentences of Section 2 | 2~sentences 1-5
the second WHEREAS clause | Recital 2
the initial "WHEREAS" clause | Recital 1
the third recital | Recital 3
the section entitled "Tolls and Dues" | "Tolls and Dues"
the “Tolls and Dues” section of the Note | Note:"Tolls and Dues"
Subsection (a) of the “Tolls and Dues” section | "Tolls and Dues"(a)
"""
TABLE = [tuple(piece.strip() for piece in line.split("|")) for line in SPELLINGS.strip().splitlines()]


def test_the_table_covers_how_drafters_write() -> None:
    assert len({spelling for spelling, _ in TABLE}) == len(TABLE) >= 200


@pytest.mark.parametrize(("spelling", "normal"), TABLE)
def test_spellings_of_an_address_have_one_normal_form(spelling: str, normal: str) -> None:
    found = next(references(f"{spelling} is amended."))
    expected = " ".join(str(path) for path in found.paths)
    assert expected == normal


@pytest.mark.parametrize("spelling", [spelling for spelling, _ in TABLE])
def test_a_normal_form_reads_back(spelling: str) -> None:
    for path in next(references(f"{spelling} is amended.")).paths:
        assert parse_path(str(path)) == path


def test_a_term_behind_one_whose_comma_stands_in_the_marks_is_of_a_list_of_several() -> None:
    several = next(references('the definitions of "Mill," "Barge," and "Toll" are deleted'))
    assert [path.term for path in several.paths] == ["Mill", "Barge", "Toll"]
    one = next(references('after the definition of "Mill," "Barge" means a boat'))
    assert [path.term for path in one.paths] == ["Mill"]


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


def test_lists_within_lists_do_not_multiply_without_end() -> None:
    words = "clauses (a), (b) and (c) of " * 60 + "Section 5.1"
    assert max(len(one.paths) for one in references(words)) <= 1_000
