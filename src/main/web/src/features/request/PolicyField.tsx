import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import { useId } from "react";
import type { Finding } from "../../shared/requests/contract";
import { PolicyEditor } from "../../shared/policies/PolicyEditor";

interface Props {
  text: string;
  /** What AWS has under that name now; null where there is none, or it is not known. */
  now: string | null;
  findings: Finding[];
  fault: string | undefined;
  onChange: (document: string) => void;
}

export function PolicyField({ text, now, findings, fault, onChange }: Props) {
  const hint = useId();
  const wrong = useId();
  return (
    <FormField
      label="Policy"
      stretch
      description={
        <span id={hint}>
          JSON. Actions are completed as you type: Down and Enter take one, Escape closes the list.
        </span>
      }
      errorText={fault !== undefined && <span id={wrong}>{fault}</span>}
      secondaryControl={
        now !== null &&
        now !== text && <Button onClick={() => onChange(now)}>Take the text that AWS has now</Button>
      }
    >
      <PolicyEditor
        text={text}
        findings={findings}
        invalid={fault !== undefined}
        describedBy={fault === undefined ? hint : `${wrong} ${hint}`}
        onChange={onChange}
      />
    </FormField>
  );
}
