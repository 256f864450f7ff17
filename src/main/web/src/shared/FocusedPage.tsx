import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { type ReactNode, useEffect } from "react";
import "./parts.css";

/** A page with one question and nothing beside it: signing in, approving, linking. */
export function FocusedPage({
  title,
  children,
  footer,
}: {
  title: string;
  children: ReactNode;
  footer?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · ConsoleMe`;
  }, [title]);
  return (
    <div className="focused-page">
      <Box padding={{ vertical: "xxl" }}>
        <Container header={<Header variant="h1">{title}</Header>} footer={footer}>
          {children}
        </Container>
      </Box>
    </div>
  );
}
