import Box from "@cloudscape-design/components/box";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Finding } from "./contract";
import "./requests.css";

interface Props {
  findings: Finding[];
  /** Names the list to a screen reader. */
  label: string;
}

/** What somebody should know of a document, the gravest first, each with its reason. */
export function Findings({ findings, label }: Props) {
  return (
    <ul className="plain ruled findings" aria-label={label}>
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.where} ${finding.sentence}`}>
          <StatusIndicator {...drawn(finding)} wrapText={false}>
            {word(finding)}
          </StatusIndicator>
          <div>
            <div className="as-written">{finding.sentence}</div>
            <Box variant="small" color="text-body-secondary">
              {place(finding)}
            </Box>
          </div>
        </li>
      ))}
    </ul>
  );
}

function place({ where, line }: Finding): string {
  return line === null ? where : `Line ${line}, ${where}`;
}

function word(finding: Finding): string {
  if (finding.risk === "high") {
    return "High risk";
  }
  switch (finding.level) {
    case "error":
      return "Error";
    case "warning":
      return "Warning";
    case "note":
      return "Note";
    default: {
      const unreachable: never = finding.level;
      return unreachable;
    }
  }
}

function drawn(finding: Finding): Pick<StatusIndicatorProps, "type" | "colorOverride"> {
  if (finding.level === "error") {
    return { type: "error" };
  }
  if (finding.risk === "high") {
    return { type: "warning", colorOverride: "red" };
  }
  return { type: finding.level === "warning" ? "warning" : "info" };
}
