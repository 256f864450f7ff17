import { cleanup, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { RequestDetail } from "../src/shared/requests/contract";
import { open } from "./open";
import { change, request } from "./requestFixtures";
import { serve } from "./server";

const ONE = "GET /api/v3/requests/r-1";
const APPROVAL = {
  by: "ann@example.com",
  at: "2030-01-01T00:01:00Z",
  door: "web",
  verdict: "approved",
  reason: null,
  current: true,
} as const;

it("says before anybody decides that nobody can, and names no deciders beside that", async () => {
  serve({
    [ONE]: [200, request("r-1", { closed: "The rule prod names nobody.", rule: null, approvers: [] })],
  });
  open("/requests/r-1");
  expect(await screen.findByText("Nobody can approve this")).toBeVisible();
  expect(screen.getAllByText("The rule prod names nobody.")).toHaveLength(2);
  expect(screen.queryByText(/The approvers of the rule decide/)).not.toBeInTheDocument();
});

it("says of what ConsoleMe made that it is decided there", async () => {
  serve({
    [ONE]: [200, request("r-1", { older: true, hash: null, changes: [], rule: null, approvers: [] })],
  });
  open("/requests/r-1");
  expect(await screen.findByText("It is decided in ConsoleMe.")).toBeVisible();
});

it("does not say that nobody decided where one of two approved in time", async () => {
  const approved = [change("r-10", { approvals: 1 })];
  serve({
    [ONE]: [200, request("r-1", { state: "expired", needed: 2, changes: approved, reviews: [APPROVAL] })],
  });
  open("/requests/r-1");
  expect(await screen.findByText("Expired: 1 of 2 approvals came in time")).toBeVisible();
});

it("counts no approvals where no rule says any more how many are needed, or none of them counts", async () => {
  const expired = request("r-1", { state: "expired", needed: 2, reviews: [APPROVAL] });
  let now: RequestDetail = { ...expired, rule: null, needed: 0 };
  serve({ [ONE]: () => [200, now] });
  open("/requests/r-1");
  expect(await screen.findByText("Expired before enough people decided")).toBeVisible();
  cleanup();
  now = { ...expired, reviews: [{ ...APPROVAL, current: false }] };
  open("/requests/r-1");
  expect(await screen.findByText("Expired before enough people decided")).toBeVisible();
});

it("says that nobody decided where nobody did", async () => {
  serve({ [ONE]: [200, request("r-1", { state: "expired" })] });
  open("/requests/r-1");
  expect(await screen.findByText("Expired before anybody decided")).toBeVisible();
});

it("says of a request that cannot be read what the list says, and offers no second try", async () => {
  const unreadable = request("r-1", {
    state: "cancelled",
    role: null,
    hash: null,
    changes: [],
    unreadable: "Stored otherwise.",
  });
  serve({ [ONE]: [200, unreadable] });
  open("/requests/r-1");
  expect(await screen.findByText("Cannot be read: Stored otherwise.")).toBeVisible();
  expect(screen.getByRole("heading", { name: "Request r-1" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();
  expect(screen.queryByText(/Withdrawn/)).not.toBeInTheDocument();
});
