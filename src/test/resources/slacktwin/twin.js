// Starts the page: two people side by side, kept up to date by one long poll.
import { Pane } from "./pane.js";
import { Guide } from "./guide.js";
import { Wire } from "./wire.js";

const live = document.getElementById("live");

async function json(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function say(text) {
  live.textContent = text;
  live.classList.toggle("off", text !== "");
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function follow(panes, guide, wire) {
  let revision = -1;
  for (;;) {
    try {
      revision = (await json(`/page/changes?since=${revision}`)).revision;
      await Promise.all([...panes.map((pane) => pane.refresh()), wire.refresh()]);
      await guide.refresh();
      say("");
    } catch {
      say("The twin does not answer. What you see may be old.");
      await pause(2000);
    }
  }
}

const start = await json("/page/start");
document.title = `${start.team} · Slack twin`;
const panes = start.people.slice(0, 2).map((person) => new Pane(start, person.id, json));
document.getElementById("panes").append(...panes.map((pane) => pane.element));
const guide = new Guide(document.getElementById("guide"), start, panes);
const wire = new Wire(document.getElementById("wire"), start, json);
const linked = location.pathname.match(/^\/archives\/([A-Z0-9]+)/)?.[1];
if (linked !== undefined) panes.forEach((pane) => pane.go(linked));
await follow(panes, guide, wire);
