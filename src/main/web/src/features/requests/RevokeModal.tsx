import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea, { type TextareaProps } from "@cloudscape-design/components/textarea";
import { useRef, useState } from "react";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { Grant, GrantEnd } from "../../shared/requests/contract";
import { useRevoke } from "../../shared/requests/queries";
import { roleTitle } from "../../shared/requests/words";
import { Time } from "../../shared/Time";
import { useFirstFocus } from "../../shared/useFirstFocus";

interface Props {
  grant: Grant;
  onDone: (end: GrantEnd) => void;
  onDismiss: () => void;
}

/** Takes somebody's role away before its time; says what of it lives on, and wants a reason for the audit trail. */
export function RevokeModal({ grant, onDone, onDismiss }: Props) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<TextareaProps.Ref>(null);
  useFirstFocus(field);
  const revoking = useRevoke();
  const missing = reason.trim() === "";
  const revoke = () => {
    setTried(true);
    if (!missing) {
      revoking.mutate({ id: grant.id, reason: reason.trim() }, { onSuccess: onDone });
    }
  };
  return (
    <Modal
      visible
      header={`Revoke ${roleTitle(grant)}?`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Not now
            </Button>
            <Button variant="primary" loading={revoking.isPending} onClick={revoke}>
              Revoke
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>
          No new keys are issued under this grant of {grant.user} from then on. Keys that they have already
          work until they expire, at <Time at={grant.end} as="clock" /> at the latest.
        </div>
        <FormField
          label="Reason"
          description="The audit trail keeps it."
          errorText={tried && missing ? "Say why it is revoked." : undefined}
        >
          <Textarea ref={field} value={reason} rows={3} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        {revoking.isError && <ProblemAlert title="It was not revoked." error={revoking.error} />}
      </SpaceBetween>
    </Modal>
  );
}
