"""The reading page in a browser: what a reader does, and what the page then shows."""

import base64
import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from conformed.ledger import Evidence
from conformed.passes import conformed
from conformed.standing.stands import Stage, Standing
from conformed.version.fold import MARKS
from conformed.views.to_html import to_html
from tests.test_examples import built
from tests.version.agreements import HEAD
from tests.version.matters import amendment as ordered
from tests.version.matters import folded
from tests.version.matters import matter as at_random
from tests.version.test_laws import made
from tests.written import amendment

from .reader_pages import long_page, plain_page, skeleton_page, small_page

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
TODAY = datetime.date(2025, 1, 15)
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium and chromedriver are not installed"),
]
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Reader:
    """A reader of one page in the browser."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver, self.folder = driver, folder

    def open(self, text: str, address: str = "", width: int = 1440, height: int = 1000) -> "Reader":
        """Opens a page at the address of a view, with a window of that size."""
        file = self.folder / "index.html"
        file.write_text(text, encoding="utf-8")
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get("about:blank")
        self.driver.get(file.as_uri() + address)
        return self

    def ask(self, script: str) -> object:
        """What a script in the page returns."""
        return self.driver.execute_script(f"return {script}")

    def click(self, query: str) -> None:
        """Clicks the first element shown that a query finds."""
        shown = next(one for one in self.driver.find_elements(By.CSS_SELECTOR, query) if one.is_displayed())
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", shown)
        shown.click()

    def press(self, *keys: str) -> None:
        """Presses keys, wherever the focus is."""
        for key in keys:
            webdriver.ActionChains(self.driver).send_keys(key).perform()

    def words(self, query: str) -> str:
        """The words shown in the first element that a query finds."""
        return " ".join(self.driver.find_element(By.CSS_SELECTOR, query).text.split())

    def day(self, text: str) -> None:
        """Writes a day into the field."""
        field = self.driver.find_element(By.ID, "day")
        field.clear()
        field.send_keys(text, Keys.ENTER)

    def complaints(self) -> list[str]:
        """What the console holds since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = CHROMIUM or ""
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield chrome
    chrome.quit()


@pytest.fixture
def reader(driver: webdriver.Chrome, tmp_path: Path) -> Iterator[Reader]:
    one = Reader(driver, tmp_path)
    yield one
    assert one.complaints() == []


@pytest.mark.parametrize("make", [small_page, skeleton_page, plain_page, long_page])
@pytest.mark.parametrize("address", ["", "#view=redline", "#view=sources;page=dark;panel=standing"])
def test_it_loads_and_asks_nothing_of_the_network(reader: Reader, make: object, address: str) -> None:
    reader.open(to_html(make()), address)  # type: ignore[operator]
    assert reader.ask("performance.getEntriesByType('resource').length") == 0
    mode = next((mode for mode in ("redline", "sources") if mode in address), "conformed")
    assert reader.ask("document.documentElement.dataset.mode") == mode


