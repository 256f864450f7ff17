import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ProblemAlert } from "../ProblemAlert";
import { Time } from "../Time";
import type { Grant, GrantEnd } from "./contract";
import { useReturn } from "./queries";
import { roleTitle } from "./words";

interface Props {
  grant: Grant;
  onDone: (end: GrantEnd) => void;
  onDismiss: () => void;
}

/** Gives a grant back; says what of it lives on. */
export function ReturnModal({ grant, onDone, onDismiss }: Props) {
  const giving = useReturn();
  return (
    <Modal
      visible
      header={`Return ${roleTitle(grant)}?`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Keep it
            </Button>
            <Button
              variant="primary"
              loading={giving.isPending}
              onClick={() => giving.mutate(grant.id, { onSuccess: onDone })}
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
