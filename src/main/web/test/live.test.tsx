import { act, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { open } from "./open";
import { request } from "./requestFixtures";
import { serve } from "./server";

/** The browser's event stream, in the test's hands. */
class FakeStream {
  static readonly CLOSED = 2;
  static opened: FakeStream[] = [];
  readyState = 1;
  onmessage: (() => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly listeners = new Map<string, (event: MessageEvent) => void>();

  constructor(readonly url: string) {
    FakeStream.opened.push(this);
  }

  static last(): FakeStream {
    const last = FakeStream.opened.at(-1);
    if (last === undefined) {
      throw new Error("no stream was opened");
    }
    return last;
  }

  addEventListener(name: string, listener: (event: MessageEvent) => void): void {
    this.listeners.set(name, listener);
  }

  tell(name: string, id: string): void {
    this.listeners.get(name)?.(new MessageEvent(name, { data: JSON.stringify({ id }) }));
  }

  close(): void {
    this.readyState = FakeStream.CLOSED;
  }
}

beforeEach(() => {
  FakeStream.opened = [];
  vi.stubGlobal("EventSource", FakeStream);
});

function seen(state: "visible" | "hidden") {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

it("shows a decision that was taken elsewhere without a reload", async () => {
  let state: "pending" | "rejected" = "pending";
  serve({
    "GET /api/v3/requests/r-1": () => [
      200,
      request("r-1", { state, endedBy: "ann@example.com", endReason: "Not today." }),
    ],
  });
  open("/requests/r-1");
  await screen.findByRole("status", { name: "State" });
  expect(FakeStream.last().url).toBe("/api/v3/events");
  state = "rejected";
  act(() => FakeStream.last().tell("request", "r-1"));
  expect(await screen.findByText("Denied by ann@example.com")).toBeVisible();
});

it("listens while the tab is in sight, and catches up when it is looked at again", async () => {
  const calls = serve({ "GET /api/v3/requests": [200, { requests: [], next: null }] });
  open("/requests");
  await screen.findByText("Nobody has asked for anything yet.");
  const lists = () => calls.filter((each) => each.route === "GET /api/v3/requests").length;
  const before = lists();
  act(() => seen("hidden"));
  expect(FakeStream.opened.filter((each) => each.readyState !== FakeStream.CLOSED)).toHaveLength(0);
  act(() => seen("visible"));
  expect(FakeStream.opened.filter((each) => each.readyState !== FakeStream.CLOSED)).toHaveLength(1);
  await waitFor(() => expect(lists()).toBeGreaterThan(before));
  vi.restoreAllMocks();
});
