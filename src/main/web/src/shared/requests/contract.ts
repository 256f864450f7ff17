/**
 * What `/api/v3` says of requests, grants and rules. Times are ISO-8601 in UTC, texts are plain; nothing here is ever
 * drawn as anything but text.
 */

export type RequestState =
  "pending" | "approved" | "applying" | "applied" | "failed" | "rejected" | "cancelled" | "expired";

export type ChangeState = "open" | "approved" | "applying" | "applied" | "failed" | "cancelled";

export type ChangeKind = "role" | "put_inline_policy" | "delete_inline_policy";

export type Risk = "low" | "medium" | "high";

/** The role that a request is about. */
export interface RoleName {
  arn: string;
  accountId: string;
  accountName: string;
  name: string;
}

/** One line of a list of requests. */
export interface RequestRow {
  id: string;
  state: RequestState;
  /** Null where an older row does not say, or names what is no role. */
  role: RoleName | null;
  /** What is asked for, in a few words: "the role for 2 h", "the policy invoices". */
  summary: string;
  risk: Risk;
  /** Null where an older row does not say. */
  requester: string | null;
  beneficiary: string | null;
  justification: string;
  requestedAt: string | null;
  expiresAt: string | null;
  /** Made by ConsoleMe: to be read, and no more. */
  older: boolean;
  /** What is wrong with a row that cannot be read. */
  unreadable: string | null;
}

export interface RequestPage {
  requests: RequestRow[];
  /** Where the next page begins; null after the last. A page shorter than asked for may still have a next one. */
  next: string | null;
}

/** The inbox: the oldest first. */
export interface Inbox {
  requests: RequestDetail[];
  /** Of all that wait, be they in the list or not. */
  count: number;
  /** False if there is more than is listed, or than the server looked at. */
  complete: boolean;
}

/** Something about a document that the one who writes it and the one who approves it should know. */
export interface Finding {
  level: "error" | "warning" | "note";
  code: string;
  risk: Risk;
  /** Path of the element, such as `Statement[0].Action`. */
  where: string;
  /** Counted from 1; null where the finding is about the whole. */
  line: number | null;
  sentence: string;
}

export interface DifferenceRow {
  kind: "same" | "added" | "removed" | "changed";
  left: string;
  right: string;
}

/** What a change makes different: in words, and line by line. Computed by the server alone. */
export interface Difference {
  words: string[];
  rows: DifferenceRow[];
}

export interface RequestedChange {
  id: string;
  kind: ChangeKind;
  state: ChangeState;
  /** When it came to that state; null while it is open. */
  stateAt: string | null;
  /** Why it failed: what AWS said, or what differs from what was approved. */
  failure: string | null;
  /** Who last edited, decided or cancelled it. */
  updatedBy: string | null;
  /** A role: for how long. */
  minutes: number | null;
  /** A policy: its name. */
  policyName: string | null;
  /** A policy that is put: the exact text that AWS will get. */
  document: string | null;
  difference: Difference | null;
  findings: Finding[];
  risk: Risk;
  /** How many different people approved it as it is now. */
  approvals: number;
}

export interface Review {
  by: string;
  at: string;
  /** Where it was decided. */
  door: "slack" | "web" | "weep" | "batch";
  verdict: "approved" | "rejected";
  reason: string | null;
  /** False for a decision on what the request was before an edit: it counts no more. */
  current: boolean;
}

export interface Comment {
  id: string;
  /** "system" where no person said it. */
  by: string;
  at: string;
  text: string;
}

/** What the one who looks may do with the request as it stands. */
export interface Rights {
  approve: boolean;
  reject: boolean;
  /** They may decide it although it is their own. */
  bypass: boolean;
  edit: boolean;
  withdraw: boolean;
  cancelChange: boolean;
  retry: boolean;
  reopen: boolean;
}

export interface RequestDetail extends RequestRow {
  /** Names what is shown here; a decision repeats it. Null for an older one. */
  hash: string | null;
  lastUpdated: string | null;
  /** Who brought it where it stands, and with which words; null where nobody did. */
  endedBy: string | null;
  endReason: string | null;
  changes: RequestedChange[];
  reviews: Review[];
  comments: Comment[];
  rights: Rights;
  rule: string | null;
  needed: number;
  approvers: string[];
  /** Why nobody can approve it. */
  closed: string | null;
  /** What came of it, where a role was asked for. */
  grant: Grant | null;
  /** An older one in ConsoleMe's own JSON, as a text. */
  extendedRequest: string | null;
}

export interface Grant {
  id: string;
  role: RoleName;
  user: string;
  request: string;
  start: string;
  end: string;
  live: boolean;
  /** How it ended before its time. */
  ended: { how: "returned" | "revoked"; by: string; at: string } | null;
}

export interface Grants {
  /** The ones that end first first. */
  live: Grant[];
  /** The ones that ended last first. */
  past: Grant[];
}

/** After a return: keys that were issued under it work until then at the latest. */
export interface GrantEnd {
  grant: Grant;
  keysUntil: string;
}

/** Who decides, and within what bounds, if this is asked for. */
export interface Ruling {
  /** Null if it cannot be asked for. */
  rule: string | null;
  needed: number;
  approvers: string[];
  autoApprove: boolean;
  maxMinutes: number;
  /** How long it waits for a decision. */
  expiresMinutes: number;
  /** Why it cannot be asked for, or nobody could approve it: a whole sentence. */
  closed: string | null;
}

export interface PolicyCheck {
  findings: Finding[];
  risk: Risk;
  /** Null where the text is no document, or AWS did not say what is there now. */
  difference: Difference | null;
  /** Characters as AWS counts them; null where the text is no document. */
  size: { document: number; others: number; limit: number } | null;
  /** What AWS has under that name now. */
  before: string | null;
  /** What no finding speaks of. */
  notLookedAt: string;
}

/** Roles that one may ask for. */
export interface AskableRoles {
  roles: RoleName[];
  /** False if there may be more. */
  complete: boolean;
}

/** What is asked for, as it is sent. A new policy may have no name: then the server makes one. */
export type Wish =
  | { kind: "role"; minutes: number }
  | { kind: "put_inline_policy"; policyName: string | null; document: string }
  | { kind: "delete_inline_policy"; policyName: string };

export interface NewRequest {
  role: string;
  changes: Wish[];
  justification: string;
  /** However often the same key is sent, one request is made. */
  onceKey?: string;
  /** Looks at everything and stores nothing. */
  dryRun?: boolean;
}

/** More time, from a new decision on. */
export interface Extension {
  minutes: number;
  justification: string;
  onceKey: string;
}

/** Another content of a change: how long, or which text. */
export type ChangeEdit = { minutes: number } | { document: string };
