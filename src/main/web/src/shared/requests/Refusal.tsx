import Alert from "@cloudscape-design/components/alert";
import { ProblemAlert } from "../ProblemAlert";
import { problemOf } from "../problem";
import { DifferenceWords } from "./DifferenceView";

interface Props {
  error: unknown;
  title: string;
}

/**
 * A command was refused. If the request is not what was shown any more, it says so and, in the server's words, what is
 * different now; the page around shows the new one.
 */
export function Refusal({ error, title }: Props) {
  const problem = problemOf(error);
  if (problem.kind !== "conflict") {
    return <ProblemAlert title={title} error={error} />;
  }
  return (
    <div role="alert">
      <Alert type="warning" header={title}>
        <div className="as-written">{problem.detail}</div>
        {problem.difference.length > 0 && (
          <DifferenceWords words={problem.difference} what="what is different from what was shown" />
        )}
        <div>The page shows the request as it is now.</div>
      </Alert>
    </div>
  );
}
