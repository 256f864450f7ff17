package org.consoleme.platform.dynamo;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.consoleme.operations.Check;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** One check per table. Without the audit table no keys leave, so that one decides readiness. */
@Single
public class TableChecks {
    private final DynamoDatabase dynamo;
    private final Clock clock;
    private final DynamoTables ours;
    private final ConsoleMeTables theirs;

    @Inject
    public TableChecks(DynamoDatabase dynamo, Configuration configuration, Clock clock) {
        this.clock = clock;
        this.dynamo = dynamo;
        ours = DynamoTables.from(configuration);
        theirs = ConsoleMeTables.from(configuration);
    }

    @Produces
    @Singleton
    Check auditEvents() {
        return TableCheck.of(dynamo, clock, ours.auditEvents(), true);
    }

    @Produces
    @Singleton
    Check requestState() {
        return TableCheck.of(dynamo, clock, ours.requestState(), false);
    }

    @Produces
    @Singleton
    Check outbox() {
        return TableCheck.of(dynamo, clock, ours.outbox(), false);
    }

    @Produces
    @Singleton
    Check grants() {
        return TableCheck.of(dynamo, clock, ours.grants(), false);
    }

    @Produces
    @Singleton
    Check slackLinks() {
        return TableCheck.of(dynamo, clock, ours.slackLinks(), false);
    }

    @Produces
    @Singleton
    Check slackCards() {
        return TableCheck.of(dynamo, clock, ours.slackCards(), false);
    }

    @Produces
    @Singleton
    Check jobRuns() {
        return TableCheck.of(dynamo, clock, ours.jobRuns(), false);
    }

    @Produces
    @Singleton
    Check signIns() {
        return TableCheck.of(dynamo, clock, ours.signIns(), false);
    }

    @Produces
    @Singleton
    Check iamRoles() {
        return TableCheck.of(dynamo, clock, theirs.iamRoles());
    }

    @Produces
    @Singleton
    Check dynamicConfiguration() {
        return TableCheck.of(dynamo, clock, theirs.dynamicConfiguration());
    }

    @Produces
    @Singleton
    Check policyRequests() {
        return TableCheck.of(dynamo, clock, theirs.policyRequests());
    }

    @Produces
    @Singleton
    Check resourceCache() {
        return TableCheck.of(dynamo, clock, theirs.resourceCache());
    }

    @Produces
    @Singleton
    Check cloudTrail() {
        return TableCheck.of(dynamo, clock, theirs.cloudTrail());
    }

    @Produces
    @Singleton
    Check users() {
        return TableCheck.of(dynamo, clock, theirs.users());
    }

    @Produces
    @Singleton
    Check notifications() {
        return TableCheck.of(dynamo, clock, theirs.notifications());
    }
}
