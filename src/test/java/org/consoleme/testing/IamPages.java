package org.consoleme.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * IAM's XML for invented roles, rendered once. Answering for an account copies a page and writes
 * the account's 12 digits into it, so that a benchmark measures the reader and not this.
 */
final class IamPages {
    private static final String PLACEHOLDER = "000000000000";
    private static final String TRUST =
            encoded(
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":\
                    "arn:aws:iam::123456789012:role/ConsoleMeHub"},"Action":["sts:AssumeRole","sts:TagSession"]}]}\
                    """);

    private final List<Page> details = new ArrayList<>();
    private final List<Page> listed = new ArrayList<>();

    IamPages(int roles, int pageSize) {
        for (int from = 0; from < Math.max(1, roles); from += pageSize) {
            int to = Math.min(roles, from + pageSize);
            boolean last = to >= roles;
            StringBuilder detail = new StringBuilder();
            StringBuilder list = new StringBuilder();
            for (int i = from; i < to; i++) {
                detail.append(detail(i));
                list.append(listed(i));
            }
            int next = details.size() + 1;
            details.add(
                    page(
                            "GetAccountAuthorizationDetails",
                            "<RoleDetailList>"
                                    + detail
                                    + "</RoleDetailList><UserDetailList/><GroupDetailList/><Policies/>",
                            last,
                            next));
            listed.add(page("ListRoles", "<Roles>" + list + "</Roles>", last, next));
        }
    }

    byte[] details(String account, int page) {
        return details.get(page).of(account);
    }

    byte[] listed(String account, int page) {
        return listed.get(page).of(account);
    }

    private static Page page(String action, String items, boolean last, int next) {
        return new Page(
                "<"
                        + action
                        + "Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><"
                        + action
                        + "Result><IsTruncated>"
                        + !last
                        + "</IsTruncated>"
                        + (last ? "" : "<Marker>" + next + "</Marker>")
                        + items
                        + "</"
                        + action
                        + "Result><ResponseMetadata><RequestId>stub</RequestId></ResponseMetadata></"
                        + action
                        + "Response>");
    }

    private static String common(int i) {
        return "<Path>/</Path><RoleName>role-%05d</RoleName><RoleId>AROA%017d</RoleId><Arn>arn:aws:iam::%s:role/role-%05d</Arn><CreateDate>2024-05-06T07:08:09Z</CreateDate><AssumeRolePolicyDocument>%s</AssumeRolePolicyDocument>"
                .formatted(i, i, PLACEHOLDER, i, TRUST);
    }

    private static String listed(int i) {
        return "<member>"
                + common(i)
                + "<Description>Role number "
                + i
                + "</Description><MaxSessionDuration>"
                + (i % 10 == 0 ? 43200 : 3600)
                + "</MaxSessionDuration></member>";
    }

    private static String detail(int i) {
        return "<member>"
                + common(i)
                + "<InstanceProfileList/><RolePolicyList><member><PolicyName>own</PolicyName><PolicyDocument>"
                + encoded(
                        """
                        {"Version":"2012-10-17","Statement":[{"Sid":"Objects","Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:ListBucket"],\
                        "Resource":["arn:aws:s3:::bucket-%1$05d","arn:aws:s3:::bucket-%1$05d/*"]}]}\
                        """
                                .formatted(i))
                + "</PolicyDocument></member></RolePolicyList><AttachedManagedPolicies><member><PolicyName>baseline</PolicyName><PolicyArn>arn:aws:iam::"
                + PLACEHOLDER
                + ":policy/baseline</PolicyArn></member></AttachedManagedPolicies><Tags>"
                + tag("owner", "team-" + i % 50 + "@example.com")
                + tag("consoleme-authorized", "group-" + i % 500 + "@example.com")
                + tag("app", "app-" + i % 100)
                + "</Tags><RoleLastUsed><LastUsedDate>2026-11-01T00:00:00Z</LastUsedDate><Region>us-east-1</Region></RoleLastUsed></member>";
    }

    private static String tag(String key, String value) {
        return "<member><Key>" + key + "</Key><Value>" + value + "</Value></member>";
    }

    private static String encoded(String policy) {
        return URLEncoder.encode(policy, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A page and the places where it names the account. */
    private static final class Page {
        private final byte[] xml;
        private final int[] places;

        Page(String text) {
            xml = text.getBytes(StandardCharsets.UTF_8);
            List<Integer> found = new ArrayList<>();
            for (int at = text.indexOf("::" + PLACEHOLDER + ":");
                    at >= 0;
                    at = text.indexOf("::" + PLACEHOLDER + ":", at + 1)) {
                found.add(at + 2);
            }
            places = found.stream().mapToInt(Integer::intValue).toArray();
        }

        byte[] of(String account) {
            byte[] copy = xml.clone();
            byte[] digits = account.getBytes(StandardCharsets.US_ASCII);
            for (int place : places) {
                System.arraycopy(digits, 0, copy, place, digits.length);
            }
            return copy;
        }
    }
}
