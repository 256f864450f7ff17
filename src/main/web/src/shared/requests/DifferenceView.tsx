import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { useNarrow } from "../useNarrow";
import type { Difference, DifferenceRow } from "./contract";
import "./requests.css";

interface Props {
  difference: Difference;
  /** Names it to a screen reader: "the policy invoices". */
  what: string;
  /** The lines are behind a click, because there are many more. */
  folded?: boolean;
}

/** What becomes different: in words first, then side by side. */
export function DifferenceView({ difference, what, folded = false }: Props) {
  return (
    <>
      <DifferenceWords words={difference.words} what={what} />
      {difference.rows.length > 0 && (
        <ExpandableSection headerText="Line by line" defaultExpanded={!folded}>
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

/** Two columns where there is room; where there is not, what goes stands above what comes. */
function DifferenceLines({ rows, what }: { rows: DifferenceRow[]; what: string }) {
  const narrow = useNarrow();
  return (
    <div className="difference" tabIndex={0} role="group" aria-label={`Line by line: ${what}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{narrow ? "Now and after" : "Now"}</th>
            {!narrow && <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {narrow
            ? stacked(rows).map(({ text, mark }, index) => (
                <tr key={index}>
                  <Line text={text} mark={mark} />
                </tr>
              ))
            : rows.map((row, index) => <Beside key={index} row={row} />)}
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

type StackedLine = { text: string; mark: "same" | "added" | "removed" };

/** One column: of neighbours that differ first all that goes, then all that comes. */
export function stacked(rows: DifferenceRow[]): StackedLine[] {
  const lines: StackedLine[] = [];
  let coming: StackedLine[] = [];
  for (const { kind, left, right } of rows) {
    if (kind === "same") {
      lines.push(...coming, { text: left, mark: "same" });
      coming = [];
      continue;
    }
    if (kind !== "added") {
      lines.push({ text: left, mark: "removed" });
    }
    if (kind !== "removed") {
      coming.push({ text: right, mark: "added" });
    }
  }
  return [...lines, ...coming];
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
