// The QR carries the code after #, which browsers send to no server. It goes into the field, and out of the address.

const field = document.querySelector("[data-code]");
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[0-9A-Za-z-]{10,12}$/.test(code)) {
  field.value = code;
  history.replaceState(null, "", location.pathname);
}
