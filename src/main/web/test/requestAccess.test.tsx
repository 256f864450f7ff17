import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { request, ROLE, RULING } from "./requestFixtures";
import { type Answers, ME, serve } from "./server";

const ROLE_IN_LINK = encodeURIComponent(ROLE.arn);
const CHECK = {
  findings: [
    {
      level: "warning",
      code: "unknown_action",
      risk: "low",
      where: "Statement[0].Action",
      line: 7,
      sentence: "s3:GetObjekt is no action: s3:GetObject?",
    },
  ],
  risk: "low",
  difference: { words: ["Adds read to the bucket invoices"], rows: [] },
  size: { document: 120, others: 80, limit: 10_240 },
  before: null,
  notLookedAt: "Not looked at: other policies.",
};

function serveForm(more: Answers = {}) {
  return serve({
    "GET /api/v3/askable-roles": [200, { roles: [ROLE], complete: true }],
    "POST /api/v3/rules": [200, { ...RULING, usualMinutes: 6 }],
    "POST /api/v3/policies/check": [200, CHECK],
    "POST /api/v3/requests": [201, request("r-9")],
    "GET /api/v3/requests/r-9": [200, request("r-9")],
    ...more,
  });
}

it("asks for a role that was searched for, and says before who will be asked", async () => {
  const calls = serveForm();
  open("/request");
  await userEvent.click(await screen.findByRole("button", { name: /^Role/ }));
  await userEvent.click(await screen.findByText("billing-prod · admin"));
  expect(await screen.findByText("One of these decides: billing-owners.")).toBeVisible();
  expect(screen.getByText(/^Usually decided in 6 min\./)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "4 h" }));
  await userEvent.type(screen.getByLabelText("Why"), "Rotate the key, INC-4711");
  await userEvent.click(screen.getByRole("button", { name: "Send request" }));
  await waitFor(() => expect(window.location.pathname).toBe("/requests/r-9"));
  expect(calls.find((each) => each.route === "POST /api/v3/requests")?.body).toMatchObject({
    role: ROLE.arn,
    changes: [{ kind: "role", minutes: 240 }],
    justification: "Rotate the key, INC-4711",
  });
  expect(window.localStorage.getItem(`consoleme.reasons.${ME.user}`)).toContain("INC-4711");
});

it("says what is missing, and sends nothing", async () => {
  const calls = serveForm();
  open("/request");
  await userEvent.click(await screen.findByRole("button", { name: "Send request" }));
  expect(await screen.findAllByText("Choose a role.")).not.toHaveLength(0);
  expect(screen.getAllByText("Say why; the approvers read it.")).not.toHaveLength(0);
  expect(calls.some((each) => each.route === "POST /api/v3/requests")).toBe(false);
});

it("holds to the rule's bound", async () => {
  serveForm({ "POST /api/v3/rules": [200, { ...RULING, maxMinutes: 120 }] });
  open(`/request?role=${ROLE_IN_LINK}`);
  expect(await screen.findByText("15 min to 2 h")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Other" }));
  const other = screen.getByLabelText("Another length");
  await userEvent.clear(other);
  await userEvent.type(other, "3 h");
  expect(await screen.findByText("The rule allows 2 h.")).toBeVisible();
});

it("says that a rule approves at once, or that nobody can", async () => {
  serveForm({ "POST /api/v3/rules": [200, { ...RULING, closed: "You are all who could." }] });
  open(`/request?role=${ROLE_IN_LINK}`);
  expect(await screen.findByText("You are all who could.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Send request" })).toBeDisabled();
});

it("takes a recent reason by a click", async () => {
  window.localStorage.setItem(`consoleme.reasons.${ME.user}`, JSON.stringify(["INC-1 as last week"]));
  serveForm();
  open("/request");
  await userEvent.click(await screen.findByRole("button", { name: "INC-1 as last week" }));
  expect(screen.getByLabelText("Why")).toHaveValue("INC-1 as last week");
});

