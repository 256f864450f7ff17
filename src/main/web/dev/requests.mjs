import { extremes } from "./extremes.mjs";
import { ago } from "./fixtures.mjs";
import {
  ADDED,
  ADMIN,
  change,
  finding,
  grant,
  HIGH_FINDINGS,
  LOW_TEXT,
  NEW,
  newPolicyChange,
  PIPELINE,
  READER,
  request,
  ROLES,
  someRequests,
} from "./requestFixtures.mjs";

const ACTIONS = [
  "iam:PassRole",
  "s3:DeleteObject",
  "s3:GetObject",
  "s3:GetObjectAcl",
  "s3:GetObjectTagging",
  "s3:ListBucket",
  "s3:PutObject",
];
const SERVICES = ["iam:", "s3:", "s3-outposts:", "sns:", "sqs:"];
const INLINE = { invoices: LOW_TEXT, "read-logs": LOW_TEXT.replaceAll("invoices", "logs") };
const APPLYING_MS = 3_000;

/** Requests and grants in memory: what is approved is applied a moment later, a grant can be returned. */
export class MockRequests {
  usual = someRequests();
  extreme = extremes();
  all = this.usual;
  live = [grant("g-1", READER, 25, 95), grant("g-2", PIPELINE, 110, 6)];
  past = [
    grant("g-3", ADMIN, 4_000, -3_880),
    grant("g-4", READER, 9_000, -8_000, {
      live: false,
      ended: { how: "returned", by: "admin@example.com", at: ago(8_950) },
    }),
  ];

  /** `[status, body]`, or undefined for no such route. */
  answer(method, path, query, body, scenario) {
    const empty = scenario === "empty";
    this.all = scenario === "extreme" ? this.extreme : this.usual;
    const [, , , kind, id, verb] = path.split("/");
    switch (`${method} ${kind}${id === undefined ? "" : "/id"}`) {
      case "GET requests":
        return [200, this.page(query, empty)];
      case "POST requests":
        return this.open(body);
      case "GET requests/id":
        return this.found(id, (one) => one);
      case "POST requests/id":
        return this.found(id, (one) => this.command(one, verb, body));
      case "GET inbox": {
        const requests = empty
          ? []
          : this.all.filter((each) => each.rights.approve && each.state === "pending").reverse();
        return [200, { requests, count: requests.length, more: false, unreadable: 0 }];
      }
      case "GET grants":
        return [200, empty ? { live: [], past: [] } : { live: this.live, past: this.past }];
      case "POST grants/id":
        return verb === "return" || verb === "revoke"
          ? this.end(id, verb)
          : this.open({ ...body, role: READER.arn, changes: [{ kind: "role", minutes: body.minutes }] });
      case "GET askable-roles":
        return [200, this.askable(query.get("q") ?? "", empty)];
      case "POST rules":
        return [200, ruling(body)];
      case "POST policies/id":
        return [200, check(body)];
      case "GET policies/id":
        return id === "inline"
          ? inlinePolicies(query.get("role"), verb)
          : [200, { completions: complete(query.get("typed") ?? "") }];
      default:
        return undefined;
    }
  }

  page(query, empty) {
    const state = query.get("state");
    const words = (query.get("text") ?? "").toLowerCase();
    const requests = empty
      ? []
      : this.all.filter(
          (each) =>
            (state === null || each.state === state) &&
            (query.get("mine") !== "true" || each.requester === "admin@example.com") &&
            JSON.stringify(each).toLowerCase().includes(words),
        );
    if (query.get("sort") === "requestedAt") {
      requests.reverse();
    }
    const from = Number(query.get("from") ?? 0);
    return {
      requests: requests.slice(from, from + 8),
      next: requests.length > from + 8 ? String(from + 8) : null,
    };
  }

  found(id, then) {
    const one = this.all.find((each) => each.id === id);
    return one === undefined ? problem(404, "There is no such request.") : [200, then(one)];
  }

  open(body) {
    const role = ROLES.find((each) => each.arn === body.role);
    if (role === undefined) {
      return problem(404, "There is no such role.");
    }
    const id = `r-${this.all.length}`;
    const [wish] = body.changes;
    const made = request(id, "pending", {
      role,
      requester: "admin@example.com",
      justification: body.justification,
      requestedAt: ago(0),
      changes: [
        wish.kind === "role"
          ? change(`${id}0`, "open", { minutes: wish.minutes })
          : newPolicyChange(`${id}0`, "open", { policyName: wish.policyName ?? "cm_admin_1700000000_abcd" }),
      ],
    });
    made.rights = { ...made.rights, withdraw: true, edit: true };
    if (body.dryRun !== true) {
      this.all.unshift(made);
    }
    return [201, made];
  }

