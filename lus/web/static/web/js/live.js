// Direktuppdatering: hears that a case has changed and lets the parts of this page fetch themselves (live_list.js and
// live_case.js put them in). Without a stream the parts ask every half minute, and a line says so.

const WITH_STREAM = 60_000; // a net below the stream, answered 304 when nothing is new
const WITHOUT = 30_000;
const UNTIL_SAID = 5_000; // a short break is mended before anybody needs to know
const TOGETHER = 150; // one act is often several changes

const { live: key, livePort } = document.body.dataset;
const line = document.getElementById("live-lost");
const parts = () => [...document.querySelectorAll("[data-live-part]")];
const forms = () => [...document.querySelectorAll("[data-live-news]")];
let connected = false;
let asked = 0;
let saying = 0;

function fetchPart(part) {
  clearTimeout(part.waiting);
  part.waiting = setTimeout(() => window.htmx.trigger(part, "live"), TOGETHER * (1 + Math.random()));
}

function fetchAll() {
  asked = Date.now();
  parts().forEach(fetchPart);
}

// An open form is never replaced: a line above it says what has changed.
function tellForm(form, version) {
  const shown = form.querySelector("[name=seen_version]")?.value ?? form.dataset.version;
  const address = `${form.dataset.liveNews}news/?since=${shown}`;
  if (!shown || Number(shown) >= (version ?? Infinity)) return;
  let place = form.querySelector(":scope > [data-news]");
  if (!place) {
    place = document.createElement("div");
    place.dataset.news = "";
    place.setAttribute("role", "status");
    form.prepend(place);
  }
  window.htmx.ajax("GET", address, { target: place, swap: "innerHTML", headers: { "X-Background": "1" } });
}

function changed({ case: id, version }) {
  parts().filter((part) => !part.dataset.case || part.dataset.case === id).forEach(fetchPart);
  forms().filter((form) => form.dataset.liveNews.includes(id)).forEach((form) => tellForm(form, version));
}

function stand(isConnected) {
  connected = isConnected;
  clearTimeout(saying);
  if (connected && line) line.hidden = true;
  else saying = setTimeout(() => line && (line.hidden = false), UNTIL_SAID);
}

function hear(message) {
  if (message.what === "changed") return changed(message);
  const again = message.what !== "lost";
  stand(again);
  if (again) fetchAll();
  if (message.what === "reset") forms().forEach((form) => tellForm(form));
}

function start() {
  const address = livePort ? `${location.protocol}//${location.hostname}:${livePort}/live/` : `${location.origin}/live/`;
  const file = document.querySelector("[data-live-stream]").src;
  if (!window.SharedWorker) return window.lusFollow(address, hear);
  const worker = new SharedWorker(file, { name: `${address} ${key}` });
  worker.port.onmessage = ({ data }) => hear(data);
  window.addEventListener("pagehide", () => worker.port.postMessage("bye"));
}

if (key && (parts().length || document.querySelector(".lus-case, [data-live-news]"))) {
  stand(false);
  start();
  setInterval(() => Date.now() - asked >= (connected ? WITH_STREAM : WITHOUT) - 500 && fetchAll(), 5_000);
  document.addEventListener("visibilitychange", () => document.hidden || connected || fetchAll());
}
