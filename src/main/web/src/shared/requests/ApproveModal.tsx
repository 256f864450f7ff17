import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useRef, useState } from "react";
import { useFirstFocus } from "../useFirstFocus";
import type { RequestDetail } from "./contract";
import { DecisionModal, type Standing } from "./DecisionModal";
import { DifferenceWords } from "./DifferenceView";
import { Findings } from "./Findings";
import { changeTitle, roleTitle } from "./words";

interface Props {
  request: RequestDetail;
  reason: string;
  standing: Standing;
  onReason: (reason: string) => void;
  onApprove: () => void;
  onDismiss: () => void;
}

/** Says once more what is given; where that is of high risk, the role's name has to be typed. */
export function ApproveModal({ request, reason, standing, onReason, onApprove, onDismiss }: Props) {
  const [typed, setTyped] = useState("");
  const field = useRef<InputProps.Ref>(null);
  useFirstFocus(field);
  const name = request.role?.name ?? "";
  const risky = request.risk === "high";
  const meant = !risky || typed.trim() === name;
  const approve = () => {
    if (meant && !standing.overtaken && !standing.working) {
      onApprove();
    }
  };
  const grave = request.changes.flatMap((each) => each.findings).filter((each) => each.risk === "high");
  return (
    <DecisionModal
      {...standing}
      header={`Approve ${roleTitle(request)}?`}
      verb="Approve"
      meant={meant}
      onDecide={approve}
      onDismiss={onDismiss}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          approve();
        }}
      >
        <SpaceBetween size="m">
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
            <Textarea value={reason} rows={2} onChange={({ detail }) => onReason(detail.value)} />
          </FormField>
        </SpaceBetween>
      </form>
    </DecisionModal>
  );
}
