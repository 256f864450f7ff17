import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRef, useState } from "react";
import { useFirstFocus } from "../../shared/useFirstFocus";

interface Props {
  job: string;
  figures: string;
  onAccept: () => void;
  onDismiss: () => void;
}

/** What must be typed: losing access by one click would be too easy. */
const WORD = "publish";

/** Asks whether the loss of access is meant, with the figures before one's eyes. */
export function AcceptDrop({ job, figures, onAccept, onDismiss }: Props) {
  const [typed, setTyped] = useState("");
  const field = useRef<InputProps.Ref>(null);
  useFirstFocus(field);
  const meant = typed.trim().toLowerCase() === WORD;
  return (
    <Modal
      visible
      header="Publish although people lose access?"
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Leave the last one
            </Button>
            <Button variant="primary" disabled={!meant} onClick={onAccept}>
              Publish
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div className="as-written">{figures}</div>
        <div>
          {job} reads everything anew when it runs, so the figures may differ by then. {whoLoses(job)} The
          audit names you.
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (meant) {
              onAccept();
            }
          }}
        >
          <FormField label={`To publish, type ${WORD}`}>
            <Input
              value={typed}
              ref={field}
              autoComplete={false}
              onChange={({ detail }) => setTyped(detail.value)}
            />
          </FormField>
        </form>
      </SpaceBetween>
    </Modal>
  );
}

/** Each job publishes something else, and so takes something else away. */
function whoLoses(job: string): string {
  return job === "accounts"
    ? "The accounts that are gone from the list leave this server too: their roles are offered by no door until the list has them again."
    : "Whatever reads the published mapping, such as a ConsoleMe beside this server, then refuses the roles that are gone from it; this server’s own doors go by what was read from AWS.";
}
