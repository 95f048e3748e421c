// The board fetches itself. A row that changed is changed where it stands and says so; rows that came, went or
// moved wait behind a button, so that nothing moves under the pointer. Without script: the link "Uppdatera".

const ID = "board-part";
const news = document.getElementById("board-news");
let waiting = null; // the part with the new order, until somebody asks for it

const rowsOf = (part) => [...part.querySelectorAll("[data-row]")];
const idsOf = (part) => rowsOf(part).map((row) => row.id);

function changeRow(old, fresh) {
  if (old.innerHTML === fresh.innerHTML) return;
  const focused = old.contains(document.activeElement);
  const changed = old.dataset.version !== fresh.dataset.version;
  const open = old.querySelector("details")?.open;
  const row = document.importNode(fresh, true);
  if (open) row.querySelector("details").open = true;
  if (changed) row.querySelector("th .lus-c2")?.insertAdjacentHTML("beforeend", ' <span class="lus-new">Ändrat nu</span>');
  old.replaceWith(row);
  if (focused) row.querySelector("a, summary")?.focus();
}

function changeInPlace(part, fresh) {
  for (const row of rowsOf(part)) {
    const other = fresh.querySelector(`#${CSS.escape(row.id)}`);
    if (other) changeRow(row, other);
  }
  for (const same of [".lus-cohorts", "tfoot"]) {
    const from = fresh.querySelector(same);
    if (from) part.querySelector(same)?.replaceWith(document.importNode(from, true));
  }
  part.setAttribute("hx-headers", fresh.getAttribute("hx-headers") ?? "");
}

function tell(part, fresh) {
  const known = new Set(idsOf(part));
  const count = idsOf(fresh).filter((id) => !known.has(id)).length;
  const words = count ? `${count} ${count === 1 ? "ny" : "nya"} – visa` : "Ändrad lista – visa";
  if (!news || news.textContent === words) return;
  news.innerHTML = '<button class="ds-button" type="button" data-variant="secondary"></button>';
  news.firstChild.textContent = words;
}

function show() {
  const part = document.getElementById(ID);
  if (!waiting || !part) return;
  part.replaceWith(waiting);
  window.htmx.process(waiting);
  waiting.querySelector("[data-row] a")?.focus();
  waiting = null;
  news.replaceChildren();
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  if (part?.id !== ID || event.detail.xhr.status !== 200) return;
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const fresh = page.getElementById(ID);
  if (!fresh) return;
  event.detail.shouldSwap = false;
  changeInPlace(part, fresh);
  if (idsOf(part).join() === idsOf(fresh).join()) return;
  waiting = document.importNode(fresh, true);
  tell(part, fresh);
});

news?.addEventListener("click", show);
