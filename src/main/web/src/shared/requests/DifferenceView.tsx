import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { useNarrow } from "../useNarrow";
import type { Difference, DifferenceRow } from "./contract";

interface Props {
  difference: Difference;
  /** Names it to a screen reader: "the policy invoices". */
  what: string;
}

/** What becomes different: in words first, then side by side. */
export function DifferenceView({ difference, what }: Props) {
  return (
    <>
      <DifferenceWords words={difference.words} what={what} />
      {difference.rows.length > 0 && (
        <ExpandableSection headerText="Line by line" defaultExpanded>
          <DifferenceLines rows={difference.rows} what={what} />
        </ExpandableSection>
      )}
    </>
  );
}

export function DifferenceWords({ words, what }: { words: string[]; what: string }) {
  return (
    <ul className="difference-words" aria-label={`In words: ${what}`}>
      {words.map((line) => (
        <li key={line} className="as-written">
          {line}
        </li>
      ))}
    </ul>
  );
}

/** Two columns where there is room; one below the other where there is not. */
function DifferenceLines({ rows, what }: { rows: DifferenceRow[]; what: string }) {
  const narrow = useNarrow();
  return (
    <div className="difference" tabIndex={0} role="group" aria-label={`Line by line: ${what}`}>
      <table>
        <thead>
          {narrow ? (
            <tr>
              <th scope="col">Now and after</th>
            </tr>
          ) : (
            <tr>
              <th scope="col">Now</th>
              <th scope="col">After</th>
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row, index) =>
            narrow ? <Stacked key={index} row={row} /> : <Beside key={index} row={row} />,
          )}
        </tbody>
      </table>
    </div>
  );
}

function Beside({ row }: { row: DifferenceRow }) {
  const { kind } = row;
  const removed = kind === "removed" || kind === "changed";
  const added = kind === "added" || kind === "changed";
  return (
    <tr>
      <Line text={row.left} mark={removed ? "removed" : kind === "added" ? "nothing" : "same"} />
      <Line text={row.right} mark={added ? "added" : kind === "removed" ? "nothing" : "same"} />
    </tr>
  );
}

function Stacked({ row }: { row: DifferenceRow }) {
  if (row.kind === "same") {
    return (
      <tr>
        <Line text={row.left} mark="same" />
      </tr>
    );
  }
  return (
    <>
      {row.kind !== "added" && (
        <tr>
          <Line text={row.left} mark="removed" />
        </tr>
      )}
      {row.kind !== "removed" && (
        <tr>
          <Line text={row.right} mark="added" />
        </tr>
      )}
    </>
  );
}

const SIGNS = { same: " ", nothing: " ", added: "+", removed: "−" };
const SPOKEN = { same: "", nothing: "", added: "added: ", removed: "removed: " };

function Line({ text, mark }: { text: string; mark: keyof typeof SIGNS }) {
  return (
    <td className={`line-${mark}`}>
      <span className="line-sign" aria-hidden="true">
        {SIGNS[mark]}
      </span>
      {SPOKEN[mark] !== "" && <span className="spoken">{SPOKEN[mark]}</span>}
      <code>{text}</code>
    </td>
  );
}
