import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ROLES } from "../roles/queries";
import type { ChangeEdit, Decision, RequestDetail } from "./contract";
import {
  cancelChange,
  command,
  comment,
  decide,
  editChange,
  getGrants,
  getInbox,
  getRequest,
  getRequests,
  getRuling,
  openRequest,
  type RequestFilter,
  returnGrant,
  revokeGrant,
} from "./routes";

export const REQUESTS = ["requests"] as const;
export const INBOX = ["inbox"] as const;
export const GRANTS = ["grants"] as const;

/** Where no event tells of a change, it shows after this long. */
const QUIET_MS = 30_000;
const WHILE_APPLYING_MS = 1_000;

/** One page; `from` is where the page before said that it begins. */
export function useRequests(filter: RequestFilter, from: string | null) {
  return useQuery({
    queryKey: [...REQUESTS, "list", filter, from],
    queryFn: ({ signal }) => getRequests(filter, from, signal),
    placeholderData: keepPreviousData,
    refetchInterval: QUIET_MS,
  });
}

/** @param wanted false while one has it from elsewhere */
export function useRequest(id: string, wanted = true) {
  return useQuery({
    queryKey: requestKey(id),
    queryFn: ({ signal }) => getRequest(id, signal),
    enabled: wanted,
    refetchInterval: ({ state: { data } }) => {
      if (data !== undefined && data.unreadable !== null) {
        return false; // only another release would read it
      }
      return onTheWay(data) ? WHILE_APPLYING_MS : QUIET_MS;
    },
  });
}

/** Approved, and AWS does not have it yet: that takes a moment, and one looks on. */
export function onTheWay(request: RequestDetail | undefined): boolean {
  return request?.state === "approved" || request?.state === "applying";
}

export function useInbox() {
  return useQuery({
    queryKey: INBOX,
    queryFn: ({ signal }) => getInbox(signal),
    refetchInterval: QUIET_MS,
  });
}

export function useGrants() {
  return useQuery({
    queryKey: GRANTS,
    queryFn: ({ signal }) => getGrants(signal),
    refetchInterval: QUIET_MS,
  });
}

export function useOpenRequest() {
  const learn = useLearn();
  return useMutation({ mutationFn: openRequest, onSuccess: learn });
}

/** Decides one request. Whatever came of it, the page then shows what is. */
export function useDecide() {
  const learn = useLearn();
  const forget = useForget();
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Decision }) => decide(id, decision),
    onSuccess: learn,
    onError: forget,
  });
}

export function useCommand(id: string) {
  const learn = useLearn();
  const forget = useForget();
  return useMutation({
    mutationFn: (name: "withdraw" | "retry" | "reopen") => command(id, name),
    onSuccess: learn,
    onError: forget,
  });
}

/** Gives a change another content; approvals so far are void. */
export function useEdit(id: string, change: string) {
  const learn = useLearn();
  return useMutation({ mutationFn: (edit: ChangeEdit) => editChange(id, change, edit), onSuccess: learn });
}

export function useStrikeOut(id: string, change: string) {
  const learn = useLearn();
  const forget = useForget();
  return useMutation({ mutationFn: () => cancelChange(id, change), onSuccess: learn, onError: forget });
}

/** Who decides about a role for a time, and how long it may be. */
export function useRoleRuling(role: string) {
  return useQuery({
    queryKey: ["ruling", "role", role, null],
    queryFn: ({ signal }) => getRuling({ role, kind: "role", document: null }, signal),
    enabled: role !== "",
  });
}

export function useComment(id: string) {
  const learn = useLearn();
  return useMutation({ mutationFn: (text: string) => comment(id, text), onSuccess: learn });
}

/** Gives one's own grant back; what one may use then is asked for anew. */
export function useReturn() {
  const forget = useForgetGrant();
  return useMutation({ mutationFn: returnGrant, onSettled: forget });
}

/** Takes somebody else's grant away. */
export function useRevoke() {
  const forget = useForgetGrant();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => revokeGrant(id, reason),
    onSettled: forget,
  });
}

function useForgetGrant() {
  const client = useQueryClient();
  const forget = useForget();
  return () => {
    forget();
    void client.invalidateQueries({ queryKey: ROLES });
  };
}

/** Puts the server's answer in the place of what was known, and has the lists asked for anew. */
function useLearn() {
  const client = useQueryClient();
  const forget = useForget();
  return (request: RequestDetail) => {
    client.setQueryData(requestKey(request.id), request);
    forget();
  };
}

/** All that a change to a request may touch. */
export function useForget() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [REQUESTS, INBOX, GRANTS]) {
      void client.invalidateQueries({ queryKey });
    }
  };
}

export function requestKey(id: string) {
  return [...REQUESTS, "one", id];
}
