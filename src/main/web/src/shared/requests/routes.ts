import { get, post, put } from "../api";
import type {
  AskableRoles,
  Asked,
  ChangeEdit,
  Decision,
  Extension,
  GrantEnd,
  Grants,
  Inbox,
  InlinePolicies,
  InlinePolicy,
  NewRequest,
  PolicyCheck,
  RequestDetail,
  RequestPage,
  RequestState,
  Ruling,
  Written,
} from "./contract";

/** Says that something about requests or grants changed; what, one asks for anew. */
export const EVENTS = "/api/v3/events";

export const PAGE_SIZE = 50;

export interface RequestFilter {
  state: RequestState | null;
  mine: boolean;
  text: string;
  oldestFirst: boolean;
}

/** How the server, and the page's address, says that the oldest come first; a minus turns it around. */
export const OLDEST_FIRST = "requestedAt";

export function getRequests(filter: RequestFilter, from: string | null, signal: AbortSignal) {
  const query = new URLSearchParams({
    limit: String(PAGE_SIZE),
    ...(filter.state === null ? {} : { state: filter.state }),
    ...(filter.mine ? { mine: "true" } : {}),
    ...(filter.text === "" ? {} : { text: filter.text }),
    ...(filter.oldestFirst ? { sort: OLDEST_FIRST } : {}),
    ...(from === null ? {} : { from }),
  });
  return get<RequestPage>(`/api/v3/requests?${query.toString()}`, signal);
}

export function getRequest(id: string, signal: AbortSignal) {
  return get<RequestDetail>(request(id), signal);
}

export function getInbox(signal: AbortSignal) {
  return get<Inbox>("/api/v3/inbox", signal);
}

export function getGrants(signal: AbortSignal) {
  return get<Grants>("/api/v3/grants", signal);
}

/** The roles that one may ask for, the best matches first. */
export function getAskableRoles(kind: "role" | "inline_policy", text: string, signal: AbortSignal) {
  const query = new URLSearchParams({ kind, q: text, limit: "50" });
  return get<AskableRoles>(`/api/v3/askable-roles?${query.toString()}`, signal);
}

/** Who would decide; `document` because a riskier one may have other rules. */
export function getRuling(asked: Asked, signal: AbortSignal) {
  return post<Ruling>("/api/v3/rules", asked, signal);
}

export function checkPolicy(asked: Written, signal: AbortSignal) {
  return post<PolicyCheck>("/api/v3/policies/check", asked, signal);
}

/** What may follow as one types an action. */
export function completeAction(typed: string, signal: AbortSignal) {
  const query = new URLSearchParams({ typed, limit: "20" });
  return get<{ completions: string[] }>(`/api/v3/policies/actions?${query.toString()}`, signal);
}

/** The inline policies that the role has in AWS, by name. */
export function getInlinePolicies(role: string, signal: AbortSignal) {
  return get<InlinePolicies>(`/api/v3/policies/inline?${new URLSearchParams({ role }).toString()}`, signal);
}

/** One of them, with its exact text. */
export function getInlinePolicy(role: string, name: string, signal: AbortSignal) {
  const query = new URLSearchParams({ role }).toString();
  return get<InlinePolicy>(`/api/v3/policies/inline/${encodeURIComponent(name)}?${query}`, signal);
}

export function openRequest(body: NewRequest) {
  return post<RequestDetail>("/api/v3/requests", body);
}

/** What the request would be; nothing is stored. */
export function planRequest(body: NewRequest, signal: AbortSignal) {
  return post<RequestDetail>("/api/v3/requests", { ...body, dryRun: true }, signal);
}

export function decide(id: string, decision: Decision) {
  return post<RequestDetail>(`${request(id)}/decision`, decision);
}

export function command(id: string, name: "withdraw" | "retry" | "reopen") {
  return post<RequestDetail>(`${request(id)}/${name}`);
}

export function editChange(id: string, change: string, edit: ChangeEdit) {
  return put<RequestDetail>(`${request(id)}/changes/${encodeURIComponent(change)}`, edit);
}

/** Strikes one change out of a request. */
export function cancelChange(id: string, change: string) {
  return post<RequestDetail>(`${request(id)}/changes/${encodeURIComponent(change)}/cancel`);
}

export function comment(id: string, text: string) {
  return post<RequestDetail>(`${request(id)}/comments`, { text });
}

export function returnGrant(id: string) {
  return post<GrantEnd>(`/api/v3/grants/${encodeURIComponent(id)}/return`);
}

/** Takes somebody's away; the reason goes into the audit trail. */
export function revokeGrant(id: string, reason: string) {
  return post<GrantEnd>(`/api/v3/grants/${encodeURIComponent(id)}/revoke`, { reason });
}

/** Extending is asking again, from now on. */
export function extendGrant(id: string, body: Extension) {
  return post<RequestDetail>(`/api/v3/grants/${encodeURIComponent(id)}/extension`, body);
}

function request(id: string): string {
  return `/api/v3/requests/${encodeURIComponent(id)}`;
}
