import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { open } from "./open";
import { role, roleList, serve } from "./server";

const KEYS = {
  role: "arn",
  accessKeyId: "ASIAEXAMPLE",
  secretAccessKey: "a-secret",
  sessionToken: "a-token",
  expiresAt: "2030-01-01T00:00:00Z",
};

it("finds one role among many as one types", async () => {
  const many = Array.from({ length: 19 }, (_, index) => role(`service-${index}`));
  serve({ "GET /api/v3/roles": roleList(...many, role("billing-reader")) });
  open("/");
  await screen.findByText("(20)");
  fireEvent.change(screen.getByLabelText("Filter roles"), { target: { value: "billing-r" } });
  expect(await screen.findByText("(1 of 20)")).toBeVisible();
  expect(screen.getByRole("link", { name: /Console of billing-reader/ })).toHaveAttribute(
    "href",
    "/role/arn:aws:iam::200000000002:role/billing-reader",
  );
});

it("explains an old link that matched several roles, its message as plain text", async () => {
  serve({
    "GET /api/v3/roles": roleList(
      role("billing-reader"),
      role("billing-admin"),
      role("other", { accountName: "lab" }),
    ),
  });
  open(`/?arn=billing&warningMessage=${btoa("Choose <b>one</b>")}`);
  expect(await screen.findByText("2 of your roles match “billing”.")).toBeVisible();
  expect(screen.getByText("Choose <b>one</b>")).toBeVisible();
  expect(screen.queryByText("other")).not.toBeInTheDocument();
});

it("offers no console for a role that is for the CLI alone", async () => {
  serve({ "GET /api/v3/roles": roleList(role("pipeline", { cliOnly: true })) });
  open("/");
  expect(await screen.findByRole("button", { name: /CLI of pipeline/ })).toBeVisible();
  expect(screen.queryByRole("link", { name: /Console of pipeline/ })).not.toBeInTheDocument();
});

it("teaches where roles come from when there is none", async () => {
  serve({ "GET /api/v3/roles": roleList() });
  open("/");
  expect(await screen.findByText("No role is open to you yet.")).toBeVisible();
});

it("says what still works when the roles do not load", async () => {
  serve({ "GET /api/v3/roles": [500, { detail: "Something broke.", incident: "01J" }] });
  open("/");
  expect(await screen.findByText("The roles did not load.")).toBeVisible();
  expect(screen.getByText("Tell the administrators this incident number: 01J.")).toBeVisible();
  expect(screen.getByText(/AWS consoles that you have already work on/)).toBeVisible();
});

it("masks keys, shows them when asked, and forgets them after two minutes", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  serve({ "GET /api/v3/roles": roleList(role("billing-reader")), "POST /api/v3/credentials": [200, KEYS] });
  open("/");
  await user.click(await screen.findByRole("button", { name: /CLI of billing-reader/ }));
  await user.click(await screen.findByRole("tab", { name: "Credentials" }));
  await user.click(await screen.findByRole("button", { name: "Get keys" }));

  await screen.findByRole("button", { name: "Reveal" });
  expect(document.body).not.toHaveTextContent("a-secret");
  await user.click(screen.getByRole("button", { name: "Reveal" }));
  expect(screen.getByText("a-secret")).toBeVisible();

  await act(() => vi.advanceTimersByTimeAsync(121_000));
  await waitFor(() => expect(screen.getByText(/The keys are gone from this page/)).toBeVisible());
  expect(document.body.innerHTML).not.toContain("a-secret");
  expect(JSON.stringify(Object.entries(window.localStorage)) + window.location.href).not.toContain(
    "a-secret",
  );
});
