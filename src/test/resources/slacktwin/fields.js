// What a modal or a Home tab holds: reads the fields, and puts what was typed into a new drawing of them.
import { Typeahead } from "./typeahead.js";

export function values(root) {
  return Object.fromEntries([...root.querySelectorAll(".field")].map((field) => [field.dataset.field, value(field)]));
}

function value(field) {
  if (field.dataset.type === "external_select") return field.dataset.value ?? "";
  const checked = [...field.querySelectorAll("input:checked")].map((input) => input.value);
  if (field.dataset.type === "checkboxes") return checked;
  if (field.dataset.type === "radio_buttons") return checked[0] ?? "";
  return field.value;
}

/** Fields keep what they hold when the app redraws them under the same ids. */
export function keep(root) {
  return new Map([...root.querySelectorAll(".field")].map((f) => [f.dataset.field, { type: f.dataset.type, value: value(f), shown: f.querySelector(".seek")?.value }]));
}

export function restore(root, kept) {
  for (const field of root.querySelectorAll(".field")) {
    const before = kept.get(field.dataset.field);
    if (before === undefined || before.type !== field.dataset.type) continue;
    if (before.type === "external_select") {
      field.dataset.value = before.value;
      field.querySelector(".seek").value = before.shown;
    } else if (before.type === "checkboxes" || before.type === "radio_buttons") {
      const wanted = [before.value].flat();
      field.querySelectorAll("input").forEach((input) => (input.checked = wanted.includes(input.value)));
    } else if (before.type !== "static_select" || [...field.options].some((o) => o.value === before.value)) {
      field.value = before.value;
    }
  }
}

/** Wakes typeaheads, and tells of each change in a field whose changes the app wants to hear. */
export function wake(root, suggest, chosen) {
  for (const field of root.querySelectorAll(".typeahead")) {
    new Typeahead(field, (query) => suggest(field.dataset.field, query));
  }
  for (const field of root.querySelectorAll("[data-dispatch]")) {
    field.addEventListener("change", () => chosen(field.dataset.field));
  }
}
