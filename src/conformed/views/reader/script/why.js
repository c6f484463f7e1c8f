// The panel "Why it says so": each step that led to the words, newest first, the Agreement last.

function make(tag, name, ...inside) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside.filter(part => part !== null && part !== undefined && part !== ""));
  return element;
}

function siglum(instrument) {
  const element = make("span", `sg ${instrument.tone}`, instrument.id);
  element.dataset.state = standing(instrument);
  return element;
}

function pointButton(number) {
  const button = make("button", "link", data.findings[number].ruling ? "See the ruling" : `Open ${number}`);
  button.dataset.point = number;
  return button;
}

// the words of elements in their order: rows on lines of their own, a blank between cells and between provisions
function wordsOf(elements) {
  let words = "", before = null;
  for (const element of elements.filter(element => !element.closest(".rule"))) {
    const cells = all("tr:not(.rule) > :is(td, th)", element);
    for (const piece of cells.length ? cells : [element]) {
      const place = piece.closest("td, th, .pv"), row = piece.closest("tr");
      if (before && place !== before) words += row === before.closest("tr") ? " " : row || before.closest("tr") ? "\n" : " ";
      words += piece.textContent.replace(/\s+/g, " ");
      before = place;
    }
  }
  return words.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ").trim();
}

const LONGEST = 1600;  // of what is told whole
function shorten(words, most = 420) {  // where a word ends
  if (words.length <= most) return words;
  const head = words.slice(0, most * .7), tail = words.slice(-most * .25);
  return `${head.slice(0, head.search(/\s\S*$/))} … ${tail.slice(tail.search(/\s/) + 1)}`;
}

// the runs that replace each other at the place of one of them, also where a restated provision stands anew; where
// an entry takes away or brings a provision as a whole, all of it
function family(run) {
  const here = run.closest("[data-path]"), near = new Set(all(`.r[data-g="${run.dataset.g}"]`, here));
  const entries = new Set([...near].flatMap(other => [other.dataset.a, other.dataset.s]).filter(Boolean));
  return runs.map(({ element }) => element).filter(other => near.has(other) || [other.dataset.a, other.dataset.s].some(id => {
    if (!entries.has(id)) return false;
    const there = other.closest("[data-path]");
    return entryOf(id)?.whole || (there !== here && addressOf(there) && addressOf(there) === addressOf(here));
  }));
}

const addressOf = element => element.dataset.of ? "" : element.dataset.path;  // of a provision with an address of its own

// all that now stands of what an entry brought, with what others put into it since
function standingOfWhole(id, kin) {
  const places = new Set(kin.filter(run => run.dataset.a === id).map(run => run.closest("[data-path]")));
  return runs.map(({ element }) => element).filter(run => places.has(run.closest("[data-path]")) && stands(run, inForce));
}

function explain(picked) {
  for (const element of all(".picked, .pv.at, .table.at")) element.classList.remove("picked", "at");
  const panel = one("#panel-why"), run = picked.matches(".r") ? picked : null;
  const provision = picked.closest("[data-path]");
  const told = run ? whyRun(run, provision) : whyProvision(provision);
  const cite = make("p", "", `${told.cite} (text in force on ${long(state.day)}).`);
  cite.id = "citation";
  const copy = make("button", "button", "Copy citation");
  copy.id = "copy-button";
  panel.replaceChildren(make("p", "where", provision.dataset.at), ...told.parts, ...beside(provision), make("div", "cite", cite, copy));
}

