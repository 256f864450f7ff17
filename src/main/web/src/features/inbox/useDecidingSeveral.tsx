import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import type { RequestDetail } from "../../shared/requests/contract";
import { DenyModal } from "../../shared/requests/DenyModal";
import { useDecide } from "../../shared/requests/queries";
import type { Answer } from "../../shared/requests/useDeciding";
import { changeTitle, roleTitle } from "../../shared/requests/words";

interface Several {
  buttons: ReactNode;
  question: ReactNode;
  /** Which decisions were not taken; why stands with each request. */
  refusals: ReactNode;
}

/** Decides several at once, each with its own hash; only where none of them is of high risk. */
export function useDecidingSeveral(
  chosen: RequestDetail[],
  onAsking: (requests: RequestDetail[], asking: boolean) => void,
  onAnswer: (request: RequestDetail, answer: Answer) => void,
): Several {
  const [asking, setAsking] = useState<{ verdict: "approve" | "reject"; shown: RequestDetail[] } | null>(
    null,
  );
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<RequestDetail[]>([]);
  const decide = useDecide();
  const risky = chosen.filter((each) => each.risk === "high");
  const possible = chosen.length > 0 && risky.length === 0;
  const mayApprove = possible && chosen.every((each) => each.rights.approve);
  const mayDeny = possible && chosen.every((each) => each.rights.reject);

  const ask = (verdict: "approve" | "reject") => {
    setAsking({ verdict, shown: chosen });
    onAsking(chosen, true);
  };
  const dismiss = (shown: RequestDetail[]) => {
    setAsking(null);
    onAsking(shown, false);
  };
  // What the question showed is decided, whatever came in meanwhile: the server refuses the rest.
  const all = async (verdict: "approve" | "reject", shown: RequestDetail[], reason: string) => {
    setAsking(null);
    setWorking(true);
    setRefused([]);
    const failures: RequestDetail[] = [];
    for (const request of shown) {
      const { id, hash } = request;
      if (hash !== null) {
        try {
          const taken = await decide.mutateAsync({
            id,
            decision: verdict === "approve" ? { verdict, hash, reason: null } : { verdict, hash, reason },
          });
          onAnswer(request, { taken });
        } catch (error) {
          failures.push(request);
          onAnswer(request, { refused: error });
        }
      }
    }
    setWorking(false);
    setRefused(failures);
    onAsking(shown, false);
  };

  return {
    buttons: (
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Box color="text-body-secondary">{hint(chosen.length, risky.length)}</Box>
        <Button disabled={!mayDeny || working} onClick={() => ask("reject")}>
          Deny picked
        </Button>
        <Button disabled={!mayApprove} loading={working} onClick={() => ask("approve")}>
          Approve picked
        </Button>
      </SpaceBetween>
    ),
    question: (
      <>
        {asking?.verdict === "approve" && (
          <Modal
            visible
            header={`Approve these ${asking.shown.length}?`}
            closeAriaLabel="Close"
            onDismiss={() => dismiss(asking.shown)}
            footer={
              <Box float="right">
                <SpaceBetween direction="horizontal" size="xs">
                  <Button variant="link" onClick={() => dismiss(asking.shown)}>
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
            onDismiss={() => dismiss(asking.shown)}
          />
        )}
      </>
    ),
    refusals: refused.length > 0 && (
      <div role="alert">
        <Alert type="warning" header="Some of your decisions were not taken.">
          What the server said stands with each:
          <ul>
            {refused.map((each) => (
              <li key={each.id}>
                {roleTitle(each)}, asked by {each.requester}
              </li>
            ))}
          </ul>
        </Alert>
      </div>
    ),
  };
}

function hint(picked: number, risky: number): string {
  if (risky > 0) {
    return "One of high risk is decided by itself.";
  }
  return picked === 0 ? "" : `${picked} picked`;
}
