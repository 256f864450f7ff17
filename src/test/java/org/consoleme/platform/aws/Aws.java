package org.consoleme.platform.aws;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.inventory.IamObject;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.IamStub;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The classes of this package, put together for a test without a container. */
final class Aws implements AutoCloseable {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final AwsClients clients;
    final HubIdentity hub;
    final SpokeSessions sessions;
    final SdkIamReader reader;
    final StsCredentialBroker broker;

    Aws(IamStub stub, AwsSettings settings) {
        this(stub.endpoint(), settings, Clock.systemUTC());
    }

    Aws(URI endpoint, AwsSettings settings, Clock clock) {
        clients =
                new AwsClients(
                        settings,
                        new AwsRegion(Region.US_EAST_1),
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIDHUB", "secret")),
                        Optional.of(endpoint),
                        Optional.of(new StsMeter(meters)));
        hub = new HubIdentity(clients, clock);
        sessions = new SpokeSessions(clients, settings, hub, clock);
        reader = new SdkIamReader(clients, sessions);
        broker = new StsCredentialBroker(clients);
    }

    List<IamObject> read(String account) {
        List<IamObject> all = new ArrayList<>();
        reader.read(account(account), all::addAll);
        return all;
    }

    static Account account(String id) {
        return new Account(
                new AccountId(id),
                "account-" + id,
                AccountStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }

    @Override
    public void close() {
        clients.close();
    }
}