function whyRun(run, provision) {
  const kin = family(run);
  const struck = run.dataset.s && inForce(run.dataset.s);
  const mates = struck && entryOf(run.dataset.s)?.whole ? kin.filter(other => other.dataset.s === run.dataset.s)
    : !struck && entryOf(run.dataset.a)?.whole ? standingOfWhole(run.dataset.a, kin)
    : kin.filter(other => other.dataset.a === run.dataset.a && other.dataset.s === run.dataset.s);
  mates.forEach(mate => mate.classList.add("picked"));
  const entries = entriesOf(kin);
  for (const { element } of notes) element.classList.toggle("picked", entries.includes(element.dataset.entry) && element.closest("[data-path], .table")?.contains(run));
  const most = kin.some(other => other.dataset.s && other.dataset.s === run.dataset.a) ? 420 : LONGEST;  // told in full below, if older words are
  const words = make("div", "words", struck ? make("del", "", shorten(wordsOf(mates))) : shorten(wordsOf(mates), most));
  const parts = [words, make("p", "state", standingOf(run, struck, entries))];
  const steps = make("ol", "steps", ...entries.map(id => step(id, kin)));
  const before = new Set([...kin, ...entries.flatMap(id => struckBy(id, kin))].filter(other => !other.dataset.a));
  const older = runs.map(({ element }) => element).filter(other => before.has(other));
  steps.append(agreementStep(provision, run, older));
  parts.push(steps);
  return { parts, cite: citation(provision) + amendedBy(entries, kin) + overriddenBy(provision) };
}

// the entries that made runs what they are on the day, newest first
function entriesOf(kin) {
  return [...new Set(kin.flatMap(run => [run.dataset.a, run.dataset.s]))]
    .filter(id => id && entryOf(id) && entryOf(id).from <= state.day)
    .sort((a, b) => entryOf(b).from < entryOf(a).from ? -1 : entryOf(b).from > entryOf(a).from ? 1 : order(b) - order(a));
}

const provided = instrument => instrument.upon ? ", if its conditions were met" : "";
const orderedInCitation = id => orderedBy(id) + provided(instrumentOf(id));

const ADDS = ["add_provision", "add_entries"];

function amendedBy(entries, kin) {
  const orders = entries.filter(inForce).reverse();
  const brought = orders.length && kin.every(run => run.dataset.a) && ADDS.includes(entryOf(orders[0]).action);
  const told = (how, ids) => ids.length ? [`as ${how} by ${ids.map(orderedInCitation).join(", and ")}`] : [];
  return [...told("added", orders.splice(0, brought ? 1 : 0)), ...told("amended", orders)].map(words => `, ${words}`).join("");
}

const overridesOf = provision => notesOf(provision).map(note => note.dataset.override).filter(Boolean);
function overriddenBy(provision) {
  const shown = overridesOf(provision);
  return shown.length ? `, as overridden by ${shown.map(orderedInCitation).join(", and ")}` : "";
}

const orderedBy = id => [instrumentOf(id).name, entryOf(id).place, entryOf(id).ruling && "as ruled"].filter(Boolean).join(", ");
const order = id => instrumentOf(id).order * 1e6 + Number(id.replace(/^.*-/, ""));

function standingOf(run, struck, entries) {
  const last = run.dataset.s && struck ? run.dataset.s : run.dataset.a;
  const instrument = instrumentOf(last);
  if (run.matches(".lacuna")) return "Text not to hand";
  if (!instrument) return entries.length ? "Shown without what was to change it" : "Words unchanged since the Agreement";
  if (instrument.undated && !entryOf(last).own) return struck ? "Struck from a date not stated" : "In force from a date not stated";
  const day = long(entryOf(last).from);
  if (instrument.upon) return struck ? "Struck if conditions were met" : "In force if conditions were met";
  return struck ? `Struck on ${day}` : `In force since ${day}`;
}

// what an entry struck; of a whole, as it stood before the other changes that its instrument made from the same day
function struckBy(id, kin) {
  const gone = kin.filter(run => run.dataset.s === id), own = entryOf(id);
  if (!own.whole) return gone;
  const places = new Set(gone.map(run => run.closest("[data-path]")));
  const along = other => entryOf(other)?.i === own.i && entryOf(other).from === own.from;
  return runs.map(({ element }) => element).filter(run => places.has(run.closest("[data-path]")) && along(run.dataset.s) && !along(run.dataset.a));
}

