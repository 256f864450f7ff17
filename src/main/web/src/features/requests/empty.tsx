import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { follow } from "../../shared/router";
import { type Filter, NO_FILTER } from "./filter";

interface Props {
  filter: Filter;
  onAll: (filter: Filter) => void;
  /** The server looks at a bounded number of requests for one page, so the next one may have some. */
  hasNext: boolean;
}

export function NoRequests({ filter, onAll, hasNext }: Props) {
  const all = filter.state === null && !filter.mine && filter.text === "";
  return (
    <Box textAlign="center" padding="l">
      <SpaceBetween size="s">
        <Box variant="h3">{heading(filter, all, hasNext)}</Box>
        {all && !hasNext && (
          <div>
            A request asks for a role for a time, or for a policy on a role. What is asked for shows here,
            with who decided it and what AWS said.
          </div>
        )}
        {all ? (
          <Button href="/request" onFollow={follow}>
            Request access
          </Button>
        ) : (
          <Button onClick={() => onAll({ ...NO_FILTER, oldestFirst: filter.oldestFirst })}>
            Show all requests
          </Button>
        )}
      </SpaceBetween>
    </Box>
  );
}

function heading(filter: Filter, all: boolean, hasNext: boolean): string {
  if (hasNext) {
    return filter.oldestFirst
      ? "None of these matches; the next page looks at later ones."
      : "None of these matches; the next page looks further back.";
  }
  if (all) {
    return "Nobody has asked for anything yet.";
  }
  return filter.mine && filter.state === null && filter.text === ""
    ? "You have not asked for anything yet."
    : "No request is left by these filters.";
}
