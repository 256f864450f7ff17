package org.consoleme.local.seed;

import java.util.List;

/** IAM policy documents of the demo, as text. */
final class Documents {
    private Documents() {}

    static String allow(List<String> actions, String... resources) {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": [%s], "Resource": [%s]}
        ]}"""
                .formatted(quoted(actions), quoted(List.of(resources)));
    }

    static String trustHub(String hub) {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::%s:role/%s"},
           "Action": ["sts:AssumeRole", "sts:TagSession"]}
        ]}"""
                .formatted(hub, DemoOrganization.HUB_ROLE);
    }

    static String trustService(String service) {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Principal": {"Service": "%s.amazonaws.com"}, "Action": "sts:AssumeRole"}
        ]}"""
                .formatted(service);
    }

    /** A resource policy: one principal of the account may do this with the resource. */
    static String letRole(String account, String role, String action, String resource) {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "Demo", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::%s:role/%s"},
           "Action": "%s", "Resource": "%s"}
        ]}"""
                .formatted(account, role, action, resource);
    }

    static String denyLeaving() {
        return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Deny", "Action": "organizations:LeaveOrganization", "Resource": "*"}
        ]}""";
    }

    private static String quoted(List<String> values) {
        return "\"" + String.join("\", \"", values) + "\"";
    }
}
