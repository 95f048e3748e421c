// Says the time left again every half minute while the page stands open. The same words as lus/web/words.py.
// Nothing is announced: a screen reader hears the words when it comes to them.

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const SOON_SHARE = 0.25;

function two(large, largeUnit, small, smallUnit) {
  return small ? `${large} ${largeUnit} ${small} ${smallUnit}` : `${large} ${largeUnit}`;
}

export function span(milliseconds) {
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes < 1) return "under 1 min";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < DAY_MINUTES) return two(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const days = Math.floor(minutes / DAY_MINUTES);
  return days >= 14 ? `${days} d` : two(days, "d", Math.floor((minutes % DAY_MINUTES) / 60), "h");
}

export function level(due, now, start) {
  if (now > due) return "sent";
  const soon = start ? (due - start) * SOON_SHARE : 60 * MINUTE;
  return due - now <= soon ? "snart" : "lugnt";
}

export function words(due, now) {
  return now <= due ? `${span(due - now)} kvar` : `${span(now - due)} sen`;
}

function tick(left, now) {
  const due = Date.parse(left.dataset.due);
  const start = left.dataset.start ? Date.parse(left.dataset.start) : 0;
  if (Number.isNaN(due)) return;
  const text = words(due, now);
  if (left.textContent !== text) left.textContent = text;
  const deadline = left.closest(".lus-deadline");
  const next = level(due, now, start);
  if (!deadline || deadline.dataset.level === next) return;
  deadline.dataset.level = next;
  const use = deadline.querySelector("use");
  if (use) use.setAttribute("href", use.getAttribute("href").replace(/#.*/, next === "sent" ? "#sent" : "#snart"));
}

export function tickAll(root = document, now = Date.now() + offset) {
  root.querySelectorAll("[data-due]").forEach((left) => tick(left, now));
}

// The server's clock decides: the page carries the instant it was made, and the difference to this computer's
// clock is kept for as long as the page stands open.
const made = Date.parse(document.querySelector("time[data-made]")?.dateTime ?? "");
const offset = Number.isNaN(made) ? 0 : made - Date.now();

setInterval(() => tickAll(), 30_000);
document.addEventListener("visibilitychange", () => document.hidden || tickAll());
