package org.consoleme.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.IamStub.Reply;

/**
 * Roles with inline policies, as IAM's calls for a single role know them: by the account of the
 * keys and the name, whatever the path. Documents go out URL-encoded, lists two at a time.
 */
public final class IamRoles {
    private static final int PAGE = 2;
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:role/ConsoleMeHub\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final Map<String, Role> roles = new ConcurrentHashMap<>();

    private record Role(RoleArn arn, Map<String, String> tags, Map<String, String> policies) {}

    public IamRoles add(RoleArn arn, Map<String, String> tags) {
        roles.put(
                key(arn.account().value(), arn.name()),
                new Role(arn, new LinkedHashMap<>(tags), new ConcurrentHashMap<>()));
        return this;
    }

    public void remove(RoleArn arn) {
        roles.remove(key(arn.account().value(), arn.name()));
    }

    /** Its inline policies by name; to be changed at will. */
    public Map<String, String> policies(RoleArn arn) {
        return roles.get(key(arn.account().value(), arn.name())).policies();
    }

    Reply answer(String action, Map<String, String> form, String account) {
        Role role = roles.get(key(account, form.get("RoleName")));
        if (role == null) {
            return missing();
        }
        String policy = form.get("PolicyName");
        return switch (action) {
            case "GetRole" -> result(action, role(role));
            case "GetRolePolicy" -> policy(role, policy);
            case "PutRolePolicy" -> {
                role.policies().put(policy, form.get("PolicyDocument"));
                yield result(action, "");
            }
            case "DeleteRolePolicy" ->
                    role.policies().remove(policy) == null ? missing() : result(action, "");
            case "ListRolePolicies" -> result(action, names(role, form));
            case "ListAttachedRolePolicies" ->
                    result(action, "<AttachedPolicies/><IsTruncated>false</IsTruncated>");
            case "ListInstanceProfilesForRole" ->
                    result(action, "<InstanceProfiles/><IsTruncated>false</IsTruncated>");
            default -> throw new IllegalArgumentException("unknown action " + action);
        };
    }

    private static Reply policy(Role role, String name) {
        String document = role.policies().get(name);
        return document == null
                ? missing()
                : result(
                        "GetRolePolicy",
                        element("RoleName", role.arn().name())
                                + element("PolicyName", name)
                                + element("PolicyDocument", encoded(document)));
    }

    private static String names(Role role, Map<String, String> form) {
        List<String> all = new ArrayList<>(role.policies().keySet().stream().sorted().toList());
        int from = Integer.parseInt(form.getOrDefault("Marker", "0"));
        int to = Math.min(all.size(), from + PAGE);
        return "<PolicyNames>"
                + members(all.subList(from, to), name -> name)
                + "</PolicyNames>"
                + element("IsTruncated", String.valueOf(to < all.size()))
                + (to < all.size() ? element("Marker", String.valueOf(to)) : "");
    }

    private static String role(Role role) {
        return "<Role>"
                + element("Path", role.arn().path())
                + element("RoleName", role.arn().name())
                + element("RoleId", "AROASTUB")
                + element("Arn", role.arn().toString())
                + element("CreateDate", "2024-05-06T07:08:09Z")
                + element("AssumeRolePolicyDocument", encoded(TRUST))
                + element("Description", "For tests")
                + element("MaxSessionDuration", "7200")
                + "<Tags>"
                + members(
                        role.tags().entrySet(),
                        tag -> element("Key", tag.getKey()) + element("Value", tag.getValue()))
                + "</Tags></Role>";
    }

    private static <T> String members(Iterable<T> all, Function<T, String> draw) {
        List<String> drawn = new ArrayList<>();
        all.forEach(one -> drawn.add(element("member", draw.apply(one))));
        return drawn.stream().collect(Collectors.joining());
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static Reply result(String action, String content) {
        return Reply.of(
                "<%1$sResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(action, content));
    }

    private static Reply missing() {
        return Reply.error(404, "NoSuchEntity", false);
    }

    /** As RFC 3986 has it, and so IAM. */
    private static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static String key(String account, String name) {
        return account + "/" + name;
    }
}
