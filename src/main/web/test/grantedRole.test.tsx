import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { open } from "./open";
import { grant, ROLE } from "./requestFixtures";
import { type Answer, role, roleList, serve } from "./server";

const LIST = "GET /api/v3/roles";
const USE = "Use admin in billing-prod";
const THERE = roleList(role("admin", { arn: ROLE.arn }));

function openGrants(roles: () => Answer) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const calls = serve({
    "GET /api/v3/grants": [200, { live: [grant("g-1")], past: [] }],
    [LIST]: roles,
  });
  open("/grants");
  return { asked: () => calls.filter((each) => each.route === LIST).length };
}

it("opens the role of a grant as soon as it is among one's own, without a reload", async () => {
  let list: Answer = roleList();
  const { asked } = openGrants(() => list);
  expect(await screen.findByRole("button", { name: "Use" })).toHaveAttribute("aria-disabled", "true");
  list = THERE;
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(await screen.findByRole("button", { name: USE })).toBeVisible();
  const then = asked();
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(asked()).toBe(then);
});

it("stops looking after a minute, says so, and looks again when asked to", async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  let list: Answer = roleList();
  const { asked } = openGrants(() => list);
  await screen.findByRole("button", { name: "Use" });
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  expect(await screen.findByText("The role is not among yours yet.")).toBeVisible();
  const then = asked();
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  expect(asked()).toBe(then);
  list = THERE;
  await user.click(screen.getByRole("button", { name: "Look again" }));
  expect(await screen.findByRole("button", { name: USE })).toBeVisible();
});

it("says that the roles did not load, and tries again", async () => {
  let list: Answer = [500, { detail: "Something broke." }];
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  openGrants(() => list);
  expect(await screen.findByText("Your roles did not load.")).toBeVisible();
  list = THERE;
  await user.click(screen.getByRole("button", { name: "Look again" }));
  expect(await screen.findByRole("button", { name: USE })).toBeVisible();
});
