// Completes the command and its words, as Slack's own list above the line does.
export class Completion {
  constructor(start, input, list) {
    this.choices = start.subCommands.map((s) => ({
      text: `${start.command} ${s.word}`,
      usage: s.usage,
      hint: s.hint,
    }));
    this.input = input;
    this.list = list;
    this.at = 0;
    input.addEventListener("input", () => this.offer());
    input.addEventListener("blur", () => this.close());
    input.setAttribute("aria-autocomplete", "list");
  }

  offer() {
    const typed = this.input.value.toLowerCase();
    this.found = typed.startsWith("/")
      ? this.choices.filter((c) => c.text.startsWith(typed) && c.text !== typed)
      : [];
    this.at = 0;
    this.draw();
  }

  draw() {
    this.list.hidden = this.found.length === 0;
    this.list.replaceChildren(...this.found.map((choice, index) => this.item(choice, index)));
  }

  item(choice, index) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", String(index === this.at));
    const command = document.createElement("b");
    command.textContent = choice.text;
    const usage = document.createElement("span");
    usage.className = "usage";
    usage.textContent = choice.usage;
    const hint = document.createElement("span");
    hint.className = "what";
    hint.textContent = choice.hint;
    item.append(command, usage, hint);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.take(choice);
    });
    return item;
  }

  /** Answers true if the key was meant for the list. */
  key(event) {
    if (this.list.hidden) return false;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      this.at = (this.at + steps[event.key] + this.found.length) % this.found.length;
      this.draw();
    } else if (event.key === "Tab" || (event.key === "Enter" && !this.whole())) {
      this.take(this.found[this.at]);
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  whole() {
    return this.choices.some((c) => c.text === this.input.value.trim().toLowerCase());
  }

  take(choice) {
    this.input.value = choice.usage === "" ? choice.text : `${choice.text} `;
    this.close();
    this.input.focus();
  }

  close() {
    this.list.hidden = true;
  }
}
