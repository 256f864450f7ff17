import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { ME, serve } from "./server";

it("tells the last error of an account in AWS's words and runs the job that reads it", async () => {
  const calls = serve({
    "GET /api/v3/me": [200, { ...ME, administrator: true }],
    "GET /api/v3/jobs": [
      200,
      {
        jobs: [
          {
            id: "account-iam",
            description: "",
            schedule: "hourly",
            nextRunAt: null,
            lastRun: null,
            running: null,
          },
        ],
      },
    ],
    "GET /api/v3/jobs/runs": [200, { runs: [] }],
    "GET /api/v3/freshness": [
      200,
      {
        kinds: ["iam"],
        accounts: [
          {
            accountId: "200000000002",
            accountName: "lab",
            status: "ACTIVE",
            cells: [{ kind: "iam", state: "FAILED", asOf: null, error: "AccessDenied: not authorized" }],
          },
        ],
      },
    ],
    "POST /api/v3/jobs/account-iam/runs": [202, {}],
  });
  open("/jobs");
  await userEvent.click(await screen.findByRole("button", { name: "Failed" }));
  expect(await screen.findByText("AccessDenied: not authorized")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Run account-iam now" }));
  await waitFor(() =>
    expect(calls.some((each) => each.route === "POST /api/v3/jobs/account-iam/runs")).toBe(true),
  );
});
