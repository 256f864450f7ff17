import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";

const ROWS = 8;

/** The table's shape while it loads, so that nothing jumps when it comes. */
export function SkeletonRows({ label }: { label: string }) {
  return (
    <Container header={<Header variant="h2">Open to you</Header>}>
      <div role="status" aria-label={label} className="skeleton">
        {Array.from({ length: ROWS }, (_, index) => (
          <div key={index} className="skeleton-row" />
        ))}
      </div>
    </Container>
  );
}
