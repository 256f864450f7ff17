import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useRef, useState } from "react";
import { useFirstFocus } from "../useFirstFocus";
import type { RequestDetail } from "./contract";
import { DifferenceWords } from "./DifferenceView";
import { Findings } from "./Findings";
import { changeTitle, roleTitle } from "./words";

interface Props {
  request: RequestDetail;
  /** The request became another while the question was open: then it is not asked any more. */
  changed: boolean;
  onApprove: (reason: string | null) => void;
  onDismiss: () => void;
}

/** Says once more what is given; where that is of high risk, the role's name has to be typed. */
export function ApproveModal({ request, changed, onApprove, onDismiss }: Props) {
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const field = useRef<InputProps.Ref>(null);
  useFirstFocus(field);
  const name = request.role?.name ?? "";
  const risky = request.risk === "high";
  const meant = !changed && (!risky || typed.trim() === name);
  const approve = () => {
    if (meant) {
      onApprove(reason.trim() === "" ? null : reason.trim());
    }
  };
  const grave = request.changes.flatMap((each) => each.findings).filter((each) => each.risk === "high");
  return (
    <Modal
      visible
      header={`Approve ${roleTitle(request)}?`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              Not now
            </Button>
            <Button variant="primary" disabled={!meant} onClick={approve}>
              Approve
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          approve();
        }}
      >
        <SpaceBetween size="m">
          {changed && (
            <Alert type="warning" header="The request changed while this question was open.">
              Close it and look at the request again.
            </Alert>
          )}
          {request.rights.bypass && (
            <Alert type="warning" header="This is your own request.">
              The configuration lets you decide it all the same. That is logged and announced.
            </Alert>
          )}
          {request.changes.map((change) => (
            <div key={change.id}>
              <strong>{changeTitle(change)}</strong>
              {change.difference !== null && (
                <DifferenceWords words={change.difference.words} what={changeTitle(change)} />
              )}
            </div>
          ))}
          {grave.length > 0 && <Findings findings={grave} label="Why the risk is high" />}
          {risky && (
            <FormField label={`The risk is high: to approve, type ${name}`}>
              <Input
                ref={field}
                value={typed}
                autoComplete={false}
                spellcheck={false}
                onChange={({ detail }) => setTyped(detail.value)}
              />
            </FormField>
          )}
          <FormField label="Reason (optional)" description="Everybody who sees the request can read it.">
            <Textarea value={reason} rows={2} onChange={({ detail }) => setReason(detail.value)} />
          </FormField>
        </SpaceBetween>
      </form>
    </Modal>
  );
}