function step(id, kin) {
  const entry = entryOf(id), instrument = instrumentOf(id);
  const gone = struckBy(id, kin), come = kin.filter(run => run.dataset.a === id);
  const unknown = gone.some(run => run.matches(".lacuna")), known = gone.filter(run => !run.matches(".lacuna"));
  const olds = unknown && known.every(run => run.matches(".num, .path")) ? "" : wordsOf(known), news = wordsOf(come.filter(run => !run.matches(".lacuna, .ours")));
  const item = make("li", "", siglum(instrument), make("div", "who", orderedBy(id)));
  const length = olds.length + news.length;
  if (olds && length < 420) item.append(make("p", "change", make("del", "", olds), " ", news && make("b", "", news)));
  else if (olds && length < LONGEST) item.append(make("p", "change", make("del", "", olds)), news && make("p", "change", make("b", "", news)));
  else if (olds) item.append(details("The older words", make("blockquote", "", olds)), news && details("The newer words", make("blockquote", "", news)));
  if (unknown) item.append(make("p", "soft", olds ? "More of what it takes away is not to hand." : "What it takes away is not to hand."));
  if (entry.ruling) item.append(make("p", "", entry.ruling));
  if (entry.sentence) item.append(make("blockquote", "", entry.sentence));
  const effective = instrument.upon ? `as of ${long(entry.from)}, if conditions were met` : long(entry.from) + (entry.own || !instrument.basis ? "" : `, ${instrument.basis}`);
  item.append(facts([["effective", instrument.undated ? "a date not stated; taken in its order" : effective], ["dated", instrument.dated && long(instrument.dated)], ["file", entry.file || instrument.file]]));
  if (instrument.unproved.length) item.append(make("p", "", `Not proved: ${instrument.unproved.join("; ") || "its conditions"}.`));
  if (entry.because) item.append(make("p", "", entry.because));
  if (entry.finding && data.findings[entry.finding]) item.append(make("p", "", pointButton(entry.finding)));
  return item;
}

function details(title, ...inside) {
  return make("details", "", make("summary", "", title), ...inside);
}

function facts(pairs) {
  return make("dl", "facts", ...pairs.filter(([, words]) => words).flatMap(([name, words]) => [make("dt", "", name), make("dd", "", words)]));
}

const agreement = data.instruments.find(instrument => instrument.role === "agreement");
const pageOf = provision => {
  const mark = all(".page-mark", page).filter(mark => mark.compareDocumentPosition(provision) & 4 || provision.contains(mark));
  const inside = mark.find(mark => provision.contains(mark));
  return (inside && startsWith(provision, inside) ? inside : mark.filter(mark => !provision.contains(mark)).pop() || inside)?.dataset.page;
};

function startsWith(provision, mark) {
  const words = document.createRange();
  words.setStart(provision, 0);
  words.setEndBefore(mark);
  return !words.toString().trim();
}

function agreementStep(provision, run, older) {
  if (!agreement || agreement.missing) return make("li", "soft", "The Agreement is not to hand; what it says here is known only where an instrument quotes it.");
  const at = pageOf(provision), words = wordsOf(older);
  const item = make("li", "", siglum(agreement), make("div", "who", [agreement.name, provision.dataset.at, at && older.length ? `page ${at}` : ""].filter(Boolean).join(", ")));
  item.append(words ? make("blockquote", "", shorten(words)) : make("p", "soft", "These words are not in it."));
  return item;
}

function whyProvision(provision) {
  const shells = shellsOf(provision), [shell] = shells;
  for (const element of shells) element.classList.add("at");
  const lacuna = shells.map(element => one(".lacuna:not([hidden])", element)).find(Boolean);
  const kin = shells.flatMap(runsIn), entries = entriesOf(kin);
  const missing = data.instruments.filter(instrument => instrument.missing && instrument.role !== "agreement" && instrument.day <= state.day).map(instrument => instrument.name);
  const parts = [make("div", "words", shorten(visible(shells), 220))];
  const known = agreement && !agreement.missing;
  const place = known ? pageOf(shell) : null;
  if (lacuna) parts.push(make("p", "state", "Text not to hand"), lacuna.textContent === "Text not to hand" ? "" : make("p", "", lacuna.textContent));
  else parts.push(make("p", "state", stateOfProvision(provision, kin, entries, known)));
  const steps = entries.map(id => step(id, kin));
  if (known && !lacuna) {
    const file = agreement.file ? facts([["dated", agreement.dated && long(agreement.dated)], ["file", agreement.file]]) : null;
    steps.push(make("li", "", siglum(agreement), make("div", "who", [agreement.name, provision.dataset.at, place && `page ${place}`].filter(Boolean).join(", ")), file));
  }
  if (steps.length) parts.push(make("ol", "steps", ...steps));
  if (known && !lacuna) {
    const gap = missing.length ? `${list(missing)} ${missing.length > 1 ? "are" : "is"} not to hand; whether ${missing.length > 1 ? "they change" : "it changes"} them is not known.` : "";
    const said = [entries.length ? "" : "No instrument to hand changes these words.", gap].filter(Boolean).join(" ");
    if (said) parts.push(make("p", "", said));
  }
  return { parts, cite: citation(provision) + (place ? `, p. ${place}` : "") + amendedBy(entries, kin) + overriddenBy(provision) };
}

