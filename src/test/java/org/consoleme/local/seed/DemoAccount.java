package org.consoleme.local.seed;

import java.util.List;

/** The accounts of the demo organization, each with the place where it lies. */
enum DemoAccount {
    HUB("hub", ""),
    BILLING_PROD("billing-prod", "Workloads/Production"),
    BILLING_TEST("billing-test", "Workloads/Test"),
    DATA_PLATFORM("data-platform", "Workloads/Production"),
    SHARED_SERVICES("shared-services", "Infrastructure"),
    SANDBOX("sandbox", ""),
    /** Closed: AWS shows it as suspended, and nobody can work in it. */
    ARCHIVE("archive", "Closed");

    private final String title;
    private final String units;

    DemoAccount(String title, String units) {
        this.title = title;
        this.units = units;
    }

    String title() {
        return title;
    }

    /** Names of its organizational units, from the root down. */
    List<String> units() {
        return units.isEmpty() ? List.of() : List.of(units.split("/", -1));
    }
}
