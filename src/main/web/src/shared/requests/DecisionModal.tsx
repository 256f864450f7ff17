import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

/** How far the answer to a question is. */
export interface Standing {
  /** The server is being told. */
  working: boolean;
  /** Why it took no decision; null where it was not asked yet. */
  refusal: ReactNode;
  /** The request is not what the question is about any more: one has to look at it again. */
  overtaken: boolean;
}

interface Props extends Standing {
  header: string;
  /** What is done. */
  verb: string;
  /** Nothing that the decision needs is missing. */
  meant?: boolean;
  onDecide: () => void;
  onDismiss: () => void;
  children: ReactNode;
}

/** A question that stays, with all that was typed, until the server took the decision or one leaves it. */
export function DecisionModal(props: Props) {
  const { header, verb, meant = true, working, refusal, overtaken, onDecide, onDismiss, children } = props;
  const dismiss = () => {
    if (!working) {
      onDismiss();
    }
  };
  return (
    <Modal
      visible
      header={header}
      closeAriaLabel="Close"
      onDismiss={dismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant={overtaken ? "normal" : "link"} disabled={working} onClick={dismiss}>
              {overtaken ? "Look again" : "Not now"}
            </Button>
            <Button variant="primary" disabled={overtaken || !meant} loading={working} onClick={onDecide}>
              {verb}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {children}
        {refusal}
        {overtaken && refusal === null && (
          <div role="alert">
            <Alert type="warning" header="The request changed while this question was open." />
          </div>
        )}
        {overtaken && <div>Close this and look again. The reason that you typed is kept.</div>}
      </SpaceBetween>
    </Modal>
  );
}
