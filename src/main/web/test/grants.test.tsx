import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { FakeStream } from "./fakeStream";
import { open } from "./open";
import { grant, request, ROLE, RULING } from "./requestFixtures";
import { ME, role, roleList, serve } from "./server";

const GRANTS = "GET /api/v3/grants";
const PAST = grant("g-2", {
  live: false,
  end: "2030-01-01T02:00:00Z",
  start: "2030-01-01T00:00:00Z",
  ended: { how: "returned", by: ME.user, at: "2030-01-01T00:30:00Z" },
});

it("shows what is left of a grant, and opens its role", async () => {
  serve({
    [GRANTS]: [200, { live: [grant("g-1")], past: [] }],
    "GET /api/v3/roles": roleList(role("admin", { arn: ROLE.arn })),
  });
  open("/grants");
  expect(await screen.findByText(/^59 min left$|^1 h left$/)).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Use admin in billing-prod" }));
  expect(await screen.findByLabelText("the weep file line")).toHaveTextContent("weep file admin");
});

it("returns a grant after saying what of it lives on", async () => {
  let live = [grant("g-1")];
  const calls = serve({
    [GRANTS]: () => [200, { live, past: live.length === 0 ? [PAST] : [] }],
    "POST /api/v3/grants/g-1/return": () => {
      live = [];
      return [200, { grant: PAST, keysUntil: PAST.end, others: [], othersKnown: true }];
    },
  });
  open("/grants");
  await userEvent.click(await screen.findByRole("button", { name: "Return admin in billing-prod" }));
  const dialog = await screen.findByRole("dialog", { name: /^Return/ });
  expect(within(dialog).getByText(/Keys that you have already work until they expire/)).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "Return" }));
  expect(await screen.findByText("No grant of yours is live.")).toBeVisible();
  expect(screen.getByText("Returned")).toBeVisible();
  expect(calls.filter((each) => each.route.endsWith("/return"))).toHaveLength(1);
});

it("keeps saying until when keys work and what else gives the role, when the returned grant is off the list", async () => {
  FakeStream.install();
  let live = [grant("g-1")];
  serve({
    [GRANTS]: () => [200, { live, past: [] }],
    "POST /api/v3/grants/g-1/return": () => {
      const ended = grant("g-1", { live: false });
      const others = [{ kind: "group", name: "finops" }];
      return [200, { grant: ended, keysUntil: ended.end, others, othersKnown: true }];
    },
  });
  open("/grants");
  await userEvent.click(await screen.findByRole("button", { name: "Return admin in billing-prod" }));
  const dialog = await screen.findByRole("dialog", { name: /^Return/ });
  // The list may hear of the end before the answer is here.
  live = [];
  act(() => FakeStream.last().tell("grant", "g-1"));
  expect(await screen.findByText("No grant of yours is live.")).toBeInTheDocument();
  await userEvent.click(within(dialog).getByRole("button", { name: "Return" }));
  expect(await screen.findByText("Returned: billing-prod · admin")).toBeVisible();
  expect(screen.getByText(/Keys issued before work until/)).toBeVisible();
  expect(screen.getByText(/You still have the role/)).toHaveTextContent("by the group finops.");
  await userEvent.click(screen.getByRole("button", { name: "Dismiss: Returned: billing-prod · admin" }));
  expect(screen.queryByText(/You still have the role/)).not.toBeInTheDocument();
});

it("asks anew for more time, with a reason", async () => {
  const calls = serve({
    [GRANTS]: [200, { live: [grant("g-1")], past: [] }],
    "POST /api/v3/rules": [200, RULING],
    "POST /api/v3/grants/g-1/extension": [201, request("r-9")],
    "GET /api/v3/requests/r-9": [200, request("r-9")],
  });
  open("/grants");
  await userEvent.click(await screen.findByRole("button", { name: "Extend admin in billing-prod" }));
  const dialog = await screen.findByRole("dialog", { name: /^Extend/ });
  expect(await within(dialog).findByText("One of these decides: billing-owners.")).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "Request more time" }));
  expect(await within(dialog).findByText("Say why you need it longer.")).toBeVisible();
  await userEvent.type(within(dialog).getByLabelText("Why"), "Not done yet");
  await userEvent.click(within(dialog).getByRole("button", { name: "Request more time" }));
  await waitFor(() => expect(window.location.pathname).toBe("/requests/r-9"));
  expect(calls.find((each) => each.route.endsWith("/extension"))?.body).toMatchObject({
    minutes: 60,
    justification: "Not done yet",
  });
});

it("teaches where grants come from when there is none", async () => {
  serve({ [GRANTS]: [200, { live: [], past: [] }] });
  open("/grants");
  expect(await screen.findByText("No grant of yours is live.")).toBeVisible();
});

it("says what still works when the grants do not load", async () => {
  serve({ [GRANTS]: [503, { detail: "DynamoDB did not answer." }] });
  open("/grants");
  expect(await screen.findByText("Your grants did not load.")).toBeVisible();
  expect(screen.getByText(/Keys that you have already work until they expire/)).toBeVisible();
});
