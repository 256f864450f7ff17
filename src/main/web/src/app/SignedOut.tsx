import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { FocusedPage } from "../shared/FocusedPage";

/** The server knows nobody at this browser, or not this one. */
export function SignedOut({ detail }: { detail: string | null }) {
  return (
    <main>
      <FocusedPage
        title="You are not signed in"
        footer={
          <Button variant="primary" onClick={() => window.location.assign("/")}>
            Sign in again
          </Button>
        }
      >
        <SpaceBetween size="s">
          {detail !== null && <div className="as-written">{detail}</div>}
          <div>
            Your company’s sign-in stands in front of this console. Loading the page again leads through it;
            should that end here once more, ask the administrators of this console.
          </div>
        </SpaceBetween>
      </FocusedPage>
    </main>
  );
}
