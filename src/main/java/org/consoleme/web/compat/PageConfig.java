package org.consoleme.web.compat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** How ConsoleMe's console draws a table, in its own words. */
record PageConfig(String pageName, String pageDescription, TableConfig tableConfig) {
    /** Rows and columns. */
    record TableConfig(
            boolean expandableRows,
            String dataEndpoint,
            boolean sortable,
            int totalRows,
            int rowsPerPage,
            boolean serverSideFiltering,
            boolean allowCsvExport,
            boolean allowJsonExport,
            List<Column> columns) {}

    /** One column; members that do not apply are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            String placeholder,
            String key,
            String type,
            Map<String, String> style,
            Integer width,
            String icon,
            String content,
            Map<String, String> onClick) {
        static Column of(String placeholder, String key, String type) {
            return new Column(placeholder, key, type, null, null, null, null, null);
        }

        /** A text of any length. */
        static Column broken(String placeholder, String key, int width) {
            return new Column(
                    placeholder,
                    key,
                    "link",
                    Map.of("whiteSpace", "normal", "wordBreak", "break-all"),
                    width,
                    null,
                    null,
                    null);
        }

        static Column narrow(String placeholder, String key, String type, int pixels) {
            return new Column(
                    placeholder, key, type, Map.of("width", pixels + "px"), null, null, null, null);
        }
    }

    static final PageConfig ELIGIBLE_ROLES =
            new PageConfig(
                    "Select a Role",
                    "Select a role to sign in to the AWS console.",
                    new TableConfig(
                            true,
                            "/api/v2/eligible_roles",
                            false,
                            1000,
                            50,
                            false,
                            false,
                            false,
                            List.of(
                                    new Column(
                                            "AWS Console Sign-In",
                                            "redirect_uri",
                                            "button",
                                            null,
                                            null,
                                            "sign-in",
                                            "Sign-In",
                                            Map.of("action", "redirect")),
                                    Column.of("Account Name", "account_name", "input"),
                                    Column.of("Role Name", "role_name", "link"),
                                    Column.of("Account ID", "account_id", "input"))));

    static final PageConfig REQUESTS =
            new PageConfig(
                    "Requests",
                    "View all IAM policy requests created through ConsoleMe",
                    new TableConfig(
                            true,
                            "/api/v2/requests?markdown=true",
                            false,
                            200,
                            50,
                            true,
                            true,
                            true,
                            List.of(
                                    Column.narrow("Username", "username", "input", 100),
                                    Column.broken("Arn", "arn", 3),
                                    Column.of("Request Time", "request_time", "daterange"),
                                    Column.narrow("Status", "status", "dropdown", 90),
                                    Column.broken("Request ID", "request_id", 2))));
}
