"""Matters for the tests of the reading page, with invented parties; between them they cover each state."""

import datetime

from conformed.basis import Span
from conformed.views.page import (
    Page,
    PageAffiliates,
    PageCandidate,
    PageCondition,
    PageDate,
    PageDocument,
    PageEntry,
    PageFinding,
    PageInstrument,
    PageNote,
    PageParty,
    PageProvision,
    PageReference,
    PageRun,
    PageSignature,
    PageWaiver,
)

Day = datetime.date
SCRIPT = "<script>document.title = 'broken'</script>"


def run(text: str = "", page: int | None = None, **more: object) -> PageRun:
    fields: dict[str, object] = {
        "text": text, "span": None, "page": page, "added": None, "struck": None, "lacuna": None, "ours": False,
    }
    return PageRun(**{**fields, **more})  # type: ignore[arg-type]


def provision(order: int, path: str, kind: str, /, *runs: PageRun, **more: object) -> PageProvision:
    fields: dict[str, object] = {
        "parent": None, "level": 0, "number": None, "heading": None, "run_in": False, "outline": False,
        "added": None, "struck": None,
    }
    return PageProvision(id=f"p{order}", path=path, kind=kind, runs=runs, **{**fields, **more})  # type: ignore[arg-type]


def instrument(sigil: str, title: str, kind: str, dated: Day | None, effective: Day | None, **more: object) -> PageInstrument:
    fields: dict[str, object] = {
        "number": None, "basis": "as of its date", "upon": False, "until": None, "missing": False, "changes": True,
        "document": None, "standing": "In force.", "place": "", "conditions": (),
    }
    return PageInstrument(id=sigil, title=title, kind=kind, dated=dated, effective=effective, **{**fields, **more})  # type: ignore[arg-type]


def entry(key: str, action: str, label: str, at: str, page: int, sentence: str, *provisions: str, **more: object) -> PageEntry:
    fields: dict[str, object] = {
        "target": "*", "span": None, "effective": None, "outcome": "applied", "because": None, "finding": None,
    }
    return PageEntry(
        id=key, instrument=key.split("-")[0], action=action, label=label, at=at, page=page, sentence=sentence,
        provisions=provisions, **{**fields, **more},  # type: ignore[arg-type]
    )


def finding(order: int, kind: str, says: str, /, *provisions: str, **more: object) -> PageFinding:
    fields: dict[str, object] = {
        "open": True, "since": None, "path": None, "instrument": None, "entry": None, "quote": None, "span": None,
        "page": None, "nearest": None, "candidates": (), "settled_by": "a ruling",
    }
    return PageFinding(number=order, kind=kind, says=says, provisions=provisions, **{**fields, **more})  # type: ignore[arg-type]


def _instruments() -> tuple[PageInstrument, ...]:
    return (
        instrument("A", "CREDIT AGREEMENT", "agreement", Day(2019, 4, 1), Day(2019, 4, 1), document="d1"),
        instrument(
            "1", "AMENDMENT NO. 1 TO CREDIT AGREEMENT", "amendment", Day(2020, 6, 12), Day(2020, 6, 15), number=1,
            basis="day stated, § 3", document="d2", standing="In force since June 15, 2020. Signed by all.",
        ),
        instrument(
            "2", "AMENDMENT NO. 2 TO CREDIT AGREEMENT", "amendment", Day(2021, 3, 1), Day(2021, 3, 1), number=2,
            document="d3", standing="In force since March 1, 2021. Two of its operations are not applied.",
        ),
        instrument(
            "3", "Amendment No. 3", "amendment", Day(2021, 11, 5), None, number=3, missing=True, basis="not known",
            standing="Not to hand.", place="named in the first recital of Amendment No. 4, page 1",
        ),
        instrument(
            "4", "AMENDMENT NO. 4 TO CREDIT AGREEMENT", "amendment", Day(2022, 5, 20), Day(2022, 5, 20), number=4, upon=True,
            basis="as of its date, if conditions were met", document="d4", standing="In force if its conditions were met.",
            conditions=(
                PageCondition("3(a)", "counterparts of this Amendment executed by the Borrower and the Majority Lenders",
                              "met", "signature pages", 3, None),
                PageCondition("3(b)", "payment to each consenting Lender of an amendment fee", "unproved", None, 3, None),
            ),
        ),
        instrument(
            "W", "LIMITED WAIVER", "waiver", Day(2022, 9, 1), Day(2022, 9, 1), until=Day(2022, 12, 31), changes=False,
            document="d5", standing="In effect to December 31, 2022.",
        ),
        instrument(
            "5", "AMENDMENT NO. 1 TO GUARANTY", "amendment", Day(2021, 5, 5), Day(2021, 5, 5), changes=False, document="d6",
            standing="It amends the Guaranty, not this agreement.",
        ),
    )


