// Draws messages, threads below the message they answer, and the strip under what the app wrote.
import { make, strip } from "./strip.js";

const CLOCK = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric" });
const DATES = {
  "{date_num}": (d) => `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, "0")}-${String(d.getDate()).padStart(2, "0")}`,
  "{date_short_pretty}": (d) => part(d, { month: "short", day: "numeric", year: "numeric" }),
  "{date_long_pretty}": (d) => part(d, { weekday: "long", month: "long", day: "numeric", year: "numeric" }),
  "{date_pretty}": (d) => part(d, { month: "long", day: "numeric", year: "numeric" }),
  "{date_short}": (d) => part(d, { month: "short", day: "numeric", year: "numeric" }),
  "{date_long}": (d) => part(d, { weekday: "long", month: "long", day: "numeric", year: "numeric" }),
  "{date}": (d) => part(d, { month: "long", day: "numeric", year: "numeric" }),
  "{time_secs}": (d) => part(d, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  "{time}": (d) => CLOCK.format(d),
};

function part(date, options) {
  return new Intl.DateTimeFormat("en-US", options).format(date);
}

/** What a message can do is in `act`: click, reply, shortcut. */
export function drawMessages(view, start, open, act) {
  const roots = view.messages.filter((m) => m.thread === undefined || !view.messages.some((r) => r.ts === m.thread));
  const items = [
    ...roots.map((m) => ({ at: Number(m.ts), draw: () => thread(m, view, start, open, act) })),
    ...view.refused.map((r) => ({ at: r.at, draw: () => [refused(r)] })),
  ].sort((a, b) => a.at - b.at);
  if (items.length === 0) return [empty(start)];
  const drawn = [];
  let day = "";
  for (const item of items) {
    const its = DAY.format(new Date(item.at * 1000));
    if (its !== day) drawn.push(make("div", "day", its));
    day = its;
    drawn.push(...item.draw());
  }
  return drawn;
}

function thread(root, view, start, open, act) {
  const replies = view.messages.filter((m) => m.thread === root.ts && m.ts !== root.ts);
  const row = message(root, start, open, act);
  if (replies.length === 0) return [row];
  const box = make("section", "thread");
  box.setAttribute("aria-label", "Thread");
  box.append(make("p", "note", `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`));
  box.append(...replies.map((m) => message(m, start, open, act)));
  return [row, box];
}

function empty(start) {
  const box = make("div", "empty");
  box.append(make("p", "", "Nothing here yet."), "Type ", make("code", "code", `${start.command} help`), " below to hear what the app can do.");
  return box;
}

function message(m, start, open, act) {
  const row = make("article", m.ephemeral ? "message ephemeral" : "message");
  const body = make("div", "body");
  if (m.ephemeral) body.append(make("p", "only", "◉ Only visible to you"));
  const head = make("p", "head");
  head.append(make("b", "author", m.author));
  if (m.app) head.append(make("span", "tag", "APP"));
  const when = new Date(Number(m.ts) * 1000);
  const time = make("time", "when", CLOCK.format(when));
  time.dateTime = when.toISOString();
  time.title = when.toString();
  head.append(time);
  if (m.edited) head.append(make("span", "note", "(edited)"));
  if (!m.ephemeral) head.append(...deeds(m, start, act));
  const content = make("div", "content");
  content.innerHTML = m.html; // escaped by the twin; the page's policy allows no foreign script
  dress(content);
  content.querySelectorAll("[data-action]").forEach((button) => button.addEventListener("click", () => act.click(m, button)));
  for (const field of content.querySelectorAll(".field")) {
    field.inert = true;
    field.title = "The twin sends what is chosen in modals and on the Home tab only.";
  }
  body.append(head, content);
  if (m.sent) body.append(strip(m.sent, m.ts, open));
  row.append(face(m, start), body);
  return row;
}

function deeds(m, start, act) {
  const reply = make("button", "deed", "Reply");
  reply.addEventListener("click", () => act.reply(m));
  const shortcuts = start.shortcuts.filter((s) => s.onMessages).map((s) => {
    const button = make("button", "deed", s.name);
    button.addEventListener("click", () => act.shortcut(s, m));
    return button;
  });
  const all = [reply, ...shortcuts];
  all.forEach((button) => (button.type = "button"));
  return all;
}

function face(m, start) {
  const letters = m.author.split(" ").map((w) => w[0]).join("").slice(0, 2);
  const drawn = make("span", m.app ? "face app" : "face", letters);
  drawn.setAttribute("aria-hidden", "true");
  const index = start.people.findIndex((p) => p.id === m.authorId);
  if (index >= 0) drawn.dataset.hue = index % 4;
  return drawn;
}

/** Puts the reader's own time into what the twin drew. */
export function dress(content) {
  content.querySelectorAll("time[data-format]").forEach(localise);
}

function localise(time) {
  const date = new Date(time.dateTime);
  let text = time.dataset.format;
  for (const [token, draw] of Object.entries(DATES)) text = text.replaceAll(token, draw(date));
  time.textContent = text;
  time.title = date.toString();
}

function refused(r) {
  const box = make("div", "refused");
  box.append(make("b", "", `✖ Slack refused ${r.via}: ${r.error}`));
  for (const reason of r.reasons) box.append(make("p", "", reason));
  return box;
}
