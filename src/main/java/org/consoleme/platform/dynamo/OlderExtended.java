package org.consoleme.platform.dynamo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The extended request of an older item, lifted to the latest shape as ConsoleMe does when it
 * reads, but in memory alone and without losing the ARN (B24).
 */
final class OlderExtended {
    private static final String PRINCIPAL = "principal";
    private static final String CHANGES = "changes";
    private static final String OLD_ARN = "principal_arn";

    private OlderExtended() {}

    static List<Map<String, Object>> changes(Map<String, Object> extended) {
        return OlderValues.map(extended.get(CHANGES))
                .map(nested -> OlderValues.maps(nested.get(CHANGES)))
                .orElse(List.of());
    }

    /** The ARN, or what stands for a template: repository and path. */
    static Optional<String> arn(Map<String, Object> item, Map<String, Object> extended) {
        return OlderValues.text(item.get("arn"))
                .or(() -> of(item.get(PRINCIPAL)))
                .or(() -> of(extended.get(PRINCIPAL)))
                .or(
                        () ->
                                changes(extended).stream()
                                        .flatMap(
                                                change ->
                                                        OlderValues.text(change.get(OLD_ARN))
                                                                .or(() -> of(change.get(PRINCIPAL)))
                                                                .stream())
                                        .findFirst());
    }

    private static Optional<String> of(Object principal) {
        Map<String, Object> map = OlderValues.map(principal).orElse(Map.of());
        return OlderValues.text(map.get(OLD_ARN))
                .or(
                        () ->
                                OlderValues.text(map.get("repository_name"))
                                        .map(
                                                name ->
                                                        name
                                                                + "-"
                                                                + OlderValues.text(
                                                                                map.get(
                                                                                        "resource_identifier"))
                                                                        .orElse("")));
    }

    static Map<String, Object> upgraded(Map<String, Object> extended, Optional<String> arn) {
        Map<String, Object> upgraded = new LinkedHashMap<>(extended);
        if (OlderValues.map(extended.get(PRINCIPAL)).isEmpty()) {
            arn.ifPresent(text -> upgraded.put(PRINCIPAL, principal(text)));
        }
        List<Map<String, Object>> changes =
                changes(extended).stream().map(OlderExtended::upgraded).toList();
        Map<String, Object> nested =
                new LinkedHashMap<>(OlderValues.map(extended.get(CHANGES)).orElse(Map.of()));
        nested.put(CHANGES, new ArrayList<>(changes));
        upgraded.put(CHANGES, nested);
        return upgraded;
    }

    private static Map<String, Object> upgraded(Map<String, Object> change) {
        Optional<String> oldArn = OlderValues.text(change.get(OLD_ARN));
        if (oldArn.isEmpty() || OlderValues.map(change.get(PRINCIPAL)).isPresent()) {
            return change;
        }
        Map<String, Object> upgraded = new LinkedHashMap<>(change);
        upgraded.remove(OLD_ARN);
        upgraded.put(PRINCIPAL, principal(oldArn.get()));
        upgraded.put("version", "3.0");
        return upgraded;
    }

    private static Map<String, Object> principal(String arn) {
        Map<String, Object> principal = new LinkedHashMap<>();
        principal.put("principal_type", "AwsResource");
        principal.put("principal_arn", arn);
        return principal;
    }
}
