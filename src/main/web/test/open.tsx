import { render } from "@testing-library/react";
import { StrictMode } from "react";
import { App } from "../src/app/App";

/** Opens the console at an address, as a browser does. */
export function open(address: string): void {
  window.history.replaceState(null, "", address);
  render(<App />);
}

/** Likewise, and everything begins twice, as in development: what must be asked once is asked once even so. */
export function openStrictly(address: string): void {
  window.history.replaceState(null, "", address);
  render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
