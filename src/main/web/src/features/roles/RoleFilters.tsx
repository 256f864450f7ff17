import Select from "@cloudscape-design/components/select";
import TextFilter, { type TextFilterProps } from "@cloudscape-design/components/text-filter";
import Toggle from "@cloudscape-design/components/toggle";
import { useMemo, useRef } from "react";
import type { Role } from "../../shared/contract";
import { useShortcuts } from "../../shared/shortcuts";

export interface Filter {
  text: string;
  account: string | null;
  environment: string | null;
  favouritesOnly: boolean;
}

export const NO_FILTER: Filter = { text: "", account: null, environment: null, favouritesOnly: false };

interface Props {
  roles: Role[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  matching: number;
}

export function RoleFilters({ roles, filter, onChange, matching }: Props) {
  const field = useRef<TextFilterProps.Ref>(null);
  useShortcuts({ "/": () => field.current?.focus() });
  const accounts = useMemo(() => accountOptions(roles), [roles]);
  const environments = useMemo(
    () =>
      [...new Set(roles.flatMap((each) => each.environment ?? []))]
        .sort()
        .map((value) => ({ value, label: value })),
    [roles],
  );
  const anyAccount = { value: "", label: "Any account" };
  const anyEnvironment = { value: "", label: "Any environment" };
  return (
    <div className="filters">
      <div className="filter-text">
        <TextFilter
          ref={field}
          filteringText={filter.text}
          filteringPlaceholder="Role, account, tag, owner"
          filteringAriaLabel="Filter roles"
          countText={
            filter.text === "" ? "" : `${matching.toLocaleString()} ${matching === 1 ? "match" : "matches"}`
          }
          onChange={({ detail }) => onChange({ ...filter, text: detail.filteringText })}
        />
      </div>
      <Select
        ariaLabel="Account"
        selectedOption={accounts.find((each) => each.value === filter.account) ?? anyAccount}
        options={[anyAccount, ...accounts]}
        filteringType="auto"
        filteringAriaLabel="Filter accounts"
        empty="No account"
        virtualScroll
        onChange={({ detail }) => onChange({ ...filter, account: detail.selectedOption.value || null })}
      />
      {environments.length > 0 && (
        <Select
          ariaLabel="Environment"
          selectedOption={environments.find((each) => each.value === filter.environment) ?? anyEnvironment}
          options={[anyEnvironment, ...environments]}
          onChange={({ detail }) => onChange({ ...filter, environment: detail.selectedOption.value || null })}
        />
      )}
      <Toggle
        checked={filter.favouritesOnly}
        onChange={({ detail }) => onChange({ ...filter, favouritesOnly: detail.checked })}
      >
        Favourites only
      </Toggle>
    </div>
  );
}

function accountOptions(roles: Role[]) {
  const names = new Map(roles.map((each) => [each.accountId, each.accountName]));
  return [...names]
    .map(([value, name]) => ({ value, label: name === "" ? value : name, description: value }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
