import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { Boundary } from "../src/app/Boundary";
import { lazyPage } from "../src/app/lazyPage";
import { leaving } from "../src/shared/leave";
import { open } from "./open";
import { ME, role, roleList, serve } from "./server";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined); // React tells of each error that was caught
  return () => vi.restoreAllMocks();
});

it("keeps the shell when a page cannot be drawn, and every other page works", async () => {
  serve({
    "GET /api/v3/roles": [200, { asOf: null, roles: [null] }],
    "GET /api/v3/grants": [200, { live: [], past: [] }],
  });
  open("/");
  expect(await screen.findByRole("heading", { name: "This page cannot be shown" })).toBeVisible();
  await userEvent.click(screen.getByRole("link", { name: "My grants" }));
  expect(await screen.findByText("No grant of yours is live.")).toBeVisible();
});

it("says that the console was renewed when a page's code did not load, and loads it again", async () => {
  const again = vi.spyOn(leaving, "again").mockImplementation(() => undefined);
  const Gone = lazyPage<object>(() => Promise.reject(new TypeError("it did not load")));
  render(
    <Boundary within="shell">
      <Suspense>
        <Gone />
      </Suspense>
    </Boundary>,
  );
  expect(await screen.findByRole("alert")).toHaveTextContent("The console was renewed since you opened it");
  await userEvent.click(screen.getByRole("button", { name: "Load again" }));
  expect(again).toHaveBeenCalledOnce();
});

it("says so when not even the shell can be drawn", async () => {
  serve({
    "GET /api/v3/me": [200, { ...ME, groups: null }],
    "GET /api/v3/roles": roleList(role("billing-reader")),
  });
  open("/");
  expect(await screen.findByRole("heading", { name: "This page cannot be shown" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Load again" })).toBeVisible();
});
