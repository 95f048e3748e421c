// The stream of this browser: one for all its tabs when it can be shared (a SharedWorker runs this same file), else
// one for each tab. What is heard is ids and versions; after a break the server tells what was missed.

const SHORTEST = 3_000;
const LONGEST = 60_000;

function follow(address, tell) {
  let last = "";
  let patience = SHORTEST;

  function hear(event, source) {
    if (event.lastEventId) last = event.lastEventId;
    patience = SHORTEST;
    tell({ what: event.type, ...(event.data ? JSON.parse(event.data) : {}) });
    if (event.type === "ended") again(source);
  }

  function again(source) {
    source.close();
    tell({ what: "lost" });
    setTimeout(open, patience * (0.5 + Math.random()));  // a thousand browsers do not come back at once
    patience = Math.min(LONGEST, patience * 2);
  }

  function open() {
    const source = new EventSource(last ? `${address}?after=${last}` : address, { withCredentials: true });
    for (const name of ["hello", "changed", "reset", "ended"]) source.addEventListener(name, (event) => hear(event, source));
    source.onerror = () => again(source);
  }

  open();
}

if ("SharedWorkerGlobalScope" in self) {
  const ports = new Set();
  let state = null;
  const tell = (message) => {
    if (message.what !== "changed") state = message;
    ports.forEach((port) => port.postMessage(message));
  };
  self.onconnect = ({ ports: [port] }) => {
    ports.add(port);
    port.onmessage = () => ports.delete(port); // the only thing a page says is that it goes
    if (state) port.postMessage(state);
    if (ports.size === 1 && !state) follow(self.name.split(" ")[0], tell);
  };
} else {
  self.lusFollow = follow;
}