def test_a_text_that_is_a_script_is_shown_as_text(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    assert "<script>document.title = 'broken'</script>" in reader.words("#p22")
    assert reader.ask("document.title") != "broken"


def test_the_policy_stops_a_request(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    reader.driver.execute_async_script(
        "const done = arguments[0]; fetch('https://example.invalid/').then(done, done)"
    )
    complaints = reader.complaints()
    assert complaints
    assert all("Content Security Policy" in one or "Fetch API cannot load" in one for one in complaints)


def test_choosing_an_instrument_changes_the_text(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    assert "$8,000,000" in reader.words("#p12")
    reader.click('.stop[data-i="1"] .sg')
    assert "$7,500,000" in reader.words("#p12")
    assert reader.ask("document.getElementById('day').value") == "June 15, 2020"
    assert "[Deleted" not in reader.words("#p20")
    reader.click('.stop[data-i="A"] .sg')
    assert "$5,000,000" in reader.words("#p12")
    assert not reader.driver.find_element(By.ID, "p7").is_displayed()
    reader.click(".now")
    assert "$8,000,000" in reader.words("#p12")


@pytest.mark.parametrize(
    "written", ["March 1, 2021", "3/1/2021", "3/1/21", "2021-03-01", "Mar 1, 2021", "1 March 2021"]
)
def test_a_day_as_lawyers_write_it(reader: Reader, written: str) -> None:
    reader.open(to_html(small_page()))
    reader.day(written)
    assert reader.ask("document.getElementById('day').value") == "March 1, 2021"
    assert "3.50 to 1.00" in reader.words("#p23"), "this operation takes effect later than its instrument"
    assert reader.ask("location.hash") == "#day=2021-03-01"


@pytest.mark.parametrize("written", ["soon", "February 30, 2021", "13/13/2021", ""])
def test_what_is_no_day_is_said_to_be_none(reader: Reader, written: str) -> None:
    reader.open(to_html(small_page()))
    reader.day(written or " ")
    assert "Not a day" in reader.words("#day-error")
    assert "$8,000,000" in reader.words("#p12")


@pytest.mark.parametrize(
    ("written", "says", "shown"),
    [
        ("January 1, 2019", "January 1, 2019 is before the first day that the documents tell", "April 1, 2019"),
        ("12/31/69", "December 31, 2069 is after the last day that the documents tell", "June 30, 2023"),
        ("12/31/70", "December 31, 1970 is before the first day that the documents tell", "April 1, 2019"),
    ],
)
def test_a_day_that_is_not_shown_is_said_not_to_be(reader: Reader, written: str, says: str, shown: str) -> None:
    reader.open(to_html(small_page()))
    reader.day(written)
    assert reader.words("#day-error") == f"{says}: shown is {shown}."
    assert reader.ask("document.getElementById('day').value") == shown
    reader.day("March 1, 2021")
    assert not reader.driver.find_element(By.ID, "day-error").is_displayed()
    reader.open(to_html(small_page()), "#day=2019-01-01")
    assert "January 1, 2019 is before" in reader.words("#day-error")


def test_without_the_instrument_whose_conditions_are_not_proved(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    assert "third Business Day" in reader.words("#p15")
    reader.click('[data-choice="4"][value="without"]')
    assert "first Business Day" in reader.words("#p15")
    assert reader.ask("location.hash") == "#without=4"
    reader.click('[data-choice="4"][value="with"]')
    assert "third Business Day" in reader.words("#p15")


def test_redline_shows_what_was_struck_and_what_was_added(reader: Reader) -> None:
    reader.open(to_html(small_page()), "#view=redline")
    assert [one.text for one in reader.driver.find_elements(By.CSS_SELECTOR, "#p12 .del")] == ["$5,000,000"]
    assert [one.text for one in reader.driver.find_elements(By.CSS_SELECTOR, "#p12 .ins")] == ["$8,000,000"]
    assert reader.ask("document.querySelector('#p12 .ins').getAttribute('role')") == "insertion"
    reader.driver.execute_script(
        "const s = document.getElementById('against'); s.value = '2'; s.dispatchEvent(new Event('change'))"
    )
    assert [one.text for one in reader.driver.find_elements(By.CSS_SELECTOR, "#p12 .del")] == ["$7,500,000"]
    assert not reader.driver.find_elements(By.CSS_SELECTOR, "#p13 .del:not([hidden])")


def test_sources_tell_each_page_and_instrument(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    assert not reader.driver.find_element(By.ID, "key").is_displayed()
    reader.press("3")
    assert "Amendment No. 2" in reader.words("#key")
    assert reader.ask("getComputedStyle(document.querySelector('#p12 .chg')).textDecorationStyle") == "double"
    assert reader.ask("getComputedStyle(document.querySelector('.page-mark')).display") == "inline"


def test_a_run_tells_why_it_says_so(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    reader.click("#p12 .chg")
    why = reader.words("#panel-why")
    assert "Section 2.1(a) $8,000,000 In force since March 1, 2021" in why
    assert "Amendment No. 2, § 1.2, p. 1 $7,500,000 $8,000,000" in why
    assert "further amended by replacing “$7,500,000” with “$8,000,000”." in why
    assert (
        why.index("Amendment No. 2, §")
        < why.index("Amendment No. 1, §")
        < why.index("Credit Agreement, Section 2.1(a), page 4")
    )
    assert "day stated, § 3" in why
    assert (
        "Credit Agreement dated as of April 1, 2019, Section 2.1(a), as amended by Amendment No. 1, "
        "§ 1(b), p. 1, and "
        "Amendment No. 2, § 1.2, p. 1 (text in force on October 1, 2022)."
    ) in why
    assert reader.ask("location.hash") == "#why=2.1(a)"


def test_a_margin_note_opens_the_same(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    reader.click('.note[data-entry="1-3"]')
    assert "Clause (b) of Section 2.1 is hereby deleted" in reader.words("#panel-why")
    assert "later than one year" in str(reader.ask("document.getElementById('panel-why').textContent"))


@pytest.mark.parametrize("matter", ["credit", "interconnection"])
@pytest.mark.parametrize("view", ["conformed", "redline"])
def test_every_note_opens_its_own_entry(reader: Reader, matter: str, view: str) -> None:
    page = built(EXAMPLES / matter).page(TODAY)
    reader.open(to_html(page), f"#view={view}")
    told = reader.ask(
        """[...document.querySelectorAll("#art .note[data-entry]:not([hidden])")].map(note => {
            note.click();
            const quoted = [...document.querySelectorAll("#panel-why blockquote")].map(one => one.textContent);
            return [note.dataset.entry, quoted, document.querySelector("#panel-why").textContent];
        })"""
    )
    assert isinstance(told, list)
    assert len(told) > 2
    sentences = {one.id: one.sentence for one in page.entries}
    for entry, quoted, words in told:
        assert sentences[entry] in quoted, entry
        assert "No instrument to hand changes these words" not in words
        assert "The whole agreement" not in words


def test_a_table_has_the_address_of_its_provision(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#why=2.06(b)")
    assert "Amendment No. 1, § 1.4(a)" in reader.words("#panel-why")
    assert reader.ask(
        "[...document.querySelectorAll('#art table')].every(one => one.closest('[data-path]').dataset.path)"
    )
    reader.driver.execute_script(
        "[...document.querySelectorAll('#art tr')].find(row => row.textContent.includes('Merrimont')).click()"
    )
    why = reader.words("#panel-why")
    assert why.startswith("Schedule 2.01 Merrimont Bank, N.A. $20,000,000 26.6667% Words unchanged")
    assert reader.ask("location.hash") == "#why=Schedule%202.01"


def test_entries_that_are_struck_are_told_where_nothing_of_them_stands(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "interconnection").page(TODAY)))
    reader.click('.note[data-entry="1-1"]')
    why = reader.words("#panel-why")
    assert why.startswith("Attachment 2, Exhibit A Per ported number, shared NPCSX $0.37 --")
    assert "Struck on October 1, 2023" in why
    reader.driver.execute_script("document.querySelector('[data-path=\"Attachment 2/Exhibit A\"]').click()")
    assert "Words were struck here; the rest is unchanged" in reader.words("#panel-why")


def test_a_provision_that_is_replaced_is_told_whole(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)))
    reader.click('.note[data-entry="1-9"]')
    assert "thirty days before the Maturity Date;" in reader.words("#panel-why .change del")
    assert "thirty days before the Maturity Date; provided" in reader.words("#panel-why .change b")
    reader.click('[data-path="2.05(b)(2)(ii)"] .chg')
    assert reader.words("#panel-why .change b").startswith("(2) such Letter of Credit")
    reader.click('.note[data-entry="2-4"]')
    assert "disregarded in determining the Required Lenders, and (c)" in reader.words("#panel-why .words")


def test_what_is_replaced_whole_is_told_as_it_stood_before_the_instrument(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#why=2.06(b)")
    reader.driver.execute_script("document.querySelector('#art table .chg').click()")
    why = reader.words("#panel-why")
    assert "Clause (b) of Section 2.06 is hereby amended by deleting the table" in why
    older = reader.words("#panel-why .change del")
    assert older.startswith("LIBO Rate Pricing")
    assert "Term SOFR" not in older
    assert reader.words("#panel-why .steps li:last-child blockquote").startswith("LIBO Rate Pricing")


def test_a_provision_that_an_instrument_adds_is_cited_as_added(reader: Reader) -> None:
    reader.open(to_html(small_page()), "#why=5.5")
    assert ", as added by Amendment No. " in reader.words("#citation")
    reader.open(to_html(small_page()), "#why=2.1(a)")
    assert ", as amended by Amendment No. 1, § 1(b)" in reader.words("#citation")


def test_a_provision_that_replaces_one_not_to_hand_says_so(reader: Reader) -> None:
    body = (
        "Clause (2) of Section 2.4(b) of the Credit Agreement is hereby amended and restated in its entirety to read"
        ' as follows: "(2) the Borrower may grind barley by night."'
    )
    reader.open(to_html(conformed([amendment(body)]).page(TODAY)))
    reader.click(".note[data-entry]")
    why = reader.words("#panel-why")
    assert why.startswith("Section 2.4(b)(2) (2) the Borrower may grind barley by night.")
    assert "What it takes away is not to hand." in why
    assert not reader.driver.find_elements(By.CSS_SELECTOR, "#panel-why del")


def test_words_replaced_twice_in_a_provision_are_told_one_place_at_a_time(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#why=2.06(a)")
    assert reader.words("#panel-why .change") == "LIBO Rate Term SOFR"


def test_what_waits_for_conditions_says_so_wherever_it_is_told(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#why=6.01")
    cited = reader.words("#citation")
    assert "Amendment No. 1, § 1.5, p. 3, and Amendment No. 2, § 2(c), p. 2, if its conditions were met (" in cited
    assert "in force if conditions were met" in reader.words(".note[data-override]")
    reader.click(".note[data-override]")
    why = reader.words("#panel-why")
    assert "but overridden if conditions were met" in why
    assert "overrides what these words mean, if its conditions were met" in why
    assert "as overridden by Amendment No. 2, § 1, p. 1, if its conditions were met (" in reader.words("#citation")
    reader.driver.execute_script("document.querySelector('[data-path=\"6.01\"]').click()")
    assert "if its conditions were met (" in reader.words("#citation"), "also of the provision as a whole"


def test_the_keys_stop_once_at_what_is_brought_as_a_whole(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)))
    reader.press("j")
    assert reader.ask("document.activeElement.dataset.a") == "1-7"
    reader.press("j")
    assert reader.ask("document.activeElement.dataset.a") == "2-3"
    reader.press("k")
    assert reader.ask("document.activeElement.dataset.a") == "1-7"
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#why=2.06(b)")
    reader.press("j")
    assert reader.ask("document.activeElement.dataset.a") == "1-12", "a table is one change"


def test_unchanged_words_say_what_is_not_known(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    reader.click("#p6 .term")
    assert (
        "No instrument to hand changes these words. Amendment No. 3 is not to hand; whether it "
        "changes them is not "
        "known."
    ) in reader.words("#panel-why")


@pytest.mark.parametrize("view", ["conformed", "redline"])
def test_words_beside_changed_ones_tell_who_changed_those(reader: Reader, view: str) -> None:
    reader.open(to_html(small_page()), f"#view={view}")
    reader.driver.execute_script("document.querySelector('#p12').click()")
    why = reader.words("#panel-why")
    assert "$8,000,000" in reader.words("#panel-why .words")
    assert "$7,500,000" not in reader.words("#panel-why .words"), "struck words do not stand"
    assert "Unchanged beside the marked words" in why
    assert "No instrument to hand changes these words" not in why
    assert why.index("Amendment No. 2, §") < why.index("Amendment No. 1, §") < why.index("page 4")


def test_an_address_brings_back_a_view(reader: Reader) -> None:
    reader.open(to_html(small_page()), "#why=5.2;day=2021-07-01;view=sources;page=dark")
    assert "In force since June 30, 2021" in reader.words("#panel-why")
    assert reader.ask("document.documentElement.dataset.theme") == "dark"
    assert reader.ask("getComputedStyle(document.body).backgroundColor") == "rgb(24, 23, 20)"


def test_an_address_of_nonsense_is_passed_over(reader: Reader) -> None:
    reader.open(
        to_html(small_page()), "#why=%E0%A4%A;day=2021-99-99;view=upside;panel=why;against=Z;without=Q;=;x"
    )
    assert "$8,000,000" in reader.words("#p12")


@pytest.mark.parametrize(
    ("panel", "says"),
    [
        ("standing", "payment to each consenting Lender of an amendment fee"),
        ("open", "one hundred twenty (120) days"),
        ("signed", "formerly Lode Rentals LLC"),
        ("dates", "solely in respect of the fiscal quarter ending September 30, 2022"),
        ("parties", "Barre Stone, Inc."),
        ("notes", "Nothing herein waives compliance with Section 5.1"),
    ],
)
def test_the_panels(reader: Reader, panel: str, says: str) -> None:
    reader.open(to_html(small_page()))
    reader.click(f'.nav [data-panel="{panel}"]')
    assert says in reader.words("#side")
    button = f"document.querySelector('.nav [data-panel={panel}]')"
    assert reader.ask(f"{button}.getAttribute('aria-expanded')") == "true"
    reader.press(Keys.ESCAPE)
    assert not reader.driver.find_element(By.ID, "side").is_displayed()
    assert reader.ask("document.activeElement.dataset.panel") == panel


def test_a_waiver_stands_beside_the_text_until_its_last_day(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    assert "91 days left" in reader.words('.note[data-waiver="W-1"]')
    assert reader.ask("document.getElementById('p23').matches('.waived')") is True
    reader.day("December 31, 2022")
    assert "0 days left" in reader.words('.note[data-waiver="W-1"]')
    reader.day("January 1, 2023")
    assert reader.ask("document.getElementById('p23').matches('.waived')") is False
    assert "ended December 31, 2022" in reader.words("#headnote")


def test_what_an_instrument_says_of_a_provision_stands_beside_it(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    assert "Nothing herein waives compliance with Section 5.1" in reader.words('.note[data-remark="1"]')
    reader.click('.note[data-remark="1"]')
    assert "Limited Waiver, § 3, p. 2, mentions this provision" in reader.words("#panel-why")


def test_the_keys(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    reader.press("j")
    assert "Granite Yard" in reader.words("#panel-why .words")
    reader.press("j", "j")
    assert "Termination Date" in reader.words("#panel-why .words"), "which is overridden"
    reader.press("j")
    assert "$8,000,000" in reader.words("#panel-why .words")
    reader.press("k", Keys.ESCAPE, "o")
    assert "Instrument missing" in reader.words("#panel-open li.at")
    reader.press("o")
    assert "Words not found" in reader.words("#panel-open li.at")
    reader.press("O", "]")
    assert reader.ask("document.getElementById('day').value") == "October 1, 2022", "no instrument is later"
    reader.press("[")
    assert reader.ask("document.getElementById('day').value") == "September 1, 2022"
    reader.press("2")
    assert reader.ask("document.documentElement.dataset.mode") == "redline"
    reader.press(Keys.ESCAPE, "n", Keys.ENTER)
    assert reader.driver.find_element(By.ID, "panel-why").is_displayed()
    reader.press("w")
    assert reader.ask("document.activeElement.id") == "side"
    reader.press("?")
    assert reader.ask("document.getElementById('help').open") is True


def test_the_key_to_the_next_provision_passes_over_a_table_of_contents_that_is_closed(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)))
    reader.press(*"nnnn")
    assert reader.ask("document.activeElement.dataset.path") == "Recitals"
    reader.press(*"pppp")
    assert reader.ask("document.activeElement.dataset.path") == "Title"


def test_a_waiver_that_waits_for_conditions_says_so_in_its_panel(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(datetime.date(2023, 4, 15))), "#panel=dates")
    assert "In effect on this day if its conditions were met, 76 days left." in reader.words("#panel-dates .waiver")
    reader.click('#headnote input[value="without"]')
    assert "Left out: the text is shown without it." in reader.words("#panel-dates .waiver")


def test_single_keys_can_be_turned_off(reader: Reader) -> None:
    reader.open(to_html(small_page()))
    reader.press("?")
    reader.click("#keys-on")
    reader.click("#help-close")
    reader.press("2")
    assert reader.ask("document.documentElement.dataset.mode") == "conformed"


def test_the_outline_filters_and_leads(reader: Reader) -> None:
    reader.open(to_html(small_page()), height=500)
    reader.click('[data-filter="open"]')
    assert "Fees" not in reader.words("#lines")
    assert "Liens" in reader.words("#lines")
    reader.click('#lines [data-to="p24"]')
    top = reader.ask("document.getElementById('p24').getBoundingClientRect().top")
    assert isinstance(top, int | float)
    assert 0 < top < 400


@pytest.mark.parametrize("width", [1600, 1440, 1360, 1280, 1152, 1024, 960, 768, 640, 390, 360])
def test_no_width_scrolls_sideways(reader: Reader, width: int) -> None:
    reader.open(to_html(small_page()), "#view=sources", width=width, height=800)
    assert reader.ask("document.documentElement.scrollWidth") == width
    reader.click("#p12 .chg")
    assert reader.ask("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [1568, 1440, 1360])
def test_opening_the_panel_moves_nothing(reader: Reader, width: int) -> None:
    reader.open(to_html(small_page()), width=width)
    before = reader.ask("document.getElementById('p23').getBoundingClientRect().toJSON()")
    reader.driver.find_element(By.CSS_SELECTOR, '.nav [data-panel="open"]').click()
    assert reader.ask("document.getElementById('p23').getBoundingClientRect().toJSON()") == before


def test_sigla_and_notes_are_not_copied(reader: Reader) -> None:
    reader.open(to_html(small_page()), "#view=sources")
    reader.driver.execute_script("getSelection().selectAllChildren(document.getElementById('p12'))")
    copied = str(reader.ask("getSelection().toString()"))
    assert " ".join(copied.split()) == (
        "(a) The Issuer shall issue Letters of Credit in an aggregate amount not exceeding $8,000,000;"
    )


def test_it_prints(reader: Reader) -> None:
    reader.open(to_html(small_page()), "#panel=signed")
    printed = reader.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert len(base64.b64decode(printed["data"])) > 10_000


def test_on_paper_what_follows_the_text_begins_below_its_last_note(reader: Reader) -> None:
    body = "Nothing in this Amendment shall waive compliance with Sections 7.4, 7.5 and 7.6 of the Credit Agreement in any other case."
    reader.open(to_html(conformed([amendment(f"{body}\n\n{body}")]).page(TODAY)))
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        ends = reader.ask("[...document.querySelectorAll('.note[data-remark]')].map(one => one.getBoundingClientRect().bottom)")
        begins = reader.ask("document.getElementById('panel-standing').getBoundingClientRect().top")
    finally:
        reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert isinstance(ends, list)
    assert isinstance(begins, float | int)
    assert len(ends) == 6
    assert max(ends) <= begins


def test_print_keeps_a_signature_block_together_and_prints_no_link(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)))
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        told = reader.ask("""[...document.querySelectorAll(".k-signature + .k-signature:not([hidden])")]
            .map(one => [one.matches(".starts"), getComputedStyle(one).breakBefore])""")
        note = reader.words("#headnote")
    finally:
        reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert isinstance(told, list)
    assert [True, "auto"] in told
    assert {tuple(one) for one in told} == {(True, "auto"), (False, "avoid")}
    assert "open points, told below the text." in note
    assert "what is not settled" not in note
    assert "open points: what is not settled." in reader.words("#headnote"), "on the screen"


def test_open_points_are_counted_on_the_day_shown(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#day=2022-01-01")
    assert "6 open points, none of which bears on the text of this day" in reader.words("#headnote")
    assert reader.ask("document.querySelector('.nav .count').hidden")
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#day=2023-04-01")
    assert "6 open points, 1 of which bears on the text of this day" in reader.words("#headnote")
    assert reader.words(".nav .count") == "1"


@pytest.mark.parametrize("width", [400, 1000, 1400])
def test_the_name_of_the_matter_and_its_tables_are_not_cut(reader: Reader, width: int) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), width=width)
    cut = "[...document.querySelectorAll('{}')].filter(one => one.scrollWidth > one.clientWidth).length"
    assert reader.ask(cut.format(".scroll")) == 0
    assert width == 400 or reader.ask(cut.format(".brand span")) == 0


def test_the_sheet_of_a_panel_stands_on_the_bar(reader: Reader) -> None:
    reader.open(to_html(small_page()), "#panel=open", width=400, height=800)
    assert reader.ask("document.querySelector('.nav').getBoundingClientRect().top - document.querySelector('.panel').getBoundingClientRect().bottom") <= 0  # type: ignore[operator]


def test_a_long_agreement_opens_quickly(reader: Reader) -> None:
    page = long_page()
    assert len(page.provisions) > 3000
    reader.open(to_html(page))
    loaded = reader.ask("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert isinstance(loaded, int | float)
    assert loaded < 4000, "a second at most on an idle machine"
    before = datetime.datetime.now(tz=datetime.UTC)
    reader.click('.stop[data-i="5"] .sg')
    assert (datetime.datetime.now(tz=datetime.UTC) - before).total_seconds() < 4


def test_instruments_without_days_are_told_apart_by_their_order(reader: Reader) -> None:
    page = small_page()
    first = page.instruments[0].day
    stages = (Stage(Standing.BEFORE, "not counted here; its date is not stated"), Stage(Standing.IN_FORCE, "in force", first))
    undated = [msgspec.structs.replace(one, dated=None, effective=None, day=first, stages=stages) for one in page.instruments[1:3]]
    entries = [msgspec.structs.replace(one, effective=None) for one in page.entries]
    made = msgspec.structs.replace(
        page, instruments=(page.instruments[0], *undated), entries=tuple(entries), waivers=(), findings=()
    )
    reader.open(to_html(made))
    assert "$8,000,000" in reader.words("#p12")
    reader.click('.stop[data-i="1"] .sg')
    assert "$7,500,000" in reader.words("#p12")
    assert "not counted here; its date is not stated" in reader.words('#headnote [data-i="2"]')
    assert reader.ask("location.hash") == "#day=2019-04-01;through=1"
    reader.press("]")
    assert "$8,000,000" in reader.words("#p12")
    reader.press("[")
    assert "$7,500,000" in reader.words("#p12")


def test_without_its_script_the_page_still_reads(driver: webdriver.Chrome, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(to_html(small_page()), encoding="utf-8")
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(file.as_uri())
        body = " ".join(driver.find_element(By.TAG_NAME, "body").text.split())
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "$8,000,000" in body
    assert "$7,500,000;" not in body
    assert "one hundred twenty (120) days" in body, "the panels follow the text"
    assert "show without it" not in body


NOTES_OVER_NUMBERS = """(() => {
    for (const chunk of document.querySelectorAll(".chunk")) chunk.style.contentVisibility = "visible";
    const boxes = query => [...document.querySelectorAll(query)].flatMap(one =>
        [...one.getClientRects()].filter(box => box.width).map(box => [box, one.closest("[data-path]").dataset.path]));
    const numbers = boxes("#art .num:not([hidden])");
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    return boxes("#art .note:not([hidden])").flatMap(([note]) =>
        numbers.filter(([number]) => meet(note, number)).map(([, path]) => path));
})()"""


@pytest.mark.parametrize("width", [900, 390])
@pytest.mark.parametrize("view", ["conformed", "redline"])
def test_no_note_in_the_line_covers_a_number(reader: Reader, width: int, view: str) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), f"#view={view}", width=width)
    assert reader.ask("getComputedStyle(document.querySelector('#art .note:not([hidden])')).float") == "none"
    assert reader.ask(NOTES_OVER_NUMBERS) == []


@pytest.mark.parametrize("width", [900, 390])
def test_below_a_narrow_text_the_panel_is_a_sheet_of_full_width(reader: Reader, width: int) -> None:
    reader.open(to_html(small_page()), "#panel=parties", width=width)
    box = reader.ask("document.getElementById('side').getBoundingClientRect().toJSON()")
    assert isinstance(box, dict)
    assert (box["left"], box["width"]) == (0, width)


def test_an_override_is_a_change_of_the_outline_and_a_stop(reader: Reader) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)))
    reader.click('[data-filter="changed"]')
    shown = reader.driver.find_elements(By.CSS_SELECTOR, "#lines li.quiet")
    line = next(one for one in shown if one.text.startswith("Maturity Date"))
    assert "2" in line.text.split()
    reader.click('[data-filter="all"]')
    stops = []
    for _ in range(60):
        reader.press("j")
        stops.append(reader.words("#panel-why .where"))
        if stops[-1].endswith("“Maturity Date”"):
            break
    assert "overrides what these words mean" in reader.words("#panel-why")
    reader.press("j")
    assert not reader.words("#panel-why .where").endswith("“Maturity Date”"), "it goes on"
    reader.press("k")
    assert reader.words("#panel-why .where").endswith("“Maturity Date”")


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("March 1, 2023", "Not yet in effect; it counts from March 24, 2023 if its conditions are met."),
        ("April 1, 2023", "In effect from March 24, 2023 to June 30, 2023 if its conditions were met; that is not proved."),
        ("July 1, 2023", "Ended by June 30, 2023 at the latest."),
    ],
)
def test_head_note_and_panel_tell_the_standing_of_the_day(reader: Reader, day: str, says: str) -> None:
    reader.open(to_html(built(EXAMPLES / "credit").page(TODAY)), "#panel=standing")
    reader.day(day)
    assert says in reader.words('#panel-standing [data-i="W"]')
    assert f"Limited Waiver, {says[0].lower()}{says[1:]}" in reader.words('#headnote [data-i="W"]')
    reader.day("March 1, 2024")
    met = "n force from February 28, 2024 if its conditions are met by March 29, 2024"
    assert f"I{met}" in reader.words('#panel-standing [data-i="2"]')
    assert f"Amendment No. 2, i{met}" in reader.words('#headnote [data-i="2"]')
    reader.day("March 30, 2024")
    assert "if its conditions were met by March 29, 2024; none of the 5 is proved; that day is past" in reader.words('#headnote [data-i="2"]')
    assert "are met" not in reader.words('#headnote [data-i="2"]')


