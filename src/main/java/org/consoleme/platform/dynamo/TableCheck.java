package org.consoleme.platform.dynamo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.operations.Check;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Looks at one table: is it there, and has it the keys and indexes that we rely on. What was found
 * as it should be is only asked for an item for a while: describing is limited for an account, and
 * DynamoDB Local counts all items of a table for it, with everybody else waiting.
 */
final class TableCheck implements Check {
    static final Duration DESCRIBED_AGAIN_AFTER = Duration.ofMinutes(10);

    private final DynamoDatabase dynamo;
    private final TableAdministration administration;
    private final Clock clock;
    private final String table;
    private final Set<String> keys;
    private final List<SecondaryIndex> indexes;
    private final boolean partOfReadiness;
    private final Finding whenMissing;
    private volatile Optional<SeenTable> seen = Optional.empty();

    private TableCheck(
            DynamoDatabase dynamo,
            Clock clock,
            String table,
            Set<String> keys,
            List<SecondaryIndex> indexes,
            boolean partOfReadiness,
            Finding whenMissing) {
        this.dynamo = dynamo;
        administration = new TableAdministration(dynamo);
        this.clock = clock;
        this.table = table;
        this.keys = keys;
        this.indexes = List.copyOf(indexes);
        this.partOfReadiness = partOfReadiness;
        this.whenMissing = whenMissing;
    }

    static TableCheck of(
            DynamoDatabase dynamo, Clock clock, TableDefinition table, boolean partOfReadiness) {
        return new TableCheck(
                dynamo,
                clock,
                table.name(),
                Set.of(TableAdministration.keys(table)),
                table.indexes(),
                partOfReadiness,
                Finding.down(
                        "missing",
                        "Allow dynamodb:CreateTable and dynamodb:UpdateTimeToLive on it, and"
                                + " restart; or create it:\n"
                                + TableText.terraform(table)));
    }

    static TableCheck of(DynamoDatabase dynamo, Clock clock, ConsoleMeTables.ConsoleMeTable table) {
        return new TableCheck(
                dynamo,
                clock,
                table.name(),
                table.keys(),
                List.of(),
                false,
                Finding.off("missing: " + table.without()));
    }

    @Override
    public String name() {
        return "table " + table;
    }

    @Override
    public boolean partOfReadiness() {
        return partOfReadiness;
    }

    @Override
    public Finding look() {
        return seen.filter(this::stillAnswers).map(SeenTable::finding).orElseGet(this::describe);
    }

    private boolean stillAnswers(SeenTable table) {
        if (!clock.instant().isBefore(table.at().plus(DESCRIBED_AGAIN_AFTER))) {
            return false;
        }
        try {
            table.read(dynamo);
            return true;
        } catch (ProblemException failed) {
            return false;
        }
    }

    private Finding describe() {
        seen = Optional.empty();
        try {
            return administration.describe(table).map(this::remembered).orElse(whenMissing);
        } catch (ProblemException failed) {
            return failed.problem() instanceof Problem.Refused refused
                    ? Finding.degraded(
                            "DynamoDB says " + refused.code(),
                            "Allow dynamodb:DescribeTable on it, so that it can be checked.")
                    : Finding.down(
                            "DynamoDB does not answer",
                            "Check the network, dynamodb_server and the region.");
        }
    }

    private Finding remembered(TableDescription found) {
        Finding finding = judge(found);
        if (finding.state() == State.UP) {
            seen = Optional.of(SeenTable.of(found, finding, clock.instant()));
        }
        return finding;
    }

    Finding judge(TableDescription found) {
        String shape = TableAdministration.keys(found);
        if (!keys.contains(shape)) {
            return Finding.down(
                    "its key is " + shape + ", not " + String.join(" or ", keys),
                    "Name another table, or create this one anew with the right key.");
        }
        return TableAdministration.missing(indexes, found)
                .map(
                        index ->
                                Finding.down(
                                        "its index " + index.name() + " is missing",
                                        "Allow dynamodb:UpdateTable on it, and restart; or add the"
                                                + " index as the document on tables says."))
                .or(() -> TableAdministration.beingBuilt(indexes, found).map(TableCheck::toCome))
                .orElseGet(() -> Finding.up(found.tableStatusAsString()));
    }

    private static Finding toCome(SecondaryIndex index) {
        return Finding.degraded(
                "its index " + index.name() + " is being built",
                "Wait until it is ACTIVE; lists that go by it are not available until then.");
    }
}
