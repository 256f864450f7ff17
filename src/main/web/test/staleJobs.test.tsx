import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { open } from "./open";
import { type Answers, ME, serve } from "./server";

const RUN = {
  id: "01J",
  job: "aggregate",
  batchStatus: "STARTED",
  exitStatus: null,
  heldBack: null,
  startedAt: "2030-01-01T00:00:00Z",
  endedAt: null,
  startedBy: "schedule",
  node: "a",
  total: 0,
  done: 0,
  failed: 0,
  accounts: [],
};
const BROKEN: Answers[string] = [503, { detail: "DynamoDB did not answer." }];

function jobs(run: object): Answers {
  const job = { id: "aggregate", description: "", schedule: "hourly", nextRunAt: null, lastRun: null };
  return {
    "GET /api/v3/me": [200, { ...ME, administrator: true }],
    "GET /api/v3/jobs": [200, { jobs: [{ ...job, running: run }] }],
    "GET /api/v3/jobs/runs": [200, { runs: [run] }],
    "GET /api/v3/jobs/runs/01J": [200, run],
    "GET /api/v3/freshness": [200, { kinds: ["iam"], accounts: [] }],
  };
}

it("says of each table that it is old when it could not be brought up to date", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  serve(jobs(RUN));
  open("/jobs");
  await screen.findByRole("table", { name: "Runs" });
  serve({
    ...jobs(RUN),
    "GET /api/v3/jobs": BROKEN,
    "GET /api/v3/jobs/runs": BROKEN,
    "GET /api/v3/freshness": BROKEN,
  });
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  for (const what of ["The list of jobs", "The past runs", "The freshness of the accounts"]) {
    expect(await screen.findByText(new RegExp(`${what} could not be brought up to date`))).toBeVisible();
  }
  expect(screen.getByRole("table", { name: "Runs" })).toBeVisible();

  serve(jobs(RUN));
  await user.click(screen.getByRole("button", { name: "Try again: The past runs" }));
  await vi.waitFor(() =>
    expect(screen.queryByText(/The past runs could not be brought up to date/)).not.toBeInTheDocument(),
  );
});

it("says of one run that it is old when it could not be brought up to date", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  serve(jobs(RUN));
  open("/jobs/runs/01J");
  await screen.findByRole("heading", { name: "Run of aggregate" });
  serve({ ...jobs(RUN), "GET /api/v3/jobs/runs/01J": BROKEN });
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(await screen.findByText(/The run could not be brought up to date/)).toBeVisible();
});

it("counts no accounts of a job that has none", async () => {
  serve(jobs(RUN));
  open("/jobs");
  expect(await screen.findByRole("button", { name: "Stop aggregate" })).toBeVisible();
  expect(document.body).not.toHaveTextContent("0 of 0");
});

it("counts the accounts that are through and those that failed, though the list names none", async () => {
  serve(jobs({ ...RUN, total: 40, done: 12, failed: 3 }));
  open("/jobs");
  expect(await screen.findByText("12 of 40 accounts, 3 failed")).toBeVisible();
});