function stateOfProvision(provision, kin, entries, known) {
  if (kin.some(run => !run.hidden)) return "Unchanged beside the marked words";
  if (entries.some(inForce)) return "Words were struck here; the rest is unchanged";
  if (!known) return "Known from the instruments to hand";
  const overrides = overridesOf(provision);
  if (!overrides.length) return "Words unchanged since the Agreement";
  return `Words unchanged since the Agreement, but overridden${overrides.every(id => instrumentOf(id).upon) ? " if conditions were met" : ""}`;
}

const list = names => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
const citation = provision => `${agreement ? agreement.name : data.title}${agreement?.dated ? ` dated as of ${long(agreement.dated)}` : ""}, ${provision.dataset.at}`;

// the elements that hold a provision's words: its own, and the tables and paragraphs that have its address
function shellsOf(provision) {
  const shell = provision.matches("tr, .in, .table") ? provision : provision.closest(".pv");
  return shell.id && !shell.dataset.of ? [shell, ...all(`[data-of="${shell.id}"]:not(tr)`, page)] : [shell];
}

function visible(shells) {
  return wordsOf(shells.filter(shell => !shell.hidden).map(shell => {
    const copy = shell.cloneNode(true);
    for (const part of all("[hidden], .note, .page-mark, .del", copy)) part.remove();
    return copy;
  }));
}

function notesOf(provision) {  // those that are shown
  const shells = provision.matches("tr") ? [provision.closest(".table")] : shellsOf(provision.closest(".pv:not(.in)") || provision);
  return shells.flatMap(shell => all(".note:not([hidden])", shell));
}

// what else the margin says of the provision: overrides, waivers, open points
function beside(provision) {
  return notesOf(provision).map(note => {
    const { override, waiver, point, remark } = note.dataset;
    if (remark) {
      const told = data.remarks[remark], instrument = instruments.get(told.i);
      return make("p", "", siglum(instrument), ` ${[instrument.name, told.place].filter(Boolean).join(", ")}, mentions this provision: `, make("q", "", told.sentence));
    }
    if (override) {
      const entry = entryOf(override), instrument = instrumentOf(override);
      return make("p", "", siglum(instrument), ` ${instrument.name}, ${entry.place}, overrides what these words mean${provided(instrument)}, and edits none of them: `, make("q", "", entry.sentence));
    }
    if (waiver) {
      const told = data.waivers[waiver], instrument = instruments.get(told.i), button = make("button", "link", "See the waiver");
      button.dataset.panel = "dates";
      return make("p", "", instrument ? siglum(instrument) : null, ` Compliance is waived${told.last ? ` to ${long(told.last)}` : ""}${instrument ? provided(instrument) : ""}. ${told.lapses ? `It ends if ${told.lapses}. ` : ""}`, button);
    }
    if (point) {
      const { says, ruling } = data.findings[point];
      return make("p", "", make("span", ruling ? "tag hollow" : "tag", ruling ? "Ruled" : `Open ${point}`), ` ${says} ${ruling ? `${ruling} ` : ""}`, pointButton(point));
    }
    return null;
  }).filter(Boolean);
}

function pick(element, { center = false, focus = false } = {}) {
  state.picked = element;
  explain(element);
  show("why");
  const provision = element.closest(".pv, .table");
  if (center) (element.matches(".r") ? element : provision).scrollIntoView({ block: "center" });
  if (focus) { element.tabIndex = -1; element.focus({ preventScroll: true }); }
  say(`${one("#panel-why .where").textContent}. ${one("#panel-why .state")?.textContent || ""}`);
  address();
}
