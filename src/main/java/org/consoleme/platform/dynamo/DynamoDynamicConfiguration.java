package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.platform.config.DynamicConfigurationSource;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** The item {@code master} of ConsoleMe's {@code consoleme_config_global}. */
@Single
public class DynamoDynamicConfiguration implements DynamicConfigurationSource {
    private static final Map<String, AttributeValue> MASTER =
            Map.of("id", AttributeValue.fromS("master"));

    private final DynamoDatabase dynamo;
    private final String table;

    @Inject
    public DynamoDynamicConfiguration(DynamoDatabase dynamo, Configuration configuration) {
        this.dynamo = dynamo;
        table = ConsoleMeTables.from(configuration).dynamicConfiguration().name();
    }

    /**
     * @return empty if nobody has saved one, or the table is missing
     * @throws ProblemException {@code Refused}, {@code Unavailable}, or {@code Invalid} for an item
     *     of another shape: never taken for an empty configuration
     */
    @Override
    public Optional<Stored> read() {
        try {
            GetItemResponse found =
                    dynamo.ask(
                            client ->
                                    client.getItem(
                                            get ->
                                                    get.tableName(table)
                                                            .consistentRead(true)
                                                            .key(MASTER)));
            return found.hasItem() ? Optional.of(stored(found.item())) : Optional.empty();
        } catch (ProblemException failed) {
            if (failed.problem() instanceof Problem.Refused refused
                    && refused.code().equals("ResourceNotFoundException")) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private Stored stored(Map<String, AttributeValue> attributes) {
        AttributeValue config = attributes.get("config");
        if (config == null || config.b() == null) {
            throw new Problem.Invalid(table, "its item master has no bytes named config")
                    .asException();
        }
        Item item = new Item(attributes);
        return Stored.inflated(
                config.b().asByteArray(),
                item.text("updated_by").orElse("unknown"),
                Instant.ofEpochSecond(
                        item.text("updated_at")
                                .or(() -> item.whole("updated_at").map(String::valueOf))
                                .flatMap(DynamoDynamicConfiguration::seconds)
                                .orElse(0L)));
    }

    private static Optional<Long> seconds(String text) {
        try {
            return Optional.of(new BigDecimal(text).longValue());
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
