import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RequestDetail } from "../src/shared/requests/contract";
import { open } from "./open";
import { request } from "./requestFixtures";
import { type Call, serve } from "./server";

const LIST = "GET /api/v3/requests";

/** What the list was asked for last. */
function last(calls: Call[]) {
  return calls.filter((each) => each.route === LIST).at(-1)?.query;
}

function page(...requests: RequestDetail[]) {
  return { requests, next: null };
}

it("lists requests with the account's name first, and lets the server filter them", async () => {
  const calls = serve({ [LIST]: [200, page(request("r-1"))] });
  open("/requests");
  expect(await screen.findByRole("link", { name: "billing-prod · admin" })).toHaveAttribute(
    "href",
    "/requests/r-1",
  );
  expect(screen.getByText("Waiting")).toBeVisible();
  await userEvent.type(screen.getByLabelText("Filter requests"), "INC");
  await userEvent.click(screen.getByRole("button", { name: "Mine" }));
  await waitFor(() => expect(calls.at(-1)?.query).toBe("limit=50&mine=true&text=INC"));
  expect(window.location.search).toBe("?mine=true&text=INC");
});

it("goes on from where the page before ended", async () => {
  const calls = serve({
    [LIST]: ({ query }) =>
      query.includes("from=more")
        ? [200, page(request("r-2", { justification: "the second page" }))]
        : [200, { requests: [request("r-1")], next: "more" }],
  });
  open("/requests");
  await screen.findByText("INC-4711");
  await userEvent.click(screen.getByRole("button", { name: "Next page" }));
  expect(await screen.findByText("the second page")).toBeVisible();
  expect(last(calls)).toContain("from=more");
});

it("lets the server turn the order around, from the first page on, and keeps it in the address", async () => {
  const calls = serve({ [LIST]: [200, { requests: [request("r-1")], next: "more" }] });
  open("/requests?state=pending");
  await screen.findByText("INC-4711");
  expect(screen.getByText("The newest first.")).toBeVisible();
  expect(screen.getByRole("columnheader", { name: /^Asked/ })).toHaveAttribute("aria-sort", "descending");
  await userEvent.click(screen.getByRole("button", { name: "Next page" }));
  await waitFor(() => expect(last(calls)).toBe("limit=50&state=pending&from=more"));

  await userEvent.click(screen.getByRole("button", { name: "Asked, the newest first" }));

  await waitFor(() => expect(last(calls)).toBe("limit=50&state=pending&sort=requestedAt"));
  expect(window.location.search).toBe("?state=pending&sort=requestedAt");
  expect(await screen.findByText("The oldest first.")).toBeVisible();
  expect(screen.getByRole("columnheader", { name: /^Asked/ })).toHaveAttribute("aria-sort", "ascending");
  await userEvent.click(screen.getByRole("button", { name: "Asked, the oldest first" }));
  await waitFor(() => expect(window.location.search).toBe("?state=pending"));
});

it("comes in the order of the address, which outlives the filters", async () => {
  const calls = serve({ [LIST]: [200, page()] });
  open("/requests?text=zebra&sort=requestedAt");
  await userEvent.click(await screen.findByRole("button", { name: "Show all requests" }));
  await waitFor(() => expect(last(calls)).toBe("limit=50&sort=requestedAt"));
  expect(window.location.search).toBe("?sort=requestedAt");
});

it("forgets the filter when the list is asked for anew from the side", async () => {
  serve({ [LIST]: [200, page(request("r-1"))] });
  open("/requests?state=applied&text=zebra");
  expect(await screen.findByLabelText("Filter requests")).toHaveValue("zebra");
  await userEvent.click(screen.getByRole("link", { name: "Requests" }));
  await waitFor(() => expect(screen.getByLabelText("Filter requests")).toHaveValue(""));
});

it("teaches what a request is when there is none", async () => {
  serve({ [LIST]: [200, page()] });
  open("/requests");
  expect(await screen.findByText("Nobody has asked for anything yet.")).toBeVisible();
});

it("says what still works when the requests do not load", async () => {
  serve({ [LIST]: [503, { detail: "DynamoDB did not answer.", retryAfter: 5 }] });
  open("/requests");
  expect(await screen.findByText("The requests did not load.")).toBeVisible();
  expect(screen.getByText(/what is approved is applied all the same/)).toBeVisible();
});

it("shows a row that cannot be read as such", async () => {
  serve({ [LIST]: [200, page(request("r-1", { older: true, role: null, unreadable: "no JSON" }))] });
  open("/requests");
  expect(await screen.findByText("Cannot be read: no JSON")).toBeVisible();
  expect(screen.getByRole("link", { name: "Request r-1" })).toBeVisible();
});
