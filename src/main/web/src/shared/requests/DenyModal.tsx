import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { useRef, useState } from "react";
import { useFirstFocus } from "../useFirstFocus";

interface Props {
  name: string;
  onDeny: (reason: string) => void;
  onDismiss: () => void;
}

/** A denial without a reason teaches nobody what to ask for instead. */
export function DenyModal({ name, onDeny, onDismiss }: Props) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<TextareaProps.Ref>(null);
  useFirstFocus(field);
  const missing = reason.trim() === "";
  const deny = () => {
    setTried(true);
    if (!missing) {
      onDeny(reason.trim());
    }
  };
  return (
    <Modal
      visible
      header={`Deny ${name}?`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Not now
            </Button>
            <Button variant="primary" onClick={deny}>
              Deny
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <FormField
        label="Reason"
        description="The one who asked reads it, so say what to ask for instead."
        errorText={tried && missing ? "Say why it is denied." : undefined}
      >
        <Textarea ref={field} value={reason} rows={3} onChange={({ detail }) => setReason(detail.value)} />
      </FormField>
    </Modal>
  );
}
