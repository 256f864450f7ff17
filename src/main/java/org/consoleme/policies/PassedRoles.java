package org.consoleme.policies;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Whether a document that passes roles can also start something that takes one: then no one else is
 * needed to become that role. Statements are put together here, whatever resources they name.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Granting a
 *     user permissions to pass a role to an AWS service</a>
 */
final class PassedRoles {
    private static final List<String> STARTERS =
            List.of(
                    "lambda:CreateFunction",
                    "ec2:RunInstances",
                    "ecs:RunTask",
                    "ecs:RegisterTaskDefinition",
                    "cloudformation:CreateStack",
                    "cloudformation:UpdateStack",
                    "glue:CreateDevEndpoint",
                    "glue:CreateJob",
                    "codebuild:CreateProject",
                    "sagemaker:CreateNotebookInstance",
                    "sagemaker:CreateTrainingJob",
                    "sagemaker:CreateProcessingJob",
                    "datapipeline:CreatePipeline",
                    "states:CreateStateMachine",
                    "ssm:StartAutomationExecution",
                    "autoscaling:CreateLaunchConfiguration",
                    "batch:RegisterJobDefinition",
                    "elasticmapreduce:RunJobFlow",
                    "scheduler:CreateSchedule",
                    "bedrock-agentcore:CreateCodeInterpreter");

    private PassedRoles() {}

    /**
     * Looks for what takes a role, in a document that passes some.
     *
     * @param allowed the known actions that any statement allows
     */
    static Optional<Finding> finding(ActionCatalogue catalogue, BitSet allowed) {
        List<String> starters =
                STARTERS.stream().filter(s -> isAllowed(catalogue, allowed, s)).toList();
        return starters.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                Finding.Code.PRIVILEGE_ESCALATION,
                                PolicyDocument.FIELD,
                                "iam:PassRole together with "
                                        + starters.getFirst()
                                        + (starters.size() == 1
                                                ? ""
                                                : " and " + (starters.size() - 1) + " more")
                                        + ": can start something of its own with a role that it"
                                        + " passes, and so become that role."));
    }

    private static boolean isAllowed(ActionCatalogue catalogue, BitSet allowed, String action) {
        int index = catalogue.indexOf(action);
        return index >= 0 && allowed.get(index);
    }
}
