import { screen, waitFor } from "@testing-library/react";
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
