import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import type { RequestDetail } from "../../shared/requests/contract";
import { useDecide } from "../../shared/requests/queries";
import type { Answer } from "../../shared/requests/useDeciding";
import { roleTitle } from "../../shared/requests/words";
import { type Asking, Lines, NOT_TAKEN, type Refused, SeveralModal } from "./SeveralModal";

interface Several {
  buttons: ReactNode;
  question: ReactNode;
  /** Which decisions were not taken; why stands with each request. */
  refusals: ReactNode;
}

/**
 * Decides several at once, each with its own hash; only where none of them is of high risk or one's own. The question stays, with
 * what was typed, as long as one of them was not taken.
 *
 * @param isRefused whether what the server said against it still stands with a request
 */
export function useDecidingSeveral(
  chosen: RequestDetail[],
  onAsking: (requests: RequestDetail[], asking: boolean) => void,
  onAnswer: (request: RequestDetail, answer: Answer) => void,
  isRefused: (request: RequestDetail) => boolean,
): Several {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [reason, setReason] = useState("");
  const [reasonFor, setReasonFor] = useState<RequestDetail[]>([]);
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<Refused[]>([]);
  const decide = useDecide();
  const alone = chosen.map(byItself).find((why) => why !== null) ?? null;
  const possible = chosen.length > 0 && alone === null;
  const mayApprove = possible && chosen.every((each) => each.rights.approve);
  const mayDeny = possible && chosen.every((each) => each.rights.reject);

  const ask = (verdict: Asking["verdict"]) => {
    setRefused([]);
    if (!sameRequests(chosen, reasonFor)) {
      setReason(""); // it was written about others
      setReasonFor(chosen);
    }
    setAsking({ verdict, shown: chosen });
    onAsking(chosen, true);
  };
  const close = (shown: RequestDetail[]) => {
    setAsking(null);
    onAsking(shown, false);
  };
  // What the question showed is decided, whatever came in meanwhile: the server refuses the rest.
  const all = async ({ verdict, shown }: Asking) => {
    setWorking(true);
    const failures: Refused[] = [];
    for (const request of shown) {
      const { id, hash } = request;
      if (hash !== null) {
        try {
          const said = verdict === "approve" ? null : reason.trim();
          onAnswer(request, {
            taken: await decide.mutateAsync({ id, decision: { verdict, hash, reason: said } }),
          });
        } catch (error) {
          failures.push({ request, error });
          onAnswer(request, { refused: error });
        }
      }
    }
    const left = failures.map((each) => each.request);
    setWorking(false);
    setRefused(failures);
    onAsking(
      shown.filter((each) => !left.includes(each)),
      false,
    );
    if (left.length === 0) {
      setReason("");
      setAsking(null);
    } else {
      setAsking({ verdict, shown: left });
      setReasonFor(left);
    }
  };

  const standing = refused.filter(({ request }) => isRefused(request));
  return {
    buttons: (
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Box color="text-body-secondary">{alone ?? (chosen.length > 0 && `${chosen.length} picked`)}</Box>
        <Button disabled={!mayDeny || working} onClick={() => ask("reject")}>
          Deny picked
        </Button>
        <Button disabled={!mayApprove} loading={working} onClick={() => ask("approve")}>
          Approve picked
        </Button>
      </SpaceBetween>
    ),
    question: asking !== null && (
      <SeveralModal
        asking={asking}
        reason={reason}
        working={working}
        refused={refused}
        onReason={setReason}
        onDecide={() => void all(asking)}
        onDismiss={() => close(asking.shown)}
      />
    ),
    refusals: asking === null && standing.length > 0 && (
      <div role="alert">
        <Alert type="warning" header={NOT_TAKEN}>
          What the server said stands with each:
          <Lines
            lines={standing.map(({ request }) => `${roleTitle(request)}, asked by ${request.requester}`)}
          />
        </Alert>
      </div>
    ),
  };
}

function sameRequests(some: RequestDetail[], others: RequestDetail[]): boolean {
  return some.length === others.length && some.every(({ id }) => others.some((each) => each.id === id));
}

/** Why a request wants a question of its own, with what there is to be careful about; null if it does not. */
function byItself({ risk, rights }: RequestDetail): string | null {
  if (risk === "high") {
    return "One of high risk is decided by itself.";
  }
  return rights.bypass ? "One that is your own is decided by itself." : null;
}
