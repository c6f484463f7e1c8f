// Editions: what stands in place of the text on a day, or without an instrument, whose text hiding and showing does not give.

const editions = data.editions.map((edition, at) => ({ ...edition, at, sound: new Set(edition.sound) }));
let edition = editions[0];
let undo = [];  // what takes the edition out again
let earlier = null;  // the entries of the older text that Redline compares with, where editions tell it

// the edition whose first steps are the entries in force; by itself each of these counts gives that text
function serving() {
  const counting = new Set(editions[0].steps.filter(inForce)), count = counting.size;
  return editions.find(({ steps, sound }) => sound.has(count) && steps.length >= count && steps.slice(0, count).every(id => counting.has(id)));
}

// puts in the edition of the state; a state that none serves gives way to the nearest that one does
function settle() {
  if (!editions.length) return;
  let found = serving();
  if (!found && state.through !== null) { state.through = null; found = serving(); }
  if (!found && state.without.size > 1) {
    state.without = new Set([...state.without].slice(-1));
    found = serving();
  }
  if (!found) { state.without.clear(); found = serving(); }
  for (const input of all("[data-choice]")) input.checked = (input.value === "without") === state.without.has(input.dataset.choice);
  if (found && found !== edition) put(found);
  earlier = state.against ? stepsBefore(instruments.get(state.against).order) : null;
}

function stepsBefore(order) {
  const { steps, sound } = edition, at = steps.findIndex(id => instrumentOf(id).order >= order);
  let count = Math.min(at < 0 ? steps.length : at, steps.filter(inForce).length);
  while (!sound.has(count)) count--;
  return new Set(steps.slice(0, count));
}

function put(found) {
  for (const back of undo) back();
  edition = found;
  const template = document.getElementById(`edition-${found.at}`);
  const parts = template ? [...template.content.cloneNode(true).children] : [];
  // all places are found before the first is changed: what comes bears the ids of what goes
  const places = parts.map(part => [part, shell(part.dataset.at), part.dataset.gone.split(" ").filter(Boolean).map(shell)]);
  undo = places.map(exchange);
  for (const chunk of chunks) headings.set(chunk, null);
  gather();
  if (state.picked && !state.picked.isConnected) {
    const { path } = state.picked.closest("[data-path]").dataset;
    state.picked = all("[data-path]", page).find(other => other.dataset.path === path) ?? null;
    if (!state.picked && state.panel === "why") show(null);
  }
}

function shell(id) {  // the whole block that begins with a provision
  const provision = document.getElementById(id);
  return provision.closest(".table, details.contents") ?? provision;
}

function exchange([part, at, gone]) {
  const come = [...part.childNodes], place = document.createComment(""), marks = gone.map(() => document.createComment(""));
  if ("after" in part.dataset) at.after(place); else at.before(place);
  place.after(...come);
  gone.forEach((element, turn) => element.replaceWith(marks[turn]));
  return () => {
    for (const node of [place, ...come]) node.remove();
    gone.forEach((element, turn) => marks[turn].replaceWith(element));
  };
}

function paintUnapplied() {  // what the edition does not apply, though the text with all instruments does
  const told = Object.entries(edition?.unapplied ?? {}).filter(([id]) => inForce(id)).map(([id, because]) => `${orderedBy(id)}: ${because || "it was not applied."}`);
  one("#unapplied").textContent = told.length ? `Not applied to this text: ${told.join(" ")}` : "";
  one("#unapplied").hidden = !told.length;
}
