// Keys for those who work in the lists all day. Keys of a row work when a list has focus; the others work outside
// fields. All of them can be turned off in the list that "?" opens (WCAG 2.1.4).

const OFF = "lus-keys-off";
const keyList = document.getElementById("key-list");
const keysSwitch = document.querySelector("[data-keys-switch]");
let waitingForGo = 0; // the instant of a "g" that waits for its second key

function isOff() {
  try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
}

function typing(target) {
  return target.closest("input, select, textarea, [contenteditable]") || document.querySelector("dialog[open]");
}

function rowOf(element) {
  return element?.closest?.("[data-row]") ?? null;
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  if (!rows.length) return;
  const here = rows.indexOf(rowOf(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, here < 0 ? 0 : here + step))];
  const target = next.querySelector("a.lus-person, a, button");
  target?.focus();
  next.scrollIntoView({ block: "nearest" });
}

function press(selector, root = document) {
  const element = root.querySelector(selector);
  if (element) element.click();
  return Boolean(element);
}

function doVerb() {
  const row = rowOf(document.activeElement);
  if (row) return press("[data-verb]", row);
  return press(".lus-next[data-mine='yes'] [data-verb]");
}

function go(key) {
  const address = { t: "/", b: "/discharge/board/" }[key];
  if (address) location.assign(address);
}

function find() {
  document.querySelector("[data-search], .lus-toolbar a, .lus-toolbar button")?.focus();
}

function select() {
  const row = rowOf(document.activeElement);
  if (row) row.toggleAttribute("data-selected");
  row?.setAttribute("aria-selected", String(row.hasAttribute("data-selected")));
}

// "Markera som sett" sends the selected rows alone, or all of them when none is selected.
document.addEventListener("submit", (event) => {
  const selected = [...document.querySelectorAll("[data-row][data-selected]")];
  if (!event.target.matches("[data-mark-seen]") || !selected.length) return;
  for (const input of event.target.elements.seen.length ? event.target.elements.seen : [event.target.elements.seen]) {
    const [id] = input.value.split(":");
    input.disabled = !selected.some((row) => row.querySelector(`a[href*="${id}"]`));
  }
});

const ACTS = {
  j: () => move(1),
  k: () => move(-1),
  m: doVerb,
  x: select,
  n: () => press("a[href='/discharge/new/']"),
  "/": find,
  "?": () => keyList?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isOff() || typing(event.target)) return;
  if (waitingForGo && event.timeStamp - waitingForGo < 1500) {
    waitingForGo = 0;
    go(event.key);
    return;
  }
  waitingForGo = event.key === "g" ? event.timeStamp : 0;
  const turn = { ArrowLeft: "[data-previous]", ArrowRight: "[data-next]" }[event.key];
  if (turn) return void press(turn);
  const act = ACTS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

if (keysSwitch) {
  keysSwitch.checked = !isOff();
  keysSwitch.addEventListener("change", () => {
    try { localStorage.setItem(OFF, keysSwitch.checked ? "0" : "1"); } catch { /* private window: stays on */ }
  });
}
// With the keys off, "?" no longer opens the list; a visible button does.
document.querySelectorAll("[data-open-keys]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => keyList?.showModal());
});
