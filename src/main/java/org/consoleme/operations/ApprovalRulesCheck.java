package org.consoleme.operations;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.CheckedRules;
import org.consoleme.shared.Single;

/** Whether the approval rules that count now are without mistakes: one closes what it covers. */
@Single
public class ApprovalRulesCheck implements Check {
    private static final int SHOWN = 5;

    private final ApprovalRules rules;

    @Inject
    public ApprovalRulesCheck(ApprovalRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "approval rules";
    }

    @Override
    public Finding look() {
        CheckedRules now = rules.checked();
        if (!now.mistakes().isEmpty()) {
            return Finding.degraded(
                    detail(now.sentences()),
                    "Correct approval_rules in the dynamic configuration. A rule with a mistake"
                            + " opens nothing, and nothing that it covers can be asked for or"
                            + " approved until then.");
        }
        return now.rules() == 0
                ? Finding.off("there are none: no role can be asked for")
                : Finding.up(now.rules() == 1 ? "1 rule" : now.rules() + " rules");
    }

    private static String detail(List<String> sentences) {
        String shown = String.join("; ", sentences.subList(0, Math.min(SHOWN, sentences.size())));
        return sentences.size() > SHOWN
                ? shown + "; and " + (sentences.size() - SHOWN) + " more"
                : shown;
    }
}
