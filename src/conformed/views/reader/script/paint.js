// Shows and hides: the text, its notes, and all that stands around it, for the state the page is in.

// --- the text: each run with a history is shown, marked or hidden

const runsIn = box => all(".r", box);
const bases = new WeakMap();  // the classes of a run as they were made
let runs, changing, notes;
function gather() {  // what is shown and hidden, of the edition that is in
  runs = all(".r", page).map(element => {
    if (!bases.has(element)) bases.set(element, element.className);
    return { element, base: bases.get(element) };
  });
  changing = all("[data-v]", page).reverse();  // inner ones before those that hold them
  notes = all(".note", page).map(element => {
    const box = element.closest(".table") || element.closest(".pv"), id = element.dataset.entry;
    return { element, box, brought: id ? runsIn(box).filter(run => run.dataset.a === id) : [] };
  });
}
gather();

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
    if (instrument && element.matches(".e")) element.dataset.siglum = `${instrument.id} ${[entryOf(entry).ruling && "ruled", instrument.upon && "if"].filter(Boolean).join(", ")}`.trimEnd();
    if (redline && look) element.setAttribute("role", look === "ins" ? "insertion" : "deletion");
    else element.removeAttribute("role");
  }
  for (const element of changing) element.hidden = !runsIn(element).some(run => !run.hidden);
}

function paintNotes() {
  for (const { element, box, brought } of notes) {
    const { entry, override, waiver, point, remark } = element.dataset;
    if (entry) element.hidden = brought.length ? brought.every(run => run.hidden) : !inForce(entry);
    else if (override) element.hidden = !inForce(override);
    else if (remark) element.hidden = !["in", "if", "late", "after"].includes(standing(instruments.get(data.remarks[remark].i)));
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
    element.textContent = left < 0 ? "" : `${element.dataset.before}${left} day${left === 1 ? "" : "s"} left`;
  }
  for (const element of all("[data-finding]")) element.classList.toggle("later", !bears(element.dataset.finding));
  const points = all("[data-finding]"), bearing = points.filter(point => !point.matches(".later")).length;
  if (points.length) {
    one("#bearing").textContent = bearing === points.length ? "" : `, ${bearing || "none"} of which bear${bearing > 1 ? "" : "s"} on the text of this day`;
    one(".nav .count").textContent = bearing;
    one(".nav .count").hidden = !bearing;
  }
  for (const stop of all(".stop")) {
    const { day, order } = instruments.get(stop.dataset.i);
    if (day === state.day && (state.through === null || state.through === order)) stop.setAttribute("aria-current", "date");
    else stop.removeAttribute("aria-current");
  }
  for (const button of all(".modes [data-mode]")) button.setAttribute("aria-pressed", button.dataset.mode === state.mode);
  document.documentElement.dataset.mode = state.mode;
  one("#key").hidden = state.mode === "conformed";
  for (const sign of all("#key .sign")) sign.hidden = !["in", "if", "late"].includes(sign.dataset.state);
  one("#headnote-day").textContent = dayField.value = long(state.day);
  dayField.removeAttribute("aria-invalid");
  one("#day-error").hidden = true;
  range.value = stepsTo(state.day);
  range.setAttribute("aria-valuetext", long(state.day));
  one(".past").style.width = `${100 * range.value / Math.max(1, range.max)}%`;
  const view = { conformed: "Conformed copy", redline: "Redline", sources: "Sources" }[state.mode];
  const title = data.title.replace(/["\\\n<]/g, " ");
  one("#running-head").textContent = `@page { @top-left { content: "${title}"; color: #444; font: 8.5pt sans-serif; } `
    + `@top-right { content: "${view}, ${long(state.day)}"; color: #444; font: 8.5pt sans-serif; } }`;
}

const lines = all("#lines > li");
function paintOutline() {
  let before = null;
  for (const line of lines) {
    for (const mark of all("[data-entries]", line)) mark.hidden = !mark.dataset.entries.split(" ").some(inForce);
    for (const mark of all("[data-waiver]", line)) mark.hidden = waived(mark.dataset.waiver) !== "in";
    for (const mark of all("[data-findings]", line)) mark.hidden = !mark.dataset.findings.split(" ").some(bears);
    const target = document.getElementById(one("a", line).dataset.to);
    const changed = !!one("[data-entries]:not([hidden]), [data-waiver]:not([hidden]), .gap", line);
    const open = !!one("[data-findings]:not([hidden]), .gap", line);
    const unborn = !!target?.hidden || (line.matches(".quiet") && !changed && !open);
    const twice = line.textContent === before?.textContent && !before.hidden;  // struck, and restated
    before = line;
    line.hidden = unborn || twice || (filter === "changed" && !changed) || (filter === "open" && !open);
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
  settle();
  paintRuns();
  paintNotes();
  paintAround();
  paintUnapplied();
  paintOutline();
  if (state.panel === "why" && state.picked) explain(state.picked);
  address();
}

function setDay(day, through = null) {
  state.day = between(day);
  state.through = through;
  paint();
  say(`Text in force on ${long(state.day)}.`);
}

// to the day of an instrument, and no further where others that follow it share its day
function setInstrument(id) {
  const { day, order } = instruments.get(id);
  const followed = data.instruments.some((other, at) => at > order && other.day === day && !other.missing);
  setDay(day, followed ? order : null);
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
