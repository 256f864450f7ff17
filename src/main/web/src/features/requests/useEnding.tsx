import Button from "@cloudscape-design/components/button";
import { type ReactNode, useState } from "react";
import type { GrantEnd, RequestDetail } from "../../shared/requests/contract";
import { Ended } from "../../shared/requests/Ended";
import { ReturnModal } from "../../shared/requests/ReturnModal";
import { RevokeModal } from "./RevokeModal";

interface Ending {
  /** Null where one may neither return nor revoke. */
  button: ReactNode;
  /** The question, and what came of it. */
  rest: ReactNode;
}

/** Ends the live grant that came of a request: one's own is returned, somebody else's is revoked. */
export function useEnding({ grant, rights }: RequestDetail): Ending {
  const [asking, setAsking] = useState(false);
  const [end, setEnd] = useState<GrantEnd | null>(null);
  if (grant === null) {
    return { button: null, rest: null };
  }
  const own = grant.mine;
  const may = grant.live && (own || rights.revoke);
  const Question = own ? ReturnModal : RevokeModal;
  const close = () => setAsking(false);
  return {
    button: may && <Button onClick={() => setAsking(true)}>{own ? "Return" : "Revoke"}</Button>,
    rest: (
      <>
        {end !== null && <Ended end={end} header={own ? "Returned" : "Revoked"} />}
        {asking && (
          <Question
            grant={grant}
            onDone={(ended) => {
              setEnd(ended);
              close();
            }}
            onDismiss={close}
          />
        )}
      </>
    ),
  };
}
