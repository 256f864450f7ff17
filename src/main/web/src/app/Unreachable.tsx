import { FocusedPage } from "../shared/FocusedPage";
import { ProblemAlert } from "../shared/ProblemAlert";

export function Unreachable(props: { error: unknown; onRetry: () => void; retrying: boolean }) {
  return (
    <main>
      <FocusedPage title="The console does not answer">
        <ProblemAlert
          {...props}
          title="Who is signed in is not known."
          stillWorks="Keys and AWS consoles that are open already work on."
        />
      </FocusedPage>
    </main>
  );
}
