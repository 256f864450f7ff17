import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { ME, roleList, serve } from "./server";

const CHALLENGE = {
  user: "approver@example.com",
  address: "192.0.2.17",
  createdAt: new Date().toISOString(),
  expiresAt: "2099-01-01T00:00:00Z",
  state: "pending",
  nonce: "n-1",
  signedInAs: "engineer@example.com",
  mayApprove: false,
  elsewhere: null as string | null,
};

it("tells somebody who is not signed in what to do", async () => {
  serve({ "GET /api/v3/me": [403, { detail: "The peer is not a trusted proxy." }] });
  open("/");
  expect(await screen.findByRole("heading", { name: "You are not signed in" })).toBeVisible();
  expect(screen.getByText("The peer is not a trusted proxy.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Sign in again" })).toBeVisible();
});

it("lets one choose whom to be in a local stack", async () => {
  const calls = serve({
    "GET /api/v3/me": [
      401,
      { detail: "Nobody.", people: [{ user: "admin@example.com", groups: [], kind: "" }] },
    ],
    "POST /api/v3/local/person": [204],
  });
  open("/");
  await userEvent.click(await screen.findByRole("button", { name: "Be this one: admin@example.com" }));
  await waitFor(() => expect(calls.at(-1)?.body).toEqual({ user: "admin@example.com" }));
});

it("keeps the administrators' pages from others", async () => {
  serve({ "GET /api/v3/roles": roleList() });
  open("/jobs");
  expect(await screen.findByRole("heading", { name: "This page is for administrators" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Jobs" })).not.toBeInTheDocument();
});

it("does not let the wrong person approve a terminal, and says who is signed in", async () => {
  serve({ "GET /api/v3/challenges/t-1": [200, CHALLENGE] });
  open("/challenge_validator/t-1");
  expect(await screen.findByText("You are signed in as engineer@example.com.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Approve" })).not.toBeInTheDocument();
});

it("offers only to turn a terminal at another address away, and says why", async () => {
  const elsewhere = "This sign-in was started at another address (192.0.2.17) than this browser's.";
  const calls = serve({
    "GET /api/v3/challenges/t-1": [200, { ...CHALLENGE, user: ME.user, elsewhere }],
    "POST /api/v3/challenges/t-1/decision": [200, { state: "denied" }],
  });
  open("/challenge_validator/t-1");
  expect(await screen.findByText(elsewhere)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Approve" })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Not me" }));
  expect(await screen.findByRole("heading", { name: "The terminal was turned away" })).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ nonce: "n-1", approve: false });
});

it("approves a terminal with the nonce that was shown", async () => {
  const calls = serve({
    "GET /api/v3/challenges/t-1": [200, { ...CHALLENGE, user: ME.user, mayApprove: true }],
    "POST /api/v3/challenges/t-1/decision": [200, { state: "approved" }],
  });
  open("/challenge_validator/t-1");
  await userEvent.click(await screen.findByRole("button", { name: "Approve" }));
  expect(await screen.findByRole("heading", { name: "Done" })).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ nonce: "n-1", approve: true });
});

it("links Slack once the person has said so", async () => {
  const calls = serve({
    "GET /api/v3/slack-links/t-2": [
      200,
      { slackName: "Erin", workspaceName: "Example", picture: null, user: ME.user, state: "open" },
    ],
    "POST /api/v3/slack-links/t-2": [200, { state: "linked" }],
  });
  open("/link/slack/t-2");
  await userEvent.click(await screen.findByRole("button", { name: "Link" }));
  expect(await screen.findByRole("heading", { name: "Done" })).toBeVisible();
  expect(calls.at(-1)?.body).toEqual({ link: true });
});
