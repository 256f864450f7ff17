// Three steps for somebody who is here for the first time; each is one click.
import { make } from "./strip.js";

export class Guide {
  constructor(root, start, panes) {
    [this.engineer, this.approver] = panes;
    this.creds = `${start.command} creds admin`;
    this.request = `${start.command} request role lake-writer in data-platform for 2h because INC-4711`;
    this.steps = [
      this.step("Ask for credentials", this.creds, "Type it for me", () => this.ask(this.creds, 0)),
      this.step("Ask for a role", this.request, "Type it for me", () => this.ask(this.request, 1)),
      this.step("Approve in the channel", "The card comes to the approver", "Approve", () => this.approve()),
    ];
    root.append(...this.steps.map((s) => s.element));
    this.refresh();
  }

  step(title, what, action, act) {
    const element = make("div", "step");
    const number = make("span", "number", String((this.count = (this.count ?? 0) + 1)));
    number.setAttribute("aria-hidden", "true");
    const words = make("div", "words");
    const said = make("span", "what", what);
    said.title = what;
    words.append(make("b", "", title), said);
    const button = make("button", "", action);
    button.type = "button";
    button.addEventListener("click", act);
    element.append(number, words, button);
    return { element, button, said, what };
  }

  async refresh() {
    const answers = this.answers(this.engineer);
    const answered = answers.some((answer) => answer.querySelector("code, pre") !== null);
    const invitation = answered ? null : answers.at(-1)?.querySelector("a.button");
    this.steps[0].said.textContent = invitation ? `Press "${invitation.textContent}" in the answer, then type it again` : this.steps[0].what;
    this.done(0, answered);
    const open = this.approver.modal.view;
    this.card = await this.newestCard();
    const third = this.steps[2];
    third.said.textContent = this.words(open);
    third.button.disabled = open === undefined && this.card === undefined;
    third.button.textContent = open?.submit || this.card?.button.textContent || "Approve";
    third.element.classList.toggle("waiting", third.button.disabled);
    this.done(1, this.card !== undefined || this.approved === true);
  }

  words(open) {
    if (open !== undefined) return `"${open.title}" is open: press ${open.submit}`;
    if (this.card !== undefined) return `The card is in ${this.card.label}`;
    return this.approved === true ? "Done. The card says what became of it" : this.steps[2].what;
  }

  /** What the app said to this one alone. One with a line to copy is an answer; one with a link alone wants something first. */
  answers(pane) {
    return (pane.view?.messages ?? []).filter((m) => m.app && m.ephemeral).map((m) => parsed(m.html));
  }

  /** The newest card of the app, in any of the approver's channels, that has an Approve button. */
  async newestCard() {
    const channels = (this.approver.view?.channels ?? []).filter((c) => c.last !== "");
    const found = [];
    for (const channel of channels) {
      const view = await this.approver.json(`/page/view?user=${this.approver.user}&channel=${channel.id}`);
      for (const message of view.messages.filter((m) => m.app)) {
        const button = [...parsed(message.html).querySelectorAll("button[data-action]")].find((b) => b.textContent.startsWith("Approve"));
        if (button !== undefined) found.push({ channel: channel.id, label: channel.label, message, button });
      }
    }
    return found.sort((a, b) => Number(a.message.ts) - Number(b.message.ts)).at(-1);
  }

  done(index, on = true) {
    this.steps[index].element.classList.toggle("done", on);
  }

  async ask(line) {
    await this.engineer.type(line);
    if (this.engineer.modal.view === undefined) this.engineer.line.focus();
  }

  async approve() {
    const pane = this.approver;
    if (pane.modal.view !== undefined) {
      await pane.modal.submit();
      this.approved = pane.modal.view === undefined;
      this.done(2, this.approved);
      await this.refresh();
      return;
    }
    pane.go(this.card.channel);
    await pane.refresh();
    await pane.click(this.card.message, this.card.button);
  }
}

function parsed(html) {
  const page = document.createElement("template");
  page.innerHTML = html;
  return page.content;
}
