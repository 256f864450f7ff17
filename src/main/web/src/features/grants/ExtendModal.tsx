import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { Grant } from "../../shared/requests/contract";
import { LengthField } from "../../shared/requests/LengthField";
import { useRoleRuling } from "../../shared/requests/queries";
import { Ruled } from "../../shared/requests/Ruled";
import { navigate } from "../../shared/router";
import { useExtend } from "./queries";

const USUAL_MINUTES = 60;

/** More time is a new request, decided anew; the grants end at their union. */
export function ExtendModal({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const ruling = useRoleRuling(grant.role.arn);
  const extend = useExtend(grant);
  const missing = reason.trim() === "";
  const closed = ruling.data !== undefined && ruling.data.closed !== null;
  const ask = () => {
    setTried(true);
    if (!missing) {
      extend.mutate(
        { minutes, justification: reason.trim() },
        { onSuccess: (request) => navigate(`/requests/${encodeURIComponent(request.id)}`) },
      );
    }
  };
  return (
    <Modal
      visible
      header={`Extend ${grant.role.accountName} · ${grant.role.name}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Not now
            </Button>
            <Button variant="primary" disabled={closed} loading={extend.isPending} onClick={ask}>
              Request more time
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <LengthField
          minutes={minutes}
          maxMinutes={ruling.data?.maxMinutes ?? null}
          onChange={setMinutes}
          description="Counted from the approval on. What you have stays until its own end."
        />
        <FormField label="Why" errorText={tried && missing ? "Say why you need it longer." : undefined}>
          <Textarea value={reason} rows={2} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        <Ruled ruling={ruling.data} error={ruling.error} />
        {extend.isError && <ProblemAlert title="The request was not made." error={extend.error} />}
      </SpaceBetween>
    </Modal>
  );
}
