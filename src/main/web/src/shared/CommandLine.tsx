import { Copy } from "./Copy";
import "./parts.css";

/** Text to take to a terminal or a file, whole and ready to paste. */
export function CommandLine({ text, what }: { text: string; what: string }) {
  return (
    <div className="command">
      <pre tabIndex={0} aria-label={what}>
        {text}
      </pre>
      <Copy text={text} what={what} />
    </div>
  );
}
