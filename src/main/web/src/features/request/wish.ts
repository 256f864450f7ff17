import type { NewRequest } from "../../shared/requests/contract";
import { lengthFault } from "../../shared/requests/lengths";

/** What one asks for: the role itself, an inline policy on it, or that it loses one. */
export type What = "role" | "put" | "delete";

/** The form as it is on the screen. */
export interface Draft {
  what: What;
  /** ARN; empty until one is chosen. */
  role: string;
  /** NaN while what was typed is no length. */
  minutes: number;
  policyName: string;
  document: string;
  why: string;
}

export const EMPTY_POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        ""
      ],
      "Resource": [
        ""
      ]
    }
  ]
}`;

const USUAL_MINUTES = 60;

/** A link can fill in what is asked for: `/request?role=<arn>&what=put`. */
export function draftOf(search: string): Draft {
  const query = new URLSearchParams(search);
  const what = query.get("what") ?? "";
  const minutes = query.get("minutes") ?? "";
  return {
    what: isWhat(what) ? what : "role",
    role: query.get("role") ?? "",
    minutes: /^\d{1,6}$/.test(minutes) ? Number(minutes) : USUAL_MINUTES,
    policyName: query.get("policy") ?? "",
    document: EMPTY_POLICY,
    why: query.get("why") ?? "",
  };
}

export function isWhat(word: string): word is What {
  return word === "role" || word === "put" || word === "delete";
}

export function kindOf(what: What): "role" | "inline_policy" {
  return what === "role" ? "role" : "inline_policy";
}

export interface Faults {
  role?: string;
  minutes?: string;
  policyName?: string;
  document?: string;
  why?: string;
}

/** What is missing before it can be sent; the server looks at all of it again. */
export function faultsOf(draft: Draft, maxMinutes: number | null): Faults {
  const { what, role, minutes, policyName, document, why } = draft;
  const length = what === "role" ? lengthFault(minutes, maxMinutes) : undefined;
  return {
    ...(role === "" ? { role: "Choose a role." } : {}),
    ...(length === undefined ? {} : { minutes: length }),
    ...(what === "role" ? {} : nameFault(policyName.trim(), what === "delete")),
    ...(what === "put" && (document.trim() === "" || document === EMPTY_POLICY)
      ? { document: "Write the policy." }
      : {}),
    ...(why.trim() === "" ? { why: "Say why; the approvers read it." } : {}),
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html */
const POLICY_NAME = /^[\w+=,.@-]{1,128}$/;

function nameFault(name: string, needed: boolean): Faults {
  if (name === "") {
    return needed ? { policyName: "Name the policy." } : {};
  }
  return POLICY_NAME.test(name) ? {} : { policyName: "A name has 1 to 128 letters, digits or _+=,.@-" };
}

export function requestOf(draft: Draft): NewRequest & { justification: string } {
  const policyName = draft.policyName.trim();
  const { role, what, document } = draft;
  const justification = draft.why.trim();
  switch (what) {
    case "role":
      return { role, justification, changes: [{ kind: "role", minutes: draft.minutes }] };
    case "put":
      return {
        role,
        justification,
        changes: [{ kind: "put_inline_policy", policyName: policyName === "" ? null : policyName, document }],
      };
    case "delete":
      return { role, justification, changes: [{ kind: "delete_inline_policy", policyName }] };
    default: {
      const unreachable: never = what;
      return unreachable;
    }
  }
}
