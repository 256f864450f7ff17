package org.consoleme.platform.dynamo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consoleme.audit.Door;
import org.consoleme.requests.Comment;
import org.consoleme.requests.Review;

/** What people decided and said about a request, in its row. */
final class ReviewItem {
    private ReviewItem() {}

    static Map<String, Object> of(Review review) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("by", review.by().value());
        row.put("at", review.at().toEpochMilli());
        row.put("door", StoredWords.word(review.door()));
        row.put("verdict", StoredWords.word(review.verdict()));
        row.put("hash", review.hash());
        row.put("changes", review.changes().stream().sorted().toList());
        review.reason().ifPresent(reason -> row.put("reason", reason));
        row.put("rule", review.rule());
        return row;
    }

    static Review read(Item row) {
        return new Review(
                StoredWords.user(row, "by"),
                StoredWords.at(row, "at"),
                StoredWords.constant(Door.class, "door", row.text("door").orElse("")),
                StoredWords.constant(
                        Review.Verdict.class, "verdict", row.text("verdict").orElse("")),
                row.text("hash").orElse(""),
                Set.copyOf(row.texts("changes")),
                row.text("reason"),
                row.text("rule").orElse(""));
    }

    static Map<String, Object> of(Comment comment) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", comment.id());
        row.put("by", comment.by().value());
        row.put("at", comment.at().toEpochMilli());
        row.put("text", comment.text());
        return row;
    }

    static List<Comment> comments(Item row) {
        return row.items("comments").stream()
                .map(
                        comment ->
                                new Comment(
                                        comment.text("id").orElse(""),
                                        StoredWords.user(comment, "by"),
                                        StoredWords.at(comment, "at"),
                                        comment.text("text").orElse("")))
                .toList();
    }
}
