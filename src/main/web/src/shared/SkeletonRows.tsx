import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import "./parts.css";

const ROWS = 8;

/** The list's shape while it loads, so that nothing jumps when it comes. */
export function SkeletonRows({ title, label }: { title: string; label: string }) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <div role="status" aria-label={label} className="skeleton">
        {Array.from({ length: ROWS }, (_, index) => (
          <div key={index} className="skeleton-row" />
        ))}
      </div>
    </Container>
  );
}
