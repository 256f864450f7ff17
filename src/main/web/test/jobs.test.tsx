import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { ME, serve } from "./server";

const ACCOUNT_IAM = {
  id: "account-iam",
  description: "",
  schedule: "hourly",
  nextRunAt: null,
  lastRun: null,
  running: null,
};

const HELD_BACK = "not published: entries from role tags would fall from 60 to 4, more than 50 %";
const RUN = {
  id: "01J",
  job: "authorization",
  batchStatus: "FAILED",
  exitStatus: `HELD_BACK: ${HELD_BACK}`,
  heldBack: HELD_BACK,
  startedAt: "2030-01-01T00:00:00Z",
  endedAt: "2030-01-01T00:00:01Z",
  startedBy: "schedule",
  node: "a",
  total: 0,
  done: 0,
  accounts: [],
};

function serveHeldBack() {
  return serve({
    "GET /api/v3/me": [200, { ...ME, administrator: true }],
    "GET /api/v3/jobs": [200, { jobs: [{ ...ACCOUNT_IAM, id: "authorization", lastRun: RUN }] }],
    "GET /api/v3/jobs/runs": [200, { runs: [RUN] }],
    "GET /api/v3/freshness": [200, { kinds: ["iam"], accounts: [] }],
    "POST /api/v3/jobs/authorization/runs": [202, {}],
  });
}

function serveCell(cell: object) {
  return serve({
    "GET /api/v3/me": [200, { ...ME, administrator: true }],
    "GET /api/v3/jobs": [200, { jobs: [ACCOUNT_IAM] }],
    "GET /api/v3/jobs/runs": [200, { runs: [] }],
    "GET /api/v3/freshness": [
      200,
      {
        kinds: ["iam"],
        accounts: [
          { accountId: "200000000002", accountName: "lab", cells: [{ kind: "iam", asOf: null, ...cell }] },
        ],
      },
    ],
    "POST /api/v3/jobs/account-iam/runs": [202, {}],
  });
}

it("tells the last error of an account in AWS's words and runs the job that reads it", async () => {
  const calls = serveCell({ state: "FAILED", error: "AccessDenied: not authorized" });
  open("/jobs");
  await userEvent.click(await screen.findByRole("button", { name: "Failed" }));
  expect(await screen.findByText("AccessDenied: not authorized")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Run account-iam now" }));
  await waitFor(() =>
    expect(calls.some((each) => each.route === "POST /api/v3/jobs/account-iam/runs")).toBe(true),
  );
});

it("says why an account is left out, and offers no run that would not read it", async () => {
  serveCell({ state: "LEFT_OUT", error: "The account is suspended." });
  open("/jobs");
  expect(await screen.findByText("1 left out")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Left out" }));
  expect(await screen.findByText("The account is suspended.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Run account-iam now" })).not.toBeInTheDocument();
});

it("publishes a mapping that drops access only for an administrator who saw the figures and typed the word", async () => {
  const calls = serveHeldBack();
  const starts = () => calls.filter((each) => each.route === "POST /api/v3/jobs/authorization/runs");
  open("/jobs");
  expect(await screen.findByText("authorization was held back: people would lose access.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Publish all the same" }));
  const dialog = await screen.findByRole("dialog", { name: /people lose access/ });
  expect(dialog).toHaveTextContent(HELD_BACK);
  expect(within(dialog).getByRole("button", { name: "Publish" })).toBeDisabled();
  expect(starts()).toHaveLength(0);

  await userEvent.type(within(dialog).getByLabelText("To publish, type publish"), "publish");
  await userEvent.click(within(dialog).getByRole("button", { name: "Publish" }));
  await waitFor(() => expect(starts().map((each) => each.query)).toEqual(["accept_drop=true"]));
});

it("runs a job that was held back as usual from its own button", async () => {
  const calls = serveHeldBack();
  open("/jobs");
  await userEvent.click(await screen.findByRole("button", { name: "Run now: authorization" }));
  await waitFor(() => {
    const start = calls.find((each) => each.route === "POST /api/v3/jobs/authorization/runs");
    expect(start?.query).toBe("");
  });
});
