import { vi } from "vitest";
import type { Me, Role } from "../src/shared/contract";

export interface Call {
  route: string;
  query: string;
  body: unknown;
  headers: Headers;
}

export type Answer = [status: number, body?: unknown];

/** A function is asked anew for each call. */
export type Answers = Record<string, Answer | ((call: Call) => Answer)>;

export const ME: Me = {
  user: "engineer@example.com",
  groups: ["finops"],
  administrator: false,
  url: "https://consoleme.example.com",
  links: { documentation: null, support: null },
  features: { challenge: true, slack: true, signOut: false },
  regions: { default: "us-east-1" },
};

/** A server that knows these routes ("GET /api/v3/me") and remembers what it was asked. */
export function serve(answers: Answers, sent: HeadersInit = { "X-Xsrf-Cookie": "_xsrf" }): Call[] {
  const calls: Call[] = [];
  const known: Answers = {
    "GET /api/v3/me": [200, ME],
    "GET /api/v3/inbox": [200, { requests: [], count: 0, more: false, unreadable: 0 }],
    ...answers,
  };
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    const [address = "", query = ""] = path.split("?");
    const route = `${init.method ?? "GET"} ${address}`;
    const body = typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined;
    const call = { route, query, body, headers: new Headers(init.headers) };
    calls.push(call);
    const given = known[route] ?? [404, { status: 404, title: "Not found", detail: "No such route." }];
    const [status, answer] = typeof given === "function" ? given(call) : given;
    return Promise.resolve(
      new Response(answer === undefined ? null : JSON.stringify(answer), { status, headers: sent }),
    );
  });
  return calls;
}

export function role(name: string, more: Partial<Role> = {}): Role {
  const accountId = more.accountId ?? "200000000002";
  return {
    arn: `arn:aws:iam::${accountId}:role/${name}`,
    accountId,
    accountName: "billing-prod",
    environment: "prod",
    name,
    path: "/",
    weepWord: name,
    description: null,
    owner: null,
    tags: {},
    reasons: [{ kind: "group", name: "finops" }],
    cliOnly: false,
    until: null,
    maxDurationSeconds: 3600,
    ...more,
  };
}

export function roleList(...roles: Role[]): [number, unknown] {
  return [200, { asOf: new Date().toISOString(), roles }];
}
