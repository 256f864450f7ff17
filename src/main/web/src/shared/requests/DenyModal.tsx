import FormField from "@cloudscape-design/components/form-field";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { useRef, useState } from "react";
import { useFirstFocus } from "../useFirstFocus";
import { DecisionModal, type Standing } from "./DecisionModal";

interface Props {
  name: string;
  reason: string;
  standing: Standing;
  onReason: (reason: string) => void;
  onDeny: () => void;
  onDismiss: () => void;
}

/** A denial without a reason teaches nobody what to ask for instead. */
export function DenyModal({ name, reason, standing, onReason, onDeny, onDismiss }: Props) {
  const [tried, setTried] = useState(false);
  const field = useRef<TextareaProps.Ref>(null);
  useFirstFocus(field);
  const missing = reason.trim() === "";
  const deny = () => {
    setTried(true);
    if (!missing) {
      onDeny();
    }
  };
  return (
    <DecisionModal {...standing} header={`Deny ${name}?`} verb="Deny" onDecide={deny} onDismiss={onDismiss}>
      <FormField
        label="Reason"
        description="The one who asked reads it, so say what to ask for instead."
        errorText={tried && missing ? "Say why it is denied." : undefined}
      >
        <Textarea ref={field} value={reason} rows={3} onChange={({ detail }) => onReason(detail.value)} />
      </FormField>
    </DecisionModal>
  );
}
