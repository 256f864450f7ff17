import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import "./parts.css";

const SHOWN_MS = 2_000;

/** Copies and says so, in place and to a screen reader. `what` names it: "the weep line". */
export function Copy({ text, what, label }: { text: string; what: string; label?: string }) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    const timer = outcome === null ? undefined : setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => {
    copyText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  };
  return (
    <span className="copy">
      {label === undefined ? (
        <Button variant="icon" iconName="copy" ariaLabel={`Copy ${what}`} onClick={copy} />
      ) : (
        <Button iconName="copy" onClick={copy}>
          {label}
        </Button>
      )}
      <span role="status" className="copy-outcome">
        {outcome === "copied" && <StatusIndicator type="success">Copied</StatusIndicator>}
        {outcome === "refused" && (
          <StatusIndicator type="error">Select the text and copy it by hand</StatusIndicator>
        )}
      </span>
    </span>
  );
}

/** The clipboard exists on https and localhost only. */
async function copyText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) {
    throw new Error("no clipboard here");
  }
  await clipboard.writeText(text);
}
