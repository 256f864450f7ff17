package org.consoleme.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What STS says, and what an account is called. The access key tells the account. */
final class StsAnswers {
    static final String ALIASES =
            """
            <ListAccountAliasesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListAccountAliasesResult>\
            <IsTruncated>false</IsTruncated><AccountAliases><member>stub-hub</member></AccountAliases>\
            </ListAccountAliasesResult></ListAccountAliasesResponse>\
            """;

    private StsAnswers() {}

    static String assumed(Map<String, String> form, Duration lifetime) {
        String account = form.get("RoleArn").split(":", 6)[4];
        return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser><AssumedRoleId>AROASTUB:%s</AssumedRoleId>\
        <Arn>arn:aws:sts::%s:assumed-role/stub/%s</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIA%s</AccessKeyId>\
        <SecretAccessKey>stub-secret</SecretAccessKey><SessionToken>stub-token</SessionToken><Expiration>%s</Expiration></Credentials>\
        </AssumeRoleResult><ResponseMetadata><RequestId>stub</RequestId></ResponseMetadata></AssumeRoleResponse>\
        """
                .formatted(
                        form.get("RoleSessionName"),
                        account,
                        form.get("RoleSessionName"),
                        account,
                        Instant.now().plus(lifetime).toString().substring(0, 19) + "Z");
    }

    static String identity(String account) {
        return """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
        <Arn>arn:aws:sts::%1$s:assumed-role/ConsoleMeHub/stub</Arn><UserId>AROASTUB:stub</UserId><Account>%1$s</Account>\
        </GetCallerIdentityResult><ResponseMetadata><RequestId>stub</RequestId></ResponseMetadata></GetCallerIdentityResponse>\
        """
                .formatted(account);
    }
}
