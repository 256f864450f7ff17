import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RequestDetail } from "../src/shared/requests/contract";
import { open } from "./open";
import { DECIDES, request } from "./requestFixtures";
import { type Answer, serve } from "./server";

const NOT_TAKEN = "Some of your decisions were not taken.";

/** Three that wait; a decision is answered as given, and one that was taken waits no more. */
function inbox(decisions: Record<string, () => Answer>) {
  const left = new Map<string, RequestDetail>();
  for (const id of ["r-1", "r-2", "r-3"]) {
    left.set(id, request(id, { rights: DECIDES, hash: id, requester: `${id}@example.com` }));
  }
  const decide = (id: string) => {
    const answer = decisions[id]?.() ?? ([200, request(id, { state: "rejected" })] satisfies Answer);
    if (answer[0] === 200) {
      left.delete(id);
    }
    return answer;
  };
  const routes = [...left.keys()].flatMap((id) => [
    [`POST /api/v3/requests/${id}/decision`, () => decide(id)],
    [`GET /api/v3/requests/${id}`, [200, request(id, { state: "rejected" })] satisfies Answer],
  ]);
  serve({
    "GET /api/v3/inbox": () => [
      200,
      { requests: [...left.values()], count: left.size, more: false, unreadable: 0 },
    ],
    ...(Object.fromEntries(routes) as Record<string, Answer | (() => Answer)>),
  });
  open("/inbox");
}

async function pick(...ids: string[]) {
  for (const id of ids) {
    await userEvent.click(await screen.findByRole("checkbox", { name: new RegExp(`${id}@`) }));
  }
}

async function denyPicked() {
  await userEvent.click(screen.getByRole("button", { name: "Deny picked" }));
  return within(await screen.findByRole("dialog", { name: /^Deny these/ }));
}

it("keeps a reason for the requests that it was written about, and for no others", async () => {
  inbox({});
  await pick("r-1", "r-2");
  let dialog = await denyPicked();
  await userEvent.type(dialog.getByLabelText("Reason"), "Twice asked");
  await userEvent.click(dialog.getByRole("button", { name: "Not now" }));
  dialog = await denyPicked();
  expect(dialog.getByLabelText("Reason")).toHaveValue("Twice asked");
  await userEvent.click(dialog.getByRole("button", { name: "Not now" }));
  await pick("r-2", "r-3");
  dialog = await denyPicked();
  expect(dialog.getByLabelText("Reason")).toHaveValue("");
});

it("says no longer that a decision was not taken once it was", async () => {
  const answers: Answer[] = [[503, { detail: "DynamoDB did not answer." }]];
  inbox({ "r-2": () => answers.shift() ?? [200, request("r-2", { state: "rejected" })] });
  await pick("r-1", "r-2");
  const dialog = await denyPicked();
  await userEvent.type(dialog.getByLabelText("Reason"), "Twice asked");
  await userEvent.click(dialog.getByRole("button", { name: "Deny" }));
  expect(await dialog.findByText(/DynamoDB did not answer/)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Not now" }));
  expect(await screen.findByText(NOT_TAKEN)).toBeVisible();
  const rows = screen.getAllByRole("listitem");
  const row = rows.find((each) => each.textContent.includes("r-2@example.com asks")) as HTMLElement;
  await userEvent.click(within(row).getByRole("button", { name: /^Deny/ }));
  const again = within(await screen.findByRole("dialog", { name: /^Deny/ }));
  await userEvent.type(again.getByLabelText("Reason"), "Twice asked");
  await userEvent.click(again.getByRole("button", { name: "Deny" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: /^Deny/ })).not.toBeInTheDocument());
  expect(screen.queryByText(NOT_TAKEN)).not.toBeInTheDocument();
});
