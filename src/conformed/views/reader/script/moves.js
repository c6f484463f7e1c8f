// What a reader does: moving through the text, clicks, fields and keys. Then the page begins.

// --- moving: changes, provisions, instruments

// where a reader stops: each place that a change marks, once, what an entry brought or took away as a whole, once,
// and each provision that an override bears on
function changes() {
  const seen = new Set();
  const shown = all(".r, .note[data-override]", page).filter(element => !element.hidden && element.matches(".chg, .ins, .del, .lacuna, .note"));
  return shown.map(element => element.matches(".note") ? element.closest("[data-path]") : element).filter(element => {
    const stop = stopOf(element);
    return !seen.has(stop) && seen.add(stop);
  });
}

function stopOf(run) {
  if (!run.matches(".r")) return run;
  const { a, s, g } = run.dataset;
  const whole = run.matches(".lacuna") ? null : [inForce(s) ? s : null, a].find(id => id && entryOf(id)?.whole);
  return whole || `${run.closest("[data-path]").id} ${g}`;
}

function next(list, direction, current) {
  if (!list.length) return null;
  const stop = current?.dataset.g ? stopOf(current) : null;
  const at = current ? list.findIndex(item => item === current || (stop && stopOf(item) === stop)) : -1;
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

function hop(direction) {  // to the next or previous of the instruments, and of today, in their order
  const stops = data.instruments.map(({ id, day }, order) => ({ id, day, order }));
  if (!stops.some(({ day }) => day === data.today)) stops.push({ day: data.today, order: stops.length });
  stops.sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order);
  const here = state.through ?? stops.filter(({ day }) => day === state.day).at(-1)?.order ?? 0;
  const stop = direction > 0
    ? stops.find(({ day, order }) => day > state.day || (day === state.day && order > here))
    : stops.reverse().find(({ day, order }) => day < state.day || (day === state.day && order < here));
  if (stop?.id) setInstrument(stop.id); else if (stop) setDay(stop.day);
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
  [".stop, .stops button", button => setInstrument(button.dataset.i)],
  ["button[data-day]", button => setDay(button.dataset.day)],
  ["#close-button", close],
  ["#print-button", () => print()],
  ["#help-button, [data-help]", () => one("#help").showModal()],
  ["#help-close", () => one("#help").close()],
  ["#copy-button", button => navigator.clipboard?.writeText(one("#citation").textContent).then(() => { button.textContent = "Copied"; say("Citation copied"); }, () => {})],
  ["#outline-button", () => { const open = !one("#outline").classList.contains("open"); drawer(open); if (open) one("#lines a")?.focus(); }],
  ["#lines a", (link, event) => { event.preventDefault(); drawer(false); jump(link.dataset.to); }],
  ["button.link[data-to]", button => jump(button.dataset.to, "center")],
  [".note[data-entry]", note => {
    const id = note.dataset.entry, box = note.closest(".table, .pv");
    const own = runsIn(box).filter(run => [run.dataset.a, run.dataset.s].includes(id));
    const shown = own.filter(run => !run.hidden);
    pick(shown.find(run => run.dataset.a === id) || shown[0] || own[0] || box);
  }],
  [".note[data-point]", note => openPoint(Number(note.dataset.point), false)],
  [".note", note => pick(note.closest("[data-path]"))],
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
  const day = readDay(dayField.value);
  if (day) setDay(day); else dayField.setAttribute("aria-invalid", "true");
  tellOfDay(day ? beyond(day) : "Not a day. Write, for instance, March 1, 2023 or 2023-03-01.");
});

function tellOfDay(words) {
  one("#day-error").textContent = words;
  one("#day-error").hidden = !words;
}
range.addEventListener("input", () => setDay(dayAt(Number(range.value))));
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
  const list = all(".pv", page).filter(provision => !provision.hidden && !provision.closest("details:not([open])"));
  const here = document.activeElement.closest("#art .pv") || (state.panel === "why" ? state.picked?.closest(".pv") : null);
  const provision = next(list, direction, here);
  if (!provision) return;
  provision.tabIndex = -1;
  provision.focus({ preventScroll: true });
  provision.scrollIntoView({ block: "center" });
}

function visit(direction) {
  const numbers = Object.keys(data.findings).filter(number => !data.findings[number].ruling).map(Number).sort((a, b) => a - b);
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

// --- begin

const wanted = fromAddress();
paint();
fit();
tellOfDay(wanted.day ? beyond(wanted.day) : "");
address.ready = true;
const target = wanted.why && all("[data-path]", page).find(provision => provision.dataset.path === wanted.why && !provision.hidden);
if (target) pick(changes().find(run => run.matches(".r") && shellsOf(target).some(shell => shell.contains(run))) || target, { center: true });
else if (wanted.panel && wanted.panel !== "why" && all(".nav [data-panel]").some(button => button.dataset.panel === wanted.panel)) show(wanted.panel);
follow();
