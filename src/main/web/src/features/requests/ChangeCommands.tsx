import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { RequestDetail, RequestedChange } from "../../shared/requests/contract";
import { useStrikeOut } from "../../shared/requests/queries";
import { Refusal } from "../../shared/requests/Refusal";
import { changeTitle } from "../../shared/requests/words";
import { EditModal } from "./EditModal";

interface Props {
  request: RequestDetail;
  change: RequestedChange;
}

/** What can be done with one change alone, while it waits or after it failed. */
export function ChangeCommands({ request, change }: Props) {
  const [editing, setEditing] = useState(false);
  const strike = useStrikeOut(request.id, change.id);
  const undone = change.state === "open" || change.state === "failed";
  const mayEdit = undone && request.rights.edit && change.kind !== "delete_inline_policy";
  const mayStrike = undone && request.rights.cancelChange && request.changes.length > 1;
  if (!mayEdit && !mayStrike) {
    return null;
  }
  const title = changeTitle(change);
  return (
    <SpaceBetween size="s">
      {strike.isError && <Refusal title="It was not struck out." error={strike.error} />}
      <SpaceBetween direction="horizontal" size="xs">
        {mayEdit && (
          <Button ariaLabel={`Edit: ${title}`} onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
        {mayStrike && (
          <Button
            ariaLabel={`Strike out: ${title}`}
            loading={strike.isPending}
            onClick={() => strike.mutate()}
          >
            Strike out
          </Button>
        )}
      </SpaceBetween>
      {editing && <EditModal request={request} change={change} onClose={() => setEditing(false)} />}
    </SpaceBetween>
  );
}