def _provisions() -> tuple[PageProvision, ...]:
    return (
        provision(1, "Title", "title", run("CREDIT AGREEMENT", 1)),
        provision(2, "Title", "title", run("dated as of April 1, 2019\namong\nHOLLIN QUARRIES, INC.,\nthe Lenders party hereto and\n"
                                         "WESTERMARK TRUST COMPANY, as Agent", 1)),
        provision(3, "Preamble", "preamble", run(
            "CREDIT AGREEMENT, dated as of April 1, 2019, among HOLLIN QUARRIES, INC., a Vermont corporation (the “Borrower”), "
            "the Lenders party hereto, and WESTERMARK TRUST COMPANY, as agent for the Lenders (the “Agent”).", 1)),
        provision(4, "Article I", "article", run("ARTICLE I\nDEFINITIONS", 2), number="Article I", heading="Definitions", outline=True),
        provision(5, "1.1", "section", run(
            "Section 1.1. Defined Terms. As used in this Agreement, the following terms have the following meanings:", 2),
            number="1.1", heading="Defined Terms", outline=True, parent="p4"),
        provision(6, "1.1#Base Rate", "definition", run("“Base Rate” means the rate announced by the Agent from time to time.", 2),
                  parent="p5", outline=True, heading="Base Rate", level=1),
        provision(7, "1.1#Granite Yard", "definition",
                  run("“Granite Yard” means the stone yard of the Borrower at Barre, Vermont.", None, added="1-1"),
                  parent="p5", outline=True, heading="Granite Yard", level=1),
        provision(8, "1.1#Permitted Sale", "definition",
                  run("“Permitted Sale” means any sale of surplus equipment for not more than $500,000.", 3, struck="2-1"),
                  run("[Deleted by Amendment No. 2]", added="2-1", ours=True), parent="p5", outline=True, heading="Permitted Sale", level=1),
        provision(9, "1.1#Termination Date", "definition", run("“Termination Date” means April 1, 2024.", 3),
                  parent="p5", outline=True, heading="Termination Date", level=1),
        provision(10, "Article II", "article", run("ARTICLE II\nTHE LOANS", 4), number="Article II", heading="The Loans", outline=True),
        provision(11, "2.1", "section", run("Section 2.1. Letters of Credit.", 4), number="2.1", heading="Letters of Credit",
                  outline=True, parent="p10"),
        provision(12, "2.1(a)", "clause", run("(a) The Issuer shall issue Letters of Credit in an aggregate amount not exceeding ", 4),
                  run("$5,000,000", 4, struck="1-2"), run("$7,500,000", None, added="1-2", struck="2-2"),
                  run("$8,000,000", None, added="2-2"),
                  run("; ", 4), number="(a)", parent="p11", level=1),
        provision(13, "2.1(b)", "clause", run("(b) no Letter of Credit shall expire later than one year after its issuance.", 4,
                                            struck="1-3"),
                  run("(b) no Letter of Credit shall expire (i) more than eighteen months after its issuance or (ii) later than "
                      "thirty days before the Termination Date.", None, added="1-3"), number="(b)", parent="p11", level=1),
        provision(14, "2.1(c)", "clause", run("(c) Each Letter of Credit that is extended ", 5),
                  run("(other than by its own terms) ", None, added="1-4"),
                  run("shall be treated as issued anew, (i) for the purposes of clause (a) and ", 5), number="(c)", parent="p11", level=1),
        provision(15, "2.1(c)(ii)", "clause", run("(ii) for the purposes of the fees of Section 2.2, on the ", 5),
                  run("first", 5, struck="4-1"), run("third", None, added="4-1"), run(" Business Day after notice thereof.", 5),
                  number="(ii)", parent="p14", level=2, run_in=True),
        provision(16, "2.2", "section", run("Section 2.2. Fees. The Borrower shall pay the fees of the following table:", 6),
                  number="2.2", heading="Fees", outline=True, parent="p10"),
        provision(17, "2.2~row 1", "row", run("Level\tLeverage Ratio\tMargin", 6), parent="p16"),
        provision(18, "2.2~row 2", "row", run("I\tless than 2.00 to 1.00\t", 6), run("1.50%", 6, struck="2-3"),
                  run("1.25%", None, added="2-3"), parent="p16"),
        provision(19, "2.2~row 3", "row", run("II\t2.00 to 1.00 or more\t1.75%", 6, struck="2-3"),
                  run("II\t2.00 to 1.00 or more\t1.60%", None, added="2-3"), parent="p16"),
        provision(20, "2.3", "section", run("Section 2.3. ", 6), run("Prepayments. ", 6, struck="2-4"),
                  run("[Deleted by Amendment No. 2]", added="2-4", ours=True),
                  run("The Borrower shall prepay Loans from the proceeds of each sale of assets.", 6, struck="2-4"),
                  number="2.3", heading="Prepayments", outline=True, parent="p10"),
        provision(21, "Article V", "article", run("ARTICLE V\nCOVENANTS", 9), number="Article V", heading="Covenants", outline=True),
        provision(22, "5.1", "section", run("Section 5.1. Reports. The Borrower shall deliver audited statements within ninety (90) days "
                                          f"after each fiscal year. {SCRIPT}", 9),
                  number="5.1", heading="Reports", outline=True, parent="p21"),
        provision(23, "5.2", "section", run("Section 5.2. Leverage. The Borrower shall not permit the Leverage Ratio to exceed ", 9),
                  run("3.50", 9, struck="2-5"), run("4.00", None, added="2-5"), run(" to 1.00.", 9),
                  number="5.2", heading="Leverage", outline=True, parent="p21"),
        provision(24, "5.3", "section", run("Section 5.3. Liens. The Borrower shall not create any Lien, except Liens for taxes contested "
                                          "by the Borrower and deposits made by the Borrower to secure bids.", 10),
                  number="5.3", heading="Liens", outline=True, parent="p21"),
        provision(25, "5.4", "section", run("Section 5.4. ", None), run(lacuna="Section 5.4, added by Amendment No. 3"),
                  run(" maintained in the Reserve Account", None), run(", without regard to any overdraft,", None, added="4-2"),
                  run(lacuna="the rest of Section 5.4"), number="5.4", outline=True, parent="p21"),
        provision(26, "5.5", "section", run("Section 5.5. Quarry Closures. The Borrower shall give the Agent thirty days’ notice "
                                          "before it closes any quarry.", None),
                  number="5.5", heading="Quarry Closures", outline=True, parent="p21", added="2-6"),
        provision(27, "5.5(a)", "clause", run("(a) Each notice shall name the quarry and the day.", None), number="(a)", parent="p26",
                  level=1, added="2-6"),
        provision(28, "Exhibit A", "part", run("EXHIBIT A\nFORM OF NOTICE", 20), number="Exhibit A", heading="Form of Notice", outline=True),
        provision(29, "Exhibit A", "paragraph", run("The undersigned requests a Loan of $____________.", 20), parent="p28"),
        provision(30, "Signature Pages", "signature", run("HOLLIN QUARRIES, INC.\nBy: /s/ Edith Marlow\nName: Edith Marlow\nTitle: Treasurer", 24)),
        provision(31, "Signature Pages", "signature", run("WESTERMARK TRUST COMPANY, as Agent\nBy: ______________\nName:\nTitle:", 24)),
    )


