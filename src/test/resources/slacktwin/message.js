// Draws messages and, below what the app wrote, the strip that says what Slack was sent.
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

function make(name, cssClass, text = "") {
  const element = document.createElement(name);
  element.className = cssClass;
  element.textContent = text;
  return element;
}

export function drawMessages(view, start, open, click) {
  const items = [
    ...view.messages.map((m) => ({ at: Number(m.ts), draw: () => message(m, start, open, click) })),
    ...view.refused.map((r) => ({ at: r.at, draw: () => refused(r) })),
  ].sort((a, b) => a.at - b.at);
  if (items.length === 0) return [empty(start)];
  const drawn = [];
  let day = "";
  for (const item of items) {
    const its = DAY.format(new Date(item.at * 1000));
    if (its !== day) drawn.push(make("div", "day", its));
    day = its;
    drawn.push(item.draw());
  }
  return drawn;
}

function empty(start) {
  const box = make("div", "empty");
  box.append(make("p", "", "Nothing here yet."), "Type ", make("code", "code", `${start.command} help`), " below to hear what the app can do.");
  return box;
}

function message(m, start, open, click) {
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
  if (m.thread) head.append(make("span", "note", "in a thread"));
  if (m.edited) head.append(make("span", "note", "(edited)"));
  const content = make("div", "content");
  content.innerHTML = m.html; // escaped by the twin; the page's policy allows no foreign script
  content.querySelectorAll("time[data-format]").forEach(localise);
  content.querySelectorAll("[data-action]").forEach((button) =>
    button.addEventListener("click", () => click(m, button.dataset.action, button.dataset.value ?? "")),
  );
  body.append(head, content);
  if (m.sent) body.append(strip(m, open));
  row.append(face(m, start), body);
  return row;
}

function face(m, start) {
  const letters = m.author.split(" ").map((w) => w[0]).join("").slice(0, 2);
  const drawn = make("span", m.app ? "face app" : "face", letters);
  drawn.setAttribute("aria-hidden", "true");
  const index = start.people.findIndex((p) => p.id === m.authorId);
  if (index >= 0) drawn.dataset.hue = index % 4;
  return drawn;
}

function localise(time) {
  const date = new Date(time.dateTime);
  let text = time.dataset.format;
  for (const [token, draw] of Object.entries(DATES)) text = text.replaceAll(token, draw(date));
  time.textContent = text;
  time.title = date.toString();
}

function strip(m, open) {
  const sent = m.sent;
  const details = make("details", sent.fits ? "strip" : "strip bad");
  details.dataset.ts = m.ts;
  details.open = open.has(m.ts);
  const summary = make("summary", "");
  const verdict = sent.noFallback ? "⚠ no text for notifications" : sent.fits ? "✓ fits" : "✖ beyond Slack's limits";
  summary.append(make("b", "verdict", verdict), make("span", "via", `by ${sent.via}`));
  for (const limit of sent.measures) {
    if (limit.used > 0) summary.append(make("span", "measure", `${limit.label} ${count(limit.used)}/${count(limit.limit)}`));
  }
  details.append(summary, make("pre", "payload", JSON.stringify(sent.payload, null, 2)));
  return details;
}

function count(n) {
  return n.toLocaleString("en-US");
}

function refused(r) {
  const box = make("div", "refused");
  box.append(make("b", "", `✖ Slack refused ${r.via}: ${r.error}`));
  for (const reason of r.reasons) box.append(make("p", "", reason));
  return box;
}
