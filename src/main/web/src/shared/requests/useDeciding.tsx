import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { problemOf } from "../problem";
import { ApproveModal } from "./ApproveModal";
import type { RequestDetail } from "./contract";
import { DenyModal } from "./DenyModal";
import { useDecide } from "./queries";
import { Refusal } from "./Refusal";
import { roleTitle } from "./words";

type Verdict = "approve" | "reject";

/** What a decision needs to be about: the very content that is on the screen when the button is pressed. */
interface Asking {
  verdict: Verdict;
  hash: string;
}

/** What came of a decision: the request as the server answered with it, or why it was not taken. */
export type Answer = { taken: RequestDetail } | { refused: unknown };

/** For a page that has to keep what is being decided in its place. */
export interface Heard {
  /** A question opened, or it is over: dismissed, or the decision was taken. */
  onAsking?: (asking: boolean) => void;
  onAnswer?: (answer: Answer) => void;
}

export interface Deciding {
  /** Null where one may not decide. */
  buttons: ReactNode;
  /** The one that is open; it stays even if somebody else decides meanwhile. */
  question: ReactNode;
  /** What the server said to the last answer, where it took no decision; while the question is open, it says so. */
  refusal: ReactNode;
}

const NO_REASON: Record<Verdict, string> = { approve: "", reject: "" };

/**
 * Approving and denying one request: the buttons, the questions, and the answer where it was refused. What was typed is
 * kept until a decision was taken.
 */
export function useDeciding(request: RequestDetail, primary: boolean, heard: Heard = {}): Deciding {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [reasons, setReasons] = useState(NO_REASON);
  const decision = useDecide();
  const { hash, rights } = request;
  const name = roleTitle(request);
  const ask = (verdict: Verdict) => {
    if (hash !== null) {
      decision.reset();
      setAsking({ verdict, hash });
      heard.onAsking?.(true);
    }
  };
  const close = () => {
    setAsking(null);
    heard.onAsking?.(false);
  };
  const decide = ({ verdict, hash: about }: Asking) => {
    const reason = reasons[verdict].trim();
    decision.mutate(
      { id: request.id, decision: { verdict, hash: about, reason: reason === "" ? null : reason } },
      {
        onSuccess: (taken) => {
          setReasons(NO_REASON);
          heard.onAnswer?.({ taken });
          close();
        },
        onError: (refused) => heard.onAnswer?.({ refused }),
      },
    );
  };
  const refusal = decision.isError ? (
    <Refusal title="Your decision was not taken." error={decision.error} />
  ) : null;
  const open = asking !== null && {
    reason: reasons[asking.verdict],
    standing: {
      working: decision.isPending,
      refusal,
      overtaken:
        !decision.isPending &&
        (asking.hash !== hash ||
          !rights[asking.verdict] ||
          (decision.isError && problemOf(decision.error).kind === "conflict")),
    },
    onReason: (reason: string) => setReasons({ ...reasons, [asking.verdict]: reason }),
    onDismiss: close,
  };
  return {
    buttons:
      hash !== null && (rights.approve || rights.reject) ? (
        <SpaceBetween direction="horizontal" size="xs">
          {rights.reject && (
            <Button ariaLabel={`Deny ${name}`} disabled={decision.isPending} onClick={() => ask("reject")}>
              Deny
            </Button>
          )}
          {rights.approve && (
            <Button
              variant={primary ? "primary" : "normal"}
              ariaLabel={`Approve ${name}`}
              loading={decision.isPending}
              onClick={() => ask("approve")}
            >
              Approve
            </Button>
          )}
        </SpaceBetween>
      ) : null,
    question:
      open &&
      (asking.verdict === "approve" ? (
        <ApproveModal {...open} request={request} onApprove={() => decide(asking)} />
      ) : (
        <DenyModal {...open} name={name} onDeny={() => decide(asking)} />
      )),
    refusal: asking === null && refusal,
  };
}
