import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { FakeStream } from "./fakeStream";
import { open } from "./open";
import { DECIDES, grant, request } from "./requestFixtures";
import { roleList, serve } from "./server";

beforeEach(() => FakeStream.install());

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

it("shows that a grant was taken away elsewhere", async () => {
  let given = grant("g-1");
  serve({
    "GET /api/v3/requests/r-1": () => [200, request("r-1", { state: "applied", grant: given })],
    "GET /api/v3/roles": roleList(),
  });
  open("/requests/r-1");
  await screen.findByText(/You have the role until/);
  const at = new Date().toISOString();
  given = { ...given, live: false, ended: { how: "revoked", by: "ann@example.com", at } };
  act(() => FakeStream.last().tell("grant", "g-1"));
  expect(await screen.findByText("Applied, and revoked")).toBeVisible();
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

const DECIDABLE = request("r-1", { rights: DECIDES });
const SECOND = request("r-2", { rights: DECIDES, hash: "hash-2" });

/** An inbox of two, both picked; the first changes when told to. */
async function bothPicked() {
  let first = DECIDABLE;
  const calls = serve({
    "GET /api/v3/inbox": () => [200, { requests: [first, SECOND], count: 2, more: false, unreadable: 0 }],
    "POST /api/v3/requests/r-1/decision": [409, { detail: "The request changed since you looked at it." }],
    "POST /api/v3/requests/r-2/decision": [200, request("r-2", { state: "approved" })],
  });
  open("/inbox");
  for (const box of await screen.findAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  const change = () => {
    first = { ...DECIDABLE, hash: "hash-9", justification: "INC-9999" };
    act(() => FakeStream.last().tell("request", "r-1"));
  };
  return { calls, change };
}

it("decides several by what was shown when it asked, whatever comes in meanwhile", async () => {
  const { calls, change } = await bothPicked();
  await userEvent.click(screen.getByRole("button", { name: "Approve picked" }));
  const dialog = await screen.findByRole("dialog", { name: "Approve these 2?" });
  change();
  await screen.findByText(/INC-9999/);
  await userEvent.click(within(dialog).getByRole("button", { name: "Approve all" }));
  expect(await screen.findByText(/changed since you looked/)).toBeVisible();
  const decided = calls.filter((each) => each.route.endsWith("/decision"));
  expect(decided.map((each) => each.body)).toMatchObject([{ hash: "hash-1" }, { hash: "hash-2" }]);
});

it("does not count as picked what changed since", async () => {
  const { change } = await bothPicked();
  expect(screen.getByText("2 picked")).toBeVisible();
  change();
  expect(await screen.findByText("1 picked")).toBeVisible();
});
