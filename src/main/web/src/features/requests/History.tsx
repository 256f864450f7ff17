import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import type { RequestDetail } from "../../shared/requests/contract";
import { Time } from "../../shared/Time";
import { historyOf } from "./steps";

export function History({ request }: { request: RequestDetail }) {
  return (
    <Container header={<Header variant="h2">History</Header>}>
      <ol className="plain history" aria-label="History">
        {historyOf(request).map((step) => (
          <li key={`${step.at} ${step.text}`}>
            <Box variant="small" color="text-body-secondary">
              <Time at={step.at} />
            </Box>
            <div className="as-written">{step.text}</div>
          </li>
        ))}
      </ol>
    </Container>
  );
}
