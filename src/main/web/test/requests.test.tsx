import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RequestDetail } from "../src/shared/requests/contract";
import { open } from "./open";
import {
  change,
  DECIDES,
  grant,
  OWN,
  policyChange,
  request,
  RETRIES,
  risky,
  ROLE,
  RULING,
} from "./requestFixtures";
import { ME, role, roleList, serve } from "./server";

const ONE = "GET /api/v3/requests/r-1";
const DECISION = "POST /api/v3/requests/r-1/decision";

it("approves what is on the screen, and follows it until AWS has it", async () => {
  let state: RequestDetail["state"] = "pending";
  const now = () => (state === "pending" ? request("r-1", { rights: DECIDES }) : request("r-1", { state }));
  const calls = serve({
    [ONE]: () => {
      const shown = now();
      state = state === "applying" ? "applied" : state;
      return [200, shown];
    },
    [DECISION]: () => {
      state = "applying";
      return [200, now()];
    },
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Approve billing-prod · admin" }));
  const dialog = await screen.findByRole("dialog", { name: /^Approve/ });
  await userEvent.click(within(dialog).getByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Approved; being applied")).toBeVisible();
  expect(await screen.findByText("AWS has it now.")).toBeVisible();
  const decision = calls.find((each) => each.route === DECISION);
  expect(decision?.body).toEqual({ verdict: "approve", hash: "hash-1", reason: null });
});

it("lets nobody approve what is of high risk without typing the role's name", async () => {
  const calls = serve({ [ONE]: [200, risky("r-1")], [DECISION]: [200, risky("r-1", { state: "approved" })] });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: /^Approve/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Approve/ });
  expect(within(dialog).getByText("It can become more than it is.")).toBeVisible();
  const approve = within(dialog).getByRole("button", { name: "Approve" });
  expect(approve).toBeDisabled();
  await userEvent.type(within(dialog).getByLabelText("The risk is high: to approve, type admin"), "admin");
  await userEvent.click(approve);
  await waitFor(() => expect(calls.some((each) => each.route === DECISION)).toBe(true));
});

it("denies only with a reason", async () => {
  const calls = serve({
    [ONE]: [200, request("r-1", { rights: DECIDES })],
    [DECISION]: [
      200,
      request("r-1", { state: "rejected", endedBy: ME.user, endReason: "Ask for the reader." }),
    ],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: /^Deny/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Deny/ });
  await userEvent.click(within(dialog).getByRole("button", { name: "Deny" }));
  expect(await within(dialog).findByText("Say why it is denied.")).toBeVisible();
  await userEvent.type(within(dialog).getByLabelText("Reason"), "Ask for the reader.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Deny" }));
  await waitFor(() =>
    expect(calls.find((each) => each.route === DECISION)?.body).toEqual({
      verdict: "reject",
      hash: "hash-1",
      reason: "Ask for the reader.",
    }),
  );
});

it("says what is different when the request changed since it was shown", async () => {
  serve({
    [ONE]: [200, request("r-1", { rights: DECIDES })],
    [DECISION]: [409, { detail: "The request changed since you looked at it.", difference: ["Adds s3:*"] }],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: /^Approve/ }));
  await userEvent.click(
    within(await screen.findByRole("dialog", { name: /^Approve/ })).getByRole("button", { name: "Approve" }),
  );
  expect(await screen.findByText("The request changed since you looked at it.")).toBeVisible();
  expect(screen.getByText("Adds s3:*")).toBeVisible();
});

