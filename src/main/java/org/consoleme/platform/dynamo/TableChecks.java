package org.consoleme.platform.dynamo;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.consoleme.operations.Check;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/** One check per table. Without the audit table no keys leave, so that one decides readiness. */
@Single
public class TableChecks {
    private final TableAdministration administration;
    private final DynamoTables ours;
    private final ConsoleMeTables theirs;

    @Inject
    public TableChecks(DynamoDatabase dynamo, Configuration configuration) {
        administration = new TableAdministration(dynamo);
        ours = DynamoTables.from(configuration);
        theirs = ConsoleMeTables.from(configuration);
    }

    @Produces
    @Singleton
    Check auditEvents() {
        return TableCheck.of(administration, ours.auditEvents(), true);
    }

    @Produces
    @Singleton
    Check requestState() {
        return TableCheck.of(administration, ours.requestState(), false);
    }

    @Produces
    @Singleton
    Check outbox() {
        return TableCheck.of(administration, ours.outbox(), false);
    }

    @Produces
    @Singleton
    Check grants() {
        return TableCheck.of(administration, ours.grants(), false);
    }

    @Produces
    @Singleton
    Check slackLinks() {
        return TableCheck.of(administration, ours.slackLinks(), false);
    }

    @Produces
    @Singleton
    Check slackCards() {
        return TableCheck.of(administration, ours.slackCards(), false);
    }

    @Produces
    @Singleton
    Check jobRuns() {
        return TableCheck.of(administration, ours.jobRuns(), false);
    }

    @Produces
    @Singleton
    Check signIns() {
        return TableCheck.of(administration, ours.signIns(), false);
    }

    @Produces
    @Singleton
    Check iamRoles() {
        return TableCheck.of(administration, theirs.iamRoles());
    }

    @Produces
    @Singleton
    Check dynamicConfiguration() {
        return TableCheck.of(administration, theirs.dynamicConfiguration());
    }

    @Produces
    @Singleton
    Check policyRequests() {
        return TableCheck.of(administration, theirs.policyRequests());
    }

    @Produces
    @Singleton
    Check resourceCache() {
        return TableCheck.of(administration, theirs.resourceCache());
    }

    @Produces
    @Singleton
    Check cloudTrail() {
        return TableCheck.of(administration, theirs.cloudTrail());
    }

    @Produces
    @Singleton
    Check users() {
        return TableCheck.of(administration, theirs.users());
    }

    @Produces
    @Singleton
    Check notifications() {
        return TableCheck.of(administration, theirs.notifications());
    }
}
