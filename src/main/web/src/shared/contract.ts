/** What `/api/v3` answers. Times are ISO-8601 in UTC. */

export interface Person {
  user: string;
  groups: string[];
  kind: string;
}

export interface Me {
  user: string;
  groups: string[];
  administrator: boolean;
  url: string;
  links: { documentation?: string; support?: string };
  features: { challenge: boolean; slack: boolean };
  regions: { default: string };
  /** Only where one may choose who to be: the local stack. */
  people?: Person[];
}

export interface Reason {
  kind: "group" | "user" | "grant" | "plugin";
  name: string;
}

export interface Role {
  arn: string;
  accountId: string;
  accountName: string;
  environment: string | null;
  name: string;
  path: string;
  description: string | null;
  owner: string | null;
  tags: Record<string, string>;
  reasons: Reason[];
  cliOnly: boolean;
  until: string | null;
  maxDurationSeconds: number;
}

export interface RoleList {
  asOf: string;
  roles: Role[];
}

export interface Credentials {
  role: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiresAt: string;
}

export interface ConsoleSession {
  role: string;
  url: string;
  expiresAt: string;
}

export interface Challenge {
  user: string;
  address: string;
  createdAt: string;
  expiresAt: string;
  state: "pending" | "approved" | "denied" | "expired";
  nonce: string;
  signedInAs: string;
  mayApprove: boolean;
}

export interface SlackLink {
  slackName: string;
  workspaceName: string;
  picture: string | null;
  user: string;
  state: "open" | "used" | "linked" | "refused";
}

export interface RunAccount {
  accountId: string;
  accountName: string;
  outcome: "COMPLETED" | "FAILED" | "SKIPPED" | "RUNNING" | "WAITING";
  detail: string | null;
  items: number;
  endedAt: string | null;
}

export interface Run {
  id: string;
  job: string;
  batchStatus: "STARTING" | "STARTED" | "STOPPING" | "STOPPED" | "FAILED" | "COMPLETED" | "ABANDONED";
  exitStatus: string | null;
  startedAt: string;
  endedAt: string | null;
  startedBy: string;
  node: string;
  total: number;
  done: number;
  accounts: RunAccount[];
}

export interface Job {
  id: string;
  description: string;
  schedule: string;
  nextRunAt: string | null;
  lastRun: Run | null;
  running: Run | null;
}

export interface FreshnessCell {
  kind: string;
  state: "FRESH" | "LATE" | "FAILED" | "NEVER" | "LEFT_OUT";
  asOf: string | null;
  /** What went wrong, or why it is left out. */
  error: string | null;
}

export interface FreshnessAccount {
  accountId: string;
  accountName: string;
  cells: FreshnessCell[];
}

export interface Freshness {
  kinds: string[];
  accounts: FreshnessAccount[];
}

export interface SelfCheck {
  checkedAt: string;
  checks: { name: string; state: "UP" | "DEGRADED" | "DOWN" | "OFF"; detail: string; todo: string | null }[];
}
