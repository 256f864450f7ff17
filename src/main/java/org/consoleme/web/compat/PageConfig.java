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
            String icon,
            String content,
            Map<String, String> onClick) {
        static Column of(String placeholder, String key, String type) {
            return new Column(placeholder, key, type, null, null, null);
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
                                            "sign-in",
                                            "Sign-In",
                                            Map.of("action", "redirect")),
                                    Column.of("Account Name", "account_name", "input"),
                                    Column.of("Role Name", "role_name", "link"),
                                    Column.of("Account ID", "account_id", "input"))));
}
