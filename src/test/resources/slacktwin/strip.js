// The strip below what the app wrote: what Slack was sent, and whether it fits Slack's limits.
export function make(name, cssClass, text = "") {
  const element = document.createElement(name);
  element.className = cssClass;
  element.textContent = text;
  return element;
}

export function strip(sent, key, open) {
  const details = make("details", sent.fits ? "strip" : "strip bad");
  details.dataset.ts = key;
  details.open = open.has(key);
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
