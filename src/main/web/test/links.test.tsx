import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keyDurations } from "../src/shared/roles/durations";
import { open, openStrictly } from "./open";
import { ME, role, roleList, serve } from "./server";

const HAND_OFF = "POST /api/v3/hand-offs/h-1";

describe("a link from Slack", () => {
  it("opens once, on its role, with the length of life that was asked for in Slack", async () => {
    const reader = role("billing-reader", { maxDurationSeconds: 14_400 });
    const calls = serve({ [HAND_OFF]: [200, reader], "GET /api/v3/roles": roleList(reader) });
    openStrictly("/go/h-1?for=5400");
    expect(await screen.findByRole("heading", { name: "billing-reader in billing-prod" })).toBeVisible();
    expect(screen.getAllByRole("link", { name: /AWS console/ })).toHaveLength(1);
    expect(screen.getByRole("link", { name: /Open AWS console/ })).toBeVisible();
    expect(screen.getByText("weep file billing-reader")).toBeVisible();
    expect(screen.getByRole("button", { name: /Keys live 1 h 30 min/ })).toBeVisible();
    expect(calls.filter((each) => each.route === HAND_OFF)).toHaveLength(1);
  });

  it("offers no console for a role that is for the CLI alone", async () => {
    const pipeline = role("pipeline", { cliOnly: true });
    serve({ [HAND_OFF]: [200, pipeline], "GET /api/v3/roles": roleList(pipeline) });
    open("/go/h-1");
    expect(await screen.findByRole("heading", { name: "pipeline in billing-prod" })).toBeVisible();
    expect(screen.queryByRole("link", { name: /console/ })).not.toBeInTheDocument();
  });

  it("says that it was used, and where to go from there", async () => {
    serve({ [HAND_OFF]: [404, { detail: "No such link." }] });
    open("/go/h-1");
    expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Go to the roles" })).toHaveAttribute("href", "/");
  });

  it("tells what went wrong when it did not open for another reason", async () => {
    serve({ [HAND_OFF]: [503, { detail: "Redis did not answer." }] });
    open("/go/h-1");
    expect(await screen.findByText("Redis did not answer.")).toBeVisible();
  });

  it("is no page of ours while Slack is switched off", async () => {
    const calls = serve({
      "GET /api/v3/me": [200, { ...ME, features: { challenge: true, slack: false, signOut: false } }],
    });
    open("/go/h-1");
    expect(await screen.findByRole("heading", { name: /no such page/i })).toBeVisible();
    expect(calls.map((each) => each.route)).not.toContain(HAND_OFF);
  });
});

describe("the length of life of keys", () => {
  it("is an hour unless said otherwise, and never more than the role allows", () => {
    expect(keyDurations(14_400, null)).toEqual({ offered: [900, 3_600, 7_200, 14_400], preselected: 3_600 });
    expect(keyDurations(1_800, null)).toEqual({ offered: [900, 1_800], preselected: 1_800 });
  });

  it("is the nearest one allowed when more or less was wished for", () => {
    expect(keyDurations(7_200, 43_200).preselected).toBe(7_200);
    expect(keyDurations(7_200, 60).preselected).toBe(900);
    expect(keyDurations(7_200, 5_400)).toEqual({ offered: [900, 3_600, 5_400, 7_200], preselected: 5_400 });
  });
});

describe("the help menu", () => {
  it("leads to this installation's own documentation and support", async () => {
    const links = { documentation: "https://docs.example.com/", support: "https://chat.example.com/" };
    serve({ "GET /api/v3/me": [200, { ...ME, links }], "GET /api/v3/roles": roleList() });
    open("/");
    await userEvent.click((await screen.findAllByRole("button", { name: "Help" }))[0] as HTMLElement);
    expect(await screen.findByRole("menuitem", { name: /Documentation/ })).toHaveAttribute(
      "href",
      links.documentation,
    );
    expect(screen.getByRole("menuitem", { name: /Support/ })).toHaveAttribute("href", links.support);
  });

  it("shows the keys", async () => {
    serve({ "GET /api/v3/roles": roleList() });
    open("/");
    await userEvent.click((await screen.findAllByRole("button", { name: "Help" }))[0] as HTMLElement);
    expect(screen.queryByRole("menuitem", { name: /Documentation/ })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole("menuitem", { name: "Keyboard shortcuts" }));
    expect(await screen.findByRole("heading", { name: "Keys" })).toBeVisible();
  });
});
