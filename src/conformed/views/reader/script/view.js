// Panels, the address of a view, and what must be measured to fit.

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
  if (name !== "why") for (const element of all(".picked, .pv.at, .table.at")) element.classList.remove("picked", "at");
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
  const finding = data.findings[number];
  say(`${finding?.ruling ? "Ruling" : `Open point ${number}`}: ${finding?.title || ""}`);
}

// --- the view's address: #why=6.01(a);day=2023-03-01;view=sources;panel=open;without=4;page=dark

const encode = text => encodeURIComponent(text).replace(/%2F/g, "/");
function address() {
  if (!address.ready) return;
  const path = state.panel === "why" && state.picked ? state.picked.closest("[data-path]")?.dataset.path : "";
  const parts = [
    path && `why=${encode(path)}`, state.day !== data.today && `day=${state.day}`,
    state.through !== null && `through=${encode(data.instruments[state.through].id)}`,
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
  const day = readDay(given.get("day") || "");
  if (day) state.day = between(day);
  if (instruments.has(given.get("through"))) state.through = instruments.get(given.get("through")).order;
  if (["redline", "sources"].includes(given.get("view"))) state.mode = given.get("view");
  if (instruments.has(given.get("against"))) one("#against").value = state.against = given.get("against");
  for (const id of (given.get("without") || "").split(",")) if (instruments.get(id)?.upon) {
    state.without.add(id);
    const choice = all("[data-choice]").find(input => input.dataset.choice === id && input.value === "without");
    if (choice) choice.checked = true;
  }
  if (["light", "dark"].includes(given.get("page"))) one("#theme").value = document.documentElement.dataset.theme = given.get("page");
  return { day, why: given.get("why"), panel: given.get("panel") };
}

// --- fitting: the head's height, labels that would touch, the line of the outline where the reader is

function fit() {
  const top = one("#top"), narrow = innerWidth < 960;
  const cut = narrow ? Math.max(0, one(".modes").getBoundingClientRect().top - top.getBoundingClientRect().top - 2) : 0;
  document.documentElement.style.setProperty("--stick", `${-cut}px`);
  document.documentElement.style.setProperty("--head", `${top.offsetHeight - cut}px`);
  stops();
}

function stops() {  // sigla that would touch are moved apart, labels that would touch left out, dates first
  const list = all(".stop"), width = track.clientWidth;
  const room = list.length ? Math.min(innerWidth <= 640 ? 26 : 22, width / list.length) : 0;
  const lefts = list.map(stop => Number(stop.dataset.left) * width / 100);
  for (let i = 1; i < lefts.length; i++) lefts[i] = Math.max(lefts[i], lefts[i - 1] + room);
  for (let i = lefts.length - 1, most = width; i >= 0; i--, most -= room) lefts[i] = Math.min(lefts[i], most);
  for (const stop of list) stop.classList.remove("no-date", "no-label", "end");
  const needs = list.map(stop => [widthOf(one("b", stop)), widthOf(one("small", stop))]);
  let limit = width + 36;
  for (let i = list.length - 1; i >= 0; i--) {
    const [name, date] = needs[i], free = limit - lefts[i], apart = list[i].dataset.state === "apart";
    list[i].style.left = `${lefts[i]}px`;
    list[i].classList.toggle("no-date", date + 6 > free);
    list[i].classList.toggle("no-label", name + 6 > free || apart);
    if (name + 6 <= free && !apart) limit = lefts[i];
  }
}

function widthOf(element) {
  const words = document.createRange();
  words.selectNodeContents(element);
  return words.getBoundingClientRect().width;
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
