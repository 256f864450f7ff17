import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import type { PolicyCheck } from "../../shared/requests/contract";
import { PolicyEditor } from "./PolicyEditor";
import type { Draft } from "./wish";

interface Props {
  draft: Draft;
  fault: string | undefined;
  check: PolicyCheck | undefined;
  onChange: (document: string) => void;
}

export function PolicyField({ draft, fault, check, onChange }: Props) {
  const before = draft.what === "replace" ? (check?.before ?? null) : null;
  return (
    <FormField
      label="Policy"
      stretch
      description="JSON. Actions are completed as you type: Down and Enter take one, Escape closes the list."
      errorText={fault}
      secondaryControl={
        before !== null &&
        before !== draft.document && (
          <Button onClick={() => onChange(before)}>Take the text AWS has now</Button>
        )
      }
    >
      <PolicyEditor
        text={draft.document}
        findings={check?.findings ?? []}
        invalid={fault !== undefined}
        onChange={onChange}
      />
    </FormField>
  );
}
