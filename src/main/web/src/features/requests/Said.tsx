import Box from "@cloudscape-design/components/box";
import { LongText } from "../../shared/LongText";
import type { Comment } from "../../shared/requests/contract";
import { Time } from "../../shared/Time";

/** What people said, in order; nothing where nobody did. */
export function Said({ comments }: { comments: Comment[] }) {
  return comments.length === 0 ? null : (
    <ul className="plain ruled comments" aria-label="Comments">
      {comments.map((comment) => (
        <li key={comment.id}>
          <strong>{comment.by}</strong>{" "}
          <Box variant="small" color="text-body-secondary">
            <Time at={comment.at} />
          </Box>
          <LongText text={comment.text} />
        </li>
      ))}
    </ul>
  );
}
