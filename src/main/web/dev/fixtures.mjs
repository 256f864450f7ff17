/** Made-up data of the sizes that matter: nothing, a few, thousands. */

const MINUTE = 60_000;

export function ago(minutes) {
  return new Date(Date.now() - minutes * MINUTE).toISOString();
}

const PRODUCTS = [
  "billing",
  "data",
  "search",
  "checkout",
  "identity",
  "media",
  "lab",
  "risk",
  "partners",
  "warehouse",
];
const STAGES = ["prod", "test", "dev"];
const JOBS_TO_DO = ["reader", "admin", "deployer", "pipeline", "oncall", "auditor", "operator"];

export const PEOPLE = [
  { user: "engineer@example.com", groups: ["finops", "data-platform"], kind: "engineer" },
  { user: "approver@example.com", groups: ["billing-owners"], kind: "approver" },
  { user: "admin@example.com", groups: ["consoleme-admins"], kind: "administrator" },
];

export function accounts(count) {
  return Array.from({ length: count }, (_, index) => ({
    accountId: String(200000000001 + index),
    accountName: `${PRODUCTS[index % 10]}-${STAGES[index % 3]}${index < 30 ? "" : `-${Math.floor(index / 30)}`}`,
    environment: index % 11 === 10 ? null : STAGES[index % 3],
  }));
}

export function roles(count) {
  const all = accounts(Math.max(1, Math.min(120, Math.ceil(count / 4))));
  return Array.from({ length: count }, (_, index) => role(index, all[index % all.length]));
}

function role(index, account) {
  const kind = JOBS_TO_DO[index % JOBS_TO_DO.length];
  const name =
    index < 7 ? `${account.accountName.split("-")[0]}-${kind}` : `${account.accountName}-${kind}-${index}`;
  const path = index % 5 === 0 ? "/team/" : "/";
  return {
    arn: `arn:aws:iam::${account.accountId}:role${path}${name}`,
    ...account,
    name,
    path,
    weepWord: name,
    description: index % 3 === 0 ? `What the ${kind} of ${account.accountName} needs` : null,
    owner: index % 4 === 0 ? "owner@example.com" : null,
    tags: { team: account.accountName.split("-")[0] },
    reasons:
      index % 6 === 5
        ? [{ kind: "grant", name: "5f0c1c52-8f0e-4c58-9f57-3d0b3a0d7a11-0" }]
        : index % 6 === 4
          ? [{ kind: "user", name: "engineer@example.com" }]
          : [{ kind: "group", name: index % 2 === 0 ? "finops" : "data-platform" }],
    cliOnly: kind === "pipeline",
    until: index % 6 === 5 ? ago(-95) : null,
    maxDurationSeconds: index % 2 === 0 ? 3600 : 43200,
  };
}

const DENIED =
  "AccessDenied: User: arn:aws:sts::200000000000:assumed-role/hub/consoleme is not authorized to perform: " +
  "sts:AssumeRole on resource: arn:aws:iam::200000000004:role/consoleme-spoke";

const HELD_BACK =
  "not published: entries from role tags would fall from 60 to 4, more than 50 %. The last one stays. If this is " +
  "meant, run the job with accept_drop=true";

export function freshness(count) {
  const cell = (kind, index) => {
    const state =
      index % 9 === 3
        ? "FAILED"
        : index % 7 === 2
          ? "LATE"
          : index % 13 === 12
            ? "NEVER"
            : index % 17 === 4
              ? "LEFT_OUT"
              : "FRESH";
    return {
      kind,
      state,
      asOf: state === "NEVER" || state === "LEFT_OUT" ? null : ago(state === "FRESH" ? 12 : 240),
      error: state === "FAILED" ? DENIED : state === "LEFT_OUT" ? "The account is suspended." : null,
    };
  };
  return {
    kinds: ["iam"],
    accounts: accounts(count).map(({ accountId, accountName }, index) => ({
      accountId,
      accountName,
      cells: [cell("iam", index)],
    })),
  };
}

export function run(id, job, share, running) {
  const all = accounts(40);
  const done = Math.round(all.length * share);
  return {
    id,
    job,
    batchStatus: running ? "STARTED" : job === "authorization" ? "FAILED" : "COMPLETED",
    exitStatus: running
      ? null
      : job === "account-iam"
        ? "PARTIAL"
        : job === "authorization"
          ? `HELD_BACK: ${HELD_BACK}`
          : "COMPLETED",
    heldBack: running || job !== "authorization" ? null : HELD_BACK,
    startedAt: ago(running ? 1 : 70),
    endedAt: running ? null : ago(69),
    startedBy: running ? "admin@example.com" : "schedule",
    node: "node-1",
    total: all.length,
    done,
    failed: done > 3 ? 1 : 0,
    accounts: all.map(({ accountId, accountName }, index) => ({
      accountId,
      accountName,
      outcome:
        index === 3 && done > 3
          ? "FAILED"
          : index < done
            ? "COMPLETED"
            : index === done
              ? "RUNNING"
              : "WAITING",
      detail: index === 3 && done > 3 ? DENIED : null,
      items: index < done && index !== 3 ? 100 + index : 0,
      endedAt: index < done ? ago(1) : null,
    })),
  };
}

export function jobs(share) {
  const running = share < 1;
  const job = (id, description, schedule, next) => ({
    id,
    description,
    schedule,
    nextRunAt: next === null ? null : ago(-next),
    lastRun: run(`01J${id.toUpperCase()}`, id, 1, false),
    running: running && id === "account-iam" ? run("01JRUNNING", id, share, true) : null,
  });
  return {
    jobs: [
      job("accounts", "Lists the accounts of the organization.", "hourly", 12),
      job("account-iam", "Copies roles, users, groups and policies of each account.", "every 45 minutes", 31),
      job("aggregate", "Puts the accounts' copies together.", "after account-iam", null),
      job("authorization", "Works out who may use which role.", "every 5 minutes", 3),
    ],
  };
}

export const SELF_CHECK = {
  checks: [
    { name: "DynamoDB", state: "UP", detail: "9 of 9 tables answer.", todo: null },
    {
      name: "Redis",
      state: "DEGRADED",
      detail: "6.2, eviction policy allkeys-lru.",
      todo: "Set maxmemory-policy to noeviction for database 1.",
    },
    { name: "STS", state: "UP", detail: "arn:aws:sts::200000000000:assumed-role/hub/consoleme", todo: null },
    {
      name: "Spoke roles",
      state: "DOWN",
      detail: `3 of 4 accounts let the hub in. lab-test: ${DENIED}`,
      todo: "Let the hub role into the trust policy of consoleme-spoke in 200000000004.",
    },
    {
      name: "Slack",
      state: "OFF",
      detail: "No slack.* key is set.",
      todo: "Install slack-manifest.yaml, then set slack.signing_secret and slack.bot_token.",
    },
  ],
};