it("looks at a policy as one writes it: what it adds in words, findings with their line, its size", async () => {
  const calls = serveForm();
  open(`/request?what=put&role=${ROLE_IN_LINK}`);
  const editor = await screen.findByRole("textbox", { name: "Policy" });
  expect(calls.some((each) => each.route === "POST /api/v3/policies/check")).toBe(false);
  fireEvent.change(editor, { target: { value: '{"Version": "2012-10-17"}' } });
  expect(await screen.findByText("Adds read to the bucket invoices")).toBeVisible();
  expect(screen.getByText("s3:GetObjekt is no action: s3:GetObject?")).toBeVisible();
  expect(screen.getByText("Line 7, Statement[0].Action")).toBeVisible();
  expect(screen.getByText("200 of 10,240 characters, spaces aside")).toBeVisible();
});

it("sends a policy's text exactly as it was written", async () => {
  const calls = serveForm();
  open(`/request?what=put&role=${ROLE_IN_LINK}&why=INC-1`);
  const text = '{ "Version":"2012-10-17",\n\t"Statement": [] }';
  fireEvent.change(await screen.findByRole("textbox", { name: "Policy" }), { target: { value: text } });
  await userEvent.click(screen.getByRole("button", { name: "Send request" }));
  await waitFor(() =>
    expect(calls.find((each) => each.route === "POST /api/v3/requests")?.body).toMatchObject({
      changes: [{ kind: "put_inline_policy", policyName: null, document: text }],
    }),
  );
});

it("completes actions by the keyboard", async () => {
  const calls = serveForm({
    "GET /api/v3/policies/actions": [200, { completions: ["s3:GetObject", "s3:GetObjectAcl"] }],
  });
  open(`/request?what=put&role=${ROLE_IN_LINK}`);
  const editor = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Policy" });
  const text = '{"Statement": {"Action": ["s3:Get';
  fireEvent.change(editor, { target: { value: text, selectionStart: text.length } });
  expect(await screen.findByRole("option", { name: "s3:GetObjectAcl" })).toBeVisible();
  expect(calls.find((each) => each.route.endsWith("/actions"))?.query).toBe("typed=s3%3AGet&limit=20");
  fireEvent.keyDown(editor, { key: "ArrowDown" });
  fireEvent.keyDown(editor, { key: "Enter" });
  expect(editor).toHaveValue('{"Statement": {"Action": ["s3:GetObjectAcl');
  expect(screen.queryByRole("listbox", { name: "Actions" })).not.toBeInTheDocument();
});

it("asks for a policy to be taken off, and says before what goes", async () => {
  const planned = request("plan", {});
  planned.changes = planned.changes.map((each) => ({
    ...each,
    kind: "delete_inline_policy",
    difference: { words: ["Removes read to the bucket invoices"], rows: [] },
  }));
  const calls = serveForm({
    "GET /api/v3/policies/inline": [200, { role: ROLE.arn, names: ["invoices"] }],
    "POST /api/v3/requests": ({ body }) =>
      (body as { dryRun?: boolean }).dryRun === true ? [200, planned] : [201, request("r-9")],
  });
  open(`/request?what=delete&role=${ROLE_IN_LINK}&policy=invoices&why=INC-1`);
  expect(await screen.findByText("Removes read to the bucket invoices")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Send request" }));
  await waitFor(() => expect(window.location.pathname).toBe("/requests/r-9"));
  expect(calls.filter((each) => each.route === "POST /api/v3/requests").at(-1)?.body).toMatchObject({
    changes: [{ kind: "delete_inline_policy", policyName: "invoices" }],
  });
});

it("keeps what was written when the server refuses it", async () => {
  serveForm({ "POST /api/v3/requests": [403, { detail: "This role is protected." }] });
  open(`/request?role=${ROLE_IN_LINK}&why=INC-1`);
  await userEvent.click(await screen.findByRole("button", { name: "Send request" }));
  expect(await screen.findByText("This role is protected.")).toBeVisible();
  expect(screen.getByLabelText("Why")).toHaveValue("INC-1");
});