def _entries() -> tuple[PageEntry, ...]:
    return (
        entry("1-1", "add_provision", "Definition added", "1(a)", 1,
              "Section 1.1 of the Credit Agreement is hereby amended by adding the following definition in its alphabetical place:", "p7"),
        entry("1-2", "replace_text", "Amount replaced", "1(b)", 1,
              "Section 2.1(a) is hereby amended by deleting “$5,000,000” and substituting “$7,500,000”.", "p12"),
        entry("1-3", "replace_provision", "Clause (b) restated", "1(c)", 1,
              "Clause (b) of Section 2.1 is hereby deleted in its entirety and replaced with the following:", "p13"),
        entry("1-4", "insert_text", "Words inserted", "1(d)", 2,
              "Section 2.1(c) is hereby amended by inserting after the word “extended” the words “(other than by its own terms)”.", "p14"),
        entry("1-5", "override", "Override", "2", 2,
              "Notwithstanding anything in the Credit Agreement, the term of the facility is hereby extended to April 1, 2026.", "p9"),
        entry("2-1", "delete_provision", "Definition deleted", "1.1", 1,
              "The definition of “Permitted Sale” in Section 1.1 is hereby deleted in its entirety.", "p8"),
        entry("2-2", "replace_text", "Amount replaced", "1.2", 1,
              "Section 2.1(a), as amended by Amendment No. 1, is further amended by replacing “$7,500,000” with “$8,000,000”.", "p12"),
        entry("2-3", "replace_entries", "Entries replaced", "1.3", 1,
              "The table in Section 2.2 is hereby amended by replacing the margins opposite Levels I and II.", "p18", "p19"),
        entry("2-4", "delete_provision", "Section deleted", "1.4", 1, "Section 2.3 is hereby deleted in its entirety.", "p20"),
        entry("2-5", "replace_text", "Level replaced", "1.5", 2,
              "Section 5.2 is hereby amended by deleting “3.50” and inserting “4.00” in lieu thereof.", "p23", effective=Day(2021, 6, 30)),
        entry("2-6", "add_provision", "Section added", "1.6", 2, "Article V is hereby amended by adding the following Section 5.5:",
              "p26", "p27"),
        entry("2-7", "replace_text", "Days replaced", "1.7", 2,
              "Section 5.1 is hereby amended by deleting “one hundred twenty (120) days” and substituting “sixty (60) days”.", "p22",
              outcome="unapplied", because="The words to strike are not there.", finding=2),
        entry("2-8", "insert_text", "Words inserted", "1.8", 2,
              "Section 5.3 is hereby amended by inserting “or any Subsidiary” after “the Borrower”.", "p24",
              outcome="unapplied", because="Two places fit.", finding=3),
        entry("4-1", "replace_text", "Day replaced", "1(a)", 1,
              "Section 2.1(c)(ii) is hereby amended by replacing “first” with “third”.", "p15"),
        entry("4-2", "insert_text", "Words inserted", "1(b)", 1,
              "Section 5.4, as added by Amendment No. 3, is hereby amended by inserting, after “maintained in the Reserve Account”, "
              "the words “, without regard to any overdraft,”.", "p25"),
    )


