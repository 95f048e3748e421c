// A list that has fetched itself. A row that changed is changed where it stands and says so; rows that came, went or
// moved wait behind a button, so that nothing moves under the pointer. Without script: the link "Uppdatera".

const QUIET = 30_000; // counts are read aloud at most this often
const news = document.getElementById("list-news");
const spoken = document.getElementById("list-spoken");
let waiting = null; // the part with the new order, until somebody asks for it
let changes = new Set();
let saidAt = 0;
let saying = 0;

const rowsOf = (part) => [...part.querySelectorAll("[data-row]:not(.lus-row-done)")];
const idsOf = (part) => rowsOf(part).map((row) => row.id);
const textOf = (row) => row.cloneNode(true).textContent.replace(/\s+/g, " ");

function changeRow(old, fresh) {
  const changed = old.dataset.version !== fresh.dataset.version;
  if (!changed && textOf(old) === textOf(fresh)) return;
  const focused = old.contains(document.activeElement);
  const open = old.querySelector("details")?.open;
  const row = document.importNode(fresh, true);
  if (open) row.querySelector("details").open = true;
  if (changed) {
    row.querySelector("th .lus-c2")?.insertAdjacentHTML("beforeend", ' <span class="lus-new">Ändrat nu</span>');
    changes.add(row.id);
  }
  old.replaceWith(row);
  window.htmx.process(row);
  if (focused) row.querySelector("[data-verb], a, summary")?.focus();
}

function changeInPlace(part, fresh) {
  for (const row of rowsOf(part)) {
    const other = fresh.querySelector(`#${CSS.escape(row.id)}`);
    if (other && !row.contains(document.querySelector("[aria-busy]"))) changeRow(row, other);
  }
  for (const same of [".lus-cohorts", "tfoot"]) {
    const from = fresh.querySelector(same);
    if (from) part.querySelector(same)?.replaceWith(document.importNode(from, true));
  }
  part.setAttribute("hx-headers", fresh.getAttribute("hx-headers") ?? "");
}

function count(part, fresh) {
  const known = new Set(idsOf(part));
  return idsOf(fresh).filter((id) => !known.has(id)).length;
}

function offer(words) {
  if (!news || news.textContent === words) return;
  news.innerHTML = '<button class="ds-button" type="button" data-variant="secondary"></button>';
  news.firstChild.textContent = words;
}

function speak() {
  if (!spoken || saying) return;
  saying = setTimeout(() => {
    saying = 0;
    saidAt = Date.now();
    const fresh = news?.textContent.replace(" – visa", "") ?? "";
    spoken.textContent = [changes.size ? `${changes.size} ändrade rader` : "", fresh].filter(Boolean).join(", ");
    changes = new Set();
  }, Math.max(0, saidAt + QUIET - Date.now()));
}

function show() {
  const part = document.querySelector("[data-live-part=list]");
  if (!waiting || !part) return;
  part.replaceWith(waiting);
  window.htmx.process(waiting);
  waiting.querySelector("[data-row] a")?.focus();
  waiting = null;
  news.replaceChildren();
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  if (part?.dataset?.livePart !== "list" || event.detail.xhr.status !== 200) return;
  event.detail.shouldSwap = false;
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const fresh = page.getElementById(part.id);
  if (!fresh) return;
  changeInPlace(part, fresh);
  const head = page.getElementById("turn-head");
  if (head) document.getElementById("turn-head")?.replaceWith(document.importNode(head, true));
  const same = idsOf(part).join() === idsOf(fresh).join();
  waiting = same ? null : document.importNode(fresh, true);
  const more = same ? 0 : count(part, fresh);
  if (same) news?.replaceChildren();
  else offer(more ? `${more} ${more === 1 ? "ny" : "nya"} – visa` : "Ändrad lista – visa");
  if (changes.size || more) speak();
});

news?.addEventListener("click", show);
