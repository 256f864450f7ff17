package org.consoleme.local.seed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The demo organization in a stand-in AWS that the stack started itself: a hub, five spokes in
 * nested units, one closed account, and what is in them. The same request gives the same id, so the
 * organization is the same on every machine.
 */
public final class DemoOrganization {
    /** Moto's own default account: keys that it does not know belong to it. */
    public static final String HUB = "123456789012";

    public static final String HUB_ROLE = "ConsoleMeHub";
    public static final String SPOKE_ROLE = "ConsoleMeSpoke";
    public static final String CACHE_BUCKET = "consoleme-cache";
    public static final String AUTHORIZED_TAG = "consoleme-authorized";
    public static final String CLI_ONLY_TAG = "consoleme-authorized-cli-only";

    private static final String DONE_TAG = "demo-organization";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI address;
    private final LocalAws hub;

    /**
     * Works on one stand-in.
     *
     * @param address of a stand-in that this process started: it may be emptied
     */
    DemoOrganization(URI address) {
        if (!"127.0.0.1".equals(address.getHost())) {
            throw new IllegalArgumentException("only our own stand-in is ever filled: " + address);
        }
        this.address = address;
        this.hub =
                new LocalAws(
                        address,
                        Map.of(
                                LocalAws.ACCESS_KEY_ID,
                                "AKIALOCALSTACKHUB000",
                                LocalAws.SECRET_ACCESS_KEY,
                                "local-stack-fake-secret"));
    }

    /**
     * Lays it down unless it is there. One that was interrupted half-way is begun anew: nobody can
     * have worked with it, as the server starts afterwards.
     *
     * @return true if it was laid down now
     */
    boolean ensure() {
        if (isThere()) {
            return false;
        }
        reset();
        Map<DemoAccount, String> ids = createOrganization();
        ids.forEach(
                (account, id) -> {
                    if (account != DemoAccount.ARCHIVE) {
                        new AccountSeed(account, id, session(account, id)).fill();
                    }
                });
        close(ids.get(DemoAccount.ARCHIVE));
        markDone();
        return true;
    }

    List<SeededAccount> accounts() {
        try (OrganizationsClient client = hub.organizations()) {
            return client.listAccountsPaginator().stream()
                    .flatMap(page -> page.accounts().stream())
                    .map(
                            account ->
                                    new SeededAccount(
                                            account.id(), account.name(), account.statusAsString()))
                    .toList();
        }
    }

    /** Keys of a session of the hub role, as {@code AWS_…} variables. */
    Map<String, String> hubSession() {
        return assume(HUB, HUB_ROLE, "consoleme-local-stack").keys();
    }

    private boolean isThere() {
        try (S3Client s3 = hub.s3()) {
            return s3.getBucketTagging(request -> request.bucket(CACHE_BUCKET)).tagSet().stream()
                    .anyMatch(tag -> tag.key().equals(DONE_TAG));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) { // no such bucket, or no tag on it
                return false;
            }
            throw e;
        }
    }

    private void markDone() {
        try (S3Client s3 = hub.s3()) {
            Tag done = Tag.builder().key(DONE_TAG).value("complete").build();
            s3.putBucketTagging(
                    request -> request.bucket(CACHE_BUCKET).tagging(tags -> tags.tagSet(done)));
        }
    }

    /** Moto's own call; it empties the journal too. */
    private void reset() {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/moto-api/reset"))
                        .timeout(TIMEOUT)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException("the stand-in AWS does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while emptying the stand-in AWS", e);
        }
    }

    private Map<DemoAccount, String> createOrganization() {
        Map<DemoAccount, String> ids = new EnumMap<>(DemoAccount.class);
        ids.put(DemoAccount.HUB, HUB);
        try (OrganizationsClient client = hub.organizations()) {
            client.createOrganization(request -> request.featureSet("ALL"));
            String root = client.listRoots().roots().getFirst().id();
            Map<List<String>, String> units = new HashMap<>(Map.of(List.of(), root));
            for (DemoAccount account : DemoAccount.values()) {
                String unit = unit(client, account.units(), units);
                if (account != DemoAccount.HUB) {
                    String id = create(client, account);
                    if (!unit.equals(root)) {
                        client.moveAccount(
                                move ->
                                        move.accountId(id)
                                                .sourceParentId(root)
                                                .destinationParentId(unit));
                    }
                    ids.put(account, id);
                }
            }
            String policy =
                    client.createPolicy(
                                    create ->
                                            create.name("deny-leave")
                                                    .description("Accounts stay")
                                                    .type(PolicyType.SERVICE_CONTROL_POLICY)
                                                    .content(Documents.denyLeaving()))
                            .policy()
                            .policySummary()
                            .id();
            client.attachPolicy(attach -> attach.policyId(policy).targetId(root));
        }
        return ids;
    }

    private static String create(OrganizationsClient client, DemoAccount account) {
        return client.createAccount(
                        create ->
                                create.accountName(account.title())
                                        .email("aws-" + account.title() + "@example.com"))
                .createAccountStatus()
                .accountId();
    }

    private static String unit(
            OrganizationsClient client, List<String> path, Map<List<String>, String> known) {
        if (!known.containsKey(path)) {
            String parent = unit(client, path.subList(0, path.size() - 1), known);
            OrganizationalUnit unit =
                    client.createOrganizationalUnit(
                                    create -> create.parentId(parent).name(path.getLast()))
                            .organizationalUnit();
            known.put(path, unit.id());
        }
        return known.get(path);
    }

    private void close(String account) {
        try (OrganizationsClient client = hub.organizations()) {
            client.closeAccount(close -> close.accountId(account));
        }
    }

    private LocalAws session(DemoAccount account, String id) {
        return account == DemoAccount.HUB
                ? hub
                : assume(id, "OrganizationAccountAccessRole", "demo-organization");
    }

    private LocalAws assume(String account, String role, String name) {
        try (var sts = hub.sts()) {
            var keys =
                    sts.assumeRole(
                                    assume ->
                                            assume.roleArn(
                                                            "arn:aws:iam::"
                                                                    + account
                                                                    + ":role/"
                                                                    + role)
                                                    .roleSessionName(name))
                            .credentials();
            return new LocalAws(
                    address,
                    Map.of(
                            LocalAws.ACCESS_KEY_ID,
                            keys.accessKeyId(),
                            LocalAws.SECRET_ACCESS_KEY,
                            keys.secretAccessKey(),
                            LocalAws.SESSION_TOKEN,
                            keys.sessionToken()));
        }
    }
}