def _findings() -> tuple[PageFinding, ...]:
    return (
        finding(1, "MissingInstrument", "Amendment No. 4 recites Amendment No. 3 dated as of November 5, 2021, which is not in the file.",
                since=Day(2021, 11, 5), instrument="3", page=1, settled_by="the instrument"),
        finding(2, "NotFound", "Amendment No. 2 strikes words of Section 5.1 that are not there.", "p22", since=Day(2021, 3, 1), path="5.1",
                instrument="2", entry="2-7", quote="one hundred twenty (120) days", page=2,
                nearest=PageCandidate("5.1", "ninety (90) days", "p22", None), settled_by="a ruling, or the missing instrument"),
        finding(3, "Ambiguous", "Amendment No. 2 inserts words after “the Borrower”, which stands twice.", "p24", since=Day(2021, 3, 1),
                path="5.3", instrument="2", entry="2-8", page=2, candidates=(
                    PageCandidate("5.3", "contested by the Borrower", "p24", None),
                    PageCandidate("5.3", "deposits made by the Borrower", "p24", None))),
        finding(4, "Upon", "Condition § 3(b) of Amendment No. 4, the amendment fee, is unproved.", "p15", since=Day(2022, 5, 20),
                instrument="4", settled_by="evidence that the conditions were met, such as a closing notice"),
        finding(5, "Slip", "Amendment No. 2 has two Sections 1.6.", instrument="2", open=False),
    )


