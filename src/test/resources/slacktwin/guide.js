// Three steps for somebody who is here for the first time; each is one click.
export class Guide {
  constructor(root, start, pane) {
    this.pane = pane;
    this.command = `${start.command} creds admin`;
    this.root = root;
    this.steps = [
      this.step("Ask for credentials", this.command, "Type it for me", () => this.ask()),
      this.step("Follow the link", "The button in the answer", "Open it", () => this.follow()),
      this.step("Paste the weep line", "Into a terminal", "Copy it", () => this.copy()),
    ];
    root.append(...this.steps.map((s) => s.element));
    this.refresh();
  }

  step(title, what, action, act) {
    const element = document.createElement("div");
    element.className = "step";
    element.innerHTML = `<span class="number" aria-hidden="true"></span><div class="words"><b></b><span class="what"></span></div><button type="button"></button>`;
    element.querySelector(".number").textContent = (this.count = (this.count ?? 0) + 1);
    element.querySelector("b").textContent = title;
    element.querySelector(".what").textContent = what;
    const button = element.querySelector("button");
    button.textContent = action;
    button.addEventListener("click", act);
    return { element, button, what: element.querySelector(".what"), said: what };
  }

  refresh() {
    const answer = this.answers().at(-1);
    this.link = answer?.link;
    this.weep = answer?.weep;
    this.enable(1, this.link !== undefined, this.link === undefined ? this.steps[1].said : "The button in the newest answer");
    this.enable(2, this.weep !== undefined, this.weep ?? this.steps[2].said);
    this.done(0, answer !== undefined);
  }

  answers() {
    return (this.pane.view?.messages ?? [])
      .filter((m) => m.app && m.ephemeral)
      .map((m) => {
        const page = document.createElement("template");
        page.innerHTML = m.html;
        const link = page.content.querySelector("a.button, a.link")?.href;
        const weep = [...page.content.querySelectorAll("code, pre")]
          .map((c) => c.textContent.trim())
          .find((text) => text.startsWith("weep "));
        return { link, weep };
      })
      .filter((a) => a.link !== undefined || a.weep !== undefined);
  }

  enable(index, on, what) {
    this.steps[index].button.disabled = !on;
    this.steps[index].what.textContent = what;
    this.steps[index].element.classList.toggle("waiting", !on);
  }

  done(index, on = true) {
    this.steps[index].element.classList.toggle("done", on);
  }

  ask() {
    this.pane.type(this.command);
    this.pane.line.focus();
  }

  follow() {
    window.open(this.link, "_blank", "noopener,noreferrer");
    this.done(1);
  }

  async copy() {
    await navigator.clipboard.writeText(this.weep);
    this.steps[2].button.textContent = "Copied";
    this.done(2);
  }
}
