// The strip at the bottom: everything that the app sent, and how well Slack is.
import { make } from "./strip.js";

const TIME = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", second: "2-digit" });

export class Wire {
  constructor(root, start, json) {
    this.json = json;
    this.summary = make("summary", "");
    this.list = make("ol", "calls");
    this.details = make("details", "sent");
    this.details.append(this.summary, this.list);
    this.select = document.createElement("select");
    for (const trouble of start.troubles) this.select.append(new Option(trouble.words, trouble.kind));
    this.select.addEventListener("change", () => this.trouble());
    const label = make("label", "trouble", "Let Slack be: ");
    label.append(this.select);
    root.append(this.details, label);
    this.root = root;
  }

  async refresh() {
    const wire = await this.json("/page/wire");
    this.select.value = wire.trouble;
    this.root.classList.toggle("ill", wire.trouble !== "NONE");
    const bad = wire.calls.filter((c) => c.error !== "").length;
    const last = wire.calls[0];
    this.summary.replaceChildren(
      make("b", "", "What the app sent"),
      make("span", "", last === undefined ? "nothing yet" : `last: ${words(last)}`),
      make("span", bad > 0 ? "verdict bad" : "verdict", wire.calls.length === 0 ? "" : bad > 0 ? `✖ ${bad} of ${wire.calls.length} refused` : `✓ Slack took all of ${wire.calls.length}`),
    );
    this.list.replaceChildren(...wire.calls.map(call));
  }

  async trouble() {
    await fetch("/page/trouble", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ kind: this.select.value }),
      signal: AbortSignal.timeout(10_000),
    });
    await this.refresh();
  }
}

function words(c) {
  return `${c.error === "" ? "✓" : "✖"} ${c.via} ${c.where}`;
}

function call(c) {
  const item = make("li", c.error === "" ? "" : "bad");
  item.append(
    make("time", "when", TIME.format(new Date(c.at * 1000))),
    make("b", "", words(c)),
    make("span", "size", `${c.size.toLocaleString("en-US")} bytes`),
    make("span", "wrong", [c.error, ...c.reasons].filter((r) => r !== "").join(" · ")),
  );
  return item;
}
