import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { ownStyle } from "./computedStyle";

configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message ?? "not found") });

Element.prototype.scrollIntoView = () => undefined; // jsdom draws nothing, and so scrolls nothing
window.getComputedStyle = ownStyle;

beforeEach(() => {
  window.localStorage.clear();
  window.history.replaceState(null, "", "/");
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: query.includes("min-width"),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