  command(one, verb, body) {
    const nothing = Object.fromEntries(Object.keys(one.rights).map((each) => [each, false]));
    if (verb === "comments") {
      one.comments = [...one.comments, { id: ago(0), by: "admin@example.com", at: ago(0), text: body.text }];
    } else if (verb === "withdraw") {
      Object.assign(one, { state: "cancelled", endedBy: "admin@example.com", rights: nothing });
    } else if (verb === "decision" && body.verdict === "reject") {
      Object.assign(one, {
        state: "rejected",
        endedBy: "admin@example.com",
        endReason: body.reason,
        rights: nothing,
      });
    } else {
      this.apply(one, nothing);
    }
    return one;
  }

  apply(one, nothing) {
    const all = (state) => one.changes.map((each) => ({ ...each, state, failure: null, stateAt: ago(0) }));
    Object.assign(one, { state: "applying", changes: all("applying"), rights: nothing });
    setTimeout(() => Object.assign(one, { state: "applied", changes: all("applied") }), APPLYING_MS);
  }

  end(id, verb) {
    const of = this.all.find((each) => each.grant?.id === id);
    const given = this.live.find((each) => each.id === id) ?? of?.grant;
    if (given === undefined || !given.live) {
      return problem(409, "It is over already.");
    }
    this.live = this.live.filter((each) => each !== given);
    const how = verb === "return" ? "returned" : "revoked";
    const ended = { ...given, live: false, ended: { how, by: "admin@example.com", at: ago(0) } };
    if (verb === "return") {
      this.past = [ended, ...this.past];
    }
    if (of !== undefined) {
      Object.assign(of, { grant: ended, rights: { ...of.rights, revoke: false } });
    }
    return [200, { grant: ended, keysUntil: given.end, others: [], othersKnown: true }];
  }

  askable(text, empty) {
    const words = text.toLowerCase().split(" ");
    return {
      roles: empty
        ? []
        : ROLES.filter((each) => words.every((word) => `${each.arn} ${each.accountName}`.includes(word))),
      complete: true,
    };
  }
}

function ruling({ role, document }) {
  const none = {
    rule: "billing owners decide",
    needed: 1,
    approvers: ["billing-owners"],
    autoApprove: false,
  };
  const bounds = { maxMinutes: 720, expiresMinutes: 480, usualMinutes: 6, closed: null };
  if (role.includes("lab")) {
    return { ...none, ...bounds, autoApprove: true, rule: "anything in the lab" };
  }
  if (role.includes("pipeline")) {
    return { ...none, ...bounds, closed: "Nobody could approve this: you are all who could." };
  }
  return document?.includes("PassRole") === true
    ? { ...none, ...bounds, needed: 2, approvers: ["security@example.com", "billing-owners"] }
    : { ...none, ...bounds };
}

function check({ policyName, document }) {
  const notLookedAt =
    "Not looked at: other policies of the role, its permissions boundary, service control policies.";
  const nothing = { findings: [], risk: "low", difference: null, size: null, before: null, notLookedAt };
  const before = INLINE[policyName] ?? null;
  try {
    JSON.parse(document);
  } catch {
    const lines = document.slice(0, document.length / 2).split("\n").length;
    return {
      ...nothing,
      findings: [
        finding("error", "malformed", "low", "Statement", lines, "This is no JSON: a comma is missing."),
      ],
    };
  }
  const risky = document.includes("PassRole");
  return {
    ...nothing,
    before,
    findings: risky ? HIGH_FINDINGS : [],
    risk: risky ? "high" : "low",
    difference: risky ? ADDED : NEW,
    size: { document: document.replace(/\s/g, "").length, others: 4_210, limit: 10_240 },
  };
}

function inlinePolicies(role, name) {
  if (name === undefined) {
    return [200, { role, names: Object.keys(INLINE) }];
  }
  const document = INLINE[decodeURIComponent(name)];
  return document === undefined ? problem(404, "The role has no such policy.") : [200, { name, document }];
}

function complete(typed) {
  const all = typed.includes(":") ? ACTIONS : SERVICES;
  return all.filter((each) => each.toLowerCase().startsWith(typed.toLowerCase()));
}

function problem(status, detail) {
  return [status, { type: "about:blank", title: "Problem", status, detail }];
}
