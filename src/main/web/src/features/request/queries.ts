import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  getAskableRoles,
  getInlinePolicies,
  getInlinePolicy,
  getRuling,
  planRequest,
} from "../../shared/requests/routes";
import { LINT_AFTER_MS, usePolicyCheck } from "../../shared/requests/usePolicyCheck";
import { useSettled } from "../../shared/useSettled";
import { type Draft, EMPTY_POLICY, kindOf } from "./wish";

/** After the last key. */
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
    // Of another text the last answer stays until the next is there; of another role it says nothing.
    placeholderData: (last, query) => (query?.queryKey[2] === role ? last : undefined),
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

/** What the document adds and what is to be said about it. */
export function useDraftCheck({ role, what, policyName, document }: Draft) {
  const name = policyName.trim();
  const written = document !== EMPTY_POLICY && document !== "";
  return usePolicyCheck(role, name === "" ? null : name, document, what === "put" && written);
}

/** The names of the policies that the role has now. */
export function usePolicyNames({ role, what }: Draft) {
  return useQuery({
    queryKey: ["inline-policies", role],
    queryFn: ({ signal }) => getInlinePolicies(role, signal),
    enabled: role !== "" && what !== "role",
  });
}

/** The policy of the draft's name as AWS has it now; null where the role has none of that name, or it is not known. */
export function usePolicyNow(draft: Draft): string | null {
  const { role } = draft;
  const name = draft.policyName.trim();
  const known = usePolicyNames(draft).data?.names.includes(name) === true;
  const policy = useQuery({
    queryKey: ["inline-policies", role, name],
    queryFn: ({ signal }) => getInlinePolicy(role, name, signal),
    enabled: known,
  });
  return known ? (policy.data?.document ?? null) : null;
}

/** What a role loses with a policy that it has, or that it may have where AWS does not say which there are. */
export function useLoss(draft: Draft) {
  const { role, what, policyName, why } = draft;
  const name = useSettled(policyName.trim(), LINT_AFTER_MS);
  const names = usePolicyNames(draft);
  const there = names.isError || names.data?.names.includes(name) === true;
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
    enabled: role !== "" && what === "delete" && name !== "" && there,
  });
}
