import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { Grant } from "../src/shared/requests/contract";
import { open } from "./open";
import { change, grant, NO_RIGHTS, request } from "./requestFixtures";
import { ME, serve } from "./server";

const REVOKES = { ...NO_RIGHTS, revoke: true };
const THEIRS = grant("g-1", { user: "bo@example.com", mine: false });

function applied(given: Grant, rights = NO_RIGHTS) {
  return request("r-1", {
    state: "applied",
    changes: [change("r-10", { state: "applied" })],
    grant: given,
    rights,
  });
}

it("revokes somebody's grant only with a reason, and says until when keys work", async () => {
  let now = applied(THEIRS, REVOKES);
  const over: Grant = {
    ...THEIRS,
    live: false,
    ended: { how: "revoked", by: ME.user, at: new Date().toISOString() },
  };
  const calls = serve({
    "GET /api/v3/requests/r-1": () => [200, now],
    "POST /api/v3/grants/g-1/revoke": () => {
      now = applied(over);
      return [200, { grant: over, keysUntil: over.end, others: [], othersKnown: true }];
    },
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Revoke" }));
  const dialog = await screen.findByRole("dialog", { name: "Revoke billing-prod · admin?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Revoke" }));
  expect(await within(dialog).findByText("Say why it is revoked.")).toBeVisible();
  await userEvent.type(within(dialog).getByLabelText("Reason"), "Done");
  await userEvent.click(within(dialog).getByRole("button", { name: "Revoke" }));
  expect(await screen.findByText(/No new keys are issued under this grant/)).toBeVisible();
  expect(await screen.findByText("Applied, and revoked")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Revoke" })).not.toBeInTheDocument();
  expect(calls.find((each) => each.route.endsWith("/revoke"))?.body).toEqual({ reason: "Done" });
  // The button that was pressed is gone; a keyboard goes on from the heading.
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
});

it("says that the role is theirs all the same, by a group and by another grant", async () => {
  const over: Grant = { ...THEIRS, live: false };
  serve({
    "GET /api/v3/requests/r-1": [200, applied(THEIRS, REVOKES)],
    "POST /api/v3/grants/g-1/revoke": [
      200,
      {
        grant: over,
        keysUntil: over.end,
        others: [
          { kind: "group", name: "finops" },
          { kind: "grant", name: "r-2-0" },
        ],
        othersKnown: false,
      },
    ],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Revoke" }));
  const dialog = await screen.findByRole("dialog", { name: "Revoke billing-prod · admin?" });
  await userEvent.type(within(dialog).getByLabelText("Reason"), "Done");
  await userEvent.click(within(dialog).getByRole("button", { name: "Revoke" }));
  const still = await screen.findByText(/bo@example.com still has the role, and new keys are issued/);
  expect(still).toHaveTextContent("by the group finops, by another grant.");
  expect(within(still).getByRole("link", { name: "another grant" })).toHaveAttribute("href", "/requests/r-2");
  expect(screen.getByText("Whether a group gives the role too is not known just now.")).toBeVisible();
});

it("offers no revocation to those who may not", async () => {
  serve({ "GET /api/v3/requests/r-1": [200, applied(THEIRS)] });
  open("/requests/r-1");
  expect(await screen.findByText(/bo@example.com has the role until/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /Revoke|Return/ })).not.toBeInTheDocument();
});

it("leaves it to the server whose a grant is, because names of people have more than one spelling", async () => {
  serve({
    "GET /api/v3/requests/r-1": [200, applied(grant("g-1", { user: "Engineer@Example.com" }))],
    "GET /api/v3/roles": [200, { asOf: new Date().toISOString(), roles: [] }],
  });
  open("/requests/r-1");
  expect(await screen.findByText(/You have the role until/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Return" })).toBeVisible();
  expect(screen.getByRole("button", { name: /Use it now/ })).toBeVisible();
});

it("lets one return one's own from the request that it came of", async () => {
  const calls = serve({
    "GET /api/v3/requests/r-1": [200, applied(grant("g-1"))],
    "GET /api/v3/roles": [200, { asOf: new Date().toISOString(), roles: [] }],
    "POST /api/v3/grants/g-1/return": [409, { detail: "It ended at 12:04." }],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Return" }));
  const dialog = await screen.findByRole("dialog", { name: /^Return/ });
  await userEvent.click(within(dialog).getByRole("button", { name: "Return" }));
  expect(await within(dialog).findByText("It ended at 12:04.")).toBeVisible();
  expect(calls.some((each) => each.route.endsWith("/return"))).toBe(true);
});