it("edits one's own while it waits, and says that approvals are void then", async () => {
  const calls = serve({
    [ONE]: [200, request("r-1", { requester: ME.user, rights: OWN })],
    "POST /api/v3/rules": [200, RULING],
    "PUT /api/v3/requests/r-1/changes/r-10": [200, request("r-1", { hash: "hash-2" })],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Edit: The role for 2 h" }));
  const dialog = await screen.findByRole("dialog", { name: /^Edit/ });
  expect(within(dialog).getByText(/Approvals so far are void/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "4 h" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(calls.find((each) => each.route.startsWith("PUT "))?.body).toEqual({ minutes: 240 }),
  );
});

it("strikes one of several changes out", async () => {
  const calls = serve({
    [ONE]: [
      200,
      request("r-1", {
        changes: [change("r-10"), policyChange("r-11")],
        rights: { ...OWN, cancelChange: true },
      }),
    ],
    "POST /api/v3/requests/r-1/changes/r-11/cancel": [200, request("r-1")],
  });
  open("/requests/r-1");
  await userEvent.click(
    await screen.findByRole("button", { name: "Strike out: Replace the inline policy invoices" }),
  );
  await waitFor(() => expect(calls.some((each) => each.route.endsWith("/r-11/cancel"))).toBe(true));
});

it("tells AWS's words when it failed, and tries again when told to", async () => {
  const failed = request("r-1", {
    state: "failed",
    changes: [policyChange("r-10", { state: "failed", failure: "AWS said LimitExceeded." })],
    rights: RETRIES,
  });
  const calls = serve({
    [ONE]: [200, failed],
    "POST /api/v3/requests/r-1/retry": [200, request("r-1", { state: "applying" })],
  });
  open("/requests/r-1");
  expect(await screen.findByText("AWS said LimitExceeded.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(calls.some((each) => each.route.endsWith("/retry"))).toBe(true));
});

it("withdraws one's own", async () => {
  const calls = serve({
    [ONE]: [200, request("r-1", { requester: ME.user, rights: OWN })],
    "POST /api/v3/requests/r-1/withdraw": [200, request("r-1", { state: "cancelled", endedBy: ME.user })],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Withdraw" }));
  await waitFor(() => expect(calls.some((each) => each.route.endsWith("/withdraw"))).toBe(true));
  expect(screen.queryByRole("button", { name: /^Approve/ })).not.toBeInTheDocument();
});

it("shows the difference in words and side by side, and the exact text", async () => {
  serve({ [ONE]: [200, request("r-1", { changes: [policyChange("r-10")] })] });
  open("/requests/r-1");
  expect(await screen.findByText("Adds every action of Amazon S3 on anything")).toBeVisible();
  const lines = screen.getByRole("group", { name: "Line by line: the policy invoices" });
  expect(within(lines).getByRole("row", { name: /removed:.*old line.*added:.*new line/ })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "The exact text that AWS gets" }));
  expect(screen.getByLabelText("the text of invoices")).toHaveTextContent('{"Version":"2012-10-17"}');
});

it("draws what people wrote as text", async () => {
  const text = "<img src=x onerror=alert(1)>";
  serve({
    [ONE]: [
      200,
      request("r-1", { comments: [{ id: "c", by: "bo@example.com", at: "2030-01-01T00:00:00Z", text }] }),
    ],
  });
  open("/requests/r-1");
  expect(await screen.findByText(text)).toBeVisible();
});

it("sends a comment", async () => {
  const calls = serve({
    [ONE]: [200, request("r-1")],
    "POST /api/v3/requests/r-1/comments": [200, request("r-1")],
  });
  open("/requests/r-1");
  await userEvent.type(await screen.findByLabelText("Comment"), "Which bucket?");
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  await waitFor(() =>
    expect(calls.find((each) => each.route.endsWith("/comments"))?.body).toEqual({ text: "Which bucket?" }),
  );
});

it("opens the panel of a role that was granted", async () => {
  serve({
    [ONE]: [200, request("r-1", { state: "applied", requester: ME.user, grant: grant("g-1") })],
    "GET /api/v3/roles": roleList(role("admin", { arn: ROLE.arn })),
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Use admin in billing-prod" }));
  expect(await screen.findByLabelText("the weep file line")).toHaveTextContent("weep file admin");
});

it("shows ConsoleMe's own to read, and no more", async () => {
  serve({
    "GET /api/v3/requests/r-1": [
      200,
      request("r-1", { older: true, hash: null, changes: [], extendedRequest: '{"id":"r-1"}' }),
    ],
  });
  open("/policies/request/r-1");
  expect(await screen.findByText("ConsoleMe made this request")).toBeVisible();
  expect(screen.getByLabelText("the request as ConsoleMe stored it")).toHaveTextContent('"id": "r-1"');
  expect(screen.queryByRole("button", { name: "Send" })).not.toBeInTheDocument();
});