def test_an_instrument_that_failed_is_told_so_from_its_day_and_is_never_shown(reader: Reader) -> None:
    body = (
        'Section 2.1 of the Credit Agreement is hereby amended and restated to read: "Section 2.1. Barges. The Borrower keeps nine barges."\n2. Effect. This '
        "Amendment shall become effective if, and only if, each of the following conditions is satisfied on or before March 27, 2020:\n(a) the Agent "
        "shall have received a copy signed by the Borrower; and\n(b) the Borrower shall have paid the fee of $500."
    )
    fee = Evidence(instrument="Amendment No. 1", at="2(b)", state="unmet", day=datetime.date(2020, 3, 27), document="letter", by="Ada Thorne")
    reader.open(to_html(conformed([amendment(body)], known=[fee]).page(TODAY)), "#panel=standing")
    line = '#headnote [data-i="1"]'
    assert "it cannot take effect any more since March 28, 2020: the condition of § 2(b) was not met" in reader.words(line)
    assert "It cannot take effect any more since March 28, 2020" in reader.words('#panel-standing [data-i="1"]')
    assert "nine barges" not in reader.words("#art")
    reader.day("March 27, 2020")
    assert ", not in force: the condition of § 2(b) was not met by March 27, 2020" in reader.words(line)
    assert not reader.complaints()


