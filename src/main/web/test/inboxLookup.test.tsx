import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { DECIDES, request } from "./requestFixtures";
import { serve } from "./server";

it("says that it could not look up what became of a request, and tries again", async () => {
  let listed = [request("r-1", { rights: DECIDES })];
  let down = true;
  serve({
    "GET /api/v3/inbox": () => [200, { requests: listed, count: listed.length, more: false, unreadable: 0 }],
    "POST /api/v3/requests/r-1/decision": () => {
      listed = [];
      return [409, { detail: "ann@example.com denied it already." }];
    },
    "GET /api/v3/requests/r-1": () =>
      down
        ? [403, { detail: "It is not for you." }]
        : [200, request("r-1", { state: "rejected", endedBy: "ann@example.com" })],
  });
  open("/inbox");
  await userEvent.click(await screen.findByRole("button", { name: /^Approve billing-prod/ }));
  const dialog = within(await screen.findByRole("dialog", { name: /^Approve/ }));
  await userEvent.click(dialog.getByRole("button", { name: "Approve" }));
  await userEvent.click(await dialog.findByRole("button", { name: "Look again" }));
  expect(await screen.findByText("What became of it did not load.")).toBeVisible();
  expect(screen.getByText("It is not for you.")).toBeVisible();
  expect(screen.queryByText("Looking up what became of it")).not.toBeInTheDocument();
  down = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(
    await screen.findByText("by ann@example.com", { exact: false, selector: "[role=status]" }),
  ).toBeVisible();
  await waitFor(() => expect(screen.queryByText("What became of it did not load.")).not.toBeInTheDocument());
});
