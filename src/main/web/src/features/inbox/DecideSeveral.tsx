import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { problemOf } from "../../shared/problem";
import type { RequestDetail } from "../../shared/requests/contract";
import { useDecide } from "../../shared/requests/queries";
import { DenyModal } from "../../shared/requests/DenyModal";
import { changeTitle, roleTitle } from "../../shared/requests/words";

interface Props {
  chosen: RequestDetail[];
  onDone: () => void;
}

/** Decides several at once, each with its own hash; only where none of them is of high risk. */
export function DecideSeveral({ chosen, onDone }: Props) {
  const [asking, setAsking] = useState<{ verdict: "approve" | "reject"; shown: RequestDetail[] } | null>(
    null,
  );
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const decide = useDecide();
  const risky = chosen.filter((each) => each.risk === "high");
  const possible = chosen.length > 0 && risky.length === 0;
  const mayApprove = possible && chosen.every((each) => each.rights.approve);
  const mayDeny = possible && chosen.every((each) => each.rights.reject);

  // What the question showed is decided, whatever came in meanwhile: the server refuses the rest.
  const all = async (verdict: "approve" | "reject", shown: RequestDetail[], reason: string) => {
    setAsking(null);
    setWorking(true);
    setRefused([]);
    const failures: string[] = [];
    for (const { id, hash, ...rest } of shown) {
      if (hash !== null) {
        try {
          await decide.mutateAsync({
            id,
            decision: verdict === "approve" ? { verdict, hash, reason: null } : { verdict, hash, reason },
          });
        } catch (error) {
          failures.push(`${roleTitle({ id, ...rest })}: ${problemOf(error).detail}`);
        }
      }
    }
    setWorking(false);
    setRefused(failures);
    onDone();
  };

  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Box color="text-body-secondary">{hint(chosen.length, risky.length)}</Box>
        <Button
          disabled={!mayDeny || working}
          onClick={() => setAsking({ verdict: "reject", shown: chosen })}
        >
          Deny picked
        </Button>
        <Button
          disabled={!mayApprove}
          loading={working}
          onClick={() => setAsking({ verdict: "approve", shown: chosen })}
        >
          Approve picked
        </Button>
      </SpaceBetween>
      {refused.length > 0 && (
        <Alert type="warning" header="Some of your decisions were not taken.">
          {refused.map((line) => (
            <div key={line} className="as-written">
              {line}
            </div>
          ))}
        </Alert>
      )}
      {asking?.verdict === "approve" && (
        <Modal
          visible
          header={`Approve these ${asking.shown.length}?`}
          closeAriaLabel="Close"
          onDismiss={() => setAsking(null)}
          footer={
            <Box float="right">
              <SpaceBetween direction="horizontal" size="xs">
                <Button variant="link" onClick={() => setAsking(null)}>
                  Not now
                </Button>
                <Button variant="primary" onClick={() => void all("approve", asking.shown, "")}>
                  Approve all
                </Button>
              </SpaceBetween>
            </Box>
          }
        >
          <ul>
            {asking.shown.map((each) => (
              <li key={each.id}>
                <strong>{roleTitle(each)}</strong>, for {each.beneficiary ?? each.requester}:{" "}
                {each.changes.map(changeTitle).join("; ")}
              </li>
            ))}
          </ul>
        </Modal>
      )}
      {asking?.verdict === "reject" && (
        <DenyModal
          name={`these ${asking.shown.length}`}
          onDeny={(reason) => void all("reject", asking.shown, reason)}
          onDismiss={() => setAsking(null)}
        />
      )}
    </SpaceBetween>
  );
}

function hint(picked: number, risky: number): string {
  if (risky > 0) {
    return "One of high risk is decided by itself.";
  }
  return picked === 0 ? "" : `${picked} picked`;
}
