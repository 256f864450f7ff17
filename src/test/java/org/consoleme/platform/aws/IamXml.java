package org.consoleme.platform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Makes of an entry that ConsoleMe stored the XML from which AWS's SDK would have read it. */
final class IamXml {
    private IamXml() {}

    static String page(String list, List<JsonNode> entries) {
        StringBuilder xml =
                new StringBuilder(
                        "<GetAccountAuthorizationDetailsResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetAccountAuthorizationDetailsResult><IsTruncated>false</IsTruncated>");
        xml.append('<').append(list).append('>');
        entries.forEach(entry -> element(xml, "member", entry));
        return xml.append("</")
                .append(list)
                .append(
                        "></GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>")
                .toString();
    }

    private static void element(StringBuilder xml, String name, JsonNode value) {
        xml.append('<').append(name).append('>');
        if (value.isObject() && name.endsWith("Document")) {
            xml.append(
                    URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
        } else if (value.isObject()) {
            value.properties().forEach(field -> element(xml, field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(item -> element(xml, "member", item));
        } else if (value.isFloatingPointNumber()) {
            xml.append(
                    Instant.ofEpochSecond(0)
                            .plusNanos(value.decimalValue().movePointRight(9).longValueExact()));
        } else {
            xml.append(value.asText().replace("&", "&amp;").replace("<", "&lt;"));
        }
        xml.append("</").append(name).append('>');
    }
}
