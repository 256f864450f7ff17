import Alert from "@cloudscape-design/components/alert";
import { problemOf } from "../../shared/problem";
import type { RequestDetail } from "../../shared/requests/contract";
import { DecisionModal } from "../../shared/requests/DecisionModal";
import { DenyModal } from "../../shared/requests/DenyModal";
import { changeTitle, roleTitle } from "../../shared/requests/words";

export const NOT_TAKEN = "Some of your decisions were not taken.";

export interface Asking {
  verdict: "approve" | "reject";
  /** What the question is about; after an answer, those that were not taken. */
  shown: RequestDetail[];
}

export interface Refused {
  request: RequestDetail;
  error: unknown;
}

interface Props {
  asking: Asking;
  reason: string;
  working: boolean;
  refused: Refused[];
  onReason: (reason: string) => void;
  onDecide: () => void;
  onDismiss: () => void;
}

/** The question about several requests, and which of the decisions were not taken. */
export function SeveralModal({ asking, reason, working, refused, onReason, onDecide, onDismiss }: Props) {
  const { verdict, shown } = asking;
  const standing = {
    working,
    overtaken: refused.some(({ error }) => problemOf(error).kind === "conflict"),
    refusal:
      refused.length === 0 ? null : (
        <div role="alert">
          <Alert type="warning" header={NOT_TAKEN}>
            <Lines
              lines={refused.map(({ request, error }) => `${roleTitle(request)}: ${problemOf(error).detail}`)}
            />
          </Alert>
        </div>
      ),
  };
  return verdict === "approve" ? (
    <DecisionModal
      {...standing}
      header={`Approve these ${shown.length}?`}
      verb="Approve all"
      onDecide={onDecide}
      onDismiss={onDismiss}
    >
      <ul>
        {shown.map((each) => (
          <li key={each.id}>
            <strong>{roleTitle(each)}</strong>, for {each.beneficiary ?? each.requester}:{" "}
            {each.changes.map(changeTitle).join("; ")}
          </li>
        ))}
      </ul>
    </DecisionModal>
  ) : (
    <DenyModal
      name={`these ${shown.length}`}
      reason={reason}
      standing={standing}
      onReason={onReason}
      onDeny={onDecide}
      onDismiss={onDismiss}
    />
  );
}

export function Lines({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index} className="as-written">
          {line}
        </li>
      ))}
    </ul>
  );
}
