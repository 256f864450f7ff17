import { hasNavigated } from "./router";

/** After a click on a link of ours the focus goes to the new page's heading, as it would with a new document. */
export function focusHeading(): void {
  if (hasNavigated()) {
    focusFirstHeading();
  }
}

export function focusFirstHeading(): void {
  const heading = document.querySelector("h1");
  if (heading !== null) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
