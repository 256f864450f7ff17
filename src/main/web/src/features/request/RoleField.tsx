import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import type { RoleName } from "../../shared/requests/contract";
import { useAskableRole, useAskableRoles } from "./queries";

interface Props {
  kind: "role" | "inline_policy";
  arn: string;
  fault: string | undefined;
  onChange: (arn: string) => void;
}

/** Finds a role among all that one may ask for; the server searches. */
export function RoleField({ kind, arn, fault, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const roles = useAskableRoles(kind, typed);
  const chosen = useAskableRole(kind, arn);
  const known = roles.data?.roles ?? [];
  const role = known.find((each) => each.arn === arn) ?? chosen.data ?? null;
  const refused = arn !== "" && chosen.data === null && role === null;
  return (
    <FormField
      label="Role"
      errorText={refused ? "There is no such role, or the rules do not let you ask for it." : fault}
      description="Search by account, role or ARN."
    >
      <Select
        selectedOption={arn === "" ? null : role === null ? { value: arn, label: arn } : optionOf(role)}
        options={known.map(optionOf)}
        placeholder="Choose a role"
        filteringType="manual"
        filteringPlaceholder="Account, role or ARN"
        filteringAriaLabel="Search roles to ask for"
        statusType={roles.isError ? "error" : roles.isFetching ? "loading" : "finished"}
        loadingText="Searching"
        errorText="The search did not answer."
        recoveryText="Try again"
        empty={typed === "" ? "The rules let you ask for no role." : "No role that you may ask for matches."}
        {...(roles.data?.complete === false
          ? { finishedText: "There may be more: type more of the name." }
          : {})}
        triggerVariant="option"
        virtualScroll
        onLoadItems={({ detail }) => {
          setTyped(detail.filteringText);
          if (roles.isError) {
            void roles.refetch();
          }
        }}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
      />
    </FormField>
  );
}

function optionOf(role: RoleName) {
  return {
    value: role.arn,
    label: `${role.accountName || role.accountId} · ${role.name}`,
    description: role.arn,
  };
}
