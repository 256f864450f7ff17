import { ago, freshness, jobs, PEOPLE, roles, run, SELF_CHECK } from "./fixtures.mjs";
import { MockRequests } from "./requests.mjs";

const SIZES = { empty: 0, few: 7, full: 3_000, extreme: 3_000 };

/** The server's answers under /api/v3, from memory: `[status, body]`, or undefined for no such route. */
export class Api {
  scenario = "few";
  user = "admin@example.com";
  asOf = ago(2);
  runSince = 0;
  requests = new MockRequests();

  answer(method, path, query, body) {
    const route = `${method} ${path}`;
    if (this.scenario === "nobody" && route === "GET /api/v3/me") {
      return problem(401, "Nobody is signed in.", { people: PEOPLE });
    }
    if (this.scenario === "signedout") {
      return problem(401, "The sign-in of this browser has ended.");
    }
    if (this.scenario === "failing" && path !== "/api/v3/me") {
      return problem(503, "DynamoDB did not answer in 2 s.", { retryAfter: 5 });
    }
    return (
      this.known(route, query, body) ??
      this.requests.answer(method, path, query, body, this.scenario) ??
      this.byId(method, path, body)
    );
  }

  known(route, query, body) {
    const person = PEOPLE.find((each) => each.user === this.user) ?? PEOPLE[0];
    const mine = roles(SIZES[this.scenario] ?? 7);
    switch (route) {
      case "GET /api/v3/me":
        return [
          200,
          {
            ...person,
            administrator: person.kind === "administrator",
            url: "http://127.0.0.1:8090",
            links: { documentation: "https://docs.example.com", support: null },
            features: { challenge: true, slack: true, signOut: true },
            regions: { default: "us-east-1" },
            people: PEOPLE,
          },
        ];
      case "POST /api/v3/local/person":
        this.user = body.user;
        this.scenario = this.scenario === "nobody" ? "few" : this.scenario;
        return [204];
      case "GET /api/v3/roles":
        return [200, { asOf: this.asOf, roles: mine }];
      case "GET /api/v3/roles/search":
        return [
          200,
          { asOf: this.asOf, roles: mine.filter((each) => each.arn.includes(query.get("q"))).slice(0, 20) },
        ];
      case "POST /api/v3/roles/refresh":
        this.asOf = ago(0);
        return [202];
      case "POST /api/v3/credentials":
        return body.role.includes("admin")
          ? problem(502, "AWS said AccessDenied: the trust policy of the role does not name this console.")
          : [
              200,
              {
                role: body.role,
                accessKeyId: "ASIAEXAMPLEEXAMPLE00",
                secretAccessKey: "made/up/secret/key/of/forty/characters00",
                sessionToken: "madeup".repeat(60),
                expiresAt: ago(-body.durationSeconds / 60),
              },
            ];
      case "POST /api/v3/console-sessions":
        return this.session(body, mine);
      case "GET /api/v3/jobs":
        return [200, this.scenario === "empty" ? { jobs: [] } : jobs(this.share())];
      case "GET /api/v3/jobs/runs":
        return [
          200,
          {
            runs:
              this.scenario === "empty"
                ? []
                : jobs(this.share())
                    .jobs.flatMap((each) => [each.running, each.lastRun])
                    .filter(Boolean),
          },
        ];
      case "GET /api/v3/freshness":
        return [
          200,
          this.scenario === "empty"
            ? { kinds: ["iam"], accounts: [] }
            : freshness(this.scenario === "full" ? 200 : 6),
        ];
      case "GET /api/v3/self-check":
        return [200, { checkedAt: ago(1), checks: this.scenario === "empty" ? [] : SELF_CHECK.checks }];
      default:
        return undefined;
    }
  }

  byId(method, path, body) {
    const [, , , kind, id, rest, last] = path.split("/");
    if (kind === "jobs" && id === "runs") {
      return method === "DELETE"
        ? ((this.runSince = 0), [202])
        : [200, run(rest, "account-iam", this.share(), rest === "01JRUNNING" && this.share() < 1)];
    }
    if (kind === "jobs" && rest === "runs" && method === "POST") {
      this.runSince = Date.now();
      return [202, run("01JRUNNING", id, 0, true)];
    }
    if (kind === "challenges") {
      return rest === "decision"
        ? [200, { state: body.approve ? "approved" : "denied" }]
        : this.challenge(id);
    }
    if (kind === "hand-offs") {
      return id === "used"
        ? problem(404, "There is no such link.")
        : [200, roles(7)[Number(id)] ?? roles(1)[0]];
    }
    if (kind === "slack-links" && id === "expired") {
      return problem(404, "There is no such link.");
    }
    if (kind === "slack-links" && last === undefined) {
      return method === "POST"
        ? [200, { state: body.link ? "linked" : "refused" }]
        : [
            200,
            {
              slackName: "Erin Engineer",
              workspaceName: "Example Inc.",
              picture: null,
              user: this.user,
              state: id,
            },
          ];
    }
    return problem(404, "There is no such thing.");
  }

  share() {
    return Math.min(1, (Date.now() - this.runSince) / 40_000);
  }

  session({ query }, mine) {
    if (query === "many") {
      return problem(409, "Several roles match.", { candidates: mine.slice(0, 3).map((each) => each.arn) });
    }
    if (query === "none") {
      return problem(404, "None of your roles matches.");
    }
    return query === "refused"
      ? problem(502, "AWS said AccessDenied: not authorized to perform sts:AssumeRole.")
      : [
          200,
          {
            role: query,
            url: `http://127.0.0.1:${process.env.PORT ?? 8090}/__federation`,
            expiresAt: ago(-60),
          },
        ];
  }

  challenge(id) {
    if (id === "unknown") {
      return problem(404, "Nothing waits here.");
    }
    const other = id === "other";
    const elsewhere = id === "elsewhere";
    return [
      200,
      {
        user: other ? "approver@example.com" : this.user,
        address: "192.0.2.17",
        createdAt: ago(0.3),
        expiresAt: ago(-2),
        state: other || elsewhere ? "pending" : id,
        nonce: "n",
        signedInAs: this.user,
        mayApprove: !other && !elsewhere,
        elsewhere: elsewhere
          ? "This sign-in was started at another address (192.0.2.17) than this browser's. If the terminal is yours, open the page where it runs."
          : null,
      },
    ];
  }
}

function problem(status, detail, more = {}) {
  return [status, { type: "about:blank", title: "Problem", status, detail, ...more }];
}
