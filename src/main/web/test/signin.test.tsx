import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { leaving } from "../src/shared/leave";
import { open, openStrictly } from "./open";
import { role, roleList, serve } from "./server";

const SESSIONS = "POST /api/v3/console-sessions";
const READER = role("team/billing-reader");

beforeEach(() => {
  vi.spyOn(leaving, "to").mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

it("asks for exactly one console session, with the page's token, and leaves for AWS", async () => {
  document.cookie = "_xsrf=a-token";
  const calls = serve({
    [SESSIONS]: [
      200,
      { role: READER.arn, url: "https://signin.example.com/x", expiresAt: "2030-01-01T00:00:00Z" },
    ],
  });
  openStrictly(`/role/${READER.arn}?r=eu-west-1&redirect=https%3A%2F%2Fconsole.example.com%2Fs3`);
  await waitFor(() => expect(leaving.to).toHaveBeenCalledWith("https://signin.example.com/x"));
  const asked = calls.filter((each) => each.route === SESSIONS);
  expect(asked.map((each) => each.body)).toEqual([
    { query: READER.arn, region: "eu-west-1", redirect: "https://console.example.com/s3" },
  ]);
  expect(asked[0]?.headers.get("X-Xsrftoken")).toBe("a-token");
  expect(calls.find((each) => each.route === "GET /api/v3/me")?.headers.has("X-Xsrftoken")).toBe(false);
});

it("repeats the cookie by the name that the server says", async () => {
  document.cookie = "renamed=another-token";
  const calls = serve(
    { [SESSIONS]: [502, { detail: "AWS said AccessDenied." }] },
    { "X-Xsrf-Cookie": "renamed" },
  );
  open("/role/billing-reader");
  expect(await screen.findByText("AWS said AccessDenied.")).toBeVisible();
  const asked = calls.find((each) => each.route === SESSIONS);
  expect(asked?.headers.get("X-Xsrftoken")).toBe("another-token");
});

it("lets the person choose when several roles match, and keeps region and destination", async () => {
  const other = role("billing-reader", { accountId: "200000000003", accountName: "billing-test" });
  serve({
    [SESSIONS]: [409, { detail: "Several match.", candidates: [READER.arn, other.arn] }],
    "GET /api/v3/roles": roleList(READER, other),
  });
  open("/role/billing?r=eu-west-1");
  const link = await screen.findByRole("link", { name: "Console of billing-reader in billing-test" });
  expect(link).toHaveAttribute("href", `/role/${other.arn}?r=eu-west-1`);
  expect(leaving.to).not.toHaveBeenCalled();
});

it("tells AWS's words when it fails, and asks again only when told to", async () => {
  const calls = serve({ [SESSIONS]: [502, { detail: "AWS said AccessDenied." }] });
  open("/role/billing-reader");
  expect(await screen.findByText("AWS said AccessDenied.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(calls.filter((each) => each.route === SESSIONS)).toHaveLength(2));
});

it("leads to the roles when nothing matches", async () => {
  serve({ [SESSIONS]: [404, { detail: "None." }] });
  open("/role/nothing");
  expect(await screen.findByRole("heading", { name: "None of your roles matches “nothing”" })).toBeVisible();
  expect(screen.getByRole("link", { name: "See the roles that are open to you" })).toHaveAttribute(
    "href",
    "/",
  );
});
