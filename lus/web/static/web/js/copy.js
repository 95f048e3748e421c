// Copy buttons stay hidden where the browser offers no clipboard.

function said(button, word) {
  const label = button.getAttribute("aria-label");
  button.setAttribute("aria-label", word);
  const shown = button.querySelector("span");
  const before = shown?.textContent;
  if (shown) shown.textContent = word;
  setTimeout(() => {
    button.setAttribute("aria-label", label);
    if (shown) shown.textContent = before;
  }, 3_000);
}

document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy)?.textContent ?? "";
    await navigator.clipboard.writeText(text.trim());
    said(button, "Kopierat");
  });
});
