import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Component, type ReactNode } from "react";
import { FocusedPage } from "../shared/FocusedPage";
import { leaving } from "../shared/leave";
import { Page } from "../shared/Page";
import { PageMissing } from "./lazyPage";

interface Props {
  /** Draws the failure within the shell, or in place of all there is. */
  within: "shell" | "nothing";
  children: ReactNode;
}

interface State {
  failed: { error: unknown } | null;
}

/** A page that cannot be drawn, or whose code did not load, says so in place; without this React leaves a white document. */
export class Boundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) {
      return this.props.children;
    }
    const { title, words } = said(failed.error);
    return this.props.within === "shell" ? (
      <Page title={title}>
        <SpaceBetween size="m">
          <div role="alert">{words}</div>
          <LoadAgain />
        </SpaceBetween>
      </Page>
    ) : (
      <main>
        <FocusedPage title={title} footer={<LoadAgain />}>
          <div role="alert">{words}</div>
        </FocusedPage>
      </main>
    );
  }
}

function LoadAgain() {
  return (
    <Button variant="primary" onClick={() => leaving.again()}>
      Load again
    </Button>
  );
}

function said(error: unknown): { title: string; words: string } {
  return error instanceof PageMissing
    ? {
        title: "This page did not load",
        words: "The console was renewed since you opened it, or the network is away. Load again to go on.",
      }
    : {
        title: "This page cannot be shown",
        words:
          "It met something it does not understand. Keys and AWS consoles that you have already work on. Should loading again end here once more, tell the administrators of this console what you were about to do.",
      };
}
