import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RequestDetail } from "../src/shared/requests/contract";
import { FakeStream } from "./fakeStream";
import { open } from "./open";
import { DECIDES, request } from "./requestFixtures";
import { type Answer, serve } from "./server";

const DECIDED = { detail: "ann@example.com denied it already." };
const DENIED = {
  state: "rejected",
  endedBy: "ann@example.com",
  lastUpdated: "2030-01-01T00:05:00Z",
} as const;

/** An inbox in the test's hands: each of them is another request once it is decided, by whoever. */
function inbox(after: Record<string, Partial<RequestDetail>>, decisions: Record<string, Answer> = {}) {
  const ids = Object.keys(after);
  const left = new Set(ids);
  const now = (id: string) =>
    request(id, { rights: DECIDES, hash: `hash-${id}`, ...(left.has(id) ? {} : after[id]) });
  const decide = (id: string) => {
    left.delete(id);
    return decisions[id] ?? ([200, now(id)] satisfies Answer);
  };
  const calls = serve({
    "GET /api/v3/inbox": () => [
      200,
      { requests: [...left].map(now), count: left.size, more: false, unreadable: 0 },
    ],
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [`GET /api/v3/requests/${id}`, () => [200, now(id)] satisfies Answer],
        [`POST /api/v3/requests/${id}/decision`, () => decide(id)],
      ]),
    ),
  });
  open("/inbox");
  return { calls, gone: (id: string) => left.delete(id) };
}

async function approve() {
  await userEvent.click(await screen.findByRole("button", { name: /^Approve billing-prod/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Approve/ });
  await userEvent.click(within(dialog).getByRole("button", { name: "Approve" }));
}

it("keeps why a decision was not taken until it was read, although the request waits no more", async () => {
  inbox({ "r-1": DENIED }, { "r-1": [409, DECIDED] });
  await approve();
  await userEvent.click(await screen.findByRole("button", { name: "Look again" }));
  expect(await screen.findByText("Your decision was not taken.")).toBeVisible();
  expect(
    await screen.findByText("by ann@example.com", { exact: false, selector: "[role=status]" }),
  ).toBeVisible();
  expect(screen.getByText(DECIDED.detail)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Take billing-prod · admin off the list" }));
  expect(await screen.findByText("Nothing waits for you.")).toBeVisible();
});

it("says which of several decisions were not taken, although none of them waits any more", async () => {
  inbox({ "r-1": { state: "approved" }, "r-2": DENIED }, { "r-2": [409, DECIDED] });
  for (const box of await screen.findAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  await userEvent.click(screen.getByRole("button", { name: "Approve picked" }));
  await userEvent.click(await screen.findByRole("button", { name: "Approve all" }));
  await userEvent.click(await screen.findByRole("button", { name: "Look again" }));
  expect(await screen.findByText(DECIDED.detail)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("checkbox")).not.toBeInTheDocument());
  expect(screen.getByText("Some of your decisions were not taken.")).toBeVisible();
});

it("shows in place that what was approved is applied", async () => {
  const after: Partial<RequestDetail> = { state: "applying" };
  inbox({ "r-1": after });
  await approve();
  expect(await screen.findByText("Applying")).toBeVisible();
  after.state = "applied";
  expect(await screen.findByText("Applied")).toBeVisible();
});

it("keeps an open question and what was typed when somebody else decides", async () => {
  FakeStream.install();
  const { calls, gone } = inbox({ "r-1": DENIED });
  await userEvent.click(await screen.findByRole("button", { name: /^Deny billing-prod/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Deny/ });
  await userEvent.type(within(dialog).getByLabelText("Reason"), "Ask for the reader.");
  gone("r-1");
  act(() => FakeStream.last().tell("request", "r-1"));
  await waitFor(() =>
    expect(calls.filter((each) => each.route === "GET /api/v3/requests/r-1").length).toBeGreaterThan(0),
  );
  expect(await screen.findByText("Denied")).toBeVisible();
  expect(within(dialog).getByLabelText("Reason")).toHaveValue("Ask for the reader.");
});
