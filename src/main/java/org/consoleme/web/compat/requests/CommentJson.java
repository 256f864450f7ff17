package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.consoleme.requests.Comment;

/** A comment; nobody edits one. */
record CommentJson(
        String id,
        String timestamp,
        Boolean edited,
        @JsonProperty("last_modified") String lastModified,
        @JsonProperty("user_email") String email,
        PersonJson user,
        String text) {
    static CommentJson of(Comment comment) {
        String at = Times.text(comment.at());
        return new CommentJson(
                comment.id(),
                at,
                null,
                at,
                comment.by().value(),
                PersonJson.of(comment.by()),
                comment.text());
    }
}
