import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { change, OWN, policyChange, request, RETRIES, RULING } from "./requestFixtures";
import { type Answer, ME, serve } from "./server";

const ONE = "GET /api/v3/requests/r-1";
const AWAY: Answer = [503, { detail: "DynamoDB did not answer." }];

it("lets a screen reader say that a command failed, and why", async () => {
  serve({
    [ONE]: [200, request("r-1", { requester: ME.user, rights: OWN })],
    "POST /api/v3/requests/r-1/withdraw": AWAY,
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Withdraw" }));
  const alert = await screen.findByRole("alert");
  expect(within(alert).getByText("That was not done.")).toBeVisible();
  expect(within(alert).getByText("DynamoDB did not answer.")).toBeVisible();
});

it("lets a screen reader say that a command came too late", async () => {
  serve({
    [ONE]: [200, request("r-1", { requester: ME.user, rights: OWN })],
    "POST /api/v3/requests/r-1/withdraw": [409, { detail: "ann@example.com denied it already." }],
  });
  open("/requests/r-1");
  await userEvent.click(await screen.findByRole("button", { name: "Withdraw" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("ann@example.com denied it already.");
});

it("lets a screen reader say that what was approved could not be applied", async () => {
  const failed = change("r-10", { state: "failed", failure: "AWS said LimitExceeded." });
  serve({ [ONE]: [200, request("r-1", { state: "failed", changes: [failed], rights: RETRIES })] });
  open("/requests/r-1");
  expect(await screen.findByRole("alert")).toHaveTextContent("AWS said LimitExceeded.");
});

it("says with the policy what is wrong with it, where one asks and where one edits", async () => {
  serve({
    "POST /api/v3/rules": [200, RULING],
    [ONE]: [200, request("r-1", { rights: OWN, changes: [policyChange("r-10")] })],
    "PUT /api/v3/requests/r-1/changes/r-10": [
      400,
      { detail: "Line 1: a comma is missing.", field: "document" },
    ],
  });
  open("/request?what=put");
  await userEvent.click(await screen.findByRole("button", { name: "Send request" }));
  expect(screen.getByRole("textbox", { name: "Policy" })).toHaveAccessibleDescription(
    /^Write the policy\. JSON\./,
  );

  window.history.pushState(null, "", "/requests/r-1");
  fireEvent.popState(window);
  await userEvent.click(await screen.findByRole("button", { name: /^Edit:/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Edit/ });
  const policy = within(dialog).getByRole("textbox", { name: "Policy" });
  fireEvent.change(policy, { target: { value: '{"Version" "2012-10-17"}' } });
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(await within(dialog).findByText("Line 1: a comma is missing.")).toBeVisible();
  expect(policy).toHaveAccessibleDescription(/Line 1: a comma is missing\./);
});