WORDS = """(() => {
    const copy = document.getElementById("art").cloneNode(true);
    for (const other of copy.querySelectorAll("[hidden], .note, .page-mark, .tag, .headnote")) other.remove();
    return copy.textContent.replace(/\\s+/g, "");
})()"""
SIGNED = f"{HEAD}\nSection 2.1. Fees. The fee is ten barges.\n\nSection 2.2. Liens. The mill bears no lien.\n"
RESTATES = 'Section 2.1 is hereby amended and restated in its entirety to read as follows:\n\n"Section 2.1. Fees. The fee is {} barges."'


def test_what_counts_from_before_an_earlier_amendment_is_shown_without_that(reader: Reader) -> None:
    back = "This Amendment shall be effective retroactively as of January 2, 2020."
    orders = ([RESTATES.format("six")], [RESTATES.format("four"), back])
    matter = made(SIGNED, [ordered(turn, one) for turn, one in enumerate(orders)])
    page = matter.page(TODAY)
    reader.open(to_html(page, matter.editions(page)))
    for day, fee in (("January 1, 2020", "ten"), ("January 4, 2020", "four"), ("January 7, 2020", "four"), ("January 3, 2020", "four"), ("January 1, 2020", "ten")):
        reader.day(day)
        assert str(reader.ask(WORDS)).endswith(f"Section2.1.Fees.Thefeeis{fee}barges.Section2.2.Liens.Themillbearsnolien."), day
        assert reader.ask("document.querySelectorAll('[id]').length") == reader.ask("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size")
    reader.day("January 4, 2020")
    reader.click("[data-mode=redline]")
    assert [one.text for one in reader.driver.find_elements(By.CSS_SELECTOR, "#art .del") if one.text] == ["Section 2.1.", "Fees.", "The fee is ten barges."]
    reader.click("#art .note[data-entry='2-1']")
    assert "The fee is four barges." in reader.words("#panel-why .words")
    reader.day("January 7, 2020")
    assert "six barges" in reader.words("#panel-why")


