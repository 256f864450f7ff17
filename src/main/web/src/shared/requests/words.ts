import { span } from "../time";
import type { RequestDetail, RequestedChange, RequestRow, Review, Ruling } from "./contract";

const MINUTE_MS = 60_000;

/** "2 h", "1 h 30 min", "3 days". */
export function length(minutes: number): string {
  return minutes >= 2_880 && minutes % 1_440 === 0 ? `${minutes / 1_440} days` : span(minutes * MINUTE_MS);
}

/** What one change does, with the account named first by whoever draws it. */
export function changeTitle(change: RequestedChange): string {
  const policy = change.policyName ?? "a policy";
  switch (change.kind) {
    case "role":
      return `The role for ${length(change.minutes ?? 0)}`;
    case "put_inline_policy":
      return change.difference?.rows.some((row) => row.left !== "") === true
        ? `Replace the inline policy ${policy}`
        : `Add the inline policy ${policy}`;
    case "delete_inline_policy":
      return `Delete the inline policy ${policy}`;
    default: {
      const unreachable: never = change.kind;
      return unreachable;
    }
  }
}

/** "billing-prod · admin": the account is its name first. Of a request, or of a grant. */
export function roleTitle(request: Pick<RequestRow, "role" | "id">): string {
  return request.role === null
    ? `Request ${request.id}`
    : `${request.role.accountName || request.role.accountId} · ${request.role.name}`;
}

/** Of its open changes the one that has the fewest counts. */
export function approvalsSoFar({ changes }: Pick<RequestDetail, "changes">): number {
  const open = changes.filter((change) => change.state === "open");
  return open.length === 0 ? 0 : Math.min(...open.map((change) => change.approvals));
}

/** The form, filled in with what was asked for before. */
export function againHref({ role, justification }: Pick<RequestRow, "role" | "justification">): string {
  return role === null
    ? "/request"
    : `/request?${new URLSearchParams({ role: role.arn, why: justification }).toString()}`;
}

/** Who will be asked, in one sentence. */
export function whoDecides(ruling: Pick<Ruling, "approvers" | "needed">): string {
  const { approvers, needed } = ruling;
  if (approvers.length === 0) {
    return "The approvers of the rule decide.";
  }
  const all = list(approvers);
  return needed > 1 ? `${needed} of these have to approve: ${all}.` : `One of these decides: ${all}.`;
}

/** Roughly, because what is usual promises nothing; null where too little is known to say anything. */
export function usually(minutes: number | null): string | null {
  if (minutes === null) {
    return null;
  }
  return `Usually decided in ${rough(minutes)}.`;
}

const HOUR = 60;
const DAY = 1_440;

function rough(minutes: number): string {
  if (minutes < 2 * HOUR) {
    return `${minutes} min`;
  }
  return minutes < 2 * DAY ? `${Math.round(minutes / HOUR)} h` : `${Math.round(minutes / DAY)} days`;
}

const NAMED = 6;

function list(names: string[]): string {
  return names.length <= NAMED
    ? names.join(", ")
    : `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more`;
}

const DOORS: Record<Review["door"], string> = {
  slack: "in Slack",
  web: "on the web",
  weep: "in a terminal",
  batch: "by the server",
};

export function doorWords(door: Review["door"]): string {
  return DOORS[door];
}
