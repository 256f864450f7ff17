import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RequestDetail } from "../src/shared/requests/contract";
import { open } from "./open";
import { change, DECIDES, policyChange, request, risky } from "./requestFixtures";
import { roleList, serve } from "./server";

const INBOX = "GET /api/v3/inbox";

function waiting(...requests: RequestDetail[]) {
  return { requests, count: requests.length, more: false, unreadable: 0 };
}

const ONE = request("r-1", { rights: DECIDES, changes: [policyChange("r-10")] });
const OTHER = request("r-2", { rights: DECIDES, hash: "hash-2", requester: "cy@example.com" });

it("counts what waits at the top of every page, and leads there by keys", async () => {
  serve({ [INBOX]: [200, waiting(ONE)], "GET /api/v3/roles": roleList() });
  open("/");
  expect((await screen.findAllByLabelText("Inbox, 1 waiting"))[0]).toBeVisible();
  await userEvent.keyboard("gi");
  expect(await screen.findByRole("heading", { name: "Inbox" })).toBeVisible();
});

it("shows what a request changes in place, and decides it there", async () => {
  let left = [ONE];
  const calls = serve({
    [INBOX]: () => [200, waiting(...left)],
    "POST /api/v3/requests/r-1/decision": () => {
      left = [];
      return [200, request("r-1", { state: "applied" })];
    },
    "GET /api/v3/requests/r-1": [200, request("r-1", { state: "applied" })],
  });
  open("/inbox");
  await userEvent.click(await screen.findByRole("button", { name: "What billing-prod · admin changes" }));
  expect(screen.getByText("Adds every action of Amazon S3 on anything")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Approve billing-prod · admin" }));
  const dialog = await screen.findByRole("dialog", { name: /^Approve/ });
  await userEvent.click(within(dialog).getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Applied")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Take billing-prod · admin off the list" }));
  expect(await screen.findByText("Nothing waits for you.")).toBeVisible();
  expect(calls.find((each) => each.route.endsWith("/decision"))?.body).toMatchObject({ hash: "hash-1" });
});

it("decides several at once, each by its own hash", async () => {
  const calls = serve({
    [INBOX]: [200, waiting(ONE, OTHER)],
    "POST /api/v3/requests/r-1/decision": [200, request("r-1", { state: "approved" })],
    "POST /api/v3/requests/r-2/decision": [409, { detail: "bo@example.com approved it already." }],
  });
  open("/inbox");
  for (const box of await screen.findAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  await userEvent.click(screen.getByRole("button", { name: "Approve picked" }));
  await userEvent.click(await screen.findByRole("button", { name: "Approve all" }));
  expect(await screen.findByText(/bo@example.com approved it already/)).toBeVisible();
  const decided = calls.filter((each) => each.route.endsWith("/decision"));
  expect(decided.map((each) => each.body)).toEqual([
    { verdict: "approve", hash: "hash-1", reason: null },
    { verdict: "approve", hash: "hash-2", reason: null },
  ]);
});

it("decides none at once where one is of high risk", async () => {
  serve({ [INBOX]: [200, waiting(ONE, risky("r-3"))] });
  open("/inbox");
  for (const box of await screen.findAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  expect(await screen.findByText("One of high risk is decided by itself.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Approve picked" })).toBeDisabled();
});

it("decides none at once where one is one's own, because that is asked with a warning", async () => {
  serve({ [INBOX]: [200, waiting(ONE, request("r-4", { rights: { ...DECIDES, bypass: true } }))] });
  open("/inbox");
  for (const box of await screen.findAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  expect(await screen.findByText("One that is your own is decided by itself.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Approve picked" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Deny picked" })).toBeDisabled();
});

it("shows others' claims, and that more waits than the list holds", async () => {
  const claimed = request("r-1", {
    rights: DECIDES,
    needed: 2,
    changes: [change("r-10", { approvals: 1 })],
    reviews: [
      {
        by: "dee@example.com",
        at: "2030-01-01T00:00:00Z",
        door: "slack",
        verdict: "approved",
        reason: null,
        current: true,
      },
    ],
  });
  serve({ [INBOX]: [200, { requests: [claimed], count: 60, more: true, unreadable: 0 }] });
  open("/inbox");
  expect(await screen.findByText(/1 of 2 approvals \(dee@example.com\)/)).toBeVisible();
  expect(screen.getByText("60 requests wait for you; the list has the 1 oldest.")).toBeVisible();
  expect(screen.getByRole("link", { name: "All that wait" })).toBeVisible();
});

it("claims of what cannot be read neither that it waits nor that it does not", async () => {
  serve({ [INBOX]: [200, { requests: [], count: 0, more: false, unreadable: 1 }] });
  open("/inbox");
  expect(
    await screen.findByText("1 waiting request cannot be read by this release; it may be for you."),
  ).toBeVisible();
  expect(screen.getByText("None that can be read waits for you.")).toBeVisible();
  expect(screen.queryByText("Nothing waits for you.")).not.toBeInTheDocument();
});

it("says that not all were looked at, which is something else", async () => {
  serve({ [INBOX]: [200, { requests: [], count: 0, more: true, unreadable: 0 }] });
  open("/inbox");
  expect(
    await screen.findByText("More requests wait than were looked at; some of them may be for you."),
  ).toBeVisible();
  expect(screen.getByText("None that was looked at waits for you.")).toBeVisible();
});

it("says what still works when the inbox does not load", async () => {
  serve({ [INBOX]: [500, { detail: "Something broke.", incident: "01J" }] });
  open("/inbox");
  expect(await screen.findByText("The inbox did not load.")).toBeVisible();
  expect(screen.getByText(/The cards in Slack can be decided/)).toBeVisible();
});
