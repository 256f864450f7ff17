package org.consoleme.web.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the OpenAPI document what holds for the whole console API and would else stand at each
 * method: any call can be answered by a problem, and what we answer always has all its members.
 * Liberty finds it by {@code mp.openapi.filter}.
 */
public class ConsoleDocument implements OASFilter {
    private static final String PATHS = "/api/v3/";
    private static final String EVENTS = "/api/v3/events";
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().addPathItem(EVENTS, events());
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        List<Operation> operations =
                document.getPaths().getPathItems().entrySet().stream()
                        .filter(path -> path.getKey().startsWith(PATHS))
                        .flatMap(path -> path.getValue().getOperations().values().stream())
                        .toList();
        Set<String> answers = new HashSet<>();
        operations.stream()
                .flatMap(operation -> answers(operation))
                .forEach(schema -> collect(schema, schemas, answers));
        answers.forEach(name -> requireAll(schemas.get(name)));
        operations.forEach(
                operation ->
                        operation
                                .getResponses()
                                .addAPIResponse(
                                        "default",
                                        OASFactory.createAPIResponse()
                                                .ref("#/components/responses/Problem")));
    }

    /** A plain servlet answers here, which nothing describes. */
    private static PathItem events() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        return OASFactory.createPathItem()
                .GET(
                        OASFactory.createOperation()
                                .summary("What changes, as server-sent events, with ids alone")
                                .responses(
                                        OASFactory.createAPIResponses()
                                                .addAPIResponse("200", stream(text))));
    }

    private static APIResponse stream(Schema text) {
        return OASFactory.createAPIResponse()
                .description("events request and grant; one without a name: anything")
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        "text/event-stream",
                                        OASFactory.createMediaType().schema(text)));
    }

    private static Stream<Schema> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(content -> content != null)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .flatMap(media -> Stream.ofNullable(media.getSchema()));
    }

    /** Adds the names of all schemas that are reached from this one. */
    private static void collect(Schema schema, Map<String, Schema> all, Set<String> names) {
        Optional.ofNullable(schema.getRef())
                .map(ref -> ref.substring(SCHEMAS.length()))
                .filter(names::add)
                .ifPresent(name -> collect(all.get(name), all, names));
        parts(schema).forEach(part -> collect(part, all, names));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Optional.ofNullable(schema.getProperties()).stream()
                                .flatMap(properties -> properties.values().stream()),
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAnyOf()).flatMap(List::stream))
                .flatMap(each -> each);
    }

    private static void requireAll(Schema schema) {
        if (schema.getProperties() != null) {
            schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
        }
    }
}
