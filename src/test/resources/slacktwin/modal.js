// The modal that stands before a person: drawn by the twin, filled in here.
import { make, strip } from "./strip.js";
import { confirmed } from "./confirm.js";
import { keep, restore, values, wake } from "./fields.js";

export class Modal {
  constructor(pane) {
    this.pane = pane;
    this.root = make("div", "veil");
    this.root.hidden = true;
    this.root.addEventListener("keydown", (event) => this.key(event));
    pane.element.append(this.root);
  }

  show(view) {
    if (view === undefined) return this.hide();
    if (view.id !== this.view?.id || view.hash !== this.view?.hash) this.draw(view);
    this.view = view;
    this.errors(view.errors);
  }

  hide() {
    if (this.root.hidden) return;
    this.root.hidden = true;
    this.root.replaceChildren();
    this.view = undefined;
    this.pane.cover(false);
    this.pane.line.focus();
  }

  draw(view) {
    const same = this.view?.id === view.id;
    const kept = same ? keep(this.root) : new Map();
    const held = same ? document.activeElement?.closest?.("[data-field]")?.dataset.field : undefined;
    const form = make("form", "sheet");
    form.noValidate = true;
    form.setAttribute("role", "dialog");
    form.setAttribute("aria-modal", "true");
    form.setAttribute("aria-label", view.title);
    form.append(this.head(view), this.body(view), this.foot(view));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.form = form;
    restore(form, kept);
    wake(form, (field, query) => this.suggest(field, query), (field) => this.send("/page/choose", { field }));
    this.root.replaceChildren(form);
    this.root.hidden = false;
    this.pane.cover(true);
    const focus = held === undefined ? undefined : form.querySelector(`[data-field="${CSS.escape(held)}"]`);
    (focus ?? form.querySelector(".content input, .content select, .content textarea, .foot .primary") ?? form.querySelector(".close")).focus();
  }

  head(view) {
    const head = make("div", "title-bar");
    head.append(make("h2", "", view.title));
    if (view.depth > 1) head.append(make("span", "note", `${view.depth} of 3 on the stack`));
    const close = make("button", "close", "✕");
    close.type = "button";
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => this.send("/page/close"));
    head.append(close);
    return head;
  }

  body(view) {
    const body = make("div", "modal-body");
    const general = make("p", "wrong general");
    general.setAttribute("role", "alert");
    const content = make("div", "content");
    content.innerHTML = view.html; // escaped by the twin; the page's policy allows no foreign script
    this.pane.dress(content);
    content.querySelectorAll("[data-action]").forEach((button) =>
      button.addEventListener("click", async () => {
        if (await confirmed(button, this.pane.element)) this.send("/page/press", { action: button.dataset.action, value: button.dataset.value ?? "" });
      }),
    );
    body.append(general, content, strip(view.sent, view.id, this.open ?? new Set()));
    return body;
  }

  foot(view) {
    const foot = make("div", "foot");
    const close = make("button", "button", view.close);
    close.type = "button";
    close.addEventListener("click", () => this.send("/page/close"));
    foot.append(close);
    if (view.submit !== "") {
      const submit = make("button", "button primary", view.submit);
      submit.type = "submit";
      foot.append(submit);
    }
    return foot;
  }

  errors(errors) {
    this.form.querySelector(".general").textContent = errors[""] ?? "";
    for (const block of this.form.querySelectorAll("[data-block]")) {
      const said = errors[block.dataset.block] ?? "";
      block.querySelector(".wrong").textContent = said;
      block.classList.toggle("bad", said !== "");
    }
  }

  async submit() {
    const button = this.form.querySelector("[type=submit]");
    if (button === null || button.disabled) return;
    const words = button.textContent;
    button.disabled = true;
    button.textContent = "Sending…";
    await this.send("/page/submit");
    button.disabled = false;
    button.textContent = words;
    this.form?.querySelector(".bad input, .bad textarea, .bad select")?.focus();
  }

  async send(path, more = {}) {
    await this.pane.post(path, { user: this.pane.user, view: this.view.id, values: values(this.form), ...more });
    await this.pane.refresh();
  }

  async suggest(field, query) {
    const answer = await this.pane.post("/page/suggest", { user: this.pane.user, view: this.view.id, values: values(this.form), field, query });
    return answer?.options ?? [];
  }

  key(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.send("/page/close");
    }
    if (event.key !== "Tab") return;
    const stops = [...this.form.querySelectorAll("button, input, select, textarea, summary, a[href]")].filter((e) => !e.disabled && e.offsetParent !== null);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }
}
