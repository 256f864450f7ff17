package org.consoleme.policies;

import java.util.List;
import java.util.Set;

/**
 * An action by which whoever has it can become more than it is.
 *
 * @param arnServices the service parts of the ARNs that the action is about
 * @param throughAService true if one gets the rights of the thing that is touched, so that it
 *     matters whether one thing is named or many; false if one simply gets rights
 * @param onlyOnMany true if it is ordinary on a named thing
 * @param reason the end of a sentence
 * @see <a href="https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/">AWS
 *     IAM privilege escalation: methods and mitigation</a>
 */
record Escalation(
        String action,
        Set<String> arnServices,
        boolean throughAService,
        boolean onlyOnMany,
        String reason) {

    /** In the order in which a reader should hear of them. */
    static final List<Escalation> ALL =
            List.of(
                    iam("AttachRolePolicy", "can attach AdministratorAccess to a role"),
                    iam("AttachUserPolicy", "can attach AdministratorAccess to a user"),
                    iam("AttachGroupPolicy", "can attach AdministratorAccess to a group"),
                    iam("PutRolePolicy", "can write any permission into a role"),
                    iam("PutUserPolicy", "can write any permission into a user"),
                    iam("PutGroupPolicy", "can write any permission into a group"),
                    iam("CreatePolicyVersion", "can rewrite a managed policy that is in use"),
                    iam("SetDefaultPolicyVersion", "can bring back an older, wider version"),
                    iam("PassRole", "can hand roles to services, and so act with their rights"),
                    iam("UpdateAssumeRolePolicy", "can open a role's trust policy to itself"),
                    iam("CreateAccessKey", "can make keys for other users"),
                    iam("CreateLoginProfile", "can give other users a password that it knows"),
                    iam("UpdateLoginProfile", "can set the passwords of other users"),
                    iam("AddUserToGroup", "can put a user into a more powerful group"),
                    iam("DeleteRolePermissionsBoundary", "can take away the bound of a role"),
                    iam("DeleteUserPermissionsBoundary", "can take away the bound of a user"),
                    iam("PutRolePermissionsBoundary", "can widen the bound of a role"),
                    iam("PutUserPermissionsBoundary", "can widen the bound of a user"),
                    iam("DeleteRolePolicy", "can remove a role's own denials"),
                    iam("DetachRolePolicy", "can take off the policy that denies"),
                    iam("CreateServiceSpecificCredential", "can make passwords for other users"),
                    iam("ResetServiceSpecificCredential", "can set passwords of other users"),
                    iam("DeactivateMFADevice", "can take away the second factor of users"),
                    iam("CreateSAMLProvider", "can let in people from anywhere"),
                    iam("UpdateSAMLProvider", "can let in people from anywhere"),
                    iam("CreateOpenIDConnectProvider", "can let in people from anywhere"),
                    new Escalation(
                            "sts:AssumeRole",
                            Set.of("iam"),
                            false,
                            true,
                            "can become any role that trusts it"),
                    new Escalation(
                            "sts:AssumeRoot",
                            Set.of("iam"),
                            false,
                            false,
                            "can become the root of member accounts"),
                    through("lambda:UpdateFunctionCode", "can run code with a function's role"),
                    through(
                            "lambda:UpdateFunctionConfiguration",
                            "can bring code into a function, and act with its role"),
                    through(
                            "ec2:ModifyInstanceAttribute",
                            "can run commands on an instance, with its role"),
                    new Escalation(
                            "ec2:ReplaceIamInstanceProfileAssociation",
                            Set.of("ec2"),
                            true,
                            false,
                            "can give an instance another role"),
                    through(
                            "ec2-instance-connect:SendSSHPublicKey",
                            Set.of("ec2"),
                            "can log in to instances"),
                    through(
                            "ssm:SendCommand",
                            Set.of("ssm", "ec2"),
                            "can run commands with the roles of instances"),
                    through(
                            "ssm:StartSession",
                            Set.of("ssm", "ec2", "ecs"),
                            "can log in to instances, with their roles"),
                    through(
                            "ssm:StartAutomationExecution",
                            "can start automations that act with other roles"),
                    through(
                            "cloudformation:UpdateStack",
                            "can change a stack with the stack's role"),
                    through("glue:UpdateDevEndpoint", "can log in to an end point, with its role"),
                    through("glue:UpdateJob", "can run code with a job's role"),
                    through("codebuild:UpdateProject", "can run code with a project's role"),
                    through("codebuild:StartBuild", "can run code with a project's role"),
                    through(
                            "sagemaker:CreatePresignedNotebookInstanceUrl",
                            "can open a notebook, with its role"),
                    through("ecs:ExecuteCommand", "can run commands in a task, with its role"),
                    through(
                            "datapipeline:PutPipelineDefinition",
                            "can run commands with a pipeline's role"),
                    through(
                            "states:UpdateStateMachine",
                            "can change what a state machine does with its role"),
                    new Escalation(
                            "sso:CreateAccountAssignment",
                            Set.of("sso"),
                            false,
                            false,
                            "can give anybody a permission set in an account"),
                    new Escalation(
                            "sso:PutInlinePolicyToPermissionSet",
                            Set.of("sso"),
                            false,
                            false,
                            "can write any permission into a permission set"),
                    new Escalation(
                            "sso:AttachManagedPolicyToPermissionSet",
                            Set.of("sso"),
                            false,
                            false,
                            "can attach AdministratorAccess to a permission set"),
                    new Escalation(
                            "organizations:DetachPolicy",
                            Set.of("organizations"),
                            false,
                            false,
                            "can take off the service control policy that denies"));

    private static Escalation iam(String name, String reason) {
        return new Escalation("iam:" + name, Set.of("iam"), false, false, reason);
    }

    private static Escalation through(String action, String reason) {
        return through(action, Set.of(action.substring(0, action.indexOf(':'))), reason);
    }

    private static Escalation through(String action, Set<String> arnServices, String reason) {
        return new Escalation(action, arnServices, true, false, reason);
    }
}