def test_without_a_conditional_amendment_the_text_is_what_the_others_make_of_it(reader: Reader) -> None:
    upon = "This Amendment shall become effective upon receipt by the Agent of a fee of $10,000."
    strikes = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "no lien" with "one lien".'
    strikes_again = 'Section 2.2 of the Credit Agreement is hereby amended by replacing "one lien" with "two liens".'
    orders = ([RESTATES.format("six"), strikes, upon], [RESTATES.format("four"), strikes_again])
    matter = made(SIGNED, [ordered(turn, one) for turn, one in enumerate(orders)])
    page = matter.page(TODAY)
    reader.open(to_html(page, matter.editions(page)))
    assert str(reader.ask(WORDS)).endswith("Section2.1.Fees.Thefeeisfourbarges.Section2.2.Liens.Themillbearstwoliens.")
    reader.click('[data-choice="1"][value="without"]')
    assert str(reader.ask(WORDS)).endswith("Section2.1.Fees.Thefeeisfourbarges.Section2.2.Liens.Themillbearsnolien.")
    assert reader.words("#unapplied").startswith("Not applied to this text: Amendment No. 2, § 2, p. 1: ")
    lines = [one.text for one in reader.driver.find_elements(By.CSS_SELECTOR, "#lines li") if one.is_displayed()]
    assert [line.split()[0] for line in lines] == ["2.1", "2.2"]
    reader.click('[data-choice="1"][value="with"]')
    assert str(reader.ask(WORDS)).endswith("Section2.1.Fees.Thefeeisfourbarges.Section2.2.Liens.Themillbearstwoliens.")
    assert reader.words("#unapplied") == ""


