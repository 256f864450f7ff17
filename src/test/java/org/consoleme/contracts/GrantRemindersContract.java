package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

/** That somebody hears of the end of a grant; and what all contracts of grants need. */
abstract class GrantRemindersContract {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    static final Instant END = NOW.plusSeconds(3600);
    static final UserId ANA = new UserId("ana@example.com");

    protected abstract Grants grants();

    /** Where the grants' announcements are. */
    protected abstract Outbox outbox();

    /** The subjects of all audit rows. */
    protected abstract List<String> auditedSubjects();

    static Grant grant(String id, UserId user, Instant end) {
        return grant(id, user, NOW, end);
    }

    static Grant grant(String id, UserId user, Instant start, Instant end) {
        return new Grant(
                new GrantId(id),
                0,
                new RequestId("r-" + id),
                user,
                RoleArn.parse("arn:aws:iam::200000000002:role/team/billing-reader"),
                start,
                end,
                Optional.empty());
    }

    static Grant closed(Grant grant, Grant.How how, Instant at) {
        return new Grant(
                grant.id(),
                grant.revision(),
                grant.request(),
                grant.user(),
                grant.role(),
                grant.start(),
                grant.end(),
                Optional.of(new Grant.Closed(new UserId("bo@example.com"), at, how)));
    }

    static AuditEvent audit(Grant grant, Instant at) {
        return new AuditEvent.GrantChanged(
                new Origin("ana@example.com", Door.SLACK, "http-1", Optional.empty()),
                at,
                grant.id().value(),
                Outcome.DONE,
                Optional.empty(),
                Map.of("command", "opened"));
    }

    static Grant open(Grants grants, Grant grant) {
        return grants.openOnce(grant, audit(grant, NOW));
    }

    static void eventually(Runnable check) {
        await().atMost(Duration.ofSeconds(5)).untilAsserted(check::run);
    }

    @Test
    void ofItsEndOneIsRemindedOnceWhoeverAsks() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        Instant soon = NOW.plusSeconds(3000);

        assertThat(grants.remindOnce(opened, soon)).isTrue();
        assertThat(grants.remindOnce(opened, soon.plusSeconds(5))).isFalse();

        assertThat(grants.find(opened.id())).contains(opened);
        eventually(() -> assertThat(grants.live(NOW)).containsExactly(opened));
        assertThat(outbox().due(soon, 10))
                .extracting(OutboxEvent::kind, OutboxEvent::subject)
                .containsExactly(
                        tuple(OutboxEvent.Kind.ANNOUNCE_GRANT, "g-0"),
                        tuple(OutboxEvent.Kind.REMIND_OF_END, "g-0"));
        assertThat(auditedSubjects()).hasSize(1);
    }

    @Test
    void nobodyIsRemindedOfTheEndOfWhatWasReturned() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        grants.replace(opened, closed(opened, Grant.How.RETURNED, NOW), audit(opened, NOW));

        assertThat(grants.remindOnce(opened, NOW.plusSeconds(3000))).isFalse();
        assertThat(outbox().due(NOW.plusSeconds(3000), 10)).hasSize(2);
    }

    @Test
    void whatWasRemindedOfCanBeReturned() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        grants.remindOnce(opened, NOW.plusSeconds(3000));

        Grant returned =
                grants.replace(opened, closed(opened, Grant.How.RETURNED, NOW), audit(opened, NOW));

        assertThat(grants.find(opened.id())).contains(returned);
    }
}
