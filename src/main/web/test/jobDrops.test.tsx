import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { type Answer, ME, serve } from "./server";

/** A server on which the last run of a job published nothing, because people would lose access. */
function serveHeldBack(id: string, start: Answer = [202, {}]) {
  const heldBack = "not published: most of it would be gone";
  const run = {
    id: "01J",
    job: id,
    batchStatus: "FAILED",
    exitStatus: `HELD_BACK: ${heldBack}`,
    heldBack,
    startedAt: "2030-01-01T00:00:00Z",
    endedAt: "2030-01-01T00:00:01Z",
    startedBy: "schedule",
    node: "a",
    total: 0,
    done: 0,
    failed: 0,
    accounts: [],
  };
  return serve({
    "GET /api/v3/me": [200, { ...ME, administrator: true }],
    "GET /api/v3/jobs": [
      200,
      { jobs: [{ id, description: "", schedule: "hourly", nextRunAt: null, lastRun: run, running: null }] },
    ],
    "GET /api/v3/jobs/runs": [200, { runs: [run] }],
    "GET /api/v3/freshness": [200, { kinds: ["iam"], accounts: [] }],
    [`POST /api/v3/jobs/${id}/runs`]: start,
  });
}

async function askToPublish() {
  open("/jobs");
  await userEvent.click(await screen.findByRole("button", { name: "Publish all the same" }));
  return screen.findByRole("dialog", { name: /people lose access/ });
}

it("says that accounts which leave the list take their roles from this server's own doors", async () => {
  serveHeldBack("accounts");
  const dialog = await askToPublish();
  expect(dialog).toHaveTextContent(
    "leave this server too: their roles are offered by no door until the list has them again",
  );
  expect(dialog).not.toHaveTextContent("go by what was read from AWS");
});

it("says that a mapping which drops roles leaves this server's own doors alone", async () => {
  serveHeldBack("authorization");
  const dialog = await askToPublish();
  expect(dialog).toHaveTextContent("this server’s own doors go by what was read from AWS");
  expect(dialog).not.toHaveTextContent("leave this server");
});

it("does not repeat what drops access at one click when it did not start", async () => {
  const calls = serveHeldBack("authorization", [409, { detail: "A run is under way." }]);
  const dialog = await askToPublish();
  await userEvent.type(within(dialog).getByLabelText("To publish, type publish"), "publish");
  await userEvent.click(within(dialog).getByRole("button", { name: "Publish" }));
  expect(await screen.findByText("authorization did not start.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Try again" })).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Run now: authorization" }));
  await waitFor(() => expect(calls.filter((each) => each.route.startsWith("POST "))).toHaveLength(2));
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
});
