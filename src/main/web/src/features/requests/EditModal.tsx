import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useId, useState } from "react";
import { PolicyEditor } from "../../shared/policies/PolicyEditor";
import type { RequestDetail, RequestedChange } from "../../shared/requests/contract";
import { LengthField } from "../../shared/requests/LengthField";
import { lengthFault } from "../../shared/requests/lengths";
import { useEdit } from "../../shared/requests/queries";
import { PolicyLook } from "../../shared/requests/PolicyLook";
import { Refusal } from "../../shared/requests/Refusal";
import { usePolicyCheck } from "../../shared/requests/usePolicyCheck";
import { changeTitle } from "../../shared/requests/words";

interface Props {
  request: RequestDetail;
  change: RequestedChange;
  onClose: () => void;
}

/** Another length, or another text; whoever approved before has to look again. */
export function EditModal({ request, change, onClose }: Props) {
  const [minutes, setMinutes] = useState(change.minutes ?? 0);
  const [document, setDocument] = useState(change.document ?? "");
  const forATime = change.kind === "role";
  const bound = forATime ? request.maxMinutes : null;
  const check = usePolicyCheck(
    request.role?.arn ?? "",
    change.policyName,
    document,
    !forATime && document !== "",
  ).data;
  const edit = useEdit(request.id, change.id);
  const refusal = useId();
  const faulty = forATime && lengthFault(minutes, bound) !== undefined;
  const same = forATime ? minutes === change.minutes : document === change.document;
  const save = () => edit.mutate(forATime ? { minutes } : { document }, { onSuccess: onClose });
  return (
    <Modal
      visible
      size={forATime ? "medium" : "large"}
      header={`Edit: ${changeTitle(change)}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Leave it
            </Button>
            <Button variant="primary" disabled={faulty || same} loading={edit.isPending} onClick={save}>
              Save
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {forATime ? (
          <LengthField minutes={minutes} maxMinutes={bound} onChange={setMinutes} />
        ) : (
          <FormField label="Policy" stretch>
            <PolicyEditor
              text={document}
              findings={check?.findings ?? change.findings}
              invalid={edit.isError}
              describedBy={edit.isError ? refusal : undefined}
              onChange={setDocument}
            />
          </FormField>
        )}
        {check !== undefined && (
          <div role="status">
            <PolicyLook check={check} />
          </div>
        )}
        <div>Approvals so far are void then, and the time to decide begins anew.</div>
        {edit.isError && (
          <div id={refusal}>
            <Refusal title="It was not saved." error={edit.error} />
          </div>
        )}
      </SpaceBetween>
    </Modal>
  );
}
