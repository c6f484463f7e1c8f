// What the page knows: its data, the days, the state it is in, and what stands on a day.

const one = (query, root = document) => root.querySelector(query);
const all = (query, root = document) => [...root.querySelectorAll(query)];
const data = JSON.parse(one("#matter").textContent);
const instruments = new Map(data.instruments.map((instrument, order) => [instrument.id, { ...instrument, order }]));
const page = one("#art"), side = one("#side"), track = one("#track"), range = one("#range"), dayField = one("#day");

const state = {
  day: data.today,
  mode: "conformed",
  against: "",           // an instrument's id: Redline compares with the text before it
  through: null,         // the last instrument that counts, where several share the day
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
const long = day => day ? write(day, "long") : "a date not stated";
const span = (time(data.bend) - time(data.first)) / DAY;  // days until the scale of the timeline is closer
const stepsTo = day => {
  const days = (time(day) - time(data.first)) / DAY;
  return days <= span ? days : span + Math.ceil((days - span) / data.pace);
};
const dayAt = steps => between(iso(time(data.first) + DAY * (steps <= span ? steps : span + (steps - span) * data.pace)));
const between = day => day < data.first ? data.first : day > data.last ? data.last : day;

function readDay(text) {
  const words = text.trim();
  let found = words.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
  if (found) return real(found[1], found[2], found[3]);
  found = words.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/);
  if (found) return real(found[3].length > 2 ? found[3] : `${found[3] < "70" ? 20 : 19}${found[3]}`, found[1], found[2]);
  found = words.match(/^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i) || words.match(/^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/i);
  if (!found) return null;
  const [name, number] = /\d/.test(found[1]) ? [found[2], found[1]] : [found[1], found[2]];
  const month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1;
  return Number.isInteger(month) && month > 0 ? real(found[3], month, number) : null;
}

// why another day is shown than the one asked for; nothing where it is shown
function beyond(day) {
  const edge = data.last === data.today ? "the day on which this page was made" : "the last day that the documents tell";
  return day < data.first ? `${long(day)} is before the first day that the documents tell: shown is ${long(data.first)}.`
    : day > data.last ? `${long(day)} is after ${edge}: shown is ${long(data.last)}.` : "";
}

function real(year, month, number) {
  const day = `${year}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}`;
  return !isNaN(time(day)) && iso(time(day)) === day ? day : null;
}

// --- what stands on a day

const entryOf = id => data.entries[id];
const instrumentOf = id => instruments.get(entryOf(id)?.i);

// whether the reader leaves an instrument out: itself, or the restatement whose text it changes
const leftOut = id => state.without.has(id) || (state.without.size > 0 && data.instruments.some(other => state.without.has(other.id) && other.along.includes(id)));

function inForce(id) {
  const entry = entryOf(id);
  if (!entry || entry.from > state.day || leftOut(entry.i)) return false;
  return state.through === null || entry.from < state.day || instrumentOf(id).order <= state.through;
}

function before(id) {  // whether an entry belongs to the older text that Redline compares with
  if (state.against === "" || !inForce(id)) return false;
  return earlier ? earlier.has(id) : instrumentOf(id).order < instruments.get(state.against).order;
}

const stands = (run, counts) => (!run.dataset.a || counts(run.dataset.a)) && !(run.dataset.s && counts(run.dataset.s));

function standing(instrument) {
  const [first] = instrument.stages;
  const [now] = instrument.stages.filter(([, from]) => from && from <= state.day).at(-1) ?? first;
  if (state.through !== null && instrument.day === state.day && instrument.order > state.through) return first[0];
  return ["in", "if", "late"].includes(now) && leftOut(instrument.id) ? "out" : now;
}

function waived(id) {
  const { first, last, i } = data.waivers[id];
  if (instruments.get(i)?.role === "apart") return "apart";
  if (leftOut(i)) return "out";
  return state.day < first ? "before" : last && state.day > last ? "after" : "in";
}

const bears = number => {
  const finding = data.findings[number];
  return !!finding && (!finding.since || finding.since <= state.day);
};
