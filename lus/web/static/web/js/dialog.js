// A link with data-dialog opens its page inside this one. Without script, or when the answer is no dialog, the
// link's own page opens. Focus starts on the heading and goes back to the link.

const slot = document.getElementById("dialog-slot");
let opener = null;

function show(dialog) {
  if (!dialog.open) dialog.showModal();
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector("h1, h2"))?.focus();
}

function openedAs(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close]");
  const dialog = close?.closest("dialog[open]");
  if (dialog) {
    event.preventDefault();
    dialog.close();
    return;
  }
  const link = event.target.closest("a[data-dialog]");
  if (!link || !slot || !window.htmx || !openedAs(event)) return;
  event.preventDefault();
  opener = link;
  window.htmx.ajax("GET", link.href, { target: slot, swap: "innerHTML", source: link });
});

// A refusal comes as a bare alert; it is read in a dialog of its own, over the page it is about.
function around(alert) {
  const dialog = document.createElement("dialog");
  dialog.className = "ds-dialog lus-dialog lus-dialog--small";
  dialog.setAttribute("aria-label", "Åtgärden gick inte att göra");
  dialog.innerHTML = '<div class="lus-dialog__body"></div><div class="lus-dialog__foot lus-actions" data-end>'
    + '<button class="ds-button" type="button" data-close>Stäng</button></div>';
  alert.replaceWith(dialog);
  dialog.firstElementChild.append(alert);
  return dialog;
}

slot?.addEventListener("htmx:afterSwap", () => {
  const alert = slot.querySelector(":scope > [role=alert]");
  const dialog = slot.querySelector("dialog") ?? (alert && around(alert));
  if (dialog) show(dialog);
  else if (slot.childElementCount && opener) location.assign(opener.href);
});

document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.target === slot && opener) location.assign(opener.href);
});

// "close" does not bubble; listen on the way down.
document.addEventListener("close", (event) => {
  if (!slot?.contains(event.target)) return;
  slot.replaceChildren();
  if (opener?.isConnected) opener.focus();
  opener = null;
}, true);
