package org.consoleme.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.IamObject;
import org.consoleme.shared.AccountId;

/** IAM objects for tests, with small documents. */
public final class IamObjects {
    private IamObjects() {}

    public static IamObject role(String account, String name, Map<String, String> tags) {
        return role(account, name, tags, "{\"Principal\":{\"AWS\":\"arn:aws:iam::1:root\"}}");
    }

    public static IamObject role(
            String account, String name, Map<String, String> tags, String trustPolicy) {
        return new IamObject(
                IamObject.Kind.ROLE,
                "arn:aws:iam::" + account + ":role/" + name,
                name,
                "AROA" + name,
                new AccountId(account),
                "{\"RoleName\":\"" + name + "\",\"Tags\":\"" + tags + "\"}",
                () -> "{}",
                tags,
                Optional.of(
                        new IamObject.RoleDetails(
                                Duration.ofHours(2), Optional.of("for tests"), trustPolicy)));
    }

    /** A user, group or policy. */
    public static IamObject other(
            IamObject.Kind kind, String account, String arn, Map<String, String> tags) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return new IamObject(
                kind,
                arn,
                name,
                "ID" + name,
                new AccountId(account),
                "{\"Name\":\"" + name + "\"}",
                () -> "{}",
                tags,
                Optional.empty());
    }
}
