package org.consoleme.requests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * The inline policies of roles as AWS had them seconds ago, for whoever writes a policy: an editor
 * asks at each keystroke, and AWS is to be asked once. Nothing is decided or carried out by them.
 */
@Single
public class RecentRolePolicies {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST_ROLES = 500;

    private final RolePolicies policies;
    private final Cache<RoleArn, CompletableFuture<List<Policy>>> known;

    @Inject
    public RecentRolePolicies(RolePolicies policies, Clock clock) {
        this.policies = policies;
        known =
                Caffeine.newBuilder()
                        .maximumSize(MOST_ROLES)
                        .expireAfterWrite(FRESH)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /**
     * @param text as AWS has it; it may be no document any more
     * @param size in characters as AWS counts them
     */
    public record Policy(String name, String text, int size) {
        static Policy of(RolePolicies.Live live) {
            return new Policy(
                    live.name(),
                    live.text(),
                    PolicyDocument.tryParse(live.text())
                            .map(PolicyDocument::countedSize)
                            .orElseGet(live.text()::length));
        }
    }

    /**
     * Whoever comes while somebody else asks waits for that answer.
     *
     * @throws ProblemException as {@link RolePolicies#all}
     */
    List<Policy> of(RoleArn role, UserId onBehalfOf) {
        CompletableFuture<List<Policy>> mine = new CompletableFuture<>();
        CompletableFuture<List<Policy>> theirs = known.asMap().putIfAbsent(role, mine);
        return theirs == null ? read(role, onBehalfOf, mine) : awaited(theirs);
    }

    private List<Policy> read(
            RoleArn role, UserId onBehalfOf, CompletableFuture<List<Policy>> mine) {
        try {
            List<Policy> read = policies.all(role, onBehalfOf).stream().map(Policy::of).toList();
            mine.complete(read);
            return read;
        } catch (RuntimeException failed) {
            known.asMap().remove(role, mine);
            mine.completeExceptionally(failed);
            throw failed;
        }
    }

    private static List<Policy> awaited(CompletableFuture<List<Policy>> theirs) {
        try {
            return theirs.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof ProblemException problem) {
                throw problem.problem().asException(problem);
            }
            throw failed;
        }
    }
}
