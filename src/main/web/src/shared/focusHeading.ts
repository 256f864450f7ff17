import { hasNavigated } from "./router";

/** After a click on a link of ours the focus goes to the new page's heading, as it would with a new document. */
export function focusHeading(): void {
  const heading = document.querySelector("h1");
  if (hasNavigated() && heading !== null) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
