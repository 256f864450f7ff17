import Autosuggest from "@cloudscape-design/components/autosuggest";
import { useDeferredValue, useState } from "react";
import { useRoleSearch } from "../shared/roles/queries";
import { navigate } from "../shared/router";

/** Puts the cursor into the search at the top; false where it is not on the screen. */
export function focusSearch(): boolean {
  // The bar keeps a hidden copy of its content to measure itself by.
  const fields = document.querySelectorAll<HTMLInputElement>("#top-bar input");
  const field = Array.from(fields).find(
    (each) => each.checkVisibility() && each.closest("[aria-hidden=true]") === null,
  );
  field?.focus();
  return field !== undefined;
}

/** Search over one's roles from every page; the pick is shown on the roles page. */
export function GlobalSearch() {
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const search = useRoleSearch(asked);
  const roles = search.data?.roles ?? [];
  const go = (value: string) => {
    if (value.trim() !== "") {
      navigate(`/?arn=${encodeURIComponent(value.trim())}`);
      setText("");
    }
  };
  return (
    <Autosuggest
      value={text}
      placeholder="Search roles"
      ariaLabel="Search roles"
      enteredTextLabel={(value) => `Show all that match “${value}”`}
      filteringType="manual"
      statusType={search.isError ? "error" : search.isFetching ? "loading" : "finished"}
      loadingText="Searching"
      errorText="The search did not answer."
      recoveryText="Try again"
      empty={asked === "" ? "Type a role, an account or a tag" : "None of your roles matches."}
      options={roles.map((role) => ({
        value: role.arn,
        label: role.name,
        description: `${role.accountName} · ${role.accountId}`,
      }))}
      onChange={({ detail }) => setText(detail.value)}
      onSelect={({ detail }) => go(detail.value)}
      onKeyDown={({ detail }) => detail.key === "Escape" && setText("")}
      onLoadItems={() => search.isError && void search.refetch()}
    />
  );
}
