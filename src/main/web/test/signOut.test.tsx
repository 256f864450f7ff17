import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { leaving } from "../src/shared/leave";
import { open } from "./open";
import { type Answer, ME, roleList, serve } from "./server";

const LOGOUT = "GET /api/v2/logout";

afterEach(() => vi.restoreAllMocks());

async function openMenu(signOut: boolean, answer: Answer = [200, { redirect_url: "/signed-out" }]) {
  const calls = serve({
    "GET /api/v3/me": [200, { ...ME, features: { ...ME.features, signOut } }],
    "GET /api/v3/roles": roleList(),
    [LOGOUT]: answer,
  });
  open("/");
  const menus = await screen.findAllByRole("button", { name: ME.user });
  await userEvent.click(menus[0] as HTMLElement);
  return calls;
}

it("ends the session where this server keeps one, and goes where those go who signed out", async () => {
  const to = vi.spyOn(leaving, "to").mockImplementation(() => undefined);
  const calls = await openMenu(true);
  await userEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  await waitFor(() => expect(to).toHaveBeenCalledWith(`${window.location.origin}/signed-out`));
  expect(calls.some((each) => each.route === LOGOUT)).toBe(true);
});

it("says that one may still be signed in when signing out did not work", async () => {
  const to = vi.spyOn(leaving, "to").mockImplementation(() => undefined);
  await openMenu(true, [503, { detail: "Redis did not answer." }]);
  await userEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  expect(
    await screen.findByRole("dialog", { name: "Signing out did not work: you may still be signed in" }),
  ).toHaveTextContent("Redis did not answer.");
  expect(to).not.toHaveBeenCalled();
});

it("goes where those go who signed out when the sign-in had ended before", async () => {
  const to = vi.spyOn(leaving, "to").mockImplementation(() => undefined);
  await openMenu(true, [401, { detail: "Your sign-in has ended." }]);
  await userEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
  await waitFor(() => expect(to).toHaveBeenCalledWith(`${window.location.origin}/signed-out`));
  expect(screen.queryByRole("dialog", { name: /Signing out did not work/ })).not.toBeInTheDocument();
});

it("offers no way to sign out where the proxy alone knows who one is", async () => {
  await openMenu(false);
  expect(await screen.findByRole("menuitem", { name: "Your groups" })).toBeVisible();
  expect(screen.queryByRole("menuitem", { name: "Sign out" })).not.toBeInTheDocument();
});
