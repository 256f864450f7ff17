package org.consoleme.platform.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.InventorySettings;
import org.consoleme.inventory.RefreshRole;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.IamStub;

/** A stub of AWS that has the role app, and what reads and changes the role's policies there. */
final class PoliciesOfApp implements AutoCloseable {
    static final UserId BO = new UserId("bo@example.com");
    static final RoleArn APP = RoleArn.parse("arn:aws:iam::200000000002:role/team/backend/app");
    static final String READ =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}";

    final InMemoryIamCache cache = new InMemoryIamCache();
    final IamStub stub;
    final SdkRolePolicies policies;
    private final Aws aws;

    PoliciesOfApp() {
        this(Settings.spoke("ConsoleMe"));
    }

    PoliciesOfApp(AwsSettings settings) {
        try {
            stub = new IamStub(1, 0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stub.roles().add(APP, Map.of("owner", "team@example.com"));
        aws = new Aws(stub, settings);
        policies = through(aws, Clock.systemUTC());
    }

    /** The same, by another clock. */
    SdkRolePolicies by(Clock clock) {
        return through(aws, clock);
    }

    SdkRolePolicies through(Aws connected, Clock clock) {
        SpokeChanges changes = new SpokeChanges(connected.clients, connected.sessions, clock);
        return new SdkRolePolicies(
                changes,
                new RefreshRole(
                        new SdkRoleReader(changes),
                        cache,
                        new InMemoryAccountIndexes(),
                        InventorySettings.from(
                                MapConfiguration.empty().with("aws.tags.owner", "owner")),
                        Clock.systemUTC()));
    }

    @Override
    public void close() {
        aws.close();
        stub.close();
    }
}
