package org.consoleme.platform.dynamo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A person as ConsoleMe's own plug-ins describe them beside a request and a comment. */
final class ConsoleMePerson {
    private ConsoleMePerson() {}

    static Map<String, Object> of(String email) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("givenName", "");
        name.put("familyName", "");
        name.put("fullName", "");
        Map<String, Object> extended = new LinkedHashMap<>();
        extended.put("domain", "");
        extended.put("userName", email);
        extended.put("name", name);
        extended.put("primaryEmail", email);
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("email", email);
        person.put("extended_info", extended);
        person.put("details_url", null);
        person.put("photo_url", "https://www.gravatar.com/avatar/" + md5(email) + "?d=mp");
        return person;
    }

    /** The address is public already, and the picture's address is Gravatar's to define. */
    private static String md5(String email) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(
                                            email.strip()
                                                    .toLowerCase(Locale.ROOT)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
