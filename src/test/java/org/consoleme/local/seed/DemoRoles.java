package org.consoleme.local.seed;

import static org.consoleme.local.seed.DemoRole.forPeople;
import static org.consoleme.local.seed.DemoRole.forService;

import java.util.ArrayList;
import java.util.List;

/**
 * Which roles there are, and for whom. Kept so that there is something to try: for
 * engineer@example.com {@code admin} matches exactly one role and {@code billing-reader} three,
 * {@code pipeline} is for the CLI alone, and for admin@example.com {@code admin} matches one in
 * each account.
 */
final class DemoRoles {
    private static final String ENGINEERING = "engineering@example.com";
    private static final String FINOPS = "finops@example.com";
    private static final String PLATFORM = "platform@example.com";
    private static final String SECURITY = "security@example.com";

    private DemoRoles() {}

    static List<DemoRole> of(DemoAccount account) {
        List<DemoRole> roles = new ArrayList<>(everywhere(account));
        switch (account) {
            case HUB -> roles.add(costExplorer());
            case BILLING_PROD, BILLING_TEST -> roles.addAll(billing(account));
            case DATA_PLATFORM -> roles.addAll(data());
            case SHARED_SERVICES -> roles.addAll(shared());
            case SANDBOX -> roles.addAll(sandbox());
            case ARCHIVE -> roles.clear();
        }
        return roles;
    }

    private static List<DemoRole> everywhere(DemoAccount account) {
        DemoRole admin =
                forPeople("admin", "Everything, in this account").managed("AdministratorAccess");
        return List.of(
                account == DemoAccount.SANDBOX
                        ? admin.usedBy(ENGINEERING, SECURITY)
                        : admin.usedBy(SECURITY),
                forPeople("read-only", "Looks, and changes nothing")
                        .usedBy(ENGINEERING, PLATFORM, SECURITY)
                        .tagged("owner", PLATFORM)
                        .upTo(8)
                        .managed("ReadOnlyAccess"),
                forPeople("log-reader", "Reads the logs of all services")
                        .usedBy(ENGINEERING)
                        .tagged("owner", PLATFORM)
                        .allowed(
                                "logs",
                                Documents.allow(List.of("logs:Get*", "logs:FilterLogEvents"), "*")),
                forPeople("security-audit", "Looks at how everything is protected")
                        .usedBy(SECURITY)
                        .managed("SecurityAudit"),
                forPeople("incident-responder", "Isolates machines and revokes keys")
                        .under("/security/")
                        .usedBy(SECURITY, PLATFORM)
                        .upTo(4)
                        .allowed(
                                "isolate",
                                Documents.allow(
                                        List.of(
                                                "ec2:ModifyInstanceAttribute",
                                                "iam:UpdateAccessKey"),
                                        "*")),
                forPeople(
                                "break-glass",
                                "For the day when nothing else works; every use is announced")
                        .under("/security/")
                        .usedBy(SECURITY)
                        .managed("AdministratorAccess"),
                forPeople("deploy", "Rolls out what the pipeline has built")
                        .under("/ci/")
                        .usedInCliBy(PLATFORM)
                        .tagged("app", "delivery")
                        .allowed("deploy", Documents.allow(List.of("cloudformation:*"), "*")),
                forService("backup-service", "backup", "Takes the nightly copies")
                        .under("/service-role/")
                        .tagged("owner", PLATFORM),
                forService("vpc-flow-logs", "vpc-flow-logs", "Writes flow logs")
                        .under("/service-role/"));
    }

    private static List<DemoRole> billing(DemoAccount account) {
        String env = account == DemoAccount.BILLING_PROD ? "prod" : "test";
        String invoices = "arn:aws:s3:::example-invoices-" + env;
        return List.of(
                billingReader(invoices),
                forPeople("ledger-writer", "Ledger – schreibt Buchungen")
                        .under("/teams/finance/")
                        .usedBy(FINOPS)
                        .tagged("cost center", "Ω-42 / north")
                        .allowed(
                                "write",
                                Documents.allow(
                                        List.of("dynamodb:PutItem"),
                                        "arn:aws:dynamodb:us-east-1:*:table/ledger")),
                pipeline(),
                costExplorer(),
                forService("invoice-app", "ec2", "Runs on the invoice machines")
                        .tagged("app", "invoicing")
                        .tagged("owner", FINOPS)
                        .upTo(2)
                        .allowed(
                                "queue",
                                Documents.allow(
                                        List.of("sqs:SendMessage", "sqs:ReceiveMessage"),
                                        "arn:aws:sqs:us-east-1:*:invoices")));
    }

    private static List<DemoRole> data() {
        String lake = "arn:aws:s3:::example-lake";
        return List.of(
                forPeople("lake-reader", "Reads the data lake")
                        .under("/data/")
                        .usedBy(ENGINEERING, FINOPS)
                        .tagged("app", "lake")
                        .upTo(12)
                        .allowed(
                                "read",
                                Documents.allow(
                                        List.of("s3:GetObject", "s3:ListBucket"),
                                        lake,
                                        lake + "/*")),
                forPeople("lake-reader-v2", "Reads the data lake, new layout")
                        .under("/data/")
                        .usedBy(PLATFORM),
                forPeople("lake-writer", "Loads the data lake")
                        .under("/data/")
                        .usedBy(PLATFORM)
                        .allowed("write", Documents.allow(List.of("s3:PutObject"), lake + "/*")),
                pipeline(),
                forService("etl-runner", "glue", "Runs the nightly transformations")
                        .tagged("app", "lake"));
    }

    private static List<DemoRole> shared() {
        return List.of(
                pipeline(),
                forPeople("network-operator", "Routes, firewalls and name servers")
                        .usedBy(PLATFORM)
                        .managed("job-function/NetworkAdministrator"),
                forPeople("database-operator", "Keeps the shared databases running")
                        .usedBy(PLATFORM)
                        .managed("job-function/DatabaseAdministrator"),
                forService("dns-updater", "lambda", "Writes name server entries")
                        .tagged("owner", PLATFORM));
    }

    private static List<DemoRole> sandbox() {
        return List.of(
                billingReader("arn:aws:s3:::example-sandbox"),
                forPeople("experiment", "Try what you like; emptied on Fridays")
                        .usedBy(ENGINEERING)
                        .upTo(12)
                        .managed("PowerUserAccess"));
    }

    private static DemoRole billingReader(String bucket) {
        return forPeople("billing-reader", "Reads invoices")
                .usedBy(FINOPS)
                .tagged("owner", FINOPS)
                .tagged("app", "billing")
                .allowed(
                        "read",
                        Documents.allow(
                                List.of("s3:GetObject", "s3:ListBucket"), bucket, bucket + "/*"));
    }

    private static DemoRole pipeline() {
        return forPeople("pipeline", "Builds and tests; no console")
                .under("/ci/")
                .usedInCliBy(ENGINEERING)
                .tagged("app", "delivery")
                .allowed("artifacts", Documents.allow(List.of("s3:PutObject"), "*"));
    }

    private static DemoRole costExplorer() {
        return forPeople("cost-explorer", "Sees what everything costs")
                .usedBy(FINOPS)
                .tagged("owner", FINOPS)
                .managed("job-function/Billing");
    }
}
