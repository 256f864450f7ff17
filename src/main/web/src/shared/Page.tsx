import Box from "@cloudscape-design/components/box";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import { type ReactNode, useEffect } from "react";
import { focusHeading } from "./focusHeading";

interface Props {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page's frame: one first-level heading, and the same words in the browser's tab. */
export function Page({ title, description, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ConsoleMe`;
  }, [title]);
  useEffect(focusHeading, []);
  return (
    <ContentLayout
      header={
        <Header variant="h1" description={description} actions={actions}>
          {title}
        </Header>
      }
    >
      <Box>{children}</Box>
    </ContentLayout>
  );
}
