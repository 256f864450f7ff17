import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { role, serve } from "./server";

const REFRESH = "POST /api/v3/roles/refresh";
const LIST = "GET /api/v3/roles";
const OLD = { asOf: "2030-01-01T00:00:00Z", roles: [role("billing-reader")] };

async function refresh() {
  await screen.findByRole("button", { name: /CLI of billing-reader/ });
  await userEvent.click(screen.getByRole("button", { name: "Refresh" }));
}

it("asks once more after a refresh, and says so when nothing newer was there", async () => {
  const calls = serve({ [LIST]: [200, OLD], [REFRESH]: [202] });
  open("/");
  await refresh();
  expect(await screen.findByText("Nothing newer has been read from AWS.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Refresh" })).toBeEnabled();
  expect(calls.map((each) => each.route).filter((each) => each === LIST || each === REFRESH)).toEqual([
    LIST,
    REFRESH,
    LIST,
  ]);
});

it("draws what a refresh brought, and says nothing beside it", async () => {
  let list = OLD;
  serve({
    [LIST]: () => [200, list],
    [REFRESH]: () => {
      list = { asOf: "2030-01-01T00:45:00Z", roles: [...OLD.roles, role("billing-admin")] };
      return [202];
    },
  });
  open("/");
  await refresh();
  expect(await screen.findByRole("button", { name: /CLI of billing-admin/ })).toBeVisible();
  await waitFor(() => expect(screen.getByRole("button", { name: "Refresh" })).toBeEnabled());
  expect(screen.queryByText("Nothing newer has been read from AWS.")).not.toBeInTheDocument();
});

it("says that the list could not be brought up to date when asking once more fails", async () => {
  let refreshed = false;
  serve({
    [LIST]: () => (refreshed ? [500, { detail: "Something broke." }] : [200, OLD]),
    [REFRESH]: () => {
      refreshed = true;
      return [202];
    },
  });
  open("/");
  await refresh();
  expect(await screen.findByText("The roles could not be brought up to date.")).toBeVisible();
  expect(screen.queryByText("Nothing newer has been read from AWS.")).not.toBeInTheDocument();
});

it("says that AWS was never read instead of when the calendar began", async () => {
  serve({ [LIST]: [200, { asOf: null, roles: [] }] });
  open("/");
  expect(await screen.findByText("never read")).toBeVisible();
});

it("says over roles that were read that other accounts were not", async () => {
  serve({ [LIST]: [200, { asOf: null, roles: [role("billing-reader")] }] });
  open("/");
  expect(await screen.findByText("some accounts were never read")).toBeVisible();
  expect(screen.queryByText("never read")).not.toBeInTheDocument();
});
