import { ago, roles } from "./fixtures.mjs";

/** Made-up requests, grants and policies, one of each kind that a page draws differently. */

export const READER = { ...roles(1)[0] };
export const ADMIN = roleName("200000000002", "billing-prod", "admin");
export const PIPELINE = roleName("200000000005", "data-platform-prod", "pipeline");
export const ROLES = [READER, ADMIN, PIPELINE, roleName("200000000007", "lab", "data-admin")];

export const LOW_TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:ListBucket"
      ],
      "Resource": [
        "arn:aws:s3:::invoices",
        "arn:aws:s3:::invoices/*"
      ]
    }
  ]
}`;

const HIGH_TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "iam:PassRole",
        "lambda:CreateFunction",
        "s3:*"
      ],
      "Resource": "*"
    }
  ]
}`;

export const HIGH_FINDINGS = [
  finding(
    "warning",
    "privilege_escalation",
    "high",
    "Statement[0].Action",
    6,
    "With iam:PassRole and lambda:CreateFunction it can run code as another role, and so become more than it is.",
  ),
  finding(
    "warning",
    "service_wildcard",
    "medium",
    "Statement[0].Action",
    8,
    "s3:* is every action of Amazon S3, also those that delete.",
  ),
];

export const ADDED = {
  words: [
    "Adds permissions management and write to anything: iam:PassRole, lambda:CreateFunction",
    "Adds every action of Amazon S3 on anything",
    "Removes read and list to the bucket invoices",
  ],
  rows: rows(LOW_TEXT, HIGH_TEXT),
};

export const NEW = {
  words: ["Adds read and list to the bucket invoices and what is in it: s3:GetObject, s3:ListBucket"],
  rows: LOW_TEXT.split("\n").map((right) => ({ kind: "added", left: "", right })),
};

export function roleName(accountId, accountName, name) {
  return { arn: `arn:aws:iam::${accountId}:role/${name}`, accountId, accountName, name };
}

export function finding(level, code, risk, where, line, sentence) {
  return { level, code, risk, where, line, sentence };
}

/** Good enough for a look; the server computes the real one. */
function rows(before, after) {
  const left = before.split("\n");
  const right = after.split("\n");
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const [was, is] = [left[index], right[index]];
    if (was === undefined) {
      return { kind: "added", left: "", right: is };
    }
    if (is === undefined) {
      return { kind: "removed", left: was, right: "" };
    }
    return { kind: was === is ? "same" : "changed", left: was, right: is };
  });
}

const NOTHING = {
  approve: false,
  reject: false,
  bypass: false,
  edit: false,
  withdraw: false,
  cancelChange: false,
  retry: false,
  reopen: false,
  revoke: false,
};

export function request(id, state, more = {}) {
  const minutes = more.minutes ?? 120;
  const role = more.role ?? READER;
  const requester = more.requester ?? "engineer@example.com";
  return {
    id,
    state,
    role,
    summary: `the role for ${minutes / 60} h`,
    risk: "low",
    requester,
    beneficiary: requester,
    justification: "Look into the invoices that failed on Friday, INC-4711",
    requestedAt: ago(14),
    expiresAt: ago(-466),
    older: false,
    unreadable: null,
    hash: "3f9a".repeat(16),
    lastUpdated: ago(3),
    endedBy: null,
    endReason: null,
    changes: [change(`${id}0`, changeState(state), { minutes })],
    reviews: [],
    comments: [],
    rights: NOTHING,
    rule: "billing owners decide",
    needed: 1,
    approvers: ["billing-owners", "approver@example.com"],
    maxMinutes: 720,
    usualMinutes: state === "pending" ? 6 : null,
    closed: null,
    grant: null,
    extendedRequest: null,
    ...more,
  };
}

export function change(id, state, more = {}) {
  return {
    id,
    kind: "role",
    state,
    stateAt: state === "open" ? null : ago(3),
    failure: null,
    updatedBy: null,
    minutes: null,
    policyName: null,
    document: null,
    difference: null,
    findings: [],
    risk: "low",
    approvals: 0,
    ...more,
  };
}

function changeState(state) {
  return state === "pending" || state === "rejected" || state === "expired" ? "open" : state;
}

