import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { DECIDES, request } from "./requestFixtures";
import { type Answer, type Call, serve } from "./server";

const ONE = "GET /api/v3/requests/r-1";
const DECISION = "POST /api/v3/requests/r-1/decision";
const AWAY: Answer = [503, { detail: "DynamoDB did not answer." }];
const REASON = "Ask for the reader.";

function decisions(calls: Call[]) {
  return calls.filter((each) => each.route.endsWith("/decision"));
}

async function denyWith(reason: string, button: RegExp | string) {
  await userEvent.click(await screen.findByRole("button", { name: button }));
  const dialog = await screen.findByRole("dialog", { name: /^Deny/ });
  await userEvent.type(within(dialog).getByLabelText("Reason"), reason);
  await userEvent.click(within(dialog).getByRole("button", { name: "Deny" }));
  return dialog;
}

it("keeps what was typed where the server does not answer, and can be tried again", async () => {
  let now = request("r-1", { rights: DECIDES });
  const answers = [
    () => AWAY,
    (): Answer => {
      now = request("r-1", { state: "rejected", endedBy: "ann@example.com" });
      return [200, now];
    },
  ];
  const calls = serve({ [ONE]: () => [200, now], [DECISION]: () => answers.shift()?.() ?? AWAY });
  open("/requests/r-1");
  const dialog = await denyWith(REASON, /^Deny/);
  expect(await within(dialog).findByText("DynamoDB did not answer.")).toBeVisible();
  expect(within(dialog).getByLabelText("Reason")).toHaveValue(REASON);
  await userEvent.click(within(dialog).getByRole("button", { name: "Deny" }));
  expect(await screen.findByText("Denied by ann@example.com")).toBeVisible();
  expect(screen.queryByRole("dialog", { name: /^Deny/ })).not.toBeInTheDocument();
  expect(decisions(calls).map((each) => each.body)).toEqual([
    { verdict: "reject", hash: "hash-1", reason: REASON },
    { verdict: "reject", hash: "hash-1", reason: REASON },
  ]);
});

it("asks to look again where the request changed, and keeps the reason for the next question", async () => {
  let hash = "hash-1";
  const calls = serve({
    [ONE]: () => [200, request("r-1", { rights: DECIDES, hash })],
    [DECISION]: () => {
      hash = "hash-2";
      return [409, { detail: "The request changed since you looked at it." }];
    },
  });
  open("/requests/r-1");
  const dialog = await denyWith(REASON, /^Deny/);
  expect(await within(dialog).findByText("The request changed since you looked at it.")).toBeVisible();
  expect(within(dialog).getByRole("button", { name: "Deny" })).toBeDisabled();
  await userEvent.click(within(dialog).getByRole("button", { name: "Look again" }));
  await userEvent.click(screen.getByRole("button", { name: /^Deny/ }));
  const again = await screen.findByRole("dialog", { name: /^Deny/ });
  expect(within(again).getByLabelText("Reason")).toHaveValue(REASON);
  await userEvent.click(within(again).getByRole("button", { name: "Deny" }));
  await waitFor(() => expect(decisions(calls).at(-1)?.body).toMatchObject({ hash: "hash-2" }));
});

it("keeps the question about several, with its reason, for those that were not taken", async () => {
  const answers: Answer[] = [AWAY, [200, request("r-2", { state: "rejected" })]];
  const waiting = [request("r-1", { rights: DECIDES }), request("r-2", { rights: DECIDES, hash: "hash-2" })];
  const calls = serve({
    "GET /api/v3/inbox": () => [200, { requests: waiting, count: 2, more: false, unreadable: 0 }],
    [ONE]: [200, request("r-1", { state: "rejected" })],
    "GET /api/v3/requests/r-2": [200, request("r-2", { state: "rejected" })],
    [DECISION]: [200, request("r-1", { state: "rejected" })],
    "POST /api/v3/requests/r-2/decision": () => answers.shift() ?? AWAY,
  });
  open("/inbox");
  for (const box of await screen.findAllByRole("checkbox")) {
    await userEvent.click(box);
  }
  const dialog = await denyWith(REASON, "Deny picked");
  expect(await within(dialog).findByText(/DynamoDB did not answer/)).toBeVisible();
  expect(within(dialog).getByLabelText("Reason")).toHaveValue(REASON);
  await userEvent.click(within(dialog).getByRole("button", { name: "Deny" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: /^Deny/ })).not.toBeInTheDocument());
  expect(decisions(calls).map((each) => each.route)).toEqual([
    DECISION,
    "POST /api/v3/requests/r-2/decision",
    "POST /api/v3/requests/r-2/decision",
  ]);
});
