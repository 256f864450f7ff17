// The app's Home tab, as it is published for one person.
import { make, strip } from "./strip.js";
import { confirmed } from "./confirm.js";
import { keep, restore, values, wake } from "./fields.js";

export class Home {
  constructor(pane, root) {
    this.pane = pane;
    this.root = root;
  }

  show(view) {
    const shape = view === undefined ? "none" : `${view.id} ${view.hash}`;
    if (shape === this.shape) return;
    this.shape = shape;
    this.view = view;
    if (view === undefined) {
      this.root.replaceChildren(make("p", "empty", "The app has published nothing here yet."));
      return;
    }
    const kept = keep(this.root);
    const content = make("div", "content");
    content.innerHTML = view.html; // escaped by the twin; the page's policy allows no foreign script
    this.pane.dress(content);
    restore(content, kept);
    wake(content, (field, query) => this.suggest(field, query), (field) => this.send("/page/choose", { field }));
    content.querySelectorAll("[data-action]").forEach((button) =>
      button.addEventListener("click", async () => {
        if (await confirmed(button, this.pane.element)) this.send("/page/press", { action: button.dataset.action, value: button.dataset.value ?? "" });
      }),
    );
    this.root.replaceChildren(content, strip(view.sent, view.id, new Set()));
  }

  send(path, more) {
    return this.pane.post(path, { user: this.pane.user, view: this.view.id, values: values(this.root), ...more });
  }

  async suggest(field, query) {
    const answer = await this.send("/page/suggest", { field, query });
    return answer?.options ?? [];
  }
}
