import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { leaving } from "../src/shared/leave";
import { open } from "./open";
import { type Answer, type Answers, ME, roleList, serve } from "./server";

const ENDED: Answer = [401, { detail: "Expired." }];
const ROUTES: Answers = {
  "GET /api/v3/roles": roleList(),
  "GET /api/v3/askable-roles": [200, { roles: [], complete: true }],
};

afterEach(() => vi.restoreAllMocks());

/** The reason typed into the form of the page. */
async function typeReason() {
  open("/request");
  const why = await screen.findByRole("textbox", { name: "Why" });
  fireEvent.change(why, { target: { value: "Rotate the key" } });
}

function reason() {
  return screen.getByDisplayValue("Rotate the key");
}

/** Any call that is refused shows that the sign-in ended; the search is one that every page has. */
function search() {
  const field = document.querySelector<HTMLInputElement>("#top-bar input[placeholder='Search roles']");
  fireEvent.change(field as HTMLInputElement, { target: { value: "x" } });
}

it("keeps what was typed when the sign-in ends, and goes on after another sign-in", async () => {
  serve(ROUTES);
  await typeReason();
  serve({ ...ROUTES, "GET /api/v3/me": ENDED, "GET /api/v3/roles/search": ENDED });
  search();
  expect(await screen.findByRole("dialog", { name: "You are signed out" })).toHaveTextContent("Expired.");
  expect(reason()).toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  expect(await screen.findByRole("dialog", { name: "You are signed out" })).toBeVisible();
  serve(ROUTES);
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  await waitFor(() =>
    expect(screen.queryByRole("dialog", { name: "You are signed out" })).not.toBeInTheDocument(),
  );
  expect(reason()).toBeVisible();
});

it("begins anew when another person signed in meanwhile, so that nothing of the first one's stays", async () => {
  const again = vi.spyOn(leaving, "again").mockImplementation(() => undefined);
  serve(ROUTES);
  await typeReason();
  serve({ ...ROUTES, "GET /api/v3/me": ENDED, "GET /api/v3/roles/search": ENDED });
  search();
  await screen.findByRole("dialog", { name: "You are signed out" });
  serve({ ...ROUTES, "GET /api/v3/me": [200, { ...ME, user: "approver@example.com" }] });
  await userEvent.click(screen.getByRole("button", { name: "Go on" }));
  await waitFor(() => expect(again).toHaveBeenCalledOnce());
  expect(screen.queryByDisplayValue("Rotate the key")).not.toBeInTheDocument();
});

it("takes a proxy's way to its sign-in for the end of one's own, not for a lost network", async () => {
  serve(ROUTES);
  await typeReason();
  const ways = new Set<RequestRedirect | undefined>();
  vi.stubGlobal("fetch", (_path: string, { redirect }: RequestInit) => {
    ways.add(redirect);
    return Promise.resolve(Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" }));
  });
  search();
  expect(await screen.findByRole("dialog", { name: "You are signed out" })).toHaveTextContent(
    "Your sign-in has ended.",
  );
  expect(reason()).toBeInTheDocument();
  expect([...ways]).toEqual(["manual"]);
});