def small_page(today: Day = Day(2022, 10, 1)) -> Page:
    """A matter that covers each state: six instruments, one of them missing, one conditional, a waiver, one apart."""
    names = ("credit-agreement.txt", "amendment-1.txt", "amendment-2.txt", "amendment-4.txt", "limited-waiver.txt", "guaranty-amendment.txt")
    return Page(
        version="0.1.0",
        title="Hollin Quarries, Inc., Credit Agreement",
        today=today,
        first=Day(2019, 4, 1),
        last=Day(2023, 6, 30),
        remark="Amendment No. 3 is not in the file; from November 5, 2021 any provision may have been changed by it.",
        documents=tuple(PageDocument(f"d{n}", name, 3, 9000) for n, name in enumerate(names, 1)),
        instruments=_instruments(),
        provisions=_provisions(),
        entries=_entries(),
        findings=_findings(),
        waivers=(PageWaiver("W-1", "W", "1", ("p23",), ("5.2",), "solely in respect of the fiscal quarter ending September 30, 2022",
                            Day(2022, 9, 1), Day(2022, 12, 31), "the Borrower fails to deliver the statements by November 15, 2022",
                            "The Majority Lenders hereby waive compliance with Section 5.2.", None, 1),),
        signatures=(
            PageSignature("A", "HOLLIN QUARRIES, INC.", None, None, (), True, "Edith Marlow", "Treasurer", None, 24, None),
            PageSignature("A", "WESTERMARK TRUST COMPANY", "as Agent", None, (), False, None, None, None, 24, None),
            PageSignature("1", "HOLLIN QUARRIES, INC.", None, None, (), True, "Edith Marlow", "Treasurer", Day(2020, 6, 12), 3, None),
            PageSignature("1", "LODE LEASING LLC", None, "Lode Rentals LLC", ("HOLLIN HOLDINGS, INC., as its Sole Member",), None,
                          "E. Marlow", None, None, 3, None),
        ),
        parties=(
            PageParty("HOLLIN QUARRIES, INC.", ("Borrower",), "Borrower", "corporation", "Vermont", ("A", "1", "2", "4", "W")),
            PageParty("WESTERMARK TRUST COMPANY", ("Agent",), "Agent", None, None, ("A", "1", "2", "4", "W")),
        ),
        affiliates=(PageAffiliates("VT", ("Hollin Quarries of Vermont, LLC", "Barre Stone, Inc."), "1", 4, Span("d2", 10, 40)),),
        references=(PageReference("Vermont Tariff No. 9", None, "as set forth in Vermont Tariff No. 9", "1", "4", 2, None),),
        notes=(PageNote("Filing", "Either party may file this Amendment with the Commission.", "1", "5", 2, None),),
        dates=(PageDate(Day(2022, 12, 31), "Last day of the Limited Waiver", "W"),
               PageDate(Day(2024, 4, 1), "Termination Date", "A")),
    )


def skeleton_page() -> Page:
    """No agreement to hand: four amendments named and missing, one to hand, the text a skeleton of lacunae."""
    missing = tuple(
        instrument(str(n), f"Amendment No. {n}", "amendment", Day(2000, 2 * n, 28), None, number=n, missing=True, standing="Not to hand.")
        for n in range(1, 5)
    )
    return Page(
        version="0.1.0",
        title="Amended and Restated Loan and Security Agreement",
        today=Day(2001, 8, 1), first=Day(2000, 1, 15), last=Day(2001, 12, 31), remark=None,
        documents=(PageDocument("d1", "amendment-5.txt", 9, 20000),),
        instruments=(
            instrument("A", "Amended and Restated Loan and Security Agreement", "agreement", Day(2000, 1, 15), None, missing=True,
                       standing="Not to hand."),
            *missing,
            instrument("5", "AMENDMENT NO. 5 AND LIMITED WAIVER", "amendment_and_waiver", Day(2001, 7, 16), None, number=5, upon=True,
                       document="d1", standing="In force if its conditions were met."),
        ),
        provisions=(
            provision(1, "2.10", "section", run(lacuna="Section 2.10, save as below"), number="2.10", outline=True),
            provision(2, "2.10(b)(2)", "clause", run("(2) such Letter of Credit has an expiration date later than thirty days before the "
                                                   "Termination Date;", added="5-1"), number="(2)", level=2, parent="p1"),
            provision(3, "2.10(d)(4)", "clause", run(lacuna="what comes before"), run(" extended "),
                      run("(other than by automatic extension) ", added="5-2"), run("or "), run(lacuna="what follows"),
                      number="(4)", level=2, parent="p1"),
            provision(4, "5.23", "section", run(lacuna="Section 5.23, named in Amendment No. 5"), number="5.23", outline=True),
        ),
        entries=(
            entry("5-1", "replace_provision", "Clause (2) restated", "1.1(a)", 1, "Clause (b) of Section 2.10 is amended to delete Clause (2).", "p2"),
            entry("5-2", "insert_text", "Words inserted", "1.1(b)", 1, "Clause (d) of Section 2.10 is amended to insert the following.", "p3",
                  outcome="held", because="The words beside these are not to hand."),
        ),
        findings=tuple(finding(n, "MissingInstrument", f"Amendment No. {n} is not to hand.", instrument=str(n)) for n in range(1, 5)),
        waivers=(PageWaiver("5-w1", "5", "2.1", ("p4",), ("5.23",), "solely to extend the deadline to August 3, 2001", None, Day(2001, 8, 3),
                            None, "compliance with Section 5.23 is waived", None, 1),),
        signatures=(), parties=(), affiliates=(), references=(), notes=(), dates=(),
    )


