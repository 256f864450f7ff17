import type { Person } from "./contract";

interface Said {
  /** One sentence from the server, or ours when it said nothing. */
  detail: string;
}

/** What went wrong, closed: a new kind stops the build until every page can draw it. */
export type Problem =
  | (Said & { kind: "invalid"; field: string | null })
  | (Said & { kind: "notFound" })
  | (Said & { kind: "ambiguous"; candidates: string[] })
  | (Said & { kind: "forbidden" })
  | (Said & { kind: "unauthenticated"; people: Person[] })
  | (Said & { kind: "tooLarge" })
  | (Said & { kind: "tooMany"; retryAfter: number | null })
  /** `difference`: what is otherwise than was shown, in words. */
  | (Said & { kind: "conflict"; difference: string[] })
  | (Said & { kind: "refused" })
  | (Said & { kind: "unavailable"; retryAfter: number | null })
  | (Said & { kind: "offline" })
  | (Said & { kind: "fault"; incident: string | null });

export class ProblemError extends Error {
  override readonly name = "ProblemError";
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError
    ? error.problem
    : { kind: "fault", detail: "The page met something it does not understand.", incident: null };
}

/** Reads an answer that is not 2xx; a body that is not problem JSON still gives the right kind. */
export function parseProblem(status: number, body: unknown): Problem {
  const it = isObject(body) ? body : {};
  const detail = text(it["detail"]) ?? text(it["title"]) ?? `The server answered ${status}.`;
  const retryAfter = typeof it["retryAfter"] === "number" ? it["retryAfter"] : null;
  const candidates = strings(it["candidates"]);
  switch (status) {
    case 400:
      return { kind: "invalid", detail, field: text(it["field"]) };
    case 401:
      return { kind: "unauthenticated", detail, people: people(it["people"]) };
    case 403:
      return { kind: "forbidden", detail };
    case 404:
      return { kind: "notFound", detail };
    case 409:
      return candidates.length > 0
        ? { kind: "ambiguous", detail, candidates }
        : { kind: "conflict", detail, difference: strings(it["difference"]) };
    case 413:
      return { kind: "tooLarge", detail };
    case 429:
      return { kind: "tooMany", detail, retryAfter };
    case 502:
      return { kind: "refused", detail };
    case 503:
      return { kind: "unavailable", detail, retryAfter };
    default:
      return { kind: "fault", detail, incident: text(it["incident"]) };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

function people(value: unknown): Person[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.filter(isObject).flatMap((each) => {
    const user = text(each["user"]);
    return user === null ? [] : [{ user, groups: strings(each["groups"]), kind: text(each["kind"]) ?? "" }];
  });
}
