import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "./open";
import { request } from "./requestFixtures";
import { serve } from "./server";

const ONE = "GET /api/v3/requests/r-1";

it("says before anybody decides that nobody can, and names no deciders beside that", async () => {
  serve({ [ONE]: [200, request("r-1", { closed: "The rule prod names nobody.", rule: null, approvers: [] })] });
  open("/requests/r-1");
  expect(await screen.findByText("Nobody can approve this")).toBeVisible();
  expect(screen.getAllByText("The rule prod names nobody.")).toHaveLength(2);
  expect(screen.queryByText(/The approvers of the rule decide/)).not.toBeInTheDocument();
});

it("says of what ConsoleMe made that it is decided there", async () => {
  serve({ [ONE]: [200, request("r-1", { older: true, hash: null, changes: [], rule: null, approvers: [] })] });
  open("/requests/r-1");
  expect(await screen.findByText("It is decided in ConsoleMe.")).toBeVisible();
});
