import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { usePolicyNames } from "./queries";
import type { Draft } from "./wish";

interface Props {
  draft: Draft;
  fault: string | undefined;
  onChange: (policyName: string) => void;
}

/** One of the policies that the role has, or a name for a new one. Where AWS does not say which there are, a name is typed. */
export function PolicyNameField({ draft, fault, onChange }: Props) {
  const { what, role, policyName } = draft;
  const names = usePolicyNames(draft);
  const puts = what === "put";
  return (
    <FormField
      label={puts ? "Policy name (optional)" : "Policy name"}
      description={
        puts
          ? "Pick a policy of the role to change it, or name a new one. Without a name it is a new one too."
          : "Pick the policy that the role loses."
      }
      constraintText="1 to 128 letters, digits or _+=,.@-"
      errorText={fault}
    >
      <Autosuggest
        value={policyName}
        options={(names.data?.names ?? []).map((value) => ({ value }))}
        enteredTextLabel={(typed) => (puts ? `A new policy: ${typed}` : `As typed: ${typed}`)}
        placeholder={role === "" ? "Choose a role first" : ""}
        statusType={names.isError ? "error" : names.isLoading ? "loading" : "finished"}
        loadingText="Asking AWS which policies the role has"
        errorText="AWS did not say which policies the role has; type the name."
        recoveryText="Try again"
        empty={role === "" ? "Choose a role first." : "The role has no inline policy."}
        onLoadItems={() => {
          if (names.isError) {
            void names.refetch();
          }
        }}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  );
}
