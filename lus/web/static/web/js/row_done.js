// After a verb that was done at once (Kvittera) the row stays where it is, marked as done, and focus goes on to the
// next row's verb. Without script the page is fetched again instead.

document.addEventListener("htmx:afterSwap", (event) => {
  const mark = document.querySelector("[data-just-done]");
  const row = mark?.closest("[data-row]");
  if (!row || event.detail.requestConfig?.verb !== "post") return;
  mark.removeAttribute("data-just-done");
  row.classList.remove("lus-row-late");
  row.classList.add("lus-row-done");
  const rows = [...document.querySelectorAll("[data-row]")];
  const next = rows.slice(rows.indexOf(row) + 1).find((other) => other.querySelector("[data-verb]"));
  (next?.querySelector("[data-verb]") ?? row.querySelector("a"))?.focus();
});
