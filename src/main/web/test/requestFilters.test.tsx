import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { open } from "./open";
import { request } from "./requestFixtures";
import { serve } from "./server";

const LIST = "GET /api/v3/requests";

it("leaves the filters where they are when the server refuses what they ask for", async () => {
  serve({
    [LIST]: ({ query }) =>
      query.includes("state=applied")
        ? [400, { detail: "no state is called so", field: "state" }]
        : [200, { requests: [request("r-1")], next: null }],
  });
  open("/requests?state=applied&text=zebra");
  expect(await screen.findByText("no state is called so")).toBeVisible();
  expect(screen.getByLabelText("Filter requests")).toHaveValue("zebra");
  await userEvent.click(screen.getByRole("button", { name: /^State/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Any state" }));
  expect(await screen.findByText("INC-4711")).toBeVisible();
  expect(screen.queryByText("no state is called so")).not.toBeInTheDocument();
});

it("leaves the pages where they are when one of them does not load", async () => {
  serve({
    [LIST]: ({ query }) =>
      query.includes("from=more")
        ? [503, { detail: "DynamoDB did not answer." }]
        : [200, { requests: [request("r-1")], next: "more" }],
  });
  open("/requests");
  await screen.findByText("INC-4711");
  await userEvent.click(screen.getByRole("button", { name: "Next page" }));
  expect(await screen.findByText("DynamoDB did not answer.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Previous page" }));
  expect(await screen.findByText("INC-4711")).toBeVisible();
});

it("asks for no more text than the server takes", async () => {
  const calls = serve({ [LIST]: [200, { requests: [], next: null }] });
  open(`/requests?text=${"a".repeat(300)}`);
  const field = await screen.findByLabelText("Filter requests");
  expect(field).toHaveValue("a".repeat(200));
  fireEvent.change(field, { target: { value: "b".repeat(300) } });
  expect(field).toHaveValue("b".repeat(200));
  const asked = () => calls.filter((each) => each.route === LIST).map((each) => each.query);
  await waitFor(() => expect(asked().at(-1)).toBe(`limit=50&text=${"b".repeat(200)}`));
  expect(asked().every((query) => query.length <= "limit=50&text=".length + 200)).toBe(true);
});
