import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { RequestDetail } from "../../shared/requests/contract";
import { useComment } from "../../shared/requests/queries";
import { Said } from "./Said";
import { isSystem } from "./steps";

/** What people said about the request, here and in the thread in Slack. */
export function Conversation({ request }: { request: RequestDetail }) {
  const [text, setText] = useState("");
  const send = useComment(request.id);
  const said = request.comments.filter((each) => !isSystem(each));
  const empty = text.trim() === "";
  return (
    <Container
      header={
        <Header variant="h2" counter={said.length > 0 ? `(${said.length})` : ""}>
          Conversation
        </Header>
      }
    >
      <SpaceBetween size="m">
        {said.length === 0 ? (
          <Box color="text-body-secondary">
            Nobody has said anything yet. Ask here what you need to know before you decide.
          </Box>
        ) : (
          <Said comments={said} />
        )}
        {send.isError && <ProblemAlert title="The comment was not sent." error={send.error} />}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!empty) {
              send.mutate(text.trim(), { onSuccess: () => setText("") });
            }
          }}
        >
          <SpaceBetween size="xs">
            <FormField label="Comment" stretch>
              <Textarea value={text} rows={2} onChange={({ detail }) => setText(detail.value)} />
            </FormField>
            <Button formAction="submit" disabled={empty} loading={send.isPending}>
              Send
            </Button>
          </SpaceBetween>
        </form>
      </SpaceBetween>
    </Container>
  );
}
