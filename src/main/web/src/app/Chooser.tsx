import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Person } from "../shared/contract";
import { FocusedPage } from "../shared/FocusedPage";
import { ProblemAlert } from "../shared/ProblemAlert";
import { usePerson } from "./usePerson";

/** The local stack's sign-in: a short list of people to be. */
export function Chooser({ people }: { people: Person[] }) {
  const person = usePerson();
  return (
    <main>
      <FocusedPage title="Who are you today?">
        <SpaceBetween size="s">
          <div>
            This is a local stack with made-up people. Choose one; the name at the top right changes it later.
          </div>
          {person.isError && <ProblemAlert title="The choice was not taken." error={person.error} />}
          <ul className="plain choices">
            {people.map((each) => (
              <li key={each.user}>
                <div>
                  <strong>{each.user}</strong>
                  <Box variant="small" color="text-body-secondary" display="block">
                    {[each.kind, ...each.groups].filter((word) => word !== "").join(" · ")}
                  </Box>
                </div>
                <Button
                  ariaLabel={`Be this one: ${each.user}`}
                  loading={person.isPending && person.variables === each.user}
                  onClick={() => person.mutate(each.user)}
                >
                  Be this one
                </Button>
              </li>
            ))}
          </ul>
        </SpaceBetween>
      </FocusedPage>
    </main>
  );
}
