export interface paths {
  "/api/v3/askable-roles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Roles that the one who asks can ask for, by words of their names */
    get: {
      parameters: {
        query?: {
          kind?: string;
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
            "application/json": components["schemas"]["AskableRolesJson"];
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
  "/api/v3/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changes, as server-sent events, with ids alone */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description events request and grant; one without a name: anything */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "text/event-stream": string;
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
  "/api/v3/grants": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The grants of the one who asks */
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
            "application/json": components["schemas"]["GrantsJson"];
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
  "/api/v3/grants/{id}/extension": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for the role again, for a time from the new decision on */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["ExtensionJson"];
        };
      };
      responses: {
        /** @description Created */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/grants/{id}/return": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Gives one's own back before its time */
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
            "application/json": components["schemas"]["GrantEndJson"];
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
  "/api/v3/grants/{id}/revoke": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes somebody's away before its time */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["RevocationJson"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["GrantEndJson"];
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
  "/api/v3/inbox": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The requests that wait for the decision of the one who asks */
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
            "application/json": components["schemas"]["InboxJson"];
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
    /** Starts a job; further query parameters are the job's parameters */
    post: {
      parameters: {
        query?: {
          /** @description publish although people lose access; of the jobs authorization and accounts */
          accept_drop?: boolean;
        };
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
  "/api/v3/policies/actions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What may follow as one types an action */
    get: {
      parameters: {
        query?: {
          limit?: number;
          typed?: string;
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
            "application/json": components["schemas"]["CompletionsJson"];
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
  "/api/v3/policies/check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Looks over a policy as one writes it; what is no document is a finding */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["WrittenJson"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["PolicyCheckJson"];
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
  "/api/v3/policies/inline": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which inline policies a role has, as AWS said seconds ago */
    get: {
      parameters: {
        query?: {
          role?: string;
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
            "application/json": components["schemas"]["InlinePoliciesJson"];
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
  "/api/v3/policies/inline/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The text of one inline policy of a role, as AWS said seconds ago */
    get: {
      parameters: {
        query?: {
          role?: string;
        };
        header?: never;
        path: {
          name: string;
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
            "application/json": components["schemas"]["InlinePolicyJson"];
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
  "/api/v3/requests": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requests by the time of asking: -requestedAt the newest first, requestedAt the oldest; text is looked for in what a line shows */
    get: {
      parameters: {
        query?: {
          from?: string;
          limit?: number;
          mine?: boolean;
          requester?: string;
          sort?: string;
          state?: string;
          text?: string;
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
            "application/json": components["schemas"]["RequestsJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    put?: never;
    /** Asks for changes of one role; a dry run looks at everything and keeps nothing */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["NewRequestJson"];
        };
      };
      responses: {
        /** @description a dry run: nothing is kept */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RequestDetailJson"];
          };
        };
        /** @description it was made */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request, with what it makes different and what one may do */
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
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}/changes/{change}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Gives a change another length or text; approvals so far are void */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          change: string;
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["EditJson"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RequestDetailJson"];
          };
        };
        default: components["responses"]["Problem"];
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v3/requests/{id}/changes/{change}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Strikes one change out */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          change: string;
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
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}/comments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says something about it */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["SayingJson"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}/decision": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approves or rejects what the hash names; 409 once it is something else */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["DecisionJson"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}/reopen": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets a closed request wait for a decision again */
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
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Has failed changes carried out again, as they were approved */
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
            "application/json": components["schemas"]["RequestDetailJson"];
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
  "/api/v3/requests/{id}/withdraw": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes the whole request back */
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
            "application/json": components["schemas"]["RequestDetailJson"];
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
        /** @description read; the next answer of this node has what is stored */
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
  "/api/v3/rules": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who would decide if this were asked for, and within what bounds */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": components["schemas"]["AskedJson"];
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["RulingJson"];
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
  "/api/v3/rules/check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Looks over the approval rules of a dynamic configuration, for administrators */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": Record<string, never>;
          "application/yaml": string;
        };
      };
      responses: {
        /** @description OK */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            "application/json": components["schemas"]["CheckedRulesJson"];
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
    AskableRolesJson: {
      complete: boolean;
      roles: components["schemas"]["RoleNameJson"][];
    };
    AskedJson: {
      document?: string | null;
      /** @enum {string} */
      kind: "role" | "inline_policy";
      role: string;
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
      elsewhere: string | null;
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
    ChangeJson: {
      /** Format: int64 */
      approvals: number;
      difference: components["schemas"]["DifferenceJson"] | null;
      document: string | null;
      failure: string | null;
      findings: components["schemas"]["FindingJson"][];
      id: string;
      /** @enum {string} */
      kind: "role" | "put_inline_policy" | "delete_inline_policy";
      /** Format: int64 */
      minutes: number | null;
      policyName: string | null;
      /** @enum {string} */
      risk: "low" | "medium" | "high";
      /** @enum {string} */
      state: "open" | "approved" | "applying" | "applied" | "failed" | "cancelled";
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      stateAt: string | null;
      updatedBy: string | null;
    };
    ChangeWishJson: {
      document?: string | null;
      /** @enum {string} */
      kind: "role" | "put_inline_policy" | "delete_inline_policy";
      /** Format: int64 */
      minutes?: number | null;
      policyName?: string | null;
    };
    CheckJson: {
      detail: string;
      name: string;
      /** @enum {string} */
      state: "UP" | "DEGRADED" | "DOWN" | "OFF";
      todo: string | null;
    };
    CheckedRulesJson: {
      mistakes: components["schemas"]["RuleMistakeJson"][];
      /** Format: int32 */
      rules: number;
    };
    CommentJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      at: string;
      by: string;
      id: string;
      text: string;
    };
    CompletionsJson: {
      completions: string[];
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
    DecisionJson: {
      changes?: string[] | null;
      hash: string;
      reason?: string | null;
      /** @enum {string} */
      verdict: "approve" | "reject";
    };
    DifferenceJson: {
      rows: components["schemas"]["RowJson"][];
      words: string[];
    };
    EditJson: {
      document?: string | null;
      /** Format: int64 */
      minutes?: number | null;
    };
    EndedJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      at: string;
      by: string;
      /** @enum {string} */
      how: "returned" | "revoked";
    };
    ExtensionJson: {
      justification?: string | null;
      /** Format: int64 */
      minutes: number;
      onceKey?: string | null;
    };
    FeaturesJson: {
      challenge: boolean;
      signOut: boolean;
      slack: boolean;
    };
    FindingJson: {
      code: string;
      /** @enum {string} */
      level: "error" | "warning" | "note";
      /** Format: int32 */
      line: number | null;
      /** @enum {string} */
      risk: "low" | "medium" | "high";
      sentence: string;
      where: string;
    };
    FreshnessJson: {
      accounts: components["schemas"]["AccountJson"][];
      kinds: string[];
    };
    GrantEndJson: {
      grant: components["schemas"]["GrantJson"];
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      keysUntil: string;
      others: components["schemas"]["ReasonJson"][];
      othersKnown: boolean;
    };
    GrantJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      end: string;
      ended: components["schemas"]["EndedJson"] | null;
      id: string;
      live: boolean;
      mine: boolean;
      request: string;
      role: components["schemas"]["RoleNameJson"];
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      start: string;
      user: string;
    };
    GrantsJson: {
      live: components["schemas"]["GrantJson"][];
      past: components["schemas"]["GrantJson"][];
    };
    InboxJson: {
      /** Format: int32 */
      count: number;
      more: boolean;
      requests: components["schemas"]["RequestDetailJson"][];
      /** Format: int32 */
      unreadable: number;
    };
    InlinePoliciesJson: {
      names: string[];
      role: string;
    };
    InlinePolicyJson: {
      document: string;
      name: string;
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
    LocalPersonJson: {
      groups: string[];
      kind: string;
      user: string;
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
    NewRequestJson: {
      beneficiary?: string | null;
      changes: components["schemas"]["ChangeWishJson"][];
      dryRun?: boolean | null;
      justification?: string | null;
      onceKey?: string | null;
      role: string;
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
    PolicyCheckJson: {
      before: string | null;
      difference: components["schemas"]["DifferenceJson"] | null;
      findings: components["schemas"]["FindingJson"][];
      notLookedAt: string;
      /** @enum {string} */
      risk: "low" | "medium" | "high";
      size: components["schemas"]["SizeJson"] | null;
    };
    Problem: {
      candidates?: string[];
      code: string;
      detail: string;
      difference?: string[];
      field?: string;
      incident?: string;
      people?: components["schemas"]["LocalPersonJson"][];
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
    RequestDetailJson: {
      approvers: string[];
      beneficiary: string | null;
      changes: components["schemas"]["ChangeJson"][];
      closed: string | null;
      comments: components["schemas"]["CommentJson"][];
      endReason: string | null;
      endedBy: string | null;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      expiresAt: string | null;
      extendedRequest: string | null;
      grant: components["schemas"]["GrantJson"] | null;
      hash: string | null;
      id: string;
      justification: string;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      lastUpdated: string | null;
      /** Format: int64 */
      maxMinutes: number | null;
      /** Format: int32 */
      needed: number;
      older: boolean;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      requestedAt: string | null;
      requester: string | null;
      reviews: components["schemas"]["ReviewJson"][];
      rights: components["schemas"]["RightsJson"];
      /** @enum {string} */
      risk: "low" | "medium" | "high";
      role: components["schemas"]["RoleNameJson"] | null;
      rule: string | null;
      /** @enum {string} */
      state:
        "pending" | "approved" | "applying" | "applied" | "failed" | "rejected" | "cancelled" | "expired";
      summary: string;
      unreadable: string | null;
      /** Format: int64 */
      usualMinutes: number | null;
    };
    RequestRowJson: {
      beneficiary: string | null;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      expiresAt: string | null;
      id: string;
      justification: string;
      older: boolean;
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      requestedAt: string | null;
      requester: string | null;
      /** @enum {string} */
      risk: "low" | "medium" | "high";
      role: components["schemas"]["RoleNameJson"] | null;
      /** @enum {string} */
      state:
        "pending" | "approved" | "applying" | "applied" | "failed" | "rejected" | "cancelled" | "expired";
      summary: string;
      unreadable: string | null;
    };
    RequestsJson: {
      next: string | null;
      requests: components["schemas"]["RequestRowJson"][];
    };
    ReviewJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      at: string;
      by: string;
      current: boolean;
      /** @enum {string} */
      door: "slack" | "web" | "weep" | "batch";
      reason: string | null;
      /** @enum {string} */
      verdict: "approved" | "rejected";
    };
    RevocationJson: {
      reason?: string | null;
    };
    RightsJson: {
      approve: boolean;
      bypass: boolean;
      cancelChange: boolean;
      edit: boolean;
      reject: boolean;
      reopen: boolean;
      retry: boolean;
      revoke: boolean;
      withdraw: boolean;
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
    RoleNameJson: {
      accountId: string;
      accountName: string;
      arn: string;
      name: string;
    };
    RolesJson: {
      /**
       * Format: date-time
       * @example 2022-03-10T16:15:50Z
       */
      asOf: string | null;
      roles: components["schemas"]["RoleJson"][];
    };
    RowJson: {
      /** @enum {string} */
      kind: "same" | "added" | "removed" | "changed";
      left: string;
      right: string;
    };
    RuleMistakeJson: {
      field: string;
      /** Format: int32 */
      place: number;
      reason: string;
      rule: string | null;
    };
    RulingJson: {
      approvers: string[];
      autoApprove: boolean;
      closed: string | null;
      /** Format: int64 */
      expiresMinutes: number;
      /** Format: int64 */
      maxMinutes: number | null;
      /** Format: int32 */
      needed: number;
      rule: string | null;
      /** Format: int64 */
      usualMinutes: number | null;
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
      /** Format: int64 */
      failed: number;
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
    SayingJson: {
      text: string;
    };
    SizeJson: {
      /** Format: int32 */
      document: number;
      /** Format: int32 */
      limit: number;
      /** Format: int32 */
      others: number;
    };
    WrittenJson: {
      document: string;
      policyName?: string | null;
      role: string;
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
