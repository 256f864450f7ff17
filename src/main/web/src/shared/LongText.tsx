import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import "./parts.css";

const MOST_CHARACTERS = 500;
const MOST_LINES = 8;

/** What a person or AWS wrote, line breaks kept; a long one shows its beginning, and the whole on demand. */
export function LongText({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > MOST_CHARACTERS || text.split("\n").length > MOST_LINES;
  return (
    <>
      <div className={long && !whole ? "as-written cut" : "as-written"}>{text}</div>
      {long && (
        <div>
          <Button variant="inline-link" ariaExpanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? "Show less" : "Show all"}
          </Button>
        </div>
      )}
    </>
  );
}
