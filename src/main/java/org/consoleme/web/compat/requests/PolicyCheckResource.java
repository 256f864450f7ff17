package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consoleme.policies.DocumentCheck;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.web.DocumentPlaces;
import org.consoleme.web.Json;
import org.consoleme.web.signin.WebCallers;

/**
 * {@code POST /api/v2/policies/check}: what stands out in a document, as ConsoleMe's editor asks
 * while somebody types. The body is the document, or a JSON string with its text.
 */
@Single
@Path("/api/v2/policies/check")
@Produces(MediaType.APPLICATION_JSON)
public class PolicyCheckResource {
    private final WebCallers callers;

    @Inject
    public PolicyCheckResource(WebCallers callers) {
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<LintJson> check(@Context HttpServletRequest request, InputStream body) {
        callers.require(request);
        return findings(text(body));
    }

    /**
     * @throws ProblemException {@code TooLarge} before anything is looked at
     */
    static List<LintJson> findings(String text) {
        try {
            PolicyDocument document = PolicyDocument.parse(text);
            DocumentPlaces places = DocumentPlaces.in(text);
            return DocumentCheck.findings(document).stream()
                    .map(finding -> LintJson.of(finding, places))
                    .toList();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Invalid fault) {
                return List.of(
                        LintJson.malformed(fault.field(), fault.reason(), DocumentPlaces.in(text)));
            }
            throw e;
        }
    }

    private static String text(InputStream body) {
        try {
            String all = utf8(body.readAllBytes());
            return all.stripLeading().startsWith("\"") ? inner(all) : all;
        } catch (CharacterCodingException e) {
            throw new Problem.Invalid("body", "not UTF-8").asException(e);
        } catch (IOException e) {
            throw new Problem.Invalid("body", "broke off").asException(e);
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String inner(String all) {
        JsonNode string = Json.read(new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)));
        return string.textValue();
    }
}
