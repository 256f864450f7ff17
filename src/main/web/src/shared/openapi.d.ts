export interface paths {
  "/api/v3/challenges/{token}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a terminal asks for */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          token: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["ChallengeJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/challenges/{token}/decision": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets the terminal in, or turns it away */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          token: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ChallengeDecision"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["DecidedJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/console-sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A link that signs in to the AWS console as one role */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ConsoleWish"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["ConsoleSessionJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/credentials": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keys to one role */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["KeysRequest"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["KeysJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/freshness": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How old what we know of each account is, for administrators */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["FreshnessJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/hand-offs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The role behind a link from a message; works once */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RoleJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All jobs with their latest runs */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["JobsJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/jobs/runs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The latest runs of one job or of all, newest first */
    get: {
      parameters: {
        query?: {
          job?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RunsJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/jobs/runs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One run, as it goes */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RunJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    /** Asks a run to stop */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description it will stop */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components["responses"]["Problem"];
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/jobs/{job}/runs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts a job; query parameters are the job's parameters */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          job: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Accepted */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RunJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, and what the pages may offer */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["MeJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/roles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The roles that are open to the one who asks */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RolesJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/roles/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reads the shared stores again, now */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description under way */
        202: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/roles/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The best matches among them, best first */
    get: {
      parameters: {
        query?: {
          limit?: number;
          q?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RolesJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/self-check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Checks what this server needs, for administrators */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["ReportJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/slack-links/{ticket}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The Slack user that would act as the one who asks */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          ticket: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["LinkJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    /** Links that Slack user, or throws the link away */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          ticket: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["LinkAnswer"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["LinkJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AccountJson: {
      accountId: string;
      accountName: string;
      cells: components["schemas"]["CellJson"][];
    };
    CellJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      asOf: string | null;
      error: string | null;
      kind: string;
      /** @enum {string} */
      state: "FRESH" | "LATE" | "FAILED" | "NEVER" | "LEFT_OUT";
    };
    ChallengeDecision: {
      approve: boolean;
      nonce: string;
    };
    ChallengeJson: {
      address: string;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      expiresAt: string;
      mayApprove: boolean;
      nonce: string;
      signedInAs: string;
      /** @enum {string} */
      state: "pending" | "approved" | "denied" | "expired";
      user: string;
    };
    CheckJson: {
      detail: string;
      name: string;
      /** @enum {string} */
      state: "UP" | "DEGRADED" | "DOWN" | "OFF";
      todo: string | null;
    };
    ConsoleSessionJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      expiresAt: string;
      role: string;
      url: string;
    };
    ConsoleWish: {
      query: string;
      redirect?: string | null;
      region?: string | null;
    };
    DecidedJson: {
      /** @enum {string} */
      state: "pending" | "approved" | "denied";
    };
    FeaturesJson: {
      challenge: boolean;
      slack: boolean;
    };
    FreshnessJson: {
      accounts: components["schemas"]["AccountJson"][];
      kinds: string[];
    };
    JobJson: {
      description: string;
      id: string;
      lastRun: components["schemas"]["RunJson"] | null;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      nextRunAt: string | null;
      running: components["schemas"]["RunJson"] | null;
      schedule: string;
    };
    JobsJson: {
      jobs: components["schemas"]["JobJson"][];
    };
    KeysJson: {
      accessKeyId: string;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      expiresAt: string;
      role: string;
      secretAccessKey: string;
      sessionToken: string;
    };
    KeysRequest: {
      /** Format: int32 */
      durationSeconds?: number | null;
      noIpRestrictions?: boolean | null;
      role: string;
    };
    LinkAnswer: {
      link: boolean | null;
    };
    LinkJson: {
      picture: string | null;
      slackName: string;
      /** @enum {string} */
      state: "open" | "used" | "linked" | "refused";
      user: string;
      workspaceName: string;
    };
    LinksJson: {
      documentation: string | null;
      support: string | null;
    };
    MeJson: {
      administrator: boolean;
      features: components["schemas"]["FeaturesJson"];
      groups: string[];
      links: components["schemas"]["LinksJson"];
      regions: components["schemas"]["RegionsJson"];
      url: string;
      user: string;
    };
    OutcomeJson: {
      accountId: string;
      accountName: string;
      detail: string | null;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      endedAt: string | null;
      /** Format: int64 */
      items: number;
      /** @enum {string} */
      outcome: "WAITING" | "RUNNING" | "COMPLETED" | "FAILED" | "SKIPPED";
    };
    Problem: {
      candidates?: string[];
      code: string;
      detail: string;
      field?: string;
      incident?: string;
      requestId: string;
      /** Format: int64 */
      retryAfter?: number;
      /** Format: int32 */
      status: number;
      title: string;
      type: string;
    };
    ReasonJson: {
      /** @enum {string} */
      kind: "user" | "group" | "plugin" | "grant";
      name: string;
    };
    RegionsJson: {
      default: string;
    };
    ReportJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      checkedAt: string;
      checks: components["schemas"]["CheckJson"][];
    };
    RoleJson: {
      accountId: string;
      accountName: string;
      arn: string;
      cliOnly: boolean;
      description: string | null;
      environment: string | null;
      /** Format: int64 */
      maxDurationSeconds: number;
      name: string;
      owner: string | null;
      path: string;
      reasons: components["schemas"]["ReasonJson"][];
      tags: {
        [key: string]: string;
      };
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      until: string | null;
      weepWord: string;
    };
    RolesJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      asOf: string;
      roles: components["schemas"]["RoleJson"][];
    };
    RunJson: {
      accounts: components["schemas"]["OutcomeJson"][];
      /** @enum {string} */
      batchStatus: "STARTING" | "STARTED" | "STOPPING" | "STOPPED" | "FAILED" | "COMPLETED" | "ABANDONED";
      /** Format: int64 */
      done: number;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      endedAt: string | null;
      exitStatus: string | null;
      heldBack: string | null;
      id: string;
      job: string;
      node: string;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      startedAt: string;
      startedBy: string;
      /** Format: int32 */
      total: number;
    };
    RunsJson: {
      runs: components["schemas"]["RunJson"][];
    };
  };
  responses: {
    /** @description What went wrong */
    Problem: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
