package org.consoleme.local.seed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A role of the demo, as it is made in one account.
 *
 * @param service the AWS service that uses it ({@code ec2}); empty: people, through the hub
 * @param hours its longest session, 1 to 12
 * @param inline its inline policies: name to document
 * @param managed names of AWS's managed policies, with their path
 */
record DemoRole(
        String name,
        String path,
        String description,
        String service,
        int hours,
        Map<String, String> tags,
        Map<String, String> inline,
        List<String> managed) {

    DemoRole {
        tags = Map.copyOf(tags);
        inline = Map.copyOf(inline);
        managed = List.copyOf(managed);
    }

    static DemoRole forPeople(String name, String description) {
        return new DemoRole(name, "/", description, "", 1, Map.of(), Map.of(), List.of());
    }

    static DemoRole forService(String name, String service, String description) {
        return new DemoRole(name, "/", description, service, 1, Map.of(), Map.of(), List.of());
    }

    /** Groups that may use it everywhere, divided by colons as ConsoleMe reads them. */
    DemoRole usedBy(String... groups) {
        return tagged(DemoOrganization.AUTHORIZED_TAG, String.join(":", groups));
    }

    /** Groups that may use it in the CLI alone. */
    DemoRole usedInCliBy(String... groups) {
        return tagged(DemoOrganization.CLI_ONLY_TAG, String.join(":", groups));
    }

    DemoRole tagged(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(tags);
        more.put(key, value);
        return new DemoRole(name, path, description, service, hours, more, inline, managed);
    }

    DemoRole under(String newPath) {
        return new DemoRole(name, newPath, description, service, hours, tags, inline, managed);
    }

    DemoRole upTo(int newHours) {
        return new DemoRole(name, path, description, service, newHours, tags, inline, managed);
    }

    DemoRole allowed(String policy, String document) {
        Map<String, String> more = new LinkedHashMap<>(inline);
        more.put(policy, document);
        return new DemoRole(name, path, description, service, hours, tags, more, managed);
    }

    DemoRole managed(String... policies) {
        return new DemoRole(
                name, path, description, service, hours, tags, inline, List.of(policies));
    }
}
