package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.Surface;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * {@code GET /api/v1/policies/typeahead}, as {@code weep search} asks it: accounts, and the roles
 * that the caller may use. Words are text, never a pattern; case does not matter.
 */
@Single
@Path("/api/v1/policies/typeahead")
@Produces(MediaType.APPLICATION_JSON)
public class TypeaheadResource {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 10_000;
    private static final int MAX_SEARCH = 2048;

    private final CliCallers callers;
    private final CliSettings settings;
    private final ListEligibleRoles list;
    private final Accounts accounts;

    @Inject
    public TypeaheadResource(
            CliCallers callers, CliSettings settings, ListEligibleRoles list, Accounts accounts) {
        this.callers = callers;
        this.settings = settings;
        this.list = list;
        this.accounts = accounts;
    }

    @GET
    public Object get(
            @QueryParam("resource") String resource,
            @QueryParam("search") String search,
            @QueryParam("limit") String limit,
            @Context HttpServletRequest request) {
        Caller caller = callers.of(request).personOrOneOf(settings.mayLookUp());
        if (resource == null || search == null || search.length() > MAX_SEARCH) {
            throw new Problem.Invalid(
                            search == null ? "search" : "resource",
                            "resource and search are required, search at most "
                                    + MAX_SEARCH
                                    + " characters")
                    .asException();
        }
        String words = search.toLowerCase(Locale.ROOT);
        int most = limit(limit);
        return switch (resource) {
            case "account" -> titles(accountTitles(words), most);
            case "iam_arn" -> titles(arns(caller, words), most);
            case "iam_role" -> titles(roleNames(caller, words), most);
            case "s3", "sqs", "sns" -> List.of();
            case "app" -> Map.of();
            default ->
                    throw new Problem.Invalid(
                                    "resource", "account, iam_arn, iam_role, s3, sqs, sns or app")
                            .asException();
        };
    }

    private static int limit(String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > MAX_LIMIT) {
            throw new Problem.Invalid("limit", "a number from 1 to " + MAX_LIMIT).asException();
        }
        return Integer.parseInt(text);
    }

    /** weep cuts a title at its first round bracket. */
    private Stream<String> accountTitles(String words) {
        return accounts.current().activeNames().entrySet().stream()
                .filter(
                        account ->
                                (account.getValue() + " (" + account.getKey() + ")")
                                        .toLowerCase(Locale.ROOT)
                                        .contains(words))
                .map(
                        account ->
                                account.getValue().replace('(', '[').replace(')', ']')
                                        + " ("
                                        + account.getKey()
                                        + ")")
                .sorted();
    }

    private Stream<String> arns(Caller caller, String words) {
        return roles(caller)
                .filter(arn -> spelledForWeep(arn).contains(words))
                .map(RoleArn::toString);
    }

    /** weep asks for {@code arn:aws:iam::…} in every partition. */
    private static String spelledForWeep(RoleArn arn) {
        String lower = arn.toString().toLowerCase(Locale.ROOT);
        return lower + "\n" + lower.replaceFirst("^arn:[^:]*:", "arn:aws:");
    }

    private Stream<String> roleNames(Caller caller, String words) {
        return roles(caller)
                .map(RoleArn::pathAndName)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(words))
                .distinct()
                .sorted();
    }

    private Stream<RoleArn> roles(Caller caller) {
        return list.handle(caller, Surface.CLI).roles().stream().map(role -> role.role()).sorted();
    }

    private static List<Title> titles(Stream<String> titles, int limit) {
        return titles.limit(limit).map(Title::new).toList();
    }

    record Title(String title) {}
}
