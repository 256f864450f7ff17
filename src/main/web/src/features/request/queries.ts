import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { checkPolicy, getAskableRoles, getRuling, planRequest } from "../../shared/requests/routes";
import { useSettled } from "../../shared/useSettled";
import { type Draft, EMPTY_POLICY, kindOf } from "./wish";

/** After the last key. */
const LINT_AFTER_MS = 500;
const SEARCH_AFTER_MS = 200;

export function useAskableRoles(kind: "role" | "inline_policy", typed: string) {
  const text = useSettled(typed.trim(), SEARCH_AFTER_MS);
  return useQuery({
    queryKey: ["askable", kind, text],
    queryFn: ({ signal }) => getAskableRoles(kind, text, signal),
    placeholderData: keepPreviousData,
  });
}

/** The role behind a link's ARN; null where one may not ask for it. */
export function useAskableRole(kind: "role" | "inline_policy", arn: string) {
  return useQuery({
    queryKey: ["askable", kind, "one", arn],
    queryFn: async ({ signal }) =>
      (await getAskableRoles(kind, arn, signal)).roles.find((each) => each.arn === arn) ?? null,
    enabled: arn !== "",
  });
}

/** Who would decide what the form asks for at this moment. */
export function useRuling({ role, what, document }: Draft) {
  const kind = kindOf(what);
  const text = useSettled(what === "put" ? whole(document) : null, LINT_AFTER_MS);
  return useQuery({
    queryKey: ["ruling", kind, role, text],
    queryFn: ({ signal }) => getRuling({ role, kind, document: text }, signal),
    enabled: role !== "",
    placeholderData: keepPreviousData,
  });
}

/** Half a document has no risk to be judged by. */
function whole(document: string): string | null {
  try {
    JSON.parse(document);
  } catch {
    return null;
  }
  return document === EMPTY_POLICY ? null : document;
}

/** What the document adds and what is to be said about it, half a second after the last key. */
export function usePolicyCheck({ role, what, policyName, document }: Draft) {
  const settled = useSettled({ name: policyName.trim(), document }, LINT_AFTER_MS);
  return useQuery({
    queryKey: ["policy-check", role, settled.name, settled.document],
    queryFn: ({ signal }) => checkPolicy(written(role, settled.name, settled.document), signal),
    enabled: role !== "" && what === "put" && settled.document !== EMPTY_POLICY && settled.document !== "",
    placeholderData: keepPreviousData,
  });
}

/** The server reads what AWS has only beside a document; any will do, and nothing of it is kept. */
const ANY_DOCUMENT = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';

/** The policy of that name that the role has now; null where it has none. */
export function usePolicyNow({ role, what, policyName }: Draft) {
  const name = useSettled(policyName.trim(), LINT_AFTER_MS);
  return useQuery({
    queryKey: ["policy-now", role, name],
    queryFn: async ({ signal }) => (await checkPolicy(written(role, name, ANY_DOCUMENT), signal)).before,
    enabled: role !== "" && what === "put" && name !== "",
  });
}

/** What a role loses with a policy. */
export function useLoss({ role, what, policyName, why }: Draft) {
  const name = useSettled(policyName.trim(), LINT_AFTER_MS);
  return useQuery({
    queryKey: ["loss", role, name],
    queryFn: ({ signal }) =>
      planRequest(
        {
          role,
          changes: [{ kind: "delete_inline_policy", policyName: name }],
          justification: why.trim() || "not written yet",
        },
        signal,
      ),
    enabled: role !== "" && what === "delete" && name !== "",
  });
}

function written(role: string, name: string, document: string) {
  return { role, policyName: name === "" ? null : name, document };
}
