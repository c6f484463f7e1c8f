"""Which numbers head a section, in the ways in which drafters write them."""

import pytest

from tests.instrument.test_outline import OPENING, paths, read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The number of the article in roman figures, before that of the section.
        (
            "ARTICLE I\nTERMS\n\nSECTION I.1. Terms. Text.\n\nSECTION I.2. Usage. Text.\n\n"
            "ARTICLE II\nLOANS\n\nSECTION II.1. Loan. Text.\n\nSECTION II.2. Notes. Text.\n",
            "Article I I.1 I.2 Article II II.1 II.2",
        ),
        # A section that is called an article.
        ("Article 1.1 Loans. Text.\n\nArticle 1.2 - Notes\n\nText.\n", "1.1 1.2"),
        # Articles counted in words, parts and chapters.
        (
            "ARTICLE ONE\nTERMS\n\nSection 101. Names. Text.\n\nARTICLE TWO\nTOLLS\n\nSection 201. Rye. Text.\n",
            "Article ONE 101 Article TWO 201",
        ),
        (
            "PART I\nTERMS\n\n1.1 Names. Text.\n\nPART II\nTOLLS\n\n2.1 Rye. It is as Part I says.\n\nPart III. Days\n\nText.\n",
            "Part I 1.1 Part II 2.1 Part III",
        ),
        ("Chapter 1: Terms\n\n1. Names. Text.\n\nChapter 2: Tolls\n\n1. Rye. Text.\n", "Chapter 1 1 Chapter 2 1"),
        # Parts that stand beside articles are not of their rank.
        ("ARTICLE I\nTOLLS\n\nPart 1 - Rye\n\n1.1 Sacks. Text.\n\nPart 2 - Oats\n\n1.2 Sacks. Text.\n", "Article I 1.1 1.2"),
        # Sections that are called clauses or paragraphs, with lists of their own.
        (
            "CLAUSE 1\nTERMS\n\n1. The words have these meanings.\n\n2. Others have none.\n\nCLAUSE 2\nTOLLS.\n\nText.\n\n"
            "CLAUSE 3\n\nAs Clause 2 says.\n",
            "1 1(1) 1(2) 2 3",
        ),
        ("Paragraph 1. Terms. Text.\n\nParagraph 2: Tolls. Text.\n\nParagraph 3 – Days. Text.\n", "1 2 3"),
        ("1. Tolls. Text.\n\nParagraph 4 of the Lease is deleted.\n\nClause 3.1, which has no use, is deleted.\n\n2. Days. Text.\n", "1 2"),
        # Each clause is called in full.
        (
            "Section 2.1 Loans.\n\n2.1(a) Amount. Text of it.\n\n2.1(b) Use. Text of it.\n\n"
            "Section 2.2(a) Fees. It pays (i) one and (ii) two.\n\nSection 2.2 (b) Costs. Text.\n",
            "2.1 2.1(a) 2.1(b) 2.2 2.2(a) 2.2(a)(i) 2.2(a)(ii) 2.2(b)",
        ),
        ("Section 2 (a) Pay. Text.\n\nSection 2 (b) Bonus. Text.\n", "2 2(a) 2(b)"),
        # One that a sentence calls is none.
        ("2.1 Loans. Text.\n\n2.1(b) hereof does not hold.\n\n2.2 Fees. Text.\n", "2.1 2.2"),
        # A number that was put between two others bears a letter.
        (
            "ARTICLE VII\nDUTIES\n\n7.1 Books. Text.\n\n7.1A Visits. Text.\n\n7.2 Taxes. Text.\n\n"
            "ARTICLE VIIA\nPLEDGE\n\n7A.1. Pledge. Text.\n\n7A.2. Release. Text.\n\n"
            "ARTICLE VIII\nDEFAULT\n\n8.1 Events. Text.\n",
            "Article VII 7.1 7.1A 7.2 Article VIIA 7A.1 7A.2 Article VIII 8.1",
        ),
        # Figures below letters, of a section that is not the first.
        (
            "8. TOLLS.\n\nA. DUE DAYS. They are due unless it is a feast:\n\n1. of the mill;\n\n2. of the town; or\n\n3. of the race.\n\n"
            "B. SACKS. They are counted.\n\nC. WORDS.\n\n1. A day is a day of the week.\n\n2. A sack is a sack of rye.\n",
            "8 8(A) 8(A)(1) 8(A)(2) 8(A)(3) 8(B) 8(C) 8(C)(1) 8(C)(2)",
        ),
        # Figures that count anew in a list are none; the sections go on behind it.
        (
            "1. Tolls. Text.\n\n2. Costs. Text.\n\n3. Bills. They hold the following:\n\n"
            + "".join(f"{n}. the sum of it;\n\n" for n in range(1, 7))
            + "4. Days. Text.\n\n5. Grain. Text.\n",
            "1 2 3 3(1) 3(2) 3(3) 3(4) 3(5) 3(6) 4 5",
        ),
        (
            "1. Rates. Text.\n\n1.1 They are as follows.\n\nA. Mill\n\n1. Miller 9.00\n\n2. Clerk 4.00\n\n"
            "B. Race\n\n1. Diver 9.00\n\n2. Digger 4.00\n\n3. Cook 4.00\n\n2. Terms. Text.\n\n2.1 They hold.\n",
            "1 1.1 1.1(A) 1.1(A)(1) 1.1(A)(2) 1.1(B) 1.1(B)(1) 1.1(B)(2) 1.1(B)(3) 2 2.1",
        ),
        # A blank before the point.
        ("1. Tolls. They are paid in the month of May each year.\n2 . Rye. Text.\n\n3. Oats. Text.\n", "1 2 3"),
        # The letter of a clause before the next section, which has a caption.
        (
            "Section 1.01. Names. Text:\n\n(a) rye;\n\n(b) Section 1.02. Tolls. Text.\n\nSection 1.03. Days. Text.\n",
            "1.01 1.01(a) 1.02 1.03",
        ),
        (
            "Section 1.01. Names. Text:\n\n(a) rye;\n\n(b) Section 1.02 holds for oats.\n\nSection 1.02. Tolls. Text.\n",
            "1.01 1.01(a) 1.01(b) 1.02",
        ),
        # The clauses of a section with a letter, which each call it again.
        (
            "Section S3. Tolls. They are:\n\nS3 (a) The miller pays five.\n\nS3 (b) The clerk pays two.\n\nSection S4. Days. Text.\n",
            "S3 S3(a) S3(b) S4",
        ),
        # Those of an agreement within the text are.
        (
            "".join(f"{n}. Toll. Text.\n\n" for n in range(1, 6)) + "The miller and the clerk agree as follows:\n\n"
            "1. Grain. Text.\n\n2. Days. Text.\n\n3. Rest. Text.\n",
            "1 2 3 4 5 1 2 3",
        ),
        # References with captions, at the start of a line, are no headings.
        (
            "1. Survival.\n\nArticle 2 (Fees), Article 3 (Taxes) and\n\nArticle 4 (Notices) survive.\n\n2. Other. Text.\n",
            "1 2",
        ),
        (
            "1. Terms. Text.\n\nSection 2 (captioned “Tolls”) of the Quay Contract is hereby amended as is set out below.\n\n"
            "2. Other. Text.\n",
            "1 2",
        ),
    ],
)
def test_which_numbers_head_a_section(body: str, expected: str) -> None:
    assert " ".join(paths(OPENING + body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The word and the number of a heading on two lines, behind the end of a sentence.
        (
            "Section 2.1 Loans. The Lender lends at its will, and it shall be paid in the month that follows.\n"
            "SECTION\n2.2. Fees. Text.\n",
            "2.1 2.2",
        ),
        # Sections are counted from 1 in each article.
        (
            "ARTICLE I\nTERMS\n\n1. Names. Text.\n\n2. Days. Text.\n\nARTICLE II\nLOANS\n\n1. Amount: Text.\n\n"
            "2. Time: Text.\n\n3. Place: Text.\n",
            "Article I 1 2 Article II 1 2 3",
        ),
        # A number stands twice, each time with a caption.
        ("1. Terms. Text.\n\n2. Loans. Text.\n\n2. Fees. Text.\n\n3. Costs. Text.\n", "1 2 2 3"),
        # An article with a wrong number, in the place of the next or behind it, and one whose number stands twice.
        (
            "ARTICLE I\nTERMS\n\n1.1 Names. Text.\n\nARTICLE II\nLOANS\n\n2.1 Amount. Text.\n\nARTICLE III\nRYE\n\n3.1 Sacks. "
            "Text.\n\nARTICLE II\nTolls\n\nThey are due in May.\n\nARTICLE V\nDAYS\n\n5.1 Feasts. Text.\n",
            "Article I 1.1 Article II 2.1 Article III 3.1 Article II Article V 5.1",
        ),
        ("FIRST: RYE\nText.\n\nSECOND: OATS\nText.\n\nSECOND: TOLLS\nText.\n\nTHIRD: DAYS\nText.\n", "FIRST SECOND SECOND THIRD"),
        ("ARTICLE I\nRYE\n\nText.\n\nARTICLE II\nOATS\n\nText.\n\nARTICLE I\nTOLLS\n\nText.\n", "Article I Article II Article I"),
        # The number of what is changed, above the order that names it again, is none of the instrument's own.
        (
            "1. SECTION 10. Section 10 is hereby deleted.\n\nSECTION 12. Section 12 is hereby deleted.\n\n"
            "SECTION 27. Section 27 is hereby deleted.\n\n2. Rye. Text.\n\n3. Oats. Text.\n",
            "1 2 3",
        ),
        ("SECTION 1. Section 1 is hereby deleted.\n\nSECTION 2. Section 2 is hereby deleted.\n\nSECTION 3. Rye. Text.\n", "1 2 3"),
        # A section with a wrong number in the place of one that would lack.
        ("7.1 Rye. Text.\n\n7.2 Oats. Text.\n\n6.3 Tolls. Text.\n\n7.4 Days. Text.\n", "7.1 7.2 6.3 7.4"),
        ("7.1 Rye. Text.\n\n7.2 Oats. Text.\n\n6.3 Tolls. Text.\n\n7.3 Days. Text.\n", "7.1 7.2 7.3"),
        # Numbers of three figures before small letters.
        (
            "11.1 Delay. It is excused if:\n\n11.1.1 the party tells of it at once;\n11.1.2 it lasts no longer; and\n"
            "11.1.3 no duty arose before.\n",
            "11.1 11.1.1 11.1.2 11.1.3",
        ),
        # Parts under roman numbers, whose sections are counted through or anew.
        (
            "I. DUTIES\n\n1. Place. Text.\n\n2. Time. Text.\n\nII. PAY\n\n3. Salary. Text.\n\n4. Bonus. Text.\n",
            "I 1 2 II 3 4",
        ),
        ("I. Waiver\n\n1. It holds.\n\n2. It ends.\n\nII. Other\n\n1. Nothing else.\n", "I 1 2 II 1"),
        # But not where letters stand between.
        (
            "I. Ratio\n\nA. Income:\n\n1. interest\n\n2. taxes\n\nB. Debt:\n\nII. Worth\n\nA. Assets:\n",
            "I I(A) I(A)(1) I(A)(2) I(B) II II(A)",
        ),
        # Nor where they number rows.
        (
            "1. Rates. As follows:\n\nI. greater than 3.0\n\nII. less than 3.0\n\n2. Fees. Text.\n",
            "1 1(I) 1(II) 2",
        ),
        # What a scan makes of a one.
        ("l. Terms. Text.\n\n2. Loans. Text.\n", "1 2"),
        (
            "ARTICLE II\nTERMS\n\n2.1 Names. Text.\n\nARTICLE ILL\nLOANS\n\n3.1 Amount. Text.\n",
            "Article II 2.1 Article III 3.1",
        ),
        # Ordinal numbers.
        (
            "FIRST: It holds.\n\nSECOND. It ends:\n\n(a) here\n\nTHIRD: Text.\n",
            "FIRST SECOND SECOND(a) THIRD",
        ),
        (
            "NINETEENTH: It holds.\n\nTWENTIETH: It ends.\n\nTWENTY FIRST: Text.\n\nTWENTY-SECOND: Text.\n",
            "NINETEENTH TWENTIETH TWENTY-FIRST TWENTY-SECOND",
        ),
        # A letter behind the point calls a clause.
        (
            "1.A NAMES. Text.\n\n1.B DAYS. Text.\n\n2.A LOANS. Text.\n\n2.B FEES. Text.\n",
            "1 1(A) 1(B) 2 2(A) 2(B)",
        ),
        (
            "1.A NAMES. It means (i) one and (ii) two.\n\n1.B DAYS.\n\n1.B.1 Work. Text.\n\n1.B.2 Feasts. Text.\n\n"
            "2.A.1 Weirs. Text.\n\n2.A.2 Dams. Text.\n\n2.B [OMITTED.]\n",
            "1 1(A) 1(A)(i) 1(A)(ii) 1(B) 1(B)(1) 1(B)(2) 2 2(A) 2(A)(1) 2(A)(2) 2(B)",
        ),
        # The mark of a note before a number does not hide it; an entry of a list with one is no section.
        (
            "2.1 Loans. Text.\n\n* 2.2 Fees. Text.\n\n†2.3 Bills. Text.\n\n[**] 2.4 Weirs. Text.\n\n* Section 2.5. Dams. Text.\n",
            "2.1 2.2 2.3 2.4 2.5",
        ),
        ("2.1 Loans. Text.\n\n*31.1 Certificate of it.\n\n*33.2 Report of it.\n\n* It is so.\n", "2.1"),
        # A ratio is no number, on a line of its own or before more.
        ("1. Ratio. It is not less than:\n\n2.0 to 1.0\n\n5.00 6.50 8.00\n\n2.50 % of it\n\n3.50 to 1.00 in the last year\n\n2. Fees. Text.\n", "1 2"),
        # Bare figures before captions that are not in capitals: they count on, or have dotted numbers beneath.
        (
            "1    Words Used\n\nText.\n\n2    Tolls\n\nText.\n\n2.1 Rye\n\nText.\n\n3    [**]\n\n[**]\n\n4    Days and Nights\n\nText.\n",
            "1 2 2.1 3 4",
        ),
        ("1    Grain\n\n1.1 Rye. Text.\n\n1.2 Oats. Text.\n", "1 1.1 1.2"),
        ("1. Tolls. Text.\n\n12 Mill Lane\n\nElk Weir\n\n13 June 2014\n\n2. Days. Text.\n", "1 2"),
        ("1. Tolls. They are:\n\n3 Sacks of Rye\n\n4 Sacks of Oats\n\n2. Days. Text.\n", "1 2"),
        ("1. Who Is Called. They are:\n\n1 Ida Wren\n\nAlder\n\n2 Rue Fenn\n\nDayton\n\n3 Abel Tern\n\nTroy\n\n2. Days. Text.\n", "1 2"),
        # One that falls back is a section where a caption stands behind word and point, and else a reference.
        ("Section 1. Tolls. Text.\n\nSection 2. Days. Text.\n\nSection 3. Rye. Text.\n\nSection 2. Feasts. Text.\n", "1 2 3 2"),
        ("Section 4. Tolls. Text.\n\nSection 5. Days. As in\n\nSection 4. It is long.\n\nSection 6. Rye. Text.\n", "4 5 6"),
        # A scan may lose the point.
        ("1. Terms. Text.\n\n1 1 Rye. Text.\n\n1.2 Oats. Text.\n\n2 4 Sacks. Text.\n\n2. Days. Text.\n", "1 1.1 1.2 2"),
        # The number of the article in roman figures, without a word.
        (
            "ARTICLE I\nTERMS\n\nI.1. Terms. Text.\n\nI.2. Usage. (a) Text.\n\n"
            "ARTICLE IV\nTOLLS\n\nIV.1. Rye. Text.\n\nII.2. is left out.\n\nIV.2. Oats. Text.\n",
            "Article I 1.1 1.2 1.2(a) Article IV 4.1 4.2",
        ),
        ("1. Tolls. Text.\n\nI.2. Usage. Text.\n\n2. Days. Text.\n", "1 2"),
        # A new section is no clause of one, nor does a sentence about one open it.
        ("1. Names. Text.\n\n2.A new Section 8.9 is added.\n\n3. Fees. Text.\n", "1 2 3"),
        # A list below a dotted section goes on beyond its number; the foot of a page names its schedule.
        (
            "4.1 Rye. Text.\n\n4.2 Oats. These steps come next:\n\n1. The mill opens.\n\n2. The miller weighs.\n\n3. The miller grinds.\n\n"
            "4. The carter loads.\n\n5. The mill shuts.\n\n4.3 Bran. Text.\n\n4.3-1\n\n5. Sacks. Text.\n",
            "4.1 4.2 4.2(1) 4.2(2) 4.2(3) 4.2(4) 4.2(5) 4.3 5",
        ),
    ],
)
def test_how_the_numbers_of_sections_go_on(body: str, expected: str) -> None:
    assert " ".join(paths(OPENING + body)) == expected


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Waivers, etc. No failure of the Lender is a waiver.", "Waivers, etc"),
        ("Regulation U. The Borrower holds no stock.", "Regulation U"),
        ("TERM LOAN A. The Lender lends.", "TERM LOAN A"),
        ("Waivers, etc., of the Lender. None is one.", "Waivers, etc., of the Lender"),
        ("Use of Grain.Miller shall mill it.", "Use of Grain"),
        ("Time is of the Essence. It is.", "Time is of the Essence"),
        ("Conditions to all Loans among Mills. None.", "Conditions to all Loans among Mills"),
        ("The Mill is Solvent. It is.", None),
        # An initial ends no caption.
        ("John F. Wren shall keep the books.", None),
    ],
)
def test_where_a_caption_ends(words: str, heading: str | None) -> None:
    sections = read(f"{OPENING}1. {words}\n\n2. Fees. Text.\n").root.children
    assert next(one.heading for one in sections if one.path == "1") == heading


def test_roman_numbers_over_sections_that_begin_with_theirs_are_articles() -> None:
    body = "I. TOLLS\n\n1.01 Rye. Text.\n\nA. First.\n\nB. Second.\n\nII. DAYS\n\n2.01 Feasts. Text.\n\n2.02 Fasts. Text.\n"
    above = {one.path: one for one in read(OPENING + body).root.walk()}
    assert [one.path for one in above["II"].children] == ["2.01", "2.02"]
    apart = {one.path: one for one in read(OPENING + body.replace("2.0", "5.0")).root.walk()}
    assert apart["II"].children == ()
