// Starts the page: two people side by side, kept up to date by one long poll.
import { Pane } from "./pane.js";
import { Guide } from "./guide.js";

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

async function follow(panes, guide) {
  let revision = -1;
  for (;;) {
    try {
      revision = (await json(`/page/changes?since=${revision}`)).revision;
      await Promise.all(panes.map((pane) => pane.refresh()));
      guide.refresh();
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
const guide = new Guide(document.getElementById("guide"), start, panes[0]);
await follow(panes, guide);
