import { ago } from "./fixtures.mjs";
import {
  change,
  finding,
  grant,
  newPolicyChange,
  policyChange,
  request,
  roleName,
} from "./requestFixtures.mjs";

/** What is longer, more or odder than a page is usually looked at with. */

const LONG = {
  ...roleName(
    "200000000009",
    `warehouse-${"of-the-northern-region-".repeat(3)}prod`,
    `reader-${"x".repeat(57)}`,
  ),
  arn: `arn:aws:iam::200000000009:role/${"team/of/many/levels/".repeat(6)}reader-${"x".repeat(57)}`,
};

const REASON = `${"The invoices of Friday failed, and nobody knows why; see INC-4711 for all that was tried. ".repeat(33)}
https://tickets.example.com/${"browse/INC-4711/".repeat(12)}`;

const PERSON = `somebody.with.a.rather.long.name.${"and.more.".repeat(8)}@subsidiary.example.com`;
const STATES = ["pending", "applied", "failed", "rejected", "cancelled", "expired", "applying"];

export function extremes() {
  const many = Array.from({ length: 20 }, (_, index) =>
    index % 5 === 4
      ? policyChange(`x-many${index}`, index === 4 ? "failed" : "open", {
          policyName: `policy-${index}`,
          failure: index === 4 ? "AWS said MalformedPolicyDocument: the resource is no ARN." : null,
        })
      : newPolicyChange(`x-many${index}`, index < 3 ? "applied" : "open", { policyName: `policy-${index}` }),
  );
  const everything = {
    approve: true,
    reject: true,
    edit: true,
    cancelChange: true,
    withdraw: true,
    retry: true,
  };
  const quiet = request("x", "pending").rights;
  return [
    request("x-long", "pending", {
      role: LONG,
      requester: PERSON,
      beneficiary: `for.${PERSON}`,
      justification: REASON,
      approvers: Array.from({ length: 12 }, (_, index) => `owners-of-the-warehouse-${index}@example.com`),
      rights: { ...quiet, approve: true, reject: true },
      rule: `the ${"very ".repeat(12)}careful rule`,
      comments: [
        { id: "c1", by: PERSON, at: ago(9), text: REASON },
        { id: "c2", by: "engineer@example.com", at: ago(8), text: "x".repeat(400) },
      ],
      changes: [
        policyChange("x-long0", "open", {
          policyName: "p".repeat(128),
          findings: Array.from({ length: 14 }, (_, index) =>
            finding(
              "warning",
              "wide",
              index < 2 ? "high" : "medium",
              `Statement[${index}].Resource`,
              index + 3,
              REASON.slice(0, 240),
            ),
          ),
        }),
      ],
      risk: "high",
    }),
    request("x-many", "pending", {
      changes: many,
      risk: "high",
      rights: { ...quiet, ...everything },
      summary: "the policy policy-0, the policy policy-1, the policy policy-2 and 17 more",
    }),
    request("x-partly", "failed", {
      changes: [
        change("x-partly0", "applied", { minutes: 120 }),
        policyChange("x-partly1", "failed", {
          failure: `AWS said ${"LimitExceeded: too much. ".repeat(60)}`,
        }),
        newPolicyChange("x-partly2", "cancelled", { updatedBy: "approver@example.com" }),
      ],
      rights: { ...quiet, retry: true, cancelChange: true },
      grant: grant("g-x", LONG, 10, 110, { user: "engineer@example.com", mine: false }),
    }),
    ...Array.from({ length: 300 }, (_, index) =>
      request(`x-${index}`, STATES[index % STATES.length], {
        requestedAt: ago(60 * index * index),
        ...(index % 6 === 0 ? { role: LONG, requester: PERSON, justification: REASON } : {}),
        ...(index % STATES.length === 0 && index < 120
          ? { rights: { ...quiet, approve: true, reject: true } }
          : {}),
        ...(index % 11 === 10
          ? {
              older: true,
              hash: null,
              role: null,
              changes: [],
              summary: "",
              requester: null,
              justification: "",
              requestedAt: null,
              unreadable: "extended_request is no JSON: unexpected end at line 1, column 40321",
            }
          : {}),
      }),
    ),
  ];
}
