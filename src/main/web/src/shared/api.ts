import { parseProblem, ProblemError } from "./problem";

const TIMEOUT_MS = 30_000;

/** Sent to the window when any call is answered 401, or sent elsewhere to sign in: the sign-in may have ended. */
export const UNAUTHENTICATED = "consoleme:unauthenticated";

/** Names the cookie whose value a change must repeat; only the server knows what it is called. */
const XSRF_COOKIE_HEADER = "X-Xsrf-Cookie";
let xsrfCookie = "_xsrf";

/** GETs JSON from the server, or throws a {@link ProblemError}. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return call<T>("GET", path, undefined, signal);
}

export function post<T = undefined>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return call<T>("POST", path, body, signal);
}

export function put<T = undefined>(path: string, body: unknown): Promise<T> {
  return call<T>("PUT", path, body);
}

export function remove(path: string): Promise<undefined> {
  return call<undefined>("DELETE", path);
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: headers(method, body !== undefined),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual", // nothing under /api/v3 redirects: it is a proxy's way to its sign-in, on another host
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    const detail = deadline.aborted
      ? "The server did not answer within 30 seconds."
      : "The server cannot be reached from here.";
    throw new ProblemError({ kind: "offline", detail });
  }
  xsrfCookie = response.headers.get(XSRF_COOKIE_HEADER) ?? xsrfCookie;
  const toSignIn = response.type === "opaqueredirect";
  if (toSignIn || response.status === 401) {
    window.dispatchEvent(new Event(UNAUTHENTICATED));
  }
  if (toSignIn) {
    throw new ProblemError({ kind: "unauthenticated", detail: "Your sign-in has ended.", people: [] });
  }
  if (!response.ok) {
    throw new ProblemError(parseProblem(response.status, await bodyOf(response)));
  }
  return (await bodyOf(response)) as T;
}

function headers(method: string, hasBody: boolean): Record<string, string> {
  return {
    Accept: "application/json, application/problem+json",
    ...(hasBody ? { "Content-Type": "application/json" } : {}),
    ...(method === "GET" ? {} : { "X-Xsrftoken": cookie(xsrfCookie) }),
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") {
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (response.ok) {
      throw new ProblemError({ kind: "fault", detail: "The server's answer was cut short.", incident: null });
    }
    return undefined;
  }
}

function cookie(name: string): string {
  const pair = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return pair === undefined ? "" : decodeURIComponent(pair.slice(name.length + 1));
}