@pytest.mark.parametrize("seed", [5, 25, 28])
def test_each_day_of_a_matter_shows_its_replay(reader: Reader, seed: int) -> None:
    given = at_random(Random(seed))
    matter = made(given.base, given.instruments)
    page = matter.page(TODAY)
    reader.open(to_html(page, matter.editions(page)))
    for day, text in given.states:
        reader.day(day.isoformat())
        shown = str(reader.ask(WORDS)).translate(MARKS)
        assert shown == "".join(folded(text)).translate(MARKS), day


def test_of_many_conditional_amendments_the_page_leaves_out_one_at_a_time(reader: Reader) -> None:
    upon = "This Amendment shall become effective upon receipt by the Agent of a fee of $10,000."
    matter = made(SIGNED, [ordered(turn, [RESTATES.format(fee), upon]) for turn, fee in enumerate(("one", "two", "three", "four"))])
    page = matter.page(TODAY)
    reader.open(to_html(page, matter.editions(page)))
    reader.click('[data-choice="4"][value="without"]')
    reader.click('[data-choice="3"][value="without"]')
    assert str(reader.ask(WORDS)).count("barges") == 1
    assert "The fee is two barges." in reader.words("#art"), "which is a text of an earlier day"
    reader.click('[data-choice="4"][value="with"]')
    reader.click('[data-choice="3"][value="with"]')
    reader.click('[data-choice="1"][value="without"]')
    reader.click('[data-choice="3"][value="without"]')
    assert "The fee is four barges." in reader.words("#art")
    assert str(reader.ask(WORDS)).count("barges") == 1
    assert reader.ask("[...document.querySelectorAll('[data-choice]:checked')].map(one => one.dataset.choice + one.value)") == ["1with", "2with", "3without", "4with"]
