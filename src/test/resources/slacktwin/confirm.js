// Asks before a button that wants to be confirmed; the words are the app's, drawn as text.
import { make } from "./strip.js";

export function confirmed(button, within) {
  if (button.dataset.confirm === undefined) return Promise.resolve(true);
  const words = JSON.parse(button.dataset.confirm);
  const veil = make("div", "veil above");
  const box = make("div", "sheet question");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-modal", "true");
  box.setAttribute("aria-label", words.title.text);
  const no = make("button", "button", words.deny.text);
  const yes = make("button", words.style === "danger" ? "button danger" : "button primary", words.confirm.text);
  no.type = yes.type = "button";
  const foot = make("div", "foot");
  foot.append(no, yes);
  box.append(make("h2", "", words.title.text), make("p", "", words.text.text), foot);
  veil.append(box);
  within.append(veil);
  yes.focus();
  return new Promise((answer) => {
    const done = (said) => {
      veil.remove();
      button.focus();
      answer(said);
    };
    no.addEventListener("click", () => done(false));
    yes.addEventListener("click", () => done(true));
    veil.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") done(false);
      if (event.key === "Tab") {
        event.preventDefault();
        (document.activeElement === yes ? no : yes).focus();
      }
    });
  });
}
