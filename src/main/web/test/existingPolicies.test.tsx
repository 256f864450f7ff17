import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { request, ROLE, RULING } from "./requestFixtures";
import { type Answers, serve } from "./server";

const POLICIES = "/api/v3/policies/inline";
const LIVE = '{"Version":"2012-10-17","Statement":[]}';
const CHECK = {
  findings: [],
  risk: "low",
  difference: { words: ["Adds nothing"], rows: [] },
  size: null,
  before: LIVE,
  notLookedAt: "",
};

function serveRole(more: Answers = {}) {
  return serve({
    "GET /api/v3/askable-roles": [200, { roles: [ROLE], complete: true }],
    "POST /api/v3/rules": [200, RULING],
    "POST /api/v3/policies/check": [200, CHECK],
    [`GET ${POLICIES}`]: [200, { role: ROLE.arn, names: ["invoices", "read-logs"] }],
    [`GET ${POLICIES}/invoices`]: [200, { name: "invoices", document: LIVE }],
    "POST /api/v3/requests": [200, request("plan")],
    ...more,
  });
}

function openFor(what: "put" | "delete", more = "") {
  open(`/request?what=${what}&role=${encodeURIComponent(ROLE.arn)}${more}`);
}

it("puts the text that AWS has of a policy that is picked into the editor", async () => {
  serveRole();
  openFor("put");
  await userEvent.click(await screen.findByLabelText("Policy name (optional)"));
  await userEvent.click(await screen.findByRole("option", { name: "invoices" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Policy" })).toHaveValue(LIVE));
});

it("keeps what was written already, and offers the text that AWS has", async () => {
  serveRole();
  openFor("put");
  const editor = await screen.findByRole("textbox", { name: "Policy" });
  fireEvent.change(editor, { target: { value: "{}" } });
  fireEvent.change(screen.getByLabelText("Policy name (optional)"), { target: { value: "invoices" } });
  await userEvent.click(await screen.findByRole("button", { name: "Take the text that AWS has now" }));
  expect(editor).toHaveValue(LIVE);
});

it("shows what a policy that is to go says now", async () => {
  serveRole();
  openFor("delete", "&policy=invoices");
  expect(await screen.findByLabelText("the text of invoices")).toHaveTextContent(LIVE);
});

it("lets one type the name where AWS does not say which policies there are", async () => {
  const calls = serveRole({ [`GET ${POLICIES}`]: [503, { detail: "AWS does not answer just now." }] });
  openFor("delete", "&policy=old");
  await waitFor(() => expect(calls.some((each) => each.route === "POST /api/v3/requests")).toBe(true));
});

it("takes no name that AWS would not", async () => {
  const calls = serveRole();
  openFor("put", "&policy=no+spaces&why=INC-1");
  fireEvent.change(await screen.findByRole("textbox", { name: "Policy" }), { target: { value: "{}" } });
  await userEvent.click(screen.getByRole("button", { name: "Send request" }));
  expect(await screen.findAllByText("A name has 1 to 128 letters, digits or _+=,.@-")).not.toHaveLength(0);
  expect(calls.some((each) => each.route === "POST /api/v3/requests")).toBe(false);
});
