// The reading page's script. The page stands as written for the day it was made; this shows and hides.
"use strict";
(() => {
const one = (query, root = document) => root.querySelector(query);
const all = (query, root = document) => [...root.querySelectorAll(query)];
const data = JSON.parse(one("#matter").textContent);
const instruments = new Map(data.instruments.map((instrument, order) => [instrument.id, { ...instrument, order }]));
const page = one("#art"), side = one("#side"), track = one("#track"), range = one("#range"), dayField = one("#day");

const state = {
  day: data.today,
  mode: "conformed",
  against: "",           // an instrument's id: Redline compares with the text before it
  without: new Set(),    // conditional instruments that the reader leaves out
  panel: null,
  picked: null,          // what "Why it says so" speaks of
  point: 0,              // the open point last visited
};

// --- days

const DAY = 864e5;
const time = day => Date.parse(day + "T00:00Z");
const iso = at => new Date(at).toISOString().slice(0, 10);
const write = (day, style) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", dateStyle: style }).format(time(day));
const long = day => day ? write(day, "long") : "a day not told";
const between = day => day < data.first ? data.first : day > data.last ? data.last : day;

function readDay(text) {
  const words = text.trim();
  let found = words.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
  if (found) return real(found[1], found[2], found[3]);
  found = words.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/);
  if (found) return real(found[3], found[1], found[2]);
  found = words.match(/^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i) || words.match(/^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/i);
  if (!found) return null;
  const [name, number] = /\d/.test(found[1]) ? [found[2], found[1]] : [found[1], found[2]];
  const month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
  return Number.isInteger(month) && month > 0 ? real(found[3], month, number) : null;
}

function real(year, month, number) {
  const day = `${year}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
  return !isNaN(time(day)) && iso(time(day)) === day ? day : null;
}

// --- what stands on a day

const entryOf = id => data.entries[id];
const instrumentOf = id => instruments.get(entryOf(id)?.i);

function inForce(id) {
  const entry = entryOf(id);
  return !!entry && entry.from <= state.day && !state.without.has(entry.i);
}

function before(id) {  // whether an entry belongs to the older text that Redline compares with
  return state.against !== "" && inForce(id) && instrumentOf(id).order < instruments.get(state.against).order;
}

const stands = (run, counts) => (!run.dataset.a || counts(run.dataset.a)) && !(run.dataset.s && counts(run.dataset.s));

function standing(instrument) {
  if (instrument.missing) return "missing";
  if (instrument.role === "apart") return "apart";
  if (state.day < instrument.day) return "before";
  if (instrument.role === "waiver" && instrument.until && state.day > instrument.until) return "after";
  if (instrument.upon && state.without.has(instrument.id)) return "before";
  return instrument.upon ? "if" : "in";
}

function waived(id) {
  const { first, last } = data.waivers[id];
  return state.day < first ? "before" : last && state.day > last ? "after" : "in";
}

const bears = number => {
  const finding = data.findings[number];
  return !!finding && (!finding.since || finding.since <= state.day);
};

// --- the text: each run with a history is shown, marked or hidden

const runs = all(".r", page).map(element => ({ element, base: element.className }));
const changing = all("[data-v]", page).reverse();  // inner ones before those that hold them
const notes = all(".note", page).map(element => ({ element, box: element.closest(".table") || element.closest(".pv") }));
const runsIn = box => all(".r", box);
for (const note of notes) {
  const id = note.element.dataset.entry;
  note.brought = id ? runsIn(note.box).filter(run => run.dataset.a === id) : [];
}

function paintRuns() {
  const redline = state.mode === "redline";
  for (const { element, base } of runs) {
    const now = stands(element, inForce), was = redline && stands(element, before);
    const plain = base.replace(/ (chg|if|c-\w|u-\d)(?= |$)/g, "");
    let entry = null, look = "";
    if (redline && now !== was) {
      look = now ? "ins" : "del";
      entry = now ? element.dataset.a : element.dataset.s;
      if (!now && element.dataset.a && !inForce(element.dataset.s)) entry = element.dataset.a;
    } else if (now && element.dataset.a) {
      look = redline ? "" : "chg";
      entry = element.dataset.a;
    }
    const instrument = instrumentOf(entry);
    element.hidden = !now && !was;
    element.className = [plain, look, look && instrument?.tone, look && instrument?.upon && "if"].filter(Boolean).join(" ");
    if (instrument && element.matches(".e")) element.dataset.siglum = instrument.id + (instrument.upon ? " if" : "");
    if (redline && look) element.setAttribute("role", look === "ins" ? "insertion" : "deletion");
    else element.removeAttribute("role");
  }
  for (const element of changing) element.hidden = !runsIn(element).some(run => !run.hidden);
}

function paintNotes() {
  for (const { element, box, brought } of notes) {
    const { entry, override, waiver, point } = element.dataset;
    if (entry) element.hidden = brought.length ? brought.every(run => run.hidden) : !inForce(entry);
    else if (override) element.hidden = !inForce(override);
    else if (point) element.hidden = !bears(point);
    else {
      element.hidden = waived(waiver) !== "in";
      const bar = box.matches(".in") ? box.parentElement.closest(".pv") : box;
      if (bar) bar.classList.toggle("waived", !element.hidden || all("[data-waiver]", bar).some(note => !note.hidden));
    }
  }
  for (const element of all(".near, .tag.hollow[data-point]", page)) {
    const off = !bears(parseInt(element.dataset.point, 10));
    element.classList.toggle("off", off);
    if (element.matches(".tag")) element.hidden = off;
  }
}

// --- around the text: timeline, headnote, outline, panels

function paintAround() {
  for (const element of all("[data-i][data-state]")) element.dataset.state = standing(instruments.get(element.dataset.i));
  for (const element of all("[data-waiver-box]")) element.dataset.state = waived(element.dataset.waiverBox);
  for (const element of all("[data-left]:not(.stop)")) {
    const left = Math.round((time(element.dataset.left) - time(state.day)) / DAY);
    element.textContent = left === 1 ? "1 day left" : `${left} days left`;
  }
  for (const element of all("[data-finding]")) element.classList.toggle("later", !bears(element.dataset.finding));
  for (const stop of all(".stop")) {
    if (instruments.get(stop.dataset.i).day === state.day) stop.setAttribute("aria-current", "date");
    else stop.removeAttribute("aria-current");
  }
  for (const button of all(".modes [data-mode]")) button.setAttribute("aria-pressed", button.dataset.mode === state.mode);
  document.documentElement.dataset.mode = state.mode;
  one("#key").hidden = state.mode === "conformed";
  for (const sign of all("#key .sign")) sign.hidden = !["in", "if"].includes(sign.dataset.state);
  one("#headnote-day").textContent = dayField.value = long(state.day);
  dayField.removeAttribute("aria-invalid");
  one("#day-error").hidden = true;
  range.value = Math.round((time(state.day) - time(data.first)) / DAY);
  range.setAttribute("aria-valuetext", long(state.day));
  one(".past").style.width = `${100 * range.value / Math.max(1, range.max)}%`;
  const view = { conformed: "Conformed copy", redline: "Redline", sources: "Sources" }[state.mode];
  const title = data.title.replace(/["\\\n<]/g, " ");
  one("#running-head").textContent = `@page { @top-left { content: "${title}"; color: #444; font: 8.5pt sans-serif; } `
    + `@top-right { content: "${view}, ${long(state.day)}"; color: #444; font: 8.5pt sans-serif; } }`;
}

const lines = all("#lines > li");
function paintOutline() {
  for (const line of lines) {
    for (const mark of all("[data-entries]", line)) mark.hidden = !mark.dataset.entries.split(" ").some(inForce);
    for (const mark of all("[data-waiver]", line)) mark.hidden = waived(mark.dataset.waiver) !== "in";
    for (const mark of all("[data-findings]", line)) mark.hidden = !mark.dataset.findings.split(" ").some(bears);
    const target = document.getElementById(one("a", line).dataset.to);
    const changed = !!one("[data-entries]:not([hidden]), [data-waiver]:not([hidden]), .gap", line);
    const open = !!one("[data-findings]:not([hidden]), .gap", line);
    const unborn = !!target?.hidden || (line.matches(".k-definition") && !changed && !open);
    line.hidden = unborn || (filter === "changed" && !changed) || (filter === "open" && !open);
    line.classList.toggle("gone", !!target && gone(target));
  }
  const none = one("#no-lines");
  none.hidden = lines.some(line => !line.hidden);
  none.textContent = filter === "changed" ? "Nothing is changed on this day." : "Nothing is open on this day.";
}

function gone(provision) {  // only our own words stand there, such as "[Deleted by Amendment No. 2]"
  const ours = one(".ours.r:not([hidden])", provision);
  return !!ours && !all(".r:not([hidden]):not(.num):not(.ours)", provision).length && !plainWords(provision);
}

function plainWords(provision) {
  const body = one("p", provision) || one("h3", provision);
  return !!body && !body.hidden && [...body.childNodes].some(node => node.nodeType === 3 && node.data.trim());
}

let filter = "all";
function paint() {
  paintRuns();
  paintNotes();
  paintAround();
  paintOutline();
  if (state.panel === "why" && state.picked) explain(state.picked);
  address();
}

function setDay(day) {
  state.day = between(day);
  paint();
  say(`Text in force on ${long(state.day)}.`);
}

function setMode(mode) {
  const anchor = all(".pv", page).length < 4000 ? topmost() : null;
  const at = anchor?.getBoundingClientRect().top;
  state.mode = mode;
  paint();
  fit();
  if (anchor && !anchor.hidden && scrollY > 0) scrollBy(0, anchor.getBoundingClientRect().top - at);
  say({ conformed: "Conformed copy", redline: "Redline", sources: "Sources" }[mode]);
}

const say = words => { one("#say").textContent = words; };

// --- Why it says so

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
  const button = make("button", "link", `Open ${number}`);
  button.dataset.point = number;
  return button;
}

function wordsOf(elements) {
  return elements.map(element => element.textContent).join("").replace(/\s+/g, " ").trim();
}

function shorten(words, most = 420) {
  return words.length <= most ? words : `${words.slice(0, most * .7).trimEnd()} … ${words.slice(-most * .25).trimStart()}`;
}

// the runs that replace each other at the place of one of them, also where a restated provision stands anew
function family(run) {
  const provision = run.closest("[data-path]");
  const near = all(`.r[data-g="${run.dataset.g}"]`, provision);
  const entries = new Set(near.flatMap(other => [other.dataset.a, other.dataset.s]).filter(Boolean));
  if (!provision.dataset.path) return near;
  const same = runs.map(({ element }) => element).filter(other => !near.includes(other)
    && (entries.has(other.dataset.a) || entries.has(other.dataset.s))
    && other.closest("[data-path]") !== provision && other.closest("[data-path]").dataset.path === provision.dataset.path);
  return [...near, ...same];
}

function explain(picked) {
  for (const element of all(".picked, .pv.at")) element.classList.remove("picked", "at");
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
  const mates = kin.filter(other => other.dataset.a === run.dataset.a && other.dataset.s === run.dataset.s);
  mates.forEach(mate => mate.classList.add("picked"));
  const entries = [...new Set(kin.flatMap(other => [other.dataset.a, other.dataset.s]))]
    .filter(id => id && entryOf(id) && entryOf(id).from <= state.day)
    .sort((a, b) => entryOf(b).from < entryOf(a).from ? -1 : entryOf(b).from > entryOf(a).from ? 1 : order(b) - order(a));
  for (const { element } of notes) element.classList.toggle("picked", entries.includes(element.dataset.entry) && element.closest("[data-path], .table")?.contains(run));
  const struck = run.dataset.s && inForce(run.dataset.s);
  const words = make("div", "words", struck ? make("del", "", shorten(wordsOf(mates))) : shorten(wordsOf(mates)));
  const parts = [words, make("p", "state", standingOf(run, struck, entries))];
  const steps = make("ol", "steps", ...entries.map(id => step(id, kin)));
  const older = kin.filter(other => !other.dataset.a);
  steps.append(agreementStep(provision, run, older));
  parts.push(steps);
  const orders = entries.filter(inForce).reverse().map(id => [instrumentOf(id).name, entryOf(id).place].filter(Boolean).join(", "));
  return { parts, cite: citation(provision) + (orders.length ? `, as amended by ${orders.join(", and ")}` : "") };
}

const order = id => instrumentOf(id).order * 1e6 + Number(id.replace(/^.*-/, ""));

function standingOf(run, struck, entries) {
  const last = run.dataset.s && struck ? run.dataset.s : run.dataset.a;
  const instrument = instrumentOf(last);
  if (run.matches(".lacuna")) return "Text not to hand";
  if (!instrument) return entries.length ? "Shown without what was to change it" : "Words unchanged since the Agreement";
  const day = long(entryOf(last).from);
  if (instrument.upon) return struck ? "Struck if conditions were met" : "In force if conditions were met";
  return struck ? `Struck on ${day}` : `In force since ${day}`;
}

function step(id, kin) {
  const entry = entryOf(id), instrument = instrumentOf(id);
  const gone = kin.filter(run => run.dataset.s === id), come = kin.filter(run => run.dataset.a === id);
  const olds = wordsOf(gone.filter(run => !run.matches(".lacuna"))), news = wordsOf(come.filter(run => !run.matches(".lacuna")));
  const item = make("li", "", siglum(instrument), make("div", "who", [instrument.name, entry.place].filter(Boolean).join(", ")));
  if (olds && olds.length + news.length < 420) item.append(make("p", "change", make("del", "", olds), " ", news && make("b", "", news)));
  else if (olds) item.append(details("The older words", make("blockquote", "", olds)));
  if (entry.sentence) item.append(make("blockquote", "", entry.sentence));
  const effective = instrument.upon ? `as of ${long(entry.from)}, if conditions were met` : long(entry.from) + (entry.own || !instrument.basis ? "" : `, ${instrument.basis}`);
  item.append(facts([["effective", instrument.undated ? "a day not told; taken in its order" : effective], ["dated", instrument.dated && long(instrument.dated)], ["file", instrument.file]]));
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
  if (!agreement || agreement.missing) return make("li", "soft", "The Agreement is not to hand; what it says here is known only so far as the instruments tell.");
  const at = pageOf(provision), words = wordsOf(older);
  const item = make("li", "", siglum(agreement), make("div", "who", [agreement.name, provision.dataset.at, at && older.length ? `page ${at}` : ""].filter(Boolean).join(", ")));
  item.append(words ? make("blockquote", "", shorten(words)) : make("p", "soft", "These words are not in it."));
  return item;
}

function whyProvision(provision) {
  const shell = provision.matches("tr, .in") ? provision : provision.closest(".pv");
  shell.classList.add("at");
  const lacuna = one(".lacuna:not([hidden])", shell);
  const changed = all(".r:not([hidden])", shell).length > 0;
  const missing = data.instruments.filter(instrument => instrument.missing && instrument.role !== "agreement" && instrument.day <= state.day).map(instrument => instrument.name);
  const parts = [make("div", "words", shorten(visible(shell), 220))];
  const known = agreement && !agreement.missing;
  const place = known ? pageOf(shell) : null;
  if (lacuna) parts.push(make("p", "state", "Text not to hand"), make("p", "", lacuna.textContent));
  else parts.push(make("p", "state", changed ? "Unchanged beside the marked words" : known ? "Words unchanged since the Agreement" : "Known from the instruments to hand"));
  if (known && !lacuna) {
    const file = agreement.file ? facts([["dated", agreement.dated && long(agreement.dated)], ["file", agreement.file]]) : null;
    parts.push(make("ol", "steps", make("li", "", siglum(agreement), make("div", "who", [agreement.name, provision.dataset.at, place && `page ${place}`].filter(Boolean).join(", ")), file)));
    const gap = missing.length ? ` ${list(missing)} ${missing.length > 1 ? "are" : "is"} not to hand; whether ${missing.length > 1 ? "they change" : "it changes"} them is not known.` : "";
    parts.push(make("p", "", `No instrument to hand changes these words.${gap}`));
  }
  return { parts, cite: citation(provision) + (place ? `, p. ${place}` : "") };
}

const list = names => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
const citation = provision => `${agreement ? agreement.name : data.title}${agreement?.dated ? ` dated as of ${long(agreement.dated)}` : ""}, ${provision.dataset.at}`;

function visible(element) {
  const copy = element.cloneNode(true);
  for (const part of all("[hidden], .note, .page-mark", copy)) part.remove();
  return wordsOf([copy]);
}

// what else the margin says of the provision: overrides, waivers, open points
function beside(provision) {
  const shell = provision.matches("tr") ? provision.closest(".table") : provision;
  return all(".note:not([hidden])", shell).map(note => {
    const { override, waiver, point } = note.dataset;
    if (override) {
      const entry = entryOf(override), instrument = instrumentOf(override);
      return make("p", "", siglum(instrument), ` ${instrument.name}, ${entry.place}, overrides what these words mean, and edits none: `, make("q", "", entry.sentence));
    }
    if (waiver) {
      const told = data.waivers[waiver], instrument = instruments.get(told.i), button = make("button", "link", "See the waiver");
      button.dataset.panel = "dates";
      return make("p", "", instrument ? siglum(instrument) : null, ` Compliance is waived${told.last ? ` to ${long(told.last)}` : ""}. `, button);
    }
    if (point) return make("p", "", make("span", "tag", `Open ${point}`), ` ${data.findings[point].says} `, pointButton(point));
    return null;
  }).filter(Boolean);
}

function pick(element, { center = false, focus = false } = {}) {
  state.picked = element;
  explain(element);
  show("why");
  const provision = element.closest(".pv");
  if (center) (element.matches(".r") ? element : provision).scrollIntoView({ block: "center" });
  if (focus) { element.tabIndex = -1; element.focus({ preventScroll: true }); }
  say(`${one("#panel-why .where").textContent}. ${one("#panel-why .state")?.textContent || ""}`);
  address();
}

// --- panels

function show(name) {
  const changed = state.panel !== name;
  state.panel = name;
  side.classList.toggle("open", !!name);
  document.body.classList.toggle("with-panel", !!name);
  for (const section of all("section", side)) section.classList.toggle("open", section.id === `panel-${name}`);
  for (const button of all(".nav [data-panel]")) button.setAttribute("aria-expanded", button.dataset.panel === name);
  if (name) {
    const title = one(`#panel-${name}`).dataset.title;
    one("#side-title").textContent = title;
    side.setAttribute("aria-label", title);
    if (changed || name === "why") side.scrollTop = 0;
  }
  if (name !== "why") for (const element of all(".picked, .pv.at")) element.classList.remove("picked", "at");
  address();
}

function close() {
  const back = state.panel === "why" ? state.picked : one(`.nav [data-panel="${state.panel}"]`);
  show(null);
  if (back && !back.hidden) { if (back.tabIndex < 0) back.tabIndex = -1; back.focus({ preventScroll: true }); }
}

function openPoint(number, toText = true) {
  state.point = number;
  show("open");
  for (const item of all("#panel-open li.at")) item.classList.remove("at");
  const item = one(`#point-${number}`);
  item?.classList.add("at");
  item?.scrollIntoView({ block: "nearest" });
  const target = one(`.note[data-point="${number}"]:not([hidden])`, page) || document.getElementById(data.findings[number]?.provisions[0]);
  if (toText && target) (target.closest(".pv") || target).scrollIntoView({ block: "center" });
  say(`Open point ${number}: ${data.findings[number]?.title || ""}`);
}

// --- the view's address: #why=6.01(a);day=2023-03-01;view=sources;panel=open;without=4;page=dark

const encode = text => encodeURIComponent(text).replace(/%2F/g, "/");
function address() {
  if (!address.ready) return;
  const path = state.panel === "why" && state.picked ? state.picked.closest("[data-path]")?.dataset.path : "";
  const parts = [
    path && `why=${encode(path)}`, state.day !== data.today && `day=${state.day}`,
    state.mode !== "conformed" && `view=${state.mode}`, state.against && `against=${encode(state.against)}`,
    state.panel && state.panel !== "why" && `panel=${state.panel}`,
    state.without.size && `without=${[...state.without].map(encode).join(",")}`,
    document.documentElement.dataset.theme && `page=${document.documentElement.dataset.theme}`,
  ].filter(Boolean);
  try { history.replaceState(null, "", parts.length ? `#${parts.join(";")}` : location.pathname + location.search); } catch { /* a file's address may be fixed */ }
}

function fromAddress() {
  const given = new Map();
  for (const part of location.hash.slice(1).split(";")) {
    const at = part.indexOf("=");
    if (at > 0) try { given.set(part.slice(0, at), decodeURIComponent(part.slice(at + 1))); } catch { /* not an address of ours */ }
  }
  if (readDay(given.get("day") || "")) state.day = between(readDay(given.get("day")));
  if (["redline", "sources"].includes(given.get("view"))) state.mode = given.get("view");
  if (instruments.has(given.get("against"))) one("#against").value = state.against = given.get("against");
  for (const id of (given.get("without") || "").split(",")) if (instruments.get(id)?.upon) {
    state.without.add(id);
    const choice = all("[data-choice]").find(input => input.dataset.choice === id && input.value === "without");
    if (choice) choice.checked = true;
  }
  if (["light", "dark"].includes(given.get("page"))) one("#theme").value = document.documentElement.dataset.theme = given.get("page");
  return { why: given.get("why"), panel: given.get("panel") };
}

// --- moving: changes, provisions, instruments

function changes() {
  const seen = new Set();
  return runs.map(({ element }) => element).filter(element => {
    if (element.hidden || !element.matches(".chg, .ins, .del, .lacuna")) return false;
    const key = `${element.closest("[data-path]").id} ${element.dataset.g}`;
    return !seen.has(key) && seen.add(key);
  });
}

function next(list, direction, current) {
  if (!list.length) return null;
  const at = current ? list.findIndex(item => item === current || (item.dataset.g && item.dataset.g === current.dataset.g && item.closest("[data-path]") === current.closest("[data-path]"))) : -1;
  if (at >= 0) return list[(at + direction + list.length) % list.length];
  const mark = current || topmost();
  const after = item => !!(mark && (mark.compareDocumentPosition(item) & 4 || mark === item || mark.contains(item)));
  return direction > 0 ? list.find(after) || list[0] : list.filter(item => !after(item)).pop() || list.at(-1);
}

function topmost() {  // the first provision below the head of the page: chunk first, so that no other is laid out
  const line = one("#top").getBoundingClientRect().bottom;
  const chunk = all(".chunk", page).find(chunk => chunk.getBoundingClientRect().bottom > line);
  return chunk ? all(".pv", chunk).find(provision => !provision.hidden && provision.getBoundingClientRect().bottom > line + 8) : null;
}

function hop(direction) {
  const days = [...new Set([...data.instruments.map(instrument => instrument.day), data.today])].sort();
  const day = direction > 0 ? days.find(day => day > state.day) : days.reverse().find(day => day < state.day);
  if (day) setDay(day);
}

function jump(id, block = "start") {
  const target = document.getElementById(id);
  if (!target) return;
  (target.hidden ? target.parentElement : target).scrollIntoView({ block });
  requestAnimationFrame(() => target.scrollIntoView({ block }));  // again, now that what lies between is laid out
}

// --- events

function drawer(open) {
  one("#outline").classList.toggle("open", open);
  one("#outline-button").setAttribute("aria-expanded", open);
}

const actions = [
  [".nav [data-panel]", button => show(state.panel === button.dataset.panel ? null : button.dataset.panel)],
  ["button[data-panel]", button => show(button.dataset.panel)],
  ["[data-hop]", button => hop(Number(button.dataset.hop))],
  ["button[data-mode]", button => setMode(button.dataset.mode)],
  ["[data-filter]", button => {
    filter = button.dataset.filter;
    for (const other of all("[data-filter]")) other.setAttribute("aria-pressed", other === button);
    paintOutline();
  }],
  [".stop", button => setDay(instruments.get(button.dataset.i).day)],
  ["button[data-day]", button => setDay(button.dataset.day)],
  ["#close-button", close],
  ["#print-button", () => print()],
  ["#help-button", () => one("#help").showModal()],
  ["#help-close", () => one("#help").close()],
  ["#copy-button", button => navigator.clipboard?.writeText(one("#citation").textContent).then(() => { button.textContent = "Copied"; say("Citation copied"); }, () => {})],
  ["#outline-button", () => { const open = !one("#outline").classList.contains("open"); drawer(open); if (open) one("#lines a")?.focus(); }],
  ["#lines a", (link, event) => { event.preventDefault(); drawer(false); jump(link.dataset.to); }],
  ["button.link[data-to]", button => jump(button.dataset.to, "center")],
  [".note[data-entry]", note => {
    const id = note.dataset.entry, box = note.closest(".table, .pv");
    const run = runsIn(box).find(run => !run.hidden && run.dataset.a === id) || runsIn(box).find(run => !run.hidden && run.dataset.s === id);
    pick(run || box.closest("[data-path]") || one("[data-path]", box));
  }],
  [".note[data-point]", note => openPoint(Number(note.dataset.point), false)],
  [".note", note => pick(note.closest("[data-path]") || one("[data-path]", note.closest(".table")))],
  ["[data-point]", element => openPoint(parseInt(element.dataset.point, 10), element.matches("button"))],
];

document.addEventListener("click", event => {
  for (const [query, act] of actions) {
    const element = event.target.closest(query);
    if (element) return void act(element, event);
  }
  if (!event.target.closest("#outline")) drawer(false);
  if (!page.contains(event.target) || event.target.closest(".headnote, button, input") || String(getSelection())) return;
  const run = event.target.closest(".r"), provision = event.target.closest("[data-path]");
  if (run && run.matches(".chg, .ins, .del, .lacuna")) pick(run);
  else if (provision) pick(provision);
});

page.addEventListener("mouseover", event => {
  const note = event.target.closest(".note[data-entry]");
  for (const run of all(".lit", page)) run.classList.remove("lit");
  if (note) for (const run of runsIn(note.closest(".table, .pv"))) run.classList.toggle("lit", run.dataset.a === note.dataset.entry);
});

dayField.addEventListener("change", () => {
  const day = readDay(dayField.value), error = one("#day-error");
  if (day) return setDay(day);
  dayField.setAttribute("aria-invalid", "true");
  error.textContent = "Not a day. Write, for instance, March 1, 2023 or 2023-03-01.";
  error.hidden = false;
});
range.addEventListener("input", () => setDay(iso(time(data.first) + range.value * DAY)));
one("#against").addEventListener("change", event => { state.against = event.target.value; paint(); });
one("#theme").addEventListener("change", event => {
  if (event.target.value) document.documentElement.dataset.theme = event.target.value;
  else delete document.documentElement.dataset.theme;
  address();
});
document.addEventListener("change", event => {
  const { choice } = event.target.dataset;
  if (!choice) return;
  if (event.target.value === "without") state.without.add(choice); else state.without.delete(choice);
  paint();
});

const keys = {
  j: () => go(1), k: () => go(-1),
  n: () => walk(1), p: () => walk(-1),
  o: () => visit(1), O: () => visit(-1),
  "[": () => hop(-1), "]": () => hop(1),
  1: () => setMode("conformed"), 2: () => setMode("redline"), 3: () => setMode("sources"),
  w: () => (state.panel && !side.contains(document.activeElement) ? side : state.picked || one("#text")).focus({ preventScroll: true }),
  "?": () => one("#help").showModal(),
};

function go(direction) {
  const change = next(changes(), direction, state.panel === "why" ? state.picked : null);
  if (change) pick(change, { center: true, focus: true });
}

function walk(direction) {
  const list = all(".pv", page).filter(provision => !provision.hidden);
  const here = document.activeElement.closest("#art .pv") || (state.panel === "why" ? state.picked?.closest(".pv") : null);
  const provision = next(list, direction, here);
  if (!provision) return;
  provision.tabIndex = -1;
  provision.focus({ preventScroll: true });
  provision.scrollIntoView({ block: "center" });
}

function visit(direction) {
  const numbers = Object.keys(data.findings).map(Number).sort((a, b) => a - b);
  if (!numbers.length) return say("No open points.");
  const at = numbers.indexOf(state.point);
  openPoint(numbers[at < 0 ? (direction > 0 ? 0 : numbers.length - 1) : (at + direction + numbers.length) % numbers.length]);
}

document.addEventListener("keydown", event => {
  if (event.key === "Escape" && !one("#help").open) {
    if (one("#outline").classList.contains("open")) { drawer(false); one("#outline-button").focus(); } else if (state.panel) close();
    return;
  }
  const field = event.target.matches("input:not([type=radio], [type=range]), select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey || field || one("#help").open) return;
  if (event.key === "Enter" && event.target.matches("#art .pv")) return void (event.preventDefault(), pick(event.target));
  if (!one("#keys-on").checked && event.key !== "?") return;
  if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
});

// --- fitting: the head's height, labels that would touch, the line of the outline where the reader is

function fit() {
  const top = one("#top"), narrow = innerWidth < 960;
  const cut = narrow ? Math.max(0, one(".modes").getBoundingClientRect().top - top.getBoundingClientRect().top - 2) : 0;
  document.documentElement.style.setProperty("--stick", `${-cut}px`);
  document.documentElement.style.setProperty("--head", `${top.offsetHeight - cut}px`);
  stops();
}

function stops() {
  const list = all(".stop"), width = track.clientWidth, room = list.length ? Math.min(innerWidth <= 640 ? 26 : 22, width / list.length) : 0;
  const lefts = list.map(stop => Number(stop.dataset.left) * width / 100);
  for (let i = 1; i < lefts.length; i++) lefts[i] = Math.max(lefts[i], lefts[i - 1] + room);
  for (let i = lefts.length - 1, most = width; i >= 0; i--, most -= room) lefts[i] = Math.min(lefts[i], most);
  list.forEach((stop, i) => { stop.style.left = `${lefts[i]}px`; stop.classList.remove("end"); });
  for (const names of ["", "no-dates", "no-labels"]) {
    track.classList.remove("no-dates", "no-labels");
    if (names) track.classList.add(names);
    if (names === "no-labels") break;
    const boxes = list.map(stop => stop.getBoundingClientRect());
    if (boxes.length && boxes.at(-1).right > track.getBoundingClientRect().right + 28) list.at(-1).classList.add("end");
    const last = list.at(-1)?.getBoundingClientRect();
    if (boxes.every((box, i) => !i || boxes[i - 1].right + 4 < (i === boxes.length - 1 ? last : box).left)) break;
    list.at(-1)?.classList.remove("end");
  }
}

const chunks = all(".chunk", page);
const headings = new Map(chunks.map(chunk => [chunk, null]));
let waiting = 0;
function follow() {
  waiting = 0;
  const line = innerHeight * .4;
  let low = 0, high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (chunks[middle].getBoundingClientRect().top < line) low = middle; else high = middle - 1;
  }
  let here = null;
  for (let i = low; i >= 0 && !here; i--) {
    if (!headings.get(chunks[i])) headings.set(chunks[i], all(".pv", chunks[i]).filter(provision => listed.has(provision.id)));
    here = headings.get(chunks[i]).filter(provision => !provision.hidden && provision.getBoundingClientRect().top < line).pop();
  }
  const link = here && listed.get(here.id), current = one("#lines [aria-current]");
  if (current === link) return;
  current?.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
  const outline = one("#outline");
  if (link && outline.offsetParent && !outline.matches(":hover, :focus-within")) {
    const box = link.getBoundingClientRect(), frame = outline.getBoundingClientRect();
    if (box.top < frame.top + 40 || box.bottom > frame.bottom - 40) outline.scrollTop += box.top - frame.top - frame.height / 3;
  }
}
const listed = new Map(all("#lines a").map(link => [link.dataset.to, link]));
addEventListener("scroll", () => { waiting ||= requestAnimationFrame(follow); }, { passive: true });
addEventListener("resize", fit);
new ResizeObserver(fit).observe(one("#top"));

// --- begin

const wanted = fromAddress();
paint();
fit();
address.ready = true;
const target = wanted.why && all("[data-path]", page).find(provision => provision.dataset.path === wanted.why && !provision.hidden);
if (target) pick(changes().find(run => target.contains(run)) || target, { center: true });
else if (wanted.panel && wanted.panel !== "why" && all(".nav [data-panel]").some(button => button.dataset.panel === wanted.panel)) show(wanted.panel);
follow();
})();
