// The case page has fetched itself: each of its blocks that says something new is changed where it stands, but not
// one that somebody works in or points at; that one waits until it is left.

const busy = (block) => block.contains(document.activeElement) || block.matches(":hover");
const words = (block) => block.cloneNode(true).textContent.replace(/\s+/g, " ");

function change(old, fresh) {
  const opened = [...old.querySelectorAll("details")].map((details) => details.open);
  const block = document.importNode(fresh, true);
  block.querySelectorAll("details").forEach((details, index) => { details.open = opened[index] ?? details.open; });
  old.replaceWith(block);
  window.htmx.process(block);
}

function put(old, fresh) {
  if (!old.isConnected || words(old) === words(fresh)) return;
  if (!busy(old)) return change(old, fresh);
  old.addEventListener("pointerleave", () => setTimeout(() => put(old, fresh), 300), { once: true });
  old.addEventListener("focusout", () => setTimeout(() => put(old, fresh), 300), { once: true });
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  if (part?.dataset?.livePart !== "case" || event.detail.xhr.status !== 200) return;
  event.detail.shouldSwap = false;
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const fresh = page.getElementById(part.id);
  if (!fresh) return location.reload();
  fresh.querySelectorAll("[data-block]").forEach((block) => {
    const old = part.querySelector(`[data-block=${block.dataset.block}]`);
    if (old) put(old, block);
  });
  part.setAttribute("hx-headers", fresh.getAttribute("hx-headers") ?? "");
});
