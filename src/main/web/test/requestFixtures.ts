import type {
  Grant,
  RequestDetail,
  RequestedChange,
  Rights,
  RoleName,
  Ruling,
} from "../src/shared/requests/contract";
import { ME } from "./server";

export const ROLE: RoleName = {
  arn: "arn:aws:iam::200000000002:role/admin",
  accountId: "200000000002",
  accountName: "billing-prod",
  name: "admin",
};

export const RULING: Ruling = {
  rule: "billing owners decide",
  needed: 1,
  approvers: ["billing-owners"],
  autoApprove: false,
  maxMinutes: 480,
  expiresMinutes: 480,
  usualMinutes: null,
  closed: null,
};

export const NO_RIGHTS: Rights = {
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

export const DECIDES: Rights = { ...NO_RIGHTS, approve: true, reject: true };
export const OWN: Rights = { ...NO_RIGHTS, edit: true, withdraw: true };
export const RETRIES: Rights = { ...NO_RIGHTS, retry: true };

export function request(id: string, more: Partial<RequestDetail> = {}): RequestDetail {
  return {
    id,
    state: "pending",
    role: ROLE,
    summary: "the role for 2 h",
    risk: "low",
    requester: "bo@example.com",
    beneficiary: "bo@example.com",
    justification: "INC-4711",
    requestedAt: "2030-01-01T00:00:00Z",
    expiresAt: null,
    older: false,
    unreadable: null,
    hash: "hash-1",
    lastUpdated: "2030-01-01T00:00:00Z",
    endedBy: null,
    endReason: null,
    changes: [change(`${id}0`)],
    reviews: [],
    comments: [],
    rights: NO_RIGHTS,
    rule: "billing owners decide",
    needed: 1,
    approvers: ["billing-owners"],
    maxMinutes: 480,
    usualMinutes: null,
    closed: null,
    grant: null,
    extendedRequest: null,
    ...more,
  };
}

export function change(id: string, more: Partial<RequestedChange> = {}): RequestedChange {
  return {
    id,
    kind: "role",
    state: "open",
    stateAt: null,
    failure: null,
    updatedBy: null,
    minutes: 120,
    policyName: null,
    document: null,
    difference: null,
    findings: [],
    risk: "low",
    approvals: 0,
    ...more,
  };
}

export function policyChange(id: string, more: Partial<RequestedChange> = {}): RequestedChange {
  return change(id, {
    kind: "put_inline_policy",
    minutes: null,
    policyName: "invoices",
    document: '{"Version":"2012-10-17"}',
    difference: {
      words: ["Adds every action of Amazon S3 on anything"],
      rows: [
        { kind: "same", left: "{", right: "{" },
        { kind: "changed", left: "  old line", right: "  new line" },
      ],
    },
    ...more,
  });
}

export function risky(id: string, more: Partial<RequestDetail> = {}): RequestDetail {
  const findings = [
    {
      level: "warning",
      code: "privilege_escalation",
      risk: "high",
      where: "Statement[0].Action",
      line: 6,
      sentence: "It can become more than it is.",
    } as const,
  ];
  return request(id, {
    risk: "high",
    changes: [policyChange(`${id}0`, { risk: "high", findings })],
    rights: DECIDES,
    ...more,
  });
}

export function grant(id: string, more: Partial<Grant> = {}): Grant {
  return {
    id,
    role: ROLE,
    user: ME.user,
    mine: true,
    request: "r-1",
    start: new Date(Date.now() - 60 * 60_000).toISOString(),
    end: new Date(Date.now() + 60 * 60_000).toISOString(),
    live: true,
    ended: null,
    ...more,
  };
}