def plain_page() -> Page:
    """One agreement, nothing changed, nothing open."""
    small = small_page()
    return Page(
        version="0.1.0", title="Services Agreement", today=Day(2022, 1, 1), first=Day(2019, 4, 1), last=Day(2022, 1, 1), remark=None,
        documents=small.documents[:1],
        instruments=(instrument("A", "Services Agreement", "agreement", None, None, document="d1"),),
        provisions=(provision(1, "1", "section", run("1. Term. The term is three years.", 1), number="1", heading="Term", outline=True),),
        entries=(), findings=(), waivers=(), signatures=(), parties=(), affiliates=(), references=(), notes=(), dates=(),
    )


def long_page(sections: int = 600, clauses: int = 4, amendments: int = 30) -> Page:
    """An agreement of `sections` with `clauses` each, and many amendments."""
    words = ("The Borrower shall deliver to the Agent, for distribution to each Lender, a certificate of a financial officer as to "
             "the matters set forth in this Section. ")
    provisions, entries = [], []
    made = [instrument("A", "Credit Agreement", "agreement", Day(2001, 1, 1), Day(2001, 1, 1), document="d1")]
    for n in range(1, amendments + 1):
        day = Day(2001 + n // 2, 1 + 6 * (n % 2), 15)
        made.append(instrument(str(n), f"Amendment No. {n}", "amendment", day, day, number=n, document=f"d{n + 1}"))
    count = 0
    for section in range(1, sections + 1):
        article = (section - 1) // 20 + 1
        count += 1
        if section % 20 == 1:
            provisions.append(provision(count, f"Article {article}", "article", run(f"ARTICLE {article}\nCOVENANTS", article),
                                        number=f"Article {article}", heading="Covenants", outline=True))
            count += 1
        path = f"{article}.{(section - 1) % 20 + 1:02d}"
        head = f"p{count}"
        provisions.append(provision(count, path, "section", run(f"Section {path}. Reports. {words}", section // 4 + 1),
                                    number=path, heading="Reports", outline=True))
        for clause in range(clauses):
            count += 1
            letter = chr(97 + clause)
            key = f"{section % amendments + 1}-{count}"
            runs: tuple[PageRun, ...] = (run(f"({letter}) {words}", section // 4 + 1),)
            if clause == 1:
                runs = (run(f"({letter}) within ", section // 4 + 1), run("ninety", section // 4 + 1, struck=key),
                        run("sixty", added=key), run(f" days. {words}", section // 4 + 1))
                entries.append(entry(key, "replace_text", "Days replaced", "1", 1, "is amended by replacing “ninety” with “sixty”", f"p{count}"))
            provisions.append(provision(count, f"{path}({letter})", "clause", *runs, number=f"({letter})", parent=head, level=1))
    small = small_page()
    return Page(
        version="0.1.0", title="A long agreement", today=Day(2015, 1, 1), first=Day(2001, 1, 1), last=Day(2017, 1, 1), remark=None,
        documents=small.documents, instruments=tuple(made), provisions=tuple(provisions), entries=tuple(entries),
        findings=(), waivers=(), signatures=(), parties=(), affiliates=(), references=(), notes=(), dates=(),
    )
