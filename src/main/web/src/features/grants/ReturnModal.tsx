import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { Grant } from "../../shared/requests/contract";
import { Time } from "../../shared/Time";
import { useReturn } from "./queries";

/** Gives a grant back; says what of it lives on. */
export function ReturnModal({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const giving = useReturn();
  const name = `${grant.role.accountName} · ${grant.role.name}`;
  return (
    <Modal
      visible
      header={`Return ${name}?`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Keep it
            </Button>
            <Button
              variant="primary"
              loading={giving.isPending}
              onClick={() => giving.mutate(grant.id, { onSuccess: onClose })}
            >
              Return
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <div>
          No new keys are issued under it from then on. Keys that you have already work until they expire, at{" "}
          <Time at={grant.end} as="clock" /> at the latest.
        </div>
        {giving.isError && <ProblemAlert title="It was not returned." error={giving.error} />}
      </SpaceBetween>
    </Modal>
  );
}