export function policyChange(id, state, more = {}) {
  return change(id, state, {
    kind: "put_inline_policy",
    policyName: "invoices",
    document: HIGH_TEXT,
    difference: ADDED,
    findings: HIGH_FINDINGS,
    risk: "high",
    ...more,
  });
}

export function newPolicyChange(id, state, more = {}) {
  return policyChange(id, state, { document: LOW_TEXT, difference: NEW, findings: [], risk: "low", ...more });
}

export function grant(id, role, startedMinutesAgo, endsInMinutes, more = {}) {
  return {
    id,
    role,
    user: "admin@example.com",
    mine: true,
    request: "r-applied",
    start: ago(startedMinutesAgo),
    end: ago(-endsInMinutes),
    live: endsInMinutes > 0,
    ended: null,
    ...more,
  };
}

const COMMENTS = [
  { id: "c1", by: "approver@example.com", at: ago(9), text: "Which bucket is it?\nThe one of last year?" },
  { id: "c2", by: "engineer@example.com", at: ago(7), text: "This year's, it is in the ticket." },
];

const DECIDES = { approve: true, reject: true };
const AWS_SAID =
  "AWS said LimitExceeded: Maximum policy size of 10240 bytes exceeded for role billing-reader (PutRolePolicy).";

export function someRequests() {
  const approved = (more) => ({
    by: "approver@example.com",
    at: ago(4),
    door: "slack",
    verdict: "approved",
    reason: null,
    current: true,
    ...more,
  });
  return [
    request("r-waiting", "pending", { rights: { ...NOTHING, ...DECIDES }, comments: COMMENTS, needed: 2 }),
    request("r-risky", "pending", {
      role: ADMIN,
      requestedAt: ago(50),
      summary: "a change of the policy invoices",
      risk: "high",
      changes: [policyChange("r-risky0", "open")],
      rights: { ...NOTHING, ...DECIDES },
      justification: "The importer has to create its own functions.\nSee INC-4720 for the plan.",
    }),
    request("r-new", "pending", {
      role: PIPELINE,
      requestedAt: ago(120),
      summary: "the policy invoices",
      changes: [newPolicyChange("r-new0", "open")],
      rights: { ...NOTHING, ...DECIDES },
      requester: "bo@example.com",
    }),
    request("r-mine", "pending", {
      requester: "admin@example.com",
      rights: { ...NOTHING, edit: true, withdraw: true, cancelChange: true },
    }),
    request("r-applying", "applying", { reviews: [approved()] }),
    request("r-applied", "applied", {
      requester: "admin@example.com",
      reviews: [approved({ reason: "Fine, until lunch." })],
      grant: grant("g-1", READER, 25, 95),
    }),
    request("r-given", "applied", {
      reviews: [approved({ reason: "Until lunch." })],
      grant: grant("g-9", READER, 25, 95, { user: "engineer@example.com", mine: false, request: "r-given" }),
      rights: { ...NOTHING, revoke: true },
    }),
    request("r-failed", "failed", {
      changes: [policyChange("r-failed0", "failed", { failure: AWS_SAID })],
      summary: "a change of the policy invoices",
      risk: "high",
      reviews: [approved()],
      rights: { ...NOTHING, retry: true, edit: true, cancelChange: true },
    }),
    request("r-denied", "rejected", {
      endedBy: "approver@example.com",
      endReason: "Ask for the reader role in billing-test instead.",
      reviews: [
        approved({ verdict: "rejected", reason: "Ask for the reader role in billing-test instead." }),
      ],
    }),
    request("r-withdrawn", "cancelled", { endedBy: "engineer@example.com" }),
    request("r-expired", "expired", { requestedAt: ago(12_000), expiresAt: ago(1_920) }),
    request("r-older", "applied", {
      older: true,
      hash: null,
      changes: [],
      summary: "inline policy",
      rule: null,
      approvers: [],
      expiresAt: null,
      requestedAt: ago(400_000),
      extendedRequest: JSON.stringify({
        id: "r-older",
        request_status: "approved",
        changes: { changes: [] },
      }),
    }),
    request("r-broken", "cancelled", {
      older: true,
      role: null,
      hash: null,
      changes: [],
      requester: null,
      beneficiary: null,
      justification: "",
      summary: "",
      requestedAt: null,
      expiresAt: null,
      unreadable: "extended_request is no JSON",
    }),
  ];
}
