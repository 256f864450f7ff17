import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { grant, NO_RIGHTS, request, ROLE, RULING } from "./requestFixtures";
import { serve } from "./server";

const CLOSED = {
  ...RULING,
  rule: null,
  needed: 0,
  approvers: [],
  maxMinutes: null,
  expiresMinutes: 0,
  closed: "Contractors cannot ask for this.",
};

it("offers no lengths up to none where a role cannot be asked for", async () => {
  serve({
    "POST /api/v3/rules": [200, CLOSED],
    "GET /api/v3/askable-roles": [200, { roles: [ROLE], complete: true }],
  });
  open(`/request?role=${encodeURIComponent(ROLE.arn)}`);
  expect(await screen.findByText("Contractors cannot ask for this.")).toBeVisible();
  expect(screen.queryByText(/^15 min to/)).not.toBeInTheDocument();
  expect(screen.queryByText(/^The rule allows/)).not.toBeInTheDocument();
});

it("says no bound either where a grant cannot be extended", async () => {
  serve({
    "GET /api/v3/grants": [200, { live: [grant("g-1")], past: [] }],
    "POST /api/v3/rules": [200, CLOSED],
  });
  open("/grants");
  await userEvent.click(await screen.findByRole("button", { name: "Extend admin in billing-prod" }));
  const dialog = await screen.findByRole("dialog", { name: /^Extend/ });
  expect(await within(dialog).findByText("Contractors cannot ask for this.")).toBeVisible();
  expect(within(dialog).queryByText(/^15 min to/)).not.toBeInTheDocument();
});

it("lets an administrator edit within the bound of the request's own rule, though they may not ask", async () => {
  const calls = serve({
    "GET /api/v3/requests/r-1": [
      200,
      request("r-1", { maxMinutes: 240, rights: { ...NO_RIGHTS, edit: true } }),
    ],
    "POST /api/v3/rules": [200, CLOSED],
    "PUT /api/v3/requests/r-1/changes/r-10": [200, request("r-1", { hash: "hash-2" })],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Edit: The role for 2 h" }));
  const dialog = await screen.findByRole("dialog", { name: /^Edit/ });
  expect(within(dialog).getByText("15 min to 4 h")).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "4 h" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(calls.find((each) => each.route.startsWith("PUT "))?.body).toEqual({ minutes: 240 }),
  );
});
