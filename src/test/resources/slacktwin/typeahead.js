// A field whose choices come from the app while somebody types.
import { make } from "./strip.js";

let ids = 0;

export class Typeahead {
  constructor(field, ask) {
    this.field = field;
    this.ask = ask;
    this.input = field.querySelector("input");
    this.min = Number(field.dataset.min);
    this.chosen = this.input.value;
    this.list = make("ul", "choices-list");
    this.list.id = `offers-${++ids}`;
    this.list.setAttribute("role", "listbox");
    this.list.hidden = true;
    this.input.setAttribute("aria-controls", this.list.id);
    field.append(this.list);
    this.options = [];
    this.at = -1;
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("focus", () => this.typed());
    this.input.addEventListener("blur", () => this.leave());
    this.input.addEventListener("keydown", (event) => this.key(event));
  }

  typed() {
    clearTimeout(this.timer);
    const query = this.input.value === this.chosen ? "" : this.input.value;
    const missing = this.min - [...query].length;
    if (missing > 0) {
      this.say(query === "" ? "" : `Type ${missing} more character${missing === 1 ? "" : "s"}`);
      return;
    }
    this.timer = setTimeout(() => this.offer(query), 150);
  }

  async offer(query) {
    const turn = (this.turn = (this.turn ?? 0) + 1);
    this.say("Loading…");
    const options = await this.ask(query);
    if (turn !== this.turn || document.activeElement !== this.input) return;
    this.options = options;
    this.at = options.length > 0 ? 0 : -1;
    if (options.length === 0) this.say("No result");
    else this.draw();
  }

  say(text) {
    this.options = [];
    this.list.replaceChildren(make("li", "note", text));
    this.show(text !== "");
  }

  draw() {
    const items = [];
    let group = "";
    this.options.forEach((option, index) => {
      if (option.group !== group) {
        group = option.group;
        items.push(make("li", "group", group));
      }
      items.push(this.item(option, index));
    });
    this.list.replaceChildren(...items);
    this.show(true);
    this.list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  item(option, index) {
    const item = make("li", "offer");
    item.id = `${this.list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(index === this.at));
    item.append(make("span", "", option.text));
    if (option.what !== "") item.append(make("span", "what", option.what));
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(option);
    });
    return item;
  }

  show(on) {
    this.list.hidden = !on;
    this.input.setAttribute("aria-expanded", String(on && this.options.length > 0));
    if (on && this.at >= 0 && this.options.length > 0) this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (this.list.hidden || this.options.length === 0) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    if (event.key in steps) {
      this.at = (this.at + steps[event.key] + this.options.length) % this.options.length;
      this.draw();
    } else if (event.key === "Enter") this.choose(this.options[this.at]);
    else if (event.key === "Escape") this.show(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  choose(option) {
    this.take(option.text, option.value);
    this.show(false);
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  take(text, value) {
    this.input.value = this.chosen = text;
    this.field.dataset.value = value;
  }

  /** What was typed and not chosen is nothing. */
  leave() {
    clearTimeout(this.timer);
    this.show(false);
    if (this.input.value === "") this.take("", "");
    this.input.value = this.chosen;
  }
}
